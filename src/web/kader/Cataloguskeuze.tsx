import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { gebruikGegevens } from './gebruik-gegevens.ts'
import { gebruikPlaats } from './gebruik-plaats.ts'
import { haalIndex } from './haal-gegevens.ts'

/** Onderdelen die elke catalogus heeft; daarop blijft u als u van catalogus wisselt. */
const blijvend = new Set(['probeer', 'omvang', 'stapeling', 'vergelijk', 'matrix', 'instellingen', 'tabellen', 'versies', 'bron'])

export function Cataloguskeuze() {
  const { id, onderdeel } = gebruikPlaats()
  const { pathname } = useLocation()
  const index = gebruikGegevens('index', haalIndex)
  const [open, zetOpen] = useState(false)
  const omhulsel = useRef<HTMLDivElement>(null)
  const knop = useRef<HTMLButtonElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: een ander adres sluit de lijst.
  useEffect(() => zetOpen(false), [pathname])
  useEffect(() => {
    if (!open) return
    const dicht = (e: Event) => !omhulsel.current?.contains(e.target as Node) && zetOpen(false)
    const opToets = (e: KeyboardEvent) => {
      if (e.key !== 'Escape') return
      zetOpen(false)
      knop.current?.focus()
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

  if (index.stand !== 'klaar') return <div className="md-cataloguskeuze" />
  const catalogi = index.waarde.catalogi
  const huidig = catalogi.find((c) => c.id === id)
  if (!huidig) return <div className="md-cataloguskeuze" />
  return (
    <div className="md-cataloguskeuze" ref={omhulsel}>
      <button
        ref={knop}
        type="button"
        className="md-cataloguskeuze__knop"
        aria-expanded={open}
        aria-controls="cataloguslijst"
        onClick={() => zetOpen(!open)}
      >
        <span className="md-onzichtbaar">Catalogus: </span>
        <span className="md-cataloguskeuze__naam">{huidig.naam}</span>
        <Icoon naam="omlaag" />
      </button>
      <ul id="cataloguslijst" className="md-cataloguskeuze__lijst" hidden={!open}>
        {catalogi.map((c) => (
          <li key={c.id}>
            <Link to={`/${c.id}${blijvend.has(onderdeel) ? `/${onderdeel}` : ''}`} aria-current={c.id === id ? 'true' : undefined}>
              <strong>{c.naam}</strong>
              <span>{c.omschrijving}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
