import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { Icoon, type Icoonnaam } from './Icoon.tsx'

type UitklapmenuProps = {
  knop: ReactNode
  icoon?: Icoonnaam
  klasse?: string
  /** Klapt uit langs de rechterkant van de knop. */
  rechts?: boolean
  children: ReactNode
}

/** Een knop die een klein vlak eronder opent. Escape, ernaast klikken, verder tabben of een ander scherm sluit het. */
export function Uitklapmenu({ knop, icoon, klasse, rechts, children }: UitklapmenuProps) {
  const id = useId()
  const omhulsel = useRef<HTMLDivElement>(null)
  const knopje = useRef<HTMLButtonElement>(null)
  const { pathname } = useLocation()
  const [open, zetOpen] = useState(false)
  // Een ander adres sluit het menu. In hetzelfde beeld, niet erna: dan zou het een menu sluiten dat daar net openging.
  const [plek, zetPlek] = useState(pathname)
  if (plek !== pathname) {
    zetPlek(pathname)
    zetOpen(false)
  }
  useEffect(() => {
    if (!open) return
    const dicht = (e: Event) => !omhulsel.current?.contains(e.target as Node) && zetOpen(false)
    const opToets = (e: KeyboardEvent) => {
      if (e.key !== 'Escape') return
      zetOpen(false)
      knopje.current?.focus()
    }
    document.addEventListener('keydown', opToets)
    document.addEventListener('pointerdown', dicht)
    document.addEventListener('focusin', dicht)
    return () => {
      document.removeEventListener('keydown', opToets)
      document.removeEventListener('pointerdown', dicht)
      document.removeEventListener('focusin', dicht)
    }
  }, [open])
  return (
    <div className={klasse ? `md-menu ${klasse}` : 'md-menu'} ref={omhulsel}>
      <button ref={knopje} type="button" className="md-menu__knop" aria-expanded={open} aria-controls={id} onClick={() => zetOpen(!open)}>
        {icoon && <Icoon naam={icoon} />}
        <span className="md-menu__tekst">{knop}</span>
        <Icoon naam="omlaag" />
      </button>
      <div id={id} className={rechts ? 'md-menu__vlak md-menu__vlak--rechts' : 'md-menu__vlak'} hidden={!open}>
        {children}
      </div>
    </div>
  )
}
