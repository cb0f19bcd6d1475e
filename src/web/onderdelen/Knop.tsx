import type { ReactNode, Ref } from 'react'
import { Icoon, type Icoonnaam } from './Icoon.tsx'

type KnopProps = {
  children: ReactNode
  soort?: 'primair' | 'gewoon' | 'stil'
  type?: 'button' | 'submit' | 'reset'
  opKlik?: () => void
  icoon?: Icoonnaam
  /** Knop met alleen een icoon: `children` is dan de naam voor de schermlezer. */
  alleenIcoon?: boolean
  ingedrukt?: boolean
  uitgeklapt?: boolean
  bestuurt?: string
  beschrijving?: string
  ref?: Ref<HTMLButtonElement>
  id?: string
  klasse?: string
}

const klassen = { primair: 'nl-button--primary', gewoon: 'nl-button--secondary', stil: 'nl-button--subtle' } as const

/** Een knop doet iets op deze pagina; wie naar een andere pagina gaat, gebruikt een link (`KnopLink`). */
export function Knop({
  children,
  soort = 'gewoon',
  type = 'button',
  opKlik,
  icoon,
  alleenIcoon,
  ingedrukt,
  uitgeklapt,
  bestuurt,
  beschrijving,
  ref,
  id,
  klasse,
}: KnopProps) {
  return (
    <button
      ref={ref}
      id={id}
      type={type}
      // Wie op versturen drukt, verlaat zijn veld nog niet: een fout die dan verschijnt zou de knop onder de muis wegschuiven.
      onMouseDown={type === 'submit' ? (e) => e.preventDefault() : undefined}
      onClick={opKlik}
      aria-pressed={ingedrukt}
      aria-expanded={uitgeklapt}
      aria-controls={bestuurt}
      aria-describedby={beschrijving}
      className={['nl-button', klassen[soort], alleenIcoon && 'nl-button--icon-only', ingedrukt && 'nl-button--pressed', klasse]
        .filter(Boolean)
        .join(' ')}
    >
      {icoon && (
        <span className="nl-button__icon-start">
          <Icoon naam={icoon} />
        </span>
      )}
      <span className="nl-button__label">{children}</span>
    </button>
  )
}
