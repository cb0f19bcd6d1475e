import { useId, useState } from 'react'
import type { Json } from '#core/catalogus/instellingen.ts'
import { leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Instelling } from '#core/catalogus/vorm.ts'
import { EisChip } from '#web/onderdelen/EisChip.tsx'
import { gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { gekozenLezing, lezingenVoor, lezingTekst } from '#web/probeer/lezingen.ts'
import { kiesLezing } from '#web/probeer/situatie.ts'
import { aantal } from '#web/probeer/woorden.ts'

/** Andere lezingen van de regels proberen: alleen voor deze situatie, de gemeente legt ze zelf vast. */
export function Lezingenpaneel() {
  const { catalogus, situatie } = gebruikProbeer()
  const lezingen = lezingenVoor(catalogus, 'advies')
  if (lezingen.length === 0) return null
  const anders = lezingen.filter(([sleutel]) => sleutel in situatie.instellingen).length
  return (
    <details className="probeer-lezingen">
      <summary>
        Lezing van de regels{anders > 0 && <strong> · {aantal(anders, 'lezing', 'lezingen')} anders dan de standaard</strong>}
      </summary>
      <p className="md-bijtekst">
        Waar de bron meer lezingen toelaat, kiest de gemeente. Hier kunt u een andere lezing proberen, alleen voor deze situatie.
      </p>
      {lezingen.map(([sleutel, instelling]) => (
        <Lezing key={sleutel} sleutel={sleutel} instelling={instelling} />
      ))}
    </details>
  )
}

function Lezing({ sleutel, instelling }: { sleutel: string; instelling: Instelling }) {
  const { catalogus, situatie, bewaard } = gebruikProbeer()
  const id = useId()
  const waarde = gekozenLezing(instelling, situatie.instellingen[sleutel])
  const anders = sleutel in situatie.instellingen
  const gekozen = JSON.stringify(waarde)
  const genoemd = instelling.lezingen.some((l) => JSON.stringify(l.waarde) === gekozen)
  const kies = (nieuw: Json) => bewaard.zet((s) => kiesLezing(s, catalogus, sleutel, nieuw), `lezing ${sleutel}`)
  return (
    <div className="probeer-lezing" data-anders={anders || undefined}>
      <label htmlFor={id}>
        {instelling.titel} {anders && <span className="probeer-merk">anders dan de standaard</span>}
      </label>{' '}
      <EisChip eis={instelling.amb} />
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={gekozen}
        onChange={(e) => kies(JSON.parse(e.target.value) as Json)}
      >
        {!genoemd && <option value={gekozen}>{lezingTekst(instelling, waarde)}</option>}
        {instelling.lezingen.map((l) => {
          const w = JSON.stringify(l.waarde)
          return (
            <option key={w} value={w} disabled={l.ontbreekt !== undefined}>
              {l.tekst}
              {w === JSON.stringify(instelling.standaard) ? ' (standaard)' : ''}
              {l.ontbreekt ? ` (eerst nodig: ${l.ontbreekt})` : ''}
            </option>
          )
        })}
      </select>
      {instelling.vrij === 'getal' && <EigenGetal sleutel={sleutel} waarde={waarde} kies={kies} />}
    </div>
  )
}

function EigenGetal({ sleutel, waarde, kies }: { sleutel: string; waarde: Json; kies: (w: Json) => void }) {
  const { catalogus } = gebruikProbeer()
  const id = useId()
  const [tekst, zet] = useState('')
  const [fout, zetFout] = useState<string | null>(null)
  const neemOver = () => {
    if (tekst.trim() === '') return zetFout(null)
    const getal = Number(tekst.replace(',', '.'))
    const r = leesKeuze(catalogus, { instellingen: { [sleutel]: getal } })
    zetFout(r.ok ? null : (r.fout[0]?.tekst ?? 'Vul een getal in.'))
    if (r.ok) kies(getal)
  }
  return (
    <div className="probeer-eigen">
      <label htmlFor={id}>Of een eigen getal</label>
      <input
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input"
        inputMode="decimal"
        size={6}
        placeholder={typeof waarde === 'number' ? String(waarde) : undefined}
        value={tekst}
        aria-invalid={fout !== null}
        onChange={(e) => zet(e.target.value)}
        onBlur={neemOver}
      />
      {fout && <p className="md-veldfout">! {fout}</p>}
    </div>
  )
}
