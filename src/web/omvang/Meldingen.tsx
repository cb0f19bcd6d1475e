import { useId } from 'react'
import { EisChips } from '#web/onderdelen/EisChip.tsx'
import { Melding } from '#web/onderdelen/Melding.tsx'
import type { Berekening } from './bereken.ts'
import type { Omvangstand } from './stand.ts'

type Eigenschappen = {
  readonly berekening: Berekening
  readonly motiveringen: Readonly<Record<string, string>>
  readonly wijzig: (deel: Partial<Omvangstand>, samen?: string) => void
}

/** Wat niet kan, en wat mag met een motivering. Een opmerking bij één regel staat bij die regel. */
export function Meldingen({ berekening, motiveringen, wijzig }: Eigenschappen) {
  const bezwaren = berekening.bezwaren.filter((m) => m.regel === null)
  const waarschuwingen = berekening.waarschuwingen.filter((m) => m.regel === null)
  const opRegels = [...berekening.bezwaren, ...berekening.waarschuwingen].filter((m) => m.regel !== null).length
  return (
    <div className="omvang-meldingen">
      {bezwaren.map((m) => (
        <Melding key={`${m.code} ${m.plaats}`} soort="fout">
          {m.tekst} <EisChips eisen={m.eis} />
        </Melding>
      ))}
      {opRegels > 0 && (
        <Melding soort="waarschuwing" compact>
          {opRegels === 1 ? 'Bij één regel staat een opmerking.' : `Bij de regels staan ${opRegels} opmerkingen.`}
        </Melding>
      )}
      {waarschuwingen.map((m) => (
        <Melding key={`${m.code} ${m.plaats}`} soort="waarschuwing">
          {m.tekst} <EisChips eisen={m.eis} />
          <Motivering
            waarde={motiveringen[m.code] ?? ''}
            zet={(tekst) => {
              const { [m.code]: _weg, ...rest } = motiveringen
              wijzig({ motiveringen: tekst === '' ? rest : { ...rest, [m.code]: tekst } }, `motivering ${m.code}`)
            }}
          />
        </Melding>
      ))}
    </div>
  )
}

function Motivering({ waarde, zet }: { waarde: string; zet: (tekst: string) => void }) {
  const id = useId()
  return (
    <div className="omvang-motivering">
      <label htmlFor={id}>Motivering</label>
      <textarea
        id={id}
        className="utrecht-textarea utrecht-textarea--html-textarea"
        rows={2}
        value={waarde}
        onChange={(e) => zet(e.target.value)}
      />
    </div>
  )
}
