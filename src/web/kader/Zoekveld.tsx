import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { gebruikSneltoets } from './Sneltoetsen.tsx'
import { leesZoekterm, zoekFragment } from './zoekterm.ts'

/** Zoeken in de catalogus. De zoekterm staat in het fragment van het adres en gaat dus nooit naar de server. */
export function Zoekveld({ adresdeel }: { adresdeel: string }) {
  const navigeer = useNavigate()
  const { pathname, hash, search } = useLocation()
  const opZoekscherm = pathname.endsWith('/zoek')
  const [term, zetTerm] = useState('')
  const veld = useRef<HTMLInputElement>(null)
  gebruikSneltoets('/', 'Zoeken', () => veld.current?.focus())

  useEffect(() => {
    if (opZoekscherm) zetTerm(leesZoekterm(hash, search))
  }, [opZoekscherm, hash, search])

  const ga = (nieuw: string, vervang: boolean) =>
    navigeer(`/${adresdeel}/zoek${zoekFragment(nieuw)}`, { replace: vervang, preventScrollReset: vervang })
  const verstuur = (e: FormEvent) => {
    e.preventDefault()
    ga(term, opZoekscherm)
  }
  return (
    <search className="md-zoek">
      <form onSubmit={verstuur}>
        <label className="md-onzichtbaar" htmlFor="zoekterm">
          Zoeken in de catalogus
        </label>
        <input
          ref={veld}
          id="zoekterm"
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input"
          placeholder="Zoeken"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={term}
          onChange={(e) => {
            zetTerm(e.target.value)
            if (opZoekscherm) ga(e.target.value, true)
          }}
        />
        <span className="md-toets" aria-hidden="true">
          /
        </span>
        <button type="submit" className="md-zoek__knop">
          <Icoon naam="zoek" />
          <span className="md-onzichtbaar">Zoeken</span>
        </button>
      </form>
    </search>
  )
}
