import { useId } from 'react'
import type { Overschrijving } from '#core/advies/advies.ts'
import type { Afgeleid as Regel } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'
import { EisChips } from '#web/onderdelen/EisChip.tsx'
import { Vasteruimte } from '#web/onderdelen/Vasteruimte.tsx'

type Eigenschappen = {
  readonly id: string
  readonly regel: Regel
  readonly waarde: string
  readonly overschrijving: Overschrijving | null
  readonly overschrijf: (waarde: string, keuze: Overschrijving | null) => void
}

const nietBekend = 'nog niet bekend'
const eigenKeuze = '(uw keuze, met motivering)'

/** Een waarde die uit de antwoorden volgt, met de regel die haar bepaalt. Afwijken mag alleen met motivering. */
export function Afgeleid({ id, regel, waarde, overschrijving, overschrijf }: Eigenschappen) {
  const namen = waardenVan(regel.waarden)
  const naam = (w: string) => namen.find((n) => n.id === w)?.tekst ?? w
  const onbekend = waarde === 'onbekend'
  const gekozen = overschrijving !== null && overschrijving.motivering.trim() !== ''
  const rij = onbekend ? undefined : regel.rijen.find((r) => r.dan === waarde)
  const eisen = [...new Set([...(rij?.eisen ?? []), ...(regel.eisen ?? [])])]
  return (
    <div className="probeer-afgeleid" data-onbekend={onbekend || undefined} id={`afgeleid-${id}`}>
      <p>
        <span className="md-bijtekst">Volgt uit de antwoorden: </span>
        {regel.tekst}
      </p>
      <p className="probeer-afgeleid-waarde">
        <Vasteruimte varianten={[...namen.map((n) => n.tekst), nietBekend].flatMap((n) => (gekozen ? [n, `${n} ${eigenKeuze}`] : [n]))}>
          {onbekend ? nietBekend : naam(waarde)}
          {gekozen && <span className="md-bijtekst"> {eigenKeuze}</span>}
        </Vasteruimte>
      </p>
      <details className="probeer-uitleg">
        <summary>Hoe dit bepaald wordt</summary>
        <ol className="probeer-regels">
          {regel.rijen.map((r, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: de rijen van een catalogus liggen vast
            <li key={i} data-geldt={r === rij || undefined}>
              <strong>{naam(r.dan)}</strong>
              {r.tekst ? `: ${r.tekst}` : r.als ? '' : ': in alle andere gevallen'}
            </li>
          ))}
        </ol>
        <p className="probeer-chips">
          <EisChips eisen={eisen} />
        </p>
        {regel.overschrijfbaar && <Afwijken namen={namen} overschrijving={overschrijving} zet={(keuze) => overschrijf(id, keuze)} />}
      </details>
    </div>
  )
}

type Afwijkeigenschappen = {
  readonly namen: readonly { id: string; tekst: string }[]
  readonly overschrijving: Overschrijving | null
  readonly zet: (keuze: Overschrijving | null) => void
}

function Afwijken({ namen, overschrijving, zet }: Afwijkeigenschappen) {
  const id = useId()
  const mist = overschrijving !== null && overschrijving.motivering.trim() === ''
  return (
    <div className="probeer-afwijken">
      <label htmlFor={`${id}-waarde`}>Afwijken van deze regel</label>
      <select
        id={`${id}-waarde`}
        className="utrecht-select utrecht-select--html-select"
        value={overschrijving?.waarde ?? ''}
        onChange={(e) => zet(e.target.value === '' ? null : { waarde: e.target.value, motivering: overschrijving?.motivering ?? '' })}
      >
        <option value="">Nee, volg de regel</option>
        {namen.map((n) => (
          <option key={n.id} value={n.id}>
            Ja: {n.tekst}
          </option>
        ))}
      </select>
      {overschrijving && (
        <>
          <label htmlFor={`${id}-waarom`}>Waarom wijkt u af?</label>
          <textarea
            id={`${id}-waarom`}
            className="utrecht-textarea utrecht-textarea--html-textarea"
            rows={2}
            value={overschrijving.motivering}
            aria-describedby={mist ? `${id}-mist` : undefined}
            onChange={(e) => zet({ ...overschrijving, motivering: e.target.value })}
          />
          {mist && (
            <p className="md-bijtekst" id={`${id}-mist`}>
              Uw keuze telt mee zodra u hier schrijft waarom.
            </p>
          )}
        </>
      )}
    </div>
  )
}
