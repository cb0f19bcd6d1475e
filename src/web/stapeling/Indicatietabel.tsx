import { inWoorden } from '#core/base/datum.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { productnaam, type Stapelingsbotsing } from '#core/indicatie/stapeling.ts'
import { Icoon, type Icoonnaam } from '#web/onderdelen/Icoon.tsx'
import { Knop } from '#web/onderdelen/Knop.tsx'
import { Tabel } from '#web/onderdelen/Tabel.tsx'
import type { Rij } from './stand.ts'

type Eigenschappen = {
  readonly catalogus: Catalogus
  readonly rijen: readonly Rij[]
  readonly botsingen: readonly Stapelingsbotsing[]
  readonly bewerk: (id: string) => void
  readonly haalWeg: (id: string) => void
}

const Stand = ({ icoon, tekst }: { icoon: Icoonnaam; tekst: string }) => (
  <span className="stapeling-stand" data-icoon={icoon}>
    <Icoon naam={icoon} tekst /> {tekst}
  </span>
)

/** Dezelfde feiten als de tijdlijn, in woorden. */
export function Indicatietabel({ catalogus, rijen, botsingen, bewerk, haalWeg }: Eigenschappen) {
  const stand = (id: string) => {
    const met = botsingen.filter((b) => b.indicaties.some((i) => i.id === id))
    if (met.some((b) => b.soort === 'conflict')) return { icoon: 'kruis' as const, tekst: 'kan niet naast een andere' }
    return met.length > 0 ? { icoon: 'waarschuwing' as const, tekst: 'vraagt een motivering' } : { icoon: 'vink' as const, tekst: 'past' }
  }
  return (
    <Tabel
      bijschrift="Indicaties"
      compact
      koppen={[
        'Product',
        'Eerste dag',
        'Laatste dag',
        'Soort',
        'Naast de andere',
        <span key="doen" className="md-nietafdrukken">
          Wat wilt u doen
        </span>,
      ]}
      rijen={rijen.map((r) => ({
        sleutel: r.id,
        cellen: [
          productnaam(catalogus, r.product),
          inWoorden(r.van),
          r.tot === undefined ? 'geen einddatum' : inWoorden(r.tot),
          [r.nieuw ? 'nieuw' : 'loopt al', r.pgb && 'pgb', r.aanbieder].filter(Boolean).join(', '),
          <Stand key="stand" {...stand(r.id)} />,
          <span key="knoppen" className="stapeling-acties md-nietafdrukken">
            <Knop opKlik={() => bewerk(r.id)}>
              Wijzig<span className="md-onzichtbaar"> {productnaam(catalogus, r.product)}</span>
            </Knop>
            <Knop opKlik={() => haalWeg(r.id)}>
              Haal weg<span className="md-onzichtbaar"> {productnaam(catalogus, r.product)}</span>
            </Knop>
          </span>,
        ],
      }))}
    />
  )
}
