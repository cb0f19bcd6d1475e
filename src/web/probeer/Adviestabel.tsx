import { type ReactNode, useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Advies } from '#core/advies/advies.ts'
import { gebruikCatalogus } from '#web/kader/gebruik-catalogus.ts'
import { EisChip, EisChips } from '#web/onderdelen/EisChip.tsx'
import { Icoon, type Icoonnaam } from '#web/onderdelen/Icoon.tsx'
import { gaNaarVraag, gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { Spoor } from '#web/probeer/Spoor.tsx'
import { korteUitkomst, openTerInfo, rijVan, uitkomstzin } from '#core/advies/uitkomstzin.ts'
import { WaaromAnderen } from '#web/probeer/WaaromAnderen.tsx'
import { Waarschuwingen } from '#web/probeer/Waarschuwingen.tsx'
import { aantal } from '#core/advies/woorden.ts'

const woordBij: Record<Advies['uitkomst'], { icoon: Icoonnaam; woord: string }> = {
  product: { icoon: 'vink', woord: 'Advies' },
  eerst_vragen: { icoon: 'vraag', woord: 'Eerst vragen' },
  eerst_bespreken: { icoon: 'wissel', woord: 'Eerst bespreken' },
  geen_product: { icoon: 'streepje', woord: 'Geen product' },
}

/**
 * Het advies van één tabel: de uitkomst, waarom, wat te motiveren, en waarom iets anders niet.
 * Kop, vraag, knoppen en uitklappers hebben een vaste plek; alleen wat ertussen staat wisselt en schuift binnen zijn eigen vak.
 */
export function Adviestabel({ tabel, advies, sluit }: { tabel: string; advies: Advies; sluit: () => void }) {
  const { catalogus, inOnderzoek } = gebruikProbeer()
  const zin = uitkomstzin(catalogus, tabel, advies)
  const rij = rijVan(catalogus, tabel, advies.rij)
  const open = openTerInfo(catalogus, advies)
  const titel = catalogus.tabellen[tabel]?.titel ?? tabel
  return (
    <section
      className="probeer-tabel"
      data-uitkomst={advies.uitkomst}
      data-tabel={tabel}
      data-product={advies.product ?? undefined}
      aria-labelledby={`advies-${tabel}`}
    >
      <div className="probeer-tabel-kop">
        <h3 id={`advies-${tabel}`}>{titel}</h3>
        <span className="probeer-woord">
          <Icoon naam={woordBij[advies.uitkomst].icoon} tekst /> {woordBij[advies.uitkomst].woord}
        </span>
      </div>
      {/* Met tabIndex: zonder muis is dit vak alleen zo te schuiven. */}
      <section className="probeer-uitkomst" aria-label={`Uitkomst ${titel}`} tabIndex={0}>
        <p className="probeer-uitkomst-kop">{zin.kop}</p>
        {advies.vraag && <VolgendeVraag tabel={tabel} vraag={advies.vraag} />}
        {advies.product && <p>{catalogus.producten[advies.product]?.kort}</p>}
        {zin.zin && (
          <p className="probeer-uitkomst-zin">
            {zin.zin} <EisChips eisen={rij?.eisen.slice(0, 2) ?? []} />
          </p>
        )}
        {zin.vervolg && <p>{zin.vervolg}</p>}
        {advies.uitkomst === 'eerst_bespreken' && <Botst advies={advies} />}
        {advies.waarschuwingen.length > 0 && <Waarschuwingen tabel={tabel} meldingen={advies.waarschuwingen} />}
        {advies.info.map((m) => (
          <p key={m.code} className="probeer-info">
            <Icoon naam="info" tekst /> {m.tekst} <EisChip eis={m.eis} />
          </p>
        ))}
        {open && <p className="probeer-open">{open}</p>}
      </section>
      <div className="probeer-verder">
        {advies.vraag && <NaarVraag tabel={tabel} vraag={advies.vraag} sluit={sluit} />}
        {inOnderzoek ? (
          <inOnderzoek.Verder tabel={tabel} product={advies.product} />
        ) : (
          advies.product && <Verder product={advies.product} />
        )}
      </div>
      <Uitklapper kop="Waarom?">
        <Spoor tabel={tabel} advies={advies} />
      </Uitklapper>
      <Uitklapper kop="Waarom niet iets anders?">
        <WaaromAnderen tabel={tabel} />
      </Uitklapper>
    </section>
  )
}

/** De stappen na een advies: nalezen, de omvang bepalen, en kijken wat ernaast mag. */
function Verder({ product }: { product: string }) {
  const { pad } = gebruikCatalogus()
  return (
    <ul>
      <li>
        <Link to={pad('product', product)}>Lees over dit product</Link>
      </li>
      <li>
        <Link to={`${pad('omvang')}#@product=${encodeURIComponent(product)}`}>Bepaal de omvang</Link>
      </li>
      <li>
        <Link to={pad('stapeling')}>Kijk wat ernaast mag</Link>
      </li>
    </ul>
  )
}

/** Wat niet bij elkaar past, zodat het gesprek daarover kan gaan. */
function Botst({ advies }: { advies: Advies }) {
  const niet = advies.redenen.filter((r) => r.oordeel === 'niet_voldaan')
  if (niet.length === 0) return null
  return (
    <p>
      Dit past niet: {aantal(niet.length, 'uitspraak', 'uitspraken')} <EisChips eisen={niet.slice(0, 4).map((r) => r.eis)} />. Bespreek het
      en schrijf op wat u kiest en waarom.
    </p>
  )
}

/** De vraag die nu telt, waarom, en waar elk antwoord toe leidt. */
function VolgendeVraag({ tabel, vraag }: { tabel: string; vraag: string }) {
  const { catalogus, adviseur, geval } = gebruikProbeer()
  const v = catalogus.vragen[vraag]
  const gevolgen = useMemo(() => {
    const nu = adviseur.adviseer(tabel, geval).kandidaten.length
    return adviseur.gevolgen(tabel, vraag, geval).map((g) => {
      const dan = adviseur.adviseer(tabel, { ...geval, antwoorden: { ...geval.antwoorden, [vraag]: g.voorbeeld } })
      return { antwoord: g.antwoord, uitkomst: korteUitkomst(catalogus, dan, dan.kandidaten.length < nu) }
    })
  }, [catalogus, adviseur, tabel, vraag, geval])
  if (!v) return null
  return (
    <div className="probeer-volgende">
      <p className="probeer-volgende-vraag">{v.tekst}</p>
      {v.waarom && <p className="md-bijtekst">{v.waarom}</p>}
      <dl className="probeer-gevolgen">
        {gevolgen.map((g) => (
          <div key={g.antwoord}>
            <dt>{g.antwoord}</dt>
            <dd>
              <Icoon naam="pijl" tekst />
              <span>{g.uitkomst}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function NaarVraag({ tabel, vraag, sluit }: { tabel: string; vraag: string; sluit: () => void }) {
  const { volgende } = gebruikProbeer()
  return (
    <button
      type="button"
      className="nl-button nl-button--primary"
      aria-keyshortcuts={volgende?.tabel === tabel ? 'n' : undefined}
      onClick={() => {
        sluit()
        gaNaarVraag(vraag)
      }}
    >
      Ga naar de vraag
    </button>
  )
}

/** Rekent pas uit wat erin staat als iemand hem opent; zo blijft elk antwoord meteen verwerkt. */
function Uitklapper({ kop, children }: { kop: string; children: ReactNode }) {
  const [open, zetOpen] = useState(false)
  return (
    <details className="probeer-waarom" open={open} onToggle={(e) => zetOpen(e.currentTarget.open)}>
      <summary>{kop}</summary>
      {open && (
        <section className="probeer-waarom-vak" aria-label={kop} tabIndex={0}>
          {children}
        </section>
      )}
    </details>
  )
}
