import { useId } from 'react'
import type { Melding } from '#core/advies/advies.ts'
import { EisChip } from '#web/onderdelen/EisChip.tsx'
import { gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { motiveer } from '#web/probeer/situatie.ts'
import { aantal } from '#core/advies/woorden.ts'

/** Waarschuwingen vragen een motivering. Ze houden niets tegen; ze blijven zichtbaar met wat er is opgeschreven. */
export function Waarschuwingen({ tabel, meldingen }: { tabel: string; meldingen: readonly Melding[] }) {
  const { situatie, inOnderzoek } = gebruikProbeer()
  if (inOnderzoek) return <Vooraf meldingen={meldingen} />
  const open = meldingen.filter((m) => !situatie.motiveringen[`${tabel}.${m.code}`]?.trim()).length
  return (
    <details className="probeer-waarschuwingen" data-open-motivering={open > 0 || undefined}>
      <summary>
        <span aria-hidden="true">! </span>
        {open > 0
          ? `${aantal(open, 'waarschuwing', 'waarschuwingen')} om te motiveren`
          : `${aantal(meldingen.length, 'waarschuwing', 'waarschuwingen')}, gemotiveerd`}
      </summary>
      <ul>
        {meldingen.map((m) => (
          <Regel key={m.code} sleutel={`${tabel}.${m.code}`} melding={m} />
        ))}
      </ul>
    </details>
  )
}

/** In een onderzoek: nu lezen, motiveren bij het vaststellen. */
function Vooraf({ meldingen }: { meldingen: readonly Melding[] }) {
  return (
    <details className="probeer-waarschuwingen" data-open-motivering>
      <summary>
        <span aria-hidden="true">! </span>
        {aantal(meldingen.length, 'waarschuwing', 'waarschuwingen')} om te motiveren bij de indicatie
      </summary>
      <ul>
        {meldingen.map((m) => (
          <li key={m.code}>
            {m.tekst} <EisChip eis={m.eis} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Regel({ sleutel, melding }: { sleutel: string; melding: Melding }) {
  const { situatie, bewaard } = gebruikProbeer()
  const id = useId()
  return (
    <li>
      <p>
        {melding.tekst} <EisChip eis={melding.eis} />
      </p>
      <label htmlFor={id}>Motivering</label>
      <textarea
        id={id}
        className="utrecht-textarea utrecht-textarea--html-textarea"
        rows={2}
        value={situatie.motiveringen[sleutel] ?? ''}
        onChange={(e) => bewaard.zet((s) => motiveer(s, sleutel, e.target.value), `motivering ${sleutel}`)}
      />
    </li>
  )
}
