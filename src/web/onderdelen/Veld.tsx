import { useId } from 'react'
import { beschrijving, Veldkader, type Veldtekst } from './Veldkader.tsx'

type VeldProps = Veldtekst & {
  id?: string
} & (
    | {
        soort?: 'tekst' | 'getal'
        waarde: string
        opWijzig: (waarde: string) => void
        eenheid?: string
        breedte?: 'kort' | 'midden' | 'vol'
        opVerlaat?: () => void
      }
    | { soort: 'lang'; waarde: string; opWijzig: (waarde: string) => void; regels?: number; opVerlaat?: () => void }
    | {
        soort: 'keuze'
        waarde: string
        opWijzig: (waarde: string) => void
        opties: readonly { waarde: string; tekst: string }[]
        leeg?: string
        opVerlaat?: () => void
      }
  )

/** Invoerveld met label erboven, uitleg, en een fout die zegt wat te doen. */
export function Veld(props: VeldProps) {
  const eigenId = useId()
  const id = props.id ?? eigenId
  const { label, uitleg, fout, optioneel } = props
  return (
    <Veldkader id={id} label={label} uitleg={uitleg} fout={fout} optioneel={optioneel}>
      <Invoer {...props} id={id} beschreven={beschrijving(id, props)} />
    </Veldkader>
  )
}

function Invoer(props: VeldProps & { id: string; beschreven: string | undefined }) {
  const gedeeld = {
    id: props.id,
    value: props.waarde,
    onBlur: props.opVerlaat,
    'aria-describedby': props.beschreven,
    'aria-invalid': props.fout ? true : undefined,
  }
  const fout = (klasse: string) => (props.fout ? ` ${klasse}--invalid` : '')
  if (props.soort === 'lang') {
    return (
      <textarea
        {...gedeeld}
        className={`utrecht-textarea utrecht-textarea--html-textarea${fout('utrecht-textarea')}`}
        rows={props.regels ?? 3}
        onChange={(e) => props.opWijzig(e.target.value)}
      />
    )
  }
  if (props.soort === 'keuze') {
    return (
      <select
        {...gedeeld}
        className={`utrecht-select utrecht-select--html-select${fout('utrecht-select')}`}
        onChange={(e) => props.opWijzig(e.target.value)}
      >
        {props.leeg !== undefined && <option value="">{props.leeg}</option>}
        {props.opties.map((o) => (
          <option key={o.waarde} value={o.waarde}>
            {o.tekst}
          </option>
        ))}
      </select>
    )
  }
  const soort = props.soort ?? 'tekst'
  return (
    <span className="md-veld__regel">
      <input
        {...gedeeld}
        type="text"
        inputMode={soort === 'getal' ? 'decimal' : undefined}
        autoComplete="off"
        className={`utrecht-textbox utrecht-textbox--html-input md-breedte--${props.breedte ?? (soort === 'tekst' ? 'vol' : 'kort')}${fout('utrecht-textbox')}`}
        onChange={(e) => props.opWijzig(e.target.value)}
      />
      {props.eenheid && <span className="md-veld__eenheid">{props.eenheid}</span>}
    </span>
  )
}
