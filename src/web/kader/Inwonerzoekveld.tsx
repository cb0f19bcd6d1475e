import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { gebruikInwonerzoekterm, zetInwonerzoekterm } from './inwonerzoek.ts'
import { gebruikSneltoets } from './Sneltoetsen.tsx'

/** Zoeken naar een inwoner, vanuit elk scherm van de werkplek. */
export function Inwonerzoekveld() {
  const navigeer = useNavigate()
  const gezocht = gebruikInwonerzoekterm()
  const [term, zetTerm] = useState(gezocht)
  const veld = useRef<HTMLInputElement>(null)
  gebruikSneltoets('/', 'Inwoner zoeken', () => veld.current?.focus())
  useEffect(() => zetTerm(gezocht), [gezocht])
  const zoek = (e: FormEvent) => {
    e.preventDefault()
    zetInwonerzoekterm(term.trim())
    void navigeer('/inwoners')
  }
  return (
    <search className="md-zoek">
      <form onSubmit={zoek}>
        <label className="md-onzichtbaar" htmlFor="inwonerzoekterm">
          Inwoner zoeken op naam, geboortedatum of BSN
        </label>
        <input
          ref={veld}
          id="inwonerzoekterm"
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input"
          placeholder="Inwoner zoeken"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={term}
          onChange={(e) => zetTerm(e.target.value)}
        />
        <span className="md-toets" aria-hidden="true">
          /
        </span>
        <button type="submit" className="md-zoek__knop">
          <Icoon naam="zoek" />
          <span className="md-onzichtbaar">Inwoner zoeken</span>
        </button>
      </form>
    </search>
  )
}
