import { useId } from 'react'
import { beschrijving, Veldkader, type Veldtekst } from './Veldkader.tsx'

type TekstvlakProps = Veldtekst & {
  id?: string
  waarde: string
  opWijzig: (waarde: string) => void
  opVerlaat?: () => void
  regels?: number
  hoogstens?: number
}

/** Meer regels tekst. Tegen het maximum aan staat erbij hoeveel tekens er nog over zijn. */
export function Tekstvlak(p: TekstvlakProps) {
  const eigenId = useId()
  const id = p.id ?? eigenId
  const over = p.hoogstens === undefined ? null : p.hoogstens - p.waarde.length
  return (
    <Veldkader id={id} label={p.label} uitleg={p.uitleg} fout={p.fout} optioneel={p.optioneel}>
      <textarea
        id={id}
        className={`utrecht-textarea utrecht-textarea--html-textarea${p.fout ? ' utrecht-textarea--invalid' : ''}`}
        rows={p.regels ?? 3}
        value={p.waarde}
        maxLength={p.hoogstens}
        aria-required={!p.optioneel}
        aria-invalid={p.fout ? true : undefined}
        aria-describedby={beschrijving(id, p)}
        onChange={(e) => p.opWijzig(e.target.value)}
        onBlur={p.opVerlaat}
      />
      {over !== null && over <= 100 && (
        <span className="md-bijtekst" role="status">
          Nog {over} {over === 1 ? 'teken' : 'tekens'}
        </span>
      )}
    </Veldkader>
  )
}
