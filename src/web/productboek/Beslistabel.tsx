import { Link } from 'react-router'
import { onderwerpInWoorden } from '#core/catalogus/uitleg/in-woorden.ts'
import type { Tabel, Uitkomst } from '#core/catalogus/vorm.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { EisChip, EisChips } from '../onderdelen/EisChip.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { Voorwaardeblok } from './Voorwaardeblok.tsx'

/** Eén beslistabel: rijen met voorwaarde en uitkomst, de waarschuwingen, en in welke volgorde de vragen gesteld worden. */
export function Beslistabel({ sleutel, tabel }: { sleutel: string; tabel: Tabel }) {
  const { catalogus } = gebruikCatalogus()
  return (
    <section className="pb-deel" aria-labelledby={`tabel-${sleutel}`}>
      <Kop niveau={2} id={`tabel-${sleutel}`}>
        {tabel.titel}
      </Kop>
      <ol className="pb-rijen">
        {tabel.rijen.map((rij) => (
          <li key={rij.rij} id={`rij-${sleutel}-${rij.rij}`} tabIndex={-1} className="pb-rij">
            <div className="pb-rij__kop">
              <Badge>{rij.rij}</Badge> <UitkomstTekst uitkomst={rij.dan} />
            </div>
            <p>
              {rij.tekst} <EisChips eisen={rij.eisen} />
            </p>
            <div className="pb-rij__als">
              <span className="md-bijtekst">Als</span>
              <Voorwaardeblok voorwaarde={rij.als} anders="geen eerdere rij geldt" />
            </div>
          </li>
        ))}
      </ol>
      {(tabel.waarschuwingen?.length ?? 0) > 0 && <Waarschuwingen sleutel={sleutel} tabel={tabel} />}
      <Uitklap kop={`Volgorde waarin vragen gesteld worden (${tabel.vraagvolgorde.length})`}>
        <ol className="pb-volgorde">
          {tabel.vraagvolgorde.map((vraag) => (
            <li key={vraag}>
              <a href={`#vraag-${vraag}`}>
                {catalogus.vragen[vraag]?.tekst ?? onderwerpInWoorden(catalogus, { soort: 'afgeleid', sleutel: vraag })}
              </a>
            </li>
          ))}
        </ol>
      </Uitklap>
    </section>
  )
}

function UitkomstTekst({ uitkomst }: { uitkomst: Uitkomst }) {
  const { catalogus, pad } = gebruikCatalogus()
  const naam = (code: string) => catalogus.producten[code]?.naam ?? code
  if ('product' in uitkomst) return <Link to={pad('product', uitkomst.product)}>{naam(uitkomst.product)}</Link>
  if ('geen' in uitkomst) {
    return (
      <span>
        Geen product: <a href={`#grond-${uitkomst.geen}`}>{catalogus.gronden[uitkomst.geen]?.tekst ?? uitkomst.geen}</a>
      </span>
    )
  }
  return <span>Eerst bespreken: {uitkomst.bespreken.map(naam).join(' of ')}</span>
}

function Waarschuwingen({ sleutel, tabel }: { sleutel: string; tabel: Tabel }) {
  const { catalogus } = gebruikCatalogus()
  const lijst = tabel.waarschuwingen ?? []
  return (
    <Uitklap kop={`Waarschuwingen en uitleg bij de uitkomst (${lijst.length})`}>
      <ul className="pb-rijen">
        {lijst.map((w) => (
          <li key={w.code + w.eis} id={`waarschuwing-${sleutel}-${w.code}`} tabIndex={-1} className="pb-rij">
            <div className="pb-rij__kop">
              <Badge soort={w.soort === 'info' ? 'info' : 'let-op'}>
                {w.soort === 'info' ? 'Ter informatie' : 'Vraagt een motivering'}
              </Badge>{' '}
              <span className="md-bijtekst">
                {w.bij ? `bij ${w.bij.map((c) => catalogus.producten[c]?.naam ?? c).join(', ')}` : 'bij elke uitkomst'}
              </span>
            </div>
            <p>
              {w.tekst} <EisChip eis={w.eis} />
            </p>
            {w.als && (
              <div className="pb-rij__als">
                <span className="md-bijtekst">Als</span>
                <Voorwaardeblok voorwaarde={w.als} anders="altijd" />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Uitklap>
  )
}
