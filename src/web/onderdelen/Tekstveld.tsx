import { type HTMLInputAutoCompleteAttribute, type InputHTMLAttributes, useId } from 'react'
import { beschrijving, Veldkader, type Veldtekst } from './Veldkader.tsx'

type TekstveldProps = Veldtekst & {
  id?: string
  waarde: string
  opWijzig: (waarde: string) => void
  opVerlaat?: () => void
  breedte?: 'kort' | 'midden' | 'vol'
  /** Welk toetsenbord een telefoon toont. */
  toetsen?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  /** Staat standaard uit: het zijn bijna nooit de eigen gegevens van wie typt. */
  invullen?: HTMLInputAutoCompleteAttribute
  hoogstens?: number
  eenheid?: string
}

/** Eén regel tekst. Zonder `optioneel` is het veld verplicht, en hoort een schermlezer dat. */
export function Tekstveld(p: TekstveldProps) {
  const eigenId = useId()
  const id = p.id ?? eigenId
  return (
    <Veldkader id={id} label={p.label} uitleg={p.uitleg} fout={p.fout} optioneel={p.optioneel}>
      <span className="md-veld__regel">
        <input
          id={id}
          type="text"
          className={`utrecht-textbox utrecht-textbox--html-input md-breedte--${p.breedte ?? 'vol'}${p.fout ? ' utrecht-textbox--invalid' : ''}`}
          value={p.waarde}
          inputMode={p.toetsen}
          autoComplete={p.invullen ?? 'off'}
          maxLength={p.hoogstens}
          aria-required={!p.optioneel}
          aria-invalid={p.fout ? true : undefined}
          aria-describedby={beschrijving(id, p)}
          onChange={(e) => p.opWijzig(e.target.value)}
          onBlur={p.opVerlaat}
        />
        {p.eenheid && <span className="md-veld__eenheid">{p.eenheid}</span>}
      </span>
    </Veldkader>
  )
}
