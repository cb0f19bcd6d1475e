import { useId } from 'react'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Stapelingsbotsing, Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import { type Voorstel, voorstellen } from '#core/indicatie/voorstellen.ts'
import { MetBron } from '#web/bewaren/MetBron.tsx'
import { Icoon } from '#web/onderdelen/Icoon.tsx'
import { Knop } from '#web/onderdelen/Knop.tsx'
import { Melding } from '#web/onderdelen/Melding.tsx'
import { aantal } from '#core/advies/woorden.ts'
import { motiveringsleutel } from './stand.ts'

type Eigenschappen = {
  readonly catalogus: Catalogus
  readonly oordeel: Stapelingsoordeel
  readonly botsingen: readonly Stapelingsbotsing[]
  readonly pasToe: (v: Voorstel) => void
  readonly motiveringen: Readonly<Record<string, string>>
  readonly motiveer: (sleutel: string, tekst: string) => void
}

/** Mag het naast elkaar? Eén zin vooraf, daarna per conflict waarom niet en wat wel kan. */
export function Oordeel({ catalogus, oordeel, botsingen, pasToe, motiveringen, motiveer }: Eigenschappen) {
  const conflicten = botsingen.filter((b) => b.soort === 'conflict')
  const waarschuwingen = botsingen.filter((b) => b.soort === 'waarschuwing')
  const kop = oordeel.toegestaan
    ? waarschuwingen.length > 0
      ? 'Dit kan naast elkaar, met een motivering.'
      : 'Dit kan naast elkaar.'
    : `Dit kan niet naast elkaar: ${aantal(conflicten.length, 'conflict', 'conflicten')}.`
  return (
    <section className="stapeling-oordeel" aria-label="Oordeel" data-toegestaan={oordeel.toegestaan}>
      <p className="stapeling-kop" role="status">
        <Icoon naam={oordeel.toegestaan ? 'vink' : 'kruis'} tekst /> {kop}
      </p>
      {conflicten.map((b) => (
        <Melding key={sleutelVan(b)} soort="fout">
          <p>
            <MetBron tekst={b.melding.tekst} eisen={b.melding.eis} />
          </p>
          <div className="md-knoppen md-nietafdrukken">
            {voorstellen(catalogus, b).map((v, i) => (
              <Knop key={v.soort} soort={i === 0 ? 'primair' : 'gewoon'} opKlik={() => pasToe(v)}>
                {v.tekst}
              </Knop>
            ))}
          </div>
        </Melding>
      ))}
      {waarschuwingen.map((b) => (
        <Melding key={sleutelVan(b)} soort="waarschuwing">
          <MetBron tekst={b.melding.tekst} eisen={b.melding.eis} />
          <Motivering
            waarde={motiveringen[motiveringsleutel(b.melding)] ?? ''}
            zet={(tekst) => motiveer(motiveringsleutel(b.melding), tekst)}
          />
        </Melding>
      ))}
      {oordeel.info.map((m) => (
        <Melding key={`${m.code} ${m.producten.join()}`} soort="info" compact>
          <MetBron tekst={m.tekst} eisen={m.eis} />
        </Melding>
      ))}
    </section>
  )
}

const sleutelVan = (b: Stapelingsbotsing): string => `${b.melding.code} ${b.indicaties.map((i) => i.id).join('-')} ${b.melding.van}`

function Motivering({ waarde, zet }: { waarde: string; zet: (tekst: string) => void }) {
  const id = useId()
  return (
    <div className="stapeling-motivering">
      <label htmlFor={id}>Motivering</label>
      <textarea
        id={id}
        className="utrecht-textarea utrecht-textarea--html-textarea"
        rows={2}
        value={waarde}
        onChange={(e) => zet(e.target.value)}
      />
    </div>
  )
}
