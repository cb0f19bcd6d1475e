import { useId, useState } from 'react'
import { type Json, keuzeOp, leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Instelling } from '#core/catalogus/vorm.ts'
import { gekozenLezing, lezingenVoor, lezingTekst } from '#web/bewaren/lezingen.ts'
import { schrijfDatum } from '#web/kader/schrijf-datum.ts'
import { vandaag } from '#web/kader/vandaag.ts'
import { EisChip } from '#web/onderdelen/EisChip.tsx'

type Eigenschappen = {
  readonly catalogus: Catalogus
  readonly gemeente: string | null
  /** Alleen lezingen die in dit deel van de keten werken. */
  readonly werk: Instelling['werkt'][number]
  readonly gekozen: Readonly<Record<string, Json>>
  readonly kies: (sleutel: string, waarde: Json) => void
}

/** Andere lezingen van de regels proberen: alleen hier, de gemeente legt ze zelf vast. */
export function Lezingenpaneel({ catalogus, gemeente, werk, gekozen, kies }: Eigenschappen) {
  const lezingen = lezingenVoor(catalogus, werk)
  if (lezingen.length === 0) return null
  const vastgelegd = keuzeOp(catalogus.keuzes ?? [], gemeente, vandaag())
  const anders = lezingen.filter(([sleutel]) => sleutel in gekozen).length
  return (
    <details className="bewaar-paneel">
      <summary>Lezing van de regels{anders > 0 && <strong> · {anders} anders dan de standaard</strong>}</summary>
      <p className="md-bijtekst">
        Waar de bron meer lezingen toelaat, kiest de gemeente. Hier kunt u een andere lezing proberen, alleen op dit scherm.
      </p>
      {vastgelegd && (
        <p className="md-bijtekst">
          {vastgelegd.gemeente} heeft sinds {schrijfDatum(vastgelegd.geldigVan)} eigen lezingen vastgelegd ({vastgelegd.door}):{' '}
          {vastgelegd.reden} Die gelden hier als standaard.
        </p>
      )}
      {lezingen.map(([sleutel, instelling]) => (
        <Lezing
          key={sleutel}
          catalogus={catalogus}
          sleutel={sleutel}
          instelling={instelling}
          gekozen={gekozen[sleutel]}
          kies={(w) => kies(sleutel, w)}
        />
      ))}
    </details>
  )
}

type Lezingeigenschappen = {
  readonly catalogus: Catalogus
  readonly sleutel: string
  readonly instelling: Instelling
  readonly gekozen: Json | undefined
  readonly kies: (waarde: Json) => void
}

function Lezing({ catalogus, sleutel, instelling, gekozen, kies }: Lezingeigenschappen) {
  const id = useId()
  const waarde = gekozenLezing(instelling, gekozen)
  const anders = gekozen !== undefined
  const nu = JSON.stringify(waarde)
  const genoemd = instelling.lezingen.some((l) => JSON.stringify(l.waarde) === nu)
  return (
    <div className="bewaar-lezing" data-anders={anders || undefined} data-sleutel={sleutel}>
      <label htmlFor={id}>
        {instelling.titel} {anders && <span className="bewaar-merk">anders dan de standaard</span>}
      </label>{' '}
      <EisChip eis={instelling.amb} />
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={nu}
        onChange={(e) => kies(JSON.parse(e.target.value) as Json)}
      >
        {!genoemd && <option value={nu}>{lezingTekst(instelling, waarde)}</option>}
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
      {instelling.vrij === 'getal' && <EigenGetal catalogus={catalogus} sleutel={sleutel} kies={kies} />}
    </div>
  )
}

function EigenGetal({ catalogus, sleutel, kies }: { catalogus: Catalogus; sleutel: string; kies: (w: Json) => void }) {
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
    <div className="bewaar-eigen">
      <label htmlFor={id}>Of een eigen getal</label>
      <input
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input md-breedte--kort"
        inputMode="decimal"
        autoComplete="off"
        value={tekst}
        aria-invalid={fout !== null}
        aria-describedby={fout ? `${id}-fout` : undefined}
        onChange={(e) => zet(e.target.value)}
        onBlur={neemOver}
      />
      {fout && (
        <p className="md-veldfout" id={`${id}-fout`}>
          ! {fout}
        </p>
      )}
    </div>
  )
}
