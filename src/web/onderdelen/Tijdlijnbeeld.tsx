import { type Datum, dagnummer } from '#core/base/datum.ts'
import type { Tijdlijnbaan, Tijdlijnmoment, Tijdlijnperiode } from './Tijdlijn.tsx'
import { asVan, plek, type Venster, verdeel } from './tijdas.ts'

type BeeldProps = {
  naam: string
  banen: readonly Tijdlijnbaan[]
  venster: Venster
  vandaag: Datum
  breedte: number
  gekozen: string | null
  wijsAan: (sleutel: string) => void
}

const rijHoogte = 34
/** Drie regels: het woord vandaag, de jaren, de maanden. */
const asHoogte = 58
const tussen = 10
/** Onder deze breedte staat de naam van een baan erboven, niet ernaast. */
const smal = 560

type Baanplek = { baan: Tijdlijnbaan; rijen: Tijdlijnperiode[][]; boven: number; hoogte: number }

/** De tekening zelf. Alle maten zijn beeldpunten, zodat tekst leesbaar blijft op elke breedte. */
export function Tijdlijnbeeld({ naam, banen, venster, vandaag, breedte, gekozen, wijsAan }: BeeldProps) {
  const naamBreedte = breedte < smal ? 0 : Math.min(200, breedte * 0.24)
  const naamHoogte = breedte < smal ? 20 : 0
  const ruimte = Math.max(1, breedte - naamBreedte)
  const x = (procent: number) => naamBreedte + (procent / 100) * ruimte
  const as = asVan(venster)
  const plekken = zetOnderElkaar(banen, naamHoogte)
  const onder = plekken.at(-1)
  const hoogte = (onder ? onder.boven + onder.hoogte : asHoogte) + 4
  const nu = plek(venster, dagnummer(vandaag), dagnummer(vandaag))
  const maandBreedte = as.maanden.length > 0 ? ruimte / as.maanden.length : ruimte
  return (
    <svg className="md-tijdlijn__beeld" role="img" aria-label={naam} width={breedte} height={hoogte} viewBox={`0 0 ${breedte} ${hoogte}`}>
      {as.jaren.map((j) => (
        <text key={j.links} x={x(j.links) + 3} y={31} className="md-tijdlijn__jaar">
          {(j.breedte / 100) * ruimte > 36 ? j.tekst : ''}
        </text>
      ))}
      {as.maanden.map((m) => (
        <g key={m.links}>
          <line x1={x(m.links)} x2={x(m.links)} y1={asHoogte - 20} y2={hoogte} className="md-tijdlijn__streep" />
          {maandBreedte > 22 && (
            <text x={x(m.links) + 3} y={asHoogte - 8} className="md-tijdlijn__maand">
              {m.tekst}
            </text>
          )}
        </g>
      ))}
      {plekken.map(({ baan, rijen, boven, hoogte: baanHoogte }) => (
        <g key={baan.naam}>
          <rect x={naamBreedte} y={boven + naamHoogte} width={ruimte} height={baanHoogte - naamHoogte} className="md-tijdlijn__baan" />
          <text x={0} y={boven + (naamHoogte ? 14 : rijHoogte / 2 + 5)} className="md-tijdlijn__naam">
            {knip(baan.naam, naamBreedte || breedte)}
          </text>
          {rijen.map((rij, i) =>
            rij.map((p) => (
              <Balk
                key={p.sleutel}
                periode={p}
                boven={boven + naamHoogte + i * rijHoogte + 4}
                {...balkplek(venster, p, x)}
                gekozen={p.sleutel === gekozen}
                wijsAan={wijsAan}
              />
            )),
          )}
          {(baan.momenten ?? []).map((m) => (
            <Moment
              key={m.sleutel}
              moment={m}
              venster={venster}
              x={x}
              midden={boven + naamHoogte + rijen.length * rijHoogte + rijHoogte / 2}
              gekozen={m.sleutel === gekozen}
              wijsAan={wijsAan}
            />
          ))}
        </g>
      ))}
      {nu.breedte > 0 && (
        <g>
          <line x1={x(nu.links)} x2={x(nu.links)} y1={17} y2={hoogte} className="md-tijdlijn__vandaag" />
          <text
            x={Math.min(x(nu.links), breedte - 30)}
            y={12}
            textAnchor={x(nu.links) < naamBreedte + 28 ? 'start' : 'middle'}
            className="md-tijdlijn__nu"
          >
            vandaag
          </text>
        </g>
      )}
    </svg>
  )
}

function zetOnderElkaar(banen: readonly Tijdlijnbaan[], naamHoogte: number): Baanplek[] {
  let boven = asHoogte
  return banen.map((baan) => {
    const rijen = verdeel(baan.perioden ?? [])
    const regels = rijen.length + ((baan.momenten?.length ?? 0) > 0 ? 1 : 0)
    const hoogte = naamHoogte + Math.max(1, regels) * rijHoogte
    const gezet = { baan, rijen, boven, hoogte }
    boven += hoogte + tussen
    return gezet
  })
}

function balkplek(venster: Venster, p: Tijdlijnperiode, x: (procent: number) => number) {
  const { links, breedte } = plek(venster, dagnummer(p.van), p.tot === undefined ? venster.tot : dagnummer(p.tot))
  return { links: x(links), breedte: x(links + breedte) - x(links) }
}

type BalkProps = {
  periode: Tijdlijnperiode
  links: number
  breedte: number
  boven: number
  gekozen: boolean
  wijsAan: (sleutel: string) => void
}

function Balk({ periode, links, breedte, boven, gekozen, wijsAan }: BalkProps) {
  if (breedte <= 0) return null
  const tekst = knip(`${periode.tekst}${periode.tot === undefined ? ' →' : ''}`, breedte - 12)
  return (
    <g
      className="md-tijdlijn__balk"
      data-soort={periode.soort ?? 'loopt'}
      data-gekozen={gekozen || undefined}
      onPointerEnter={() => wijsAan(periode.sleutel)}
    >
      <rect x={links} y={boven} width={Math.max(3, breedte)} height={rijHoogte - 8} rx={3} />
      <text x={links + 6} y={boven + rijHoogte / 2 + 1}>
        {tekst}
      </text>
    </g>
  )
}

type MomentProps = {
  moment: Tijdlijnmoment
  venster: Venster
  x: (procent: number) => number
  midden: number
  gekozen: boolean
  wijsAan: (sleutel: string) => void
}

function Moment({ moment, venster, x, midden, gekozen, wijsAan }: MomentProps) {
  const dag = dagnummer(moment.datum)
  if (dag < venster.van || dag >= venster.tot) return null
  const { links, breedte } = plek(venster, dag, dag)
  const hier = x(links + breedte / 2)
  return (
    <path
      className="md-tijdlijn__moment"
      data-gekozen={gekozen || undefined}
      d={`M${hier} ${midden - 8} l8 8 l-8 8 l-8 -8 z`}
      onPointerEnter={() => wijsAan(moment.sleutel)}
    />
  )
}

/** Tekst in een tekening breekt niet af; wat niet past eindigt met een beletselteken (ongeveer 7,2 punten per letter). */
function knip(tekst: string, breedte: number): string {
  const past = Math.floor(breedte / 7.2)
  if (tekst.length <= past) return tekst
  return past < 3 ? '' : `${tekst.slice(0, past - 1)}…`
}
