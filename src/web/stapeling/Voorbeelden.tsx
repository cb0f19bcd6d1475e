import { useId } from 'react'
import type { Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import { Icoon } from '#web/onderdelen/Icoon.tsx'
import type { Stapelvoorbeeld } from './stand.ts'

type Keuze = { readonly voorbeelden: readonly Stapelvoorbeeld[]; readonly gekozen: string | null; readonly laad: (id: string) => void }

export function Voorbeeldkeuze({ voorbeelden, gekozen, laad }: Keuze) {
  const id = useId()
  if (voorbeelden.length === 0) return null
  return (
    <div className="bewaar-veld bewaar-veld--breed">
      <label htmlFor={id}>Voorbeeld</label>
      <select id={id} className="utrecht-select utrecht-select--html-select" value={gekozen ?? ''} onChange={(e) => laad(e.target.value)}>
        <option value="" disabled>
          Kies een voorbeeld
        </option>
        {voorbeelden.map((v) => (
          <option key={v.id} value={v.id}>
            {v.titel}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Of het oordeel is wat het voorbeeld verwacht. */
export function voorbeeldKlopt({ verwacht }: Stapelvoorbeeld, oordeel: Stapelingsoordeel): boolean {
  const meldingen = [...oordeel.conflicten, ...oordeel.waarschuwingen]
  const codes = [...meldingen, ...oordeel.info].map((m) => m.code)
  const eisen = [...meldingen, ...oordeel.info].flatMap((m) => m.eis)
  return (
    verwacht.toegestaan === oordeel.toegestaan &&
    (verwacht.codes ?? []).every((c) => codes.includes(c)) &&
    (verwacht.eisen ?? []).every((e) => eisen.includes(e))
  )
}

export function Voorbeeldkaart({ voorbeeld, oordeel }: { voorbeeld: Stapelvoorbeeld; oordeel: Stapelingsoordeel }) {
  const klopt = voorbeeldKlopt(voorbeeld, oordeel)
  return (
    <section className="stapeling-voorbeeld" aria-label="Voorbeeld" data-klopt={klopt}>
      <p>{voorbeeld.situatie}</p>
      <p>
        <strong>
          <Icoon naam={klopt ? 'vink' : 'kruis'} tekst /> {klopt ? 'Klopt' : 'Wijkt af'}
        </strong>
        : verwacht is dat dit {voorbeeld.verwacht.toegestaan ? 'mag' : 'niet mag'}.
      </p>
    </section>
  )
}
