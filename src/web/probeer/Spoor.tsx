import type { Advies, Oordeel, Reden } from '#core/advies/advies.ts'
import { vindUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { EisChip, EisChips } from '#web/onderdelen/EisChip.tsx'
import { Icoon, type Icoonnaam } from '#web/onderdelen/Icoon.tsx'
import { gaNaarVraag, gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { rijVan } from '#core/advies/uitkomstzin.ts'
import { antwoordTekst, productNamen, vraagNaam } from '#core/advies/woorden.ts'

const oordelen: { oordeel: Oordeel; teken: Icoonnaam; woord: string }[] = [
  { oordeel: 'ontbreekt', teken: 'vraag', woord: 'ontbreekt' },
  { oordeel: 'niet_voldaan', teken: 'kruis', woord: 'niet voldaan' },
  { oordeel: 'voldaan', teken: 'vink', woord: 'voldaan' },
]

/** Het bewijs achter de uitkomst: de rij die besliste en elke uitspraak, met de vraag en de bron. */
export function Spoor({ tabel, advies }: { tabel: string; advies: Advies }) {
  const { catalogus } = gebruikProbeer()
  // Bij een gegeven advies gaat het eerst om wat past; wat nog open staat verandert er niets aan.
  const volgorde = advies.uitkomst === 'eerst_vragen' ? oordelen : [...oordelen].reverse()
  return (
    <div className="probeer-spoor">
      <Rijen tabel={tabel} advies={advies} />
      {volgorde.map(({ oordeel, teken, woord }) => {
        const redenen = advies.redenen.filter((r) => r.oordeel === oordeel)
        if (redenen.length === 0) return null
        return (
          <div key={oordeel} data-oordeel={oordeel}>
            <h4>
              <Icoon naam={teken} tekst /> {woord} ({redenen.length})
            </h4>
            <ul className="probeer-redenen">
              {redenen.map((r) => (
                <Redenregel key={r.eis} reden={r} tekst={vindUitspraak(catalogus, r.eis)?.tekst} teken={teken} woord={woord} />
              ))}
            </ul>
          </div>
        )
      })}
      {advies.kandidaten.length > 1 && advies.uitkomst !== 'eerst_vragen' && (
        <p>Te bespreken: {productNamen(catalogus, advies.kandidaten)}.</p>
      )}
    </div>
  )
}

function Rijen({ tabel, advies }: { tabel: string; advies: Advies }) {
  const { catalogus } = gebruikProbeer()
  const beslist = rijVan(catalogus, tabel, advies.rij)
  if (beslist)
    return (
      <div>
        <h4>De rij die beslist: {beslist.rij}</h4>
        <p>
          {beslist.tekst} <EisChips eisen={beslist.eisen} />
        </p>
      </div>
    )
  return (
    <div>
      <h4>Deze rijen kunnen nog beslissen</h4>
      <ul className="probeer-rijen">
        {advies.rijen.map((r) => (
          <li key={r}>
            <strong>{r}</strong> {rijVan(catalogus, tabel, r)?.tekst}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Redenregel({ reden, tekst, teken, woord }: { reden: Reden; tekst?: string; teken: Icoonnaam; woord: string }) {
  const { catalogus, geval } = gebruikProbeer()
  const vraag = reden.vraag === null ? undefined : catalogus.vragen[reden.vraag]
  return (
    <li data-oordeel={reden.oordeel}>
      <span aria-hidden="true" className="probeer-teken">
        <Icoon naam={teken} tekst />
      </span>
      <span>
        <span className="md-onzichtbaar">{woord}: </span>
        {tekst ?? 'Uitspraak uit de bron.'} <EisChip eis={reden.eis} />
        {vraag && reden.vraag && (
          <button type="button" className="bewaar-tekstknop" onClick={() => gaNaarVraag(reden.vraag as string)}>
            {vraagNaam(catalogus, reden.vraag)}: {antwoordTekst(vraag, geval.antwoorden[reden.vraag])}
          </button>
        )}
      </span>
    </li>
  )
}
