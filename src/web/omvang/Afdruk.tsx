import { inWoorden, parseDatum } from '#core/base/datum.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Berekening } from './bereken.ts'
import type { Omvangstand } from './stand.ts'

/** Wat naast de tabel op papier hoort: product, periode, uitkomst, onderbouwing en opmerkingen met hun motivering. Alleen bij afdrukken. */
export function Afdruk({ catalogus, stand, berekening }: { catalogus: Catalogus; stand: Omvangstand; berekening: Berekening }) {
  const product = catalogus.producten[stand.product]
  const [van, tot] = [parseDatum(stand.van), parseDatum(stand.tot)]
  const resultaten = (product?.resultaten ?? []).filter((r) => stand.resultaten.includes(r.code))
  return (
    <div className="omvang-afdruk">
      <h2>
        {product?.naam}: {berekening.omvang?.totaal.inWoorden ?? 'omvang nog niet bekend'}
      </h2>
      <p>
        {stand.gemeente && `Gemeente ${stand.gemeente}. `}
        {van ? `Vanaf ${inWoorden(van)}${tot ? ` tot en met ${inWoorden(tot)}` : ', zonder einddatum'}. ` : ''}
        Dit is een berekening op een proefsituatie, geen besluit.
      </p>
      {resultaten.length > 0 && (
        <ul>
          {resultaten.map((r) => (
            <li key={r.code}>
              {r.tekst} ({r.eis})
            </li>
          ))}
        </ul>
      )}
      {stand.capaciteiten.trim() !== '' && <p>Wat iemand zelf kan: {stand.capaciteiten}</p>}
      {stand.situatie.trim() !== '' && <p>Hoe de situatie is: {stand.situatie}</p>}
      {stand.vastgesteldWaarom.trim() !== '' && <p>Waarom iets anders is vastgesteld: {stand.vastgesteldWaarom}</p>}
      {berekening.bezwaren.map((m) => (
        <p key={`${m.code} ${m.plaats}`}>
          <strong>Dit kan niet</strong> ({m.eis.join(', ')}): {m.tekst}
        </p>
      ))}
      {berekening.waarschuwingen.map((m) => (
        <p key={`${m.code} ${m.plaats}`}>
          <strong>Let op</strong> ({m.eis.join(', ')}): {m.tekst} Motivering: {stand.motiveringen[m.code] ?? 'nog niet geschreven'}.
        </p>
      ))}
    </div>
  )
}
