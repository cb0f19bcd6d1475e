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
/** Zoveel ruimte links en rechts dat een gebeurtenis aan de rand nog heel in beeld is. */
const rand = 9
/** Onder deze breedte staat de naam van een baan erboven, niet ernaast. */
const smal = 560

type Baanplek = { baan: Tijdlijnbaan; rijen: Tijdlijnperiode[][]; boven: number; hoogte: number }

/** De tekening zelf. Alle maten zijn beeldpunten, zodat tekst leesbaar blijft op elke breedte. */
export function Tijdlijnbeeld({ naam, banen, venster, vandaag, breedte, gekozen, wijsAan }: BeeldProps) {
  const naamBreedte = breedte < smal ? 0 : Math.min(200, breedte * 0.24)
  const naamHoogte = breedte < smal ? 20 : 0
  const ruimte = Math.max(1, breedte - naamBreedte)
  const x = (procent: number) => naamBreedte + rand + (procent / 100) * (ruimte - 2 * rand)
  const as = asVan(venster)
  const plekken = zetOnderElkaar(banen, naamHoogte)
  const onder = plekken.at(-1)
  const hoogte = (onder ? onder.boven + onder.hoogte : asHoogte) + 4
  // Staat een naam boven zijn baan, dan houdt een streep daar op: zij liep anders door de letters.
  const stukken = naamHoogte === 0 ? [hoogte] : [asHoogte, ...plekken.flatMap((p) => [p.boven + naamHoogte, p.boven + p.hoogte])]
  const streep = (links: number, vanaf: number) =>
    `M${links} ${vanaf}${stukken.map((y, i) => (i % 2 ? `M${links} ${y}` : `V${y}`)).join('')}`
  const nu = plek(venster, dagnummer(vandaag), dagnummer(vandaag))
  const maandBreedte = as.maanden.length > 0 ? ruimte / as.maanden.length : ruimte
  const balken = plekken.flatMap(({ rijen, boven }) =>
    rijen.flatMap((rij, i) =>
      rij.map((p) => ({ p, ...balkplek(venster, p, x), boven: boven + naamHoogte + i * rijHoogte + 4, gekozen: p.sleutel === gekozen })),
    ),
  )
  // De volgorde is de stapeling: banen, streepjes, balken, de lijn van vandaag, en tekst daar bovenop.
  return (
    <svg className="md-tijdlijn__beeld" role="img" aria-label={naam} width={breedte} height={hoogte} viewBox={`0 0 ${breedte} ${hoogte}`}>
      {plekken.map(({ baan, boven, hoogte: baanHoogte }) => (
        <g key={baan.naam}>
          <rect x={naamBreedte} y={boven + naamHoogte} width={ruimte} height={baanHoogte - naamHoogte} className="md-tijdlijn__baan" />
          <text x={0} y={boven + (naamHoogte ? 14 : rijHoogte / 2 + 5)} className="md-tijdlijn__naam">
            {knip(baan.naam, naamBreedte || breedte)}
          </text>
        </g>
      ))}
      {as.jaren.map((j) => (
        <text key={j.links} x={x(j.links) + 3} y={31} className="md-tijdlijn__jaar">
          {(j.breedte / 100) * ruimte > 36 ? j.tekst : ''}
        </text>
      ))}
      {as.maanden.map((m) => (
        <g key={m.links}>
          <path d={streep(x(m.links), asHoogte - 20)} className="md-tijdlijn__streep" />
          {maandBreedte > 22 && (
            <text x={x(m.links) + 3} y={asHoogte - 8} className="md-tijdlijn__maand">
              {m.tekst}
            </text>
          )}
        </g>
      ))}
      {balken.map(({ p, links, breedte: lang, boven, gekozen: aan }) =>
        lang > 0 ? (
          <g key={p.sleutel} className="md-tijdlijn__balk" data-soort={p.soort ?? 'loopt'} data-gekozen={aan || undefined}>
            <rect x={links} y={boven} width={Math.max(3, lang)} height={rijHoogte - 8} rx={3} onPointerEnter={() => wijsAan(p.sleutel)} />
          </g>
        ) : null,
      )}
      {nu.breedte > 0 && (
        <>
          <path d={streep(x(nu.links), 17)} className="md-tijdlijn__vandaag" />
          <text
            x={Math.min(x(nu.links), breedte - 30)}
            y={12}
            textAnchor={x(nu.links) < naamBreedte + 28 ? 'start' : 'middle'}
            className="md-tijdlijn__nu"
          >
            vandaag
          </text>
        </>
      )}
      {balken.map(({ p, links, breedte: lang, boven }) => (
        <text
          key={p.sleutel}
          x={links + 6}
          y={boven + rijHoogte / 2 + 1}
          className="md-tijdlijn__baltekst"
          data-soort={p.soort ?? 'loopt'}
          aria-hidden="true"
        >
          {knip(`${p.tekst}${p.tot === undefined ? ' →' : ''}`, lang - 12)}
        </text>
      ))}
      {plekken.flatMap(({ baan, rijen, boven }) =>
        (baan.momenten ?? []).map((m) => (
          <Moment
            key={m.sleutel}
            moment={m}
            venster={venster}
            x={x}
            midden={boven + naamHoogte + rijen.length * rijHoogte + rijHoogte / 2}
            gekozen={m.sleutel === gekozen}
            wijsAan={wijsAan}
          />
        )),
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
