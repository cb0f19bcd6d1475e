import { useId } from 'react'
import { beschrijving, Veldkader, type Veldtekst } from './Veldkader.tsx'

type KeuzelijstProps = Veldtekst & {
  id?: string
  waarde: string
  opWijzig: (waarde: string) => void
  opVerlaat?: () => void
  opties: readonly { readonly waarde: string; readonly tekst: string }[]
  /** Tekst van de lege keuze; zonder tekst is er geen. */
  leeg?: string
}

/** Eén keuze uit een lijst van meer dan een stuk of zes; voor minder zijn `Keuzerondjes` sneller. */
export function Keuzelijst(p: KeuzelijstProps) {
  const eigenId = useId()
  const id = p.id ?? eigenId
  return (
    <Veldkader id={id} label={p.label} uitleg={p.uitleg} fout={p.fout} optioneel={p.optioneel}>
      <select
        id={id}
        className={`utrecht-select utrecht-select--html-select${p.fout ? ' utrecht-select--invalid' : ''}`}
        value={p.waarde}
        aria-required={!p.optioneel}
        aria-invalid={p.fout ? true : undefined}
        aria-describedby={beschrijving(id, p)}
        onChange={(e) => p.opWijzig(e.target.value)}
        onBlur={p.opVerlaat}
      >
        {p.leeg !== undefined && <option value="">{p.leeg}</option>}
        {p.opties.map((o) => (
          <option key={o.waarde} value={o.waarde}>
            {o.tekst}
          </option>
        ))}
      </select>
    </Veldkader>
  )
}
