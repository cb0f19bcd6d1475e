import { useEffect, useId, useRef, useState } from 'react'
import type { Probleem } from '../api/probleem.ts'
import { schrijfDatum, schrijfWanneer } from '../kader/schrijf-datum.ts'
import { type Conflictkant, type Conflictveld, pasKeuzesToe, type Verschil, vindVerschillen } from './conflict-verschil.ts'
import { Icoon } from './Icoon.tsx'
import { Knop } from './Knop.tsx'

type ConflictProps<W> = {
  /** De weigering met status 412: wie, wanneer en hoe het er nu staat. */
  probleem: Probleem
  velden: readonly Conflictveld[]
  /** Hoe het was toen u begon. */
  basis: W
  mijn: W
  /** Wat er bewaard moet worden, met het ETag van de versie van uw collega. Bewaren doet de aanroeper. */
  opKies: (waarden: W, etag: string | undefined) => void
}

/** Een collega wijzigde hetzelfde. Beide versies naast elkaar, per veld een keuze; niets wordt stil overschreven. */
export function Conflict<W>({ probleem, velden, basis, mijn, opKies }: ConflictProps<W>) {
  const id = useId()
  const kop = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    kop.current?.focus({ preventScroll: true })
    // Anders dan focus houdt dit rekening met de balken boven en onder het scherm: eerst zoveel mogelijk, dan zeker de kop.
    kop.current?.parentElement?.scrollIntoView({ block: 'nearest' })
    kop.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const verschillen = vindVerschillen(velden, basis, mijn, probleem.huidig)
  const [gekozen, zetGekozen] = useState<Readonly<Record<string, Conflictkant>>>({})
  const [gemist, zetGemist] = useState(false)
  const keuze = (v: Verschil) => gekozen[v.veld.plaats] ?? v.voorstel
  const open = verschillen.filter((v) => keuze(v) === null)
  const collega = probleem.wie ?? 'Een collega'
  const bewaar = () => {
    zetGemist(open.length > 0)
    if (open[0]) return document.getElementById(`${id}${open[0].veld.plaats}-mijn`)?.focus()
    const keuzes = Object.fromEntries(verschillen.map((v) => [v.veld.plaats, keuze(v) ?? 'mijn']))
    opKies(pasKeuzesToe(mijn, verschillen, keuzes), probleem.etag)
  }
  return (
    <section className="md-conflict" aria-labelledby={`${id}-kop`}>
      <h2 id={`${id}-kop`} ref={kop} tabIndex={-1} className="md-conflict__kop">
        <Icoon naam="waarschuwing" groot />
        {collega} wijzigde dit{probleem.wanneer ? ` ${schrijfWanneer(probleem.wanneer)}` : ' net'}
      </h2>
      <p>
        {verschillen.length === 0
          ? 'U hebt allebei hetzelfde ingevuld. U kunt gewoon bewaren.'
          : 'Bekijk het verschil en kies per regel wat u bewaart. Er is nog niets overschreven.'}
      </p>
      {verschillen.map((v) => (
        <fieldset key={v.veld.plaats} className="md-conflict__veld">
          <legend>{v.veld.label}</legend>
          {gemist && keuze(v) === null && <p className="md-veldfout">Kies welke van de twee u bewaart.</p>}
          <div className="md-conflict__kanten">
            {(['mijn', 'hun'] as const).map((kant) => (
              <div key={kant} className="md-conflict__kant">
                <input
                  type="radio"
                  id={`${id}${v.veld.plaats}-${kant}`}
                  name={`${id}${v.veld.plaats}`}
                  className="utrecht-radio-button utrecht-radio-button--html-input"
                  checked={keuze(v) === kant}
                  onChange={() => zetGekozen((g) => ({ ...g, [v.veld.plaats]: kant }))}
                />
                <label htmlFor={`${id}${v.veld.plaats}-${kant}`}>
                  <span className="md-conflict__wie">{kant === 'mijn' ? 'Van u' : `Van ${probleem.wie ?? 'uw collega'}`}</span>
                  <span className="md-conflict__waarde">{toon(v.veld, v[kant])}</span>
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      <p className="md-knoppen">
        <Knop soort="primair" opKlik={bewaar}>
          Keuze bewaren
        </Knop>
      </p>
    </section>
  )
}

function toon(veld: Conflictveld, waarde: unknown): string {
  if (waarde === null || waarde === undefined || waarde === '') return veld.leeg ?? 'Niets ingevuld'
  return veld.toon ? veld.toon(waarde) : typeof waarde === 'string' ? schrijfDatum(waarde) : JSON.stringify(waarde)
}
