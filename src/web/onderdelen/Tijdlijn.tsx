import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Datum, inWoorden, type Periode, periodeInWoorden } from '#core/base/datum.ts'
import { Link } from 'react-router'
import { Knop } from './Knop.tsx'
import { Tabel } from './Tabel.tsx'
import { Tijdlijnbeeld } from './Tijdlijnbeeld.tsx'
import { beginVenster, schuif, type Zoom } from './tijdlijn-venster.ts'
import { Uitklap } from './Uitklap.tsx'

export type Tijdlijnperiode = Periode & {
  readonly sleutel: string
  /** Wat er in deze tijd is, in een paar woorden. */
  readonly tekst: string
  /** `loopt` grijs, `nieuw` in het accent, `voorbij` licht, `vervallen` gestippeld. Het woord staat ook in de tabel. */
  readonly soort?: 'loopt' | 'nieuw' | 'voorbij' | 'vervallen'
  readonly adres?: string
}
export type Tijdlijnmoment = { readonly sleutel: string; readonly datum: Datum; readonly tekst: string; readonly adres?: string }
export type Tijdlijnbaan = {
  readonly naam: string
  readonly perioden?: readonly Tijdlijnperiode[]
  readonly momenten?: readonly Tijdlijnmoment[]
}
/** Eén ding op de lijn, met de zin die erbij hoort. */
export type Tijdlijnding = { readonly sleutel: string; readonly baan: string; readonly zin: string; readonly van: Datum }

type TijdlijnProps = { naam: string; banen: readonly Tijdlijnbaan[]; vandaag: Datum; tabelOpen?: boolean }

/** Perioden en gebeurtenissen onder elkaar op één tijdas, met dezelfde feiten als zin (aanwijzen of pijltjes) en als tabel. */
export function Tijdlijn({ naam, banen, vandaag, tabelOpen = false }: TijdlijnProps) {
  const [zoom, zetZoom] = useState<Zoom>({ maanden: null, schuif: 0 })
  const [gekozen, zetGekozen] = useState<string | null>(null)
  const [vak, breedte] = gebruikBreedte()
  const zinId = useId()
  const dingen = useMemo(() => alleDingen(banen), [banen])
  const venster = useMemo(() => beginVenster(banen, vandaag, zoom), [banen, vandaag, zoom])
  const ding = dingen.find((d) => d.sleutel === gekozen)
  const opToets = (e: KeyboardEvent) => {
    const stap = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key]
    if (stap === undefined || dingen.length === 0 || e.target !== e.currentTarget) return
    e.preventDefault()
    const plek = dingen.findIndex((d) => d.sleutel === gekozen)
    const nieuw = plek < 0 ? (stap > 0 ? 0 : dingen.length - 1) : (plek + stap + dingen.length) % dingen.length
    zetGekozen(dingen[nieuw]?.sleutel ?? null)
  }
  if (dingen.length === 0) return null
  return (
    <figure className="md-tijdlijn" aria-label={naam}>
      <div className="md-tijdlijn__knoppen md-nietafdrukken">
        <Knop soort="stil" icoon="links" alleenIcoon opKlik={() => zetZoom(schuif(zoom, -1))}>
          Eerder in de tijd
        </Knop>
        <Knop soort="stil" icoon="rechts" alleenIcoon opKlik={() => zetZoom(schuif(zoom, 1))}>
          Later in de tijd
        </Knop>
        <Knop soort="stil" ingedrukt={zoom.maanden === 12} opKlik={() => zetZoom({ maanden: 12, schuif: 0 })}>
          Eén jaar
        </Knop>
        <Knop soort="stil" ingedrukt={zoom.maanden === null} opKlik={() => zetZoom({ maanden: null, schuif: 0 })}>
          Alles
        </Knop>
      </div>
      <div
        ref={vak}
        className="md-tijdlijn__vak"
        role="group"
        tabIndex={0}
        aria-label={`${naam}: met de pijltjes loopt u langs ${dingen.length === 1 ? 'één regel' : `${dingen.length} regels`}`}
        aria-describedby={zinId}
        onKeyDown={opToets}
      >
        <Tijdlijnbeeld
          naam={`${naam}. ${samenvatting(dingen)}`}
          banen={banen}
          venster={venster}
          vandaag={vandaag}
          breedte={breedte}
          gekozen={gekozen}
          wijsAan={zetGekozen}
        />
      </div>
      <p id={zinId} className="md-tijdlijn__zin" role="status">
        {ding?.zin ?? 'Wijs iets aan om te lezen wat het is.'}
      </p>
      <Uitklap kop="Dezelfde gegevens als tabel" open={tabelOpen}>
        <Tijdlijntabel naam={naam} banen={banen} />
      </Uitklap>
    </figure>
  )
}

const woord = { loopt: 'Loopt', nieuw: 'Nieuw', voorbij: 'Voorbij', vervallen: 'Vervallen' } as const

function Tijdlijntabel({ naam, banen }: { naam: string; banen: readonly Tijdlijnbaan[] }) {
  const link = (tekst: string, adres?: string) => (adres ? <Link to={adres}>{tekst}</Link> : tekst)
  const rijen = banen.flatMap((baan) => [
    ...(baan.perioden ?? []).map((p) => ({
      van: p.van,
      sleutel: p.sleutel,
      cellen: [baan.naam, link(p.tekst, p.adres), periodeInWoorden(p), p.soort ? woord[p.soort] : ''],
    })),
    ...(baan.momenten ?? []).map((m) => ({
      van: m.datum,
      sleutel: m.sleutel,
      cellen: [baan.naam, link(m.tekst, m.adres), inWoorden(m.datum), ''],
    })),
  ])
  return (
    <Tabel
      bijschrift={naam}
      bijschriftVerborgen
      compact
      koppen={['Waarover', 'Wat', 'Wanneer', 'Stand']}
      rijen={rijen.sort((a, b) => (a.van < b.van ? -1 : 1))}
    />
  )
}

function alleDingen(banen: readonly Tijdlijnbaan[]): Tijdlijnding[] {
  return banen
    .flatMap((baan) => [
      ...(baan.perioden ?? []).map((p) => ({
        sleutel: p.sleutel,
        baan: baan.naam,
        van: p.van,
        zin: `${baan.naam}: ${p.tekst}, ${periodeInWoorden(p)}${p.soort ? ` (${woord[p.soort].toLowerCase()})` : ''}.`,
      })),
      ...(baan.momenten ?? []).map((m) => ({
        sleutel: m.sleutel,
        baan: baan.naam,
        van: m.datum,
        zin: `${baan.naam}: ${m.tekst}, ${inWoorden(m.datum)}.`,
      })),
    ])
    .sort((a, b) => (a.van < b.van ? -1 : a.van > b.van ? 1 : 0))
}

const samenvatting = (dingen: readonly Tijdlijnding[]): string =>
  dingen.length > 12 ? `${dingen.length} regels; zie de tabel hieronder.` : dingen.map((d) => d.zin).join(' ')

/** De breedte die het beeld mag hebben; tekst in het beeld houdt zo haar eigen maat. */
function gebruikBreedte(): [React.RefObject<HTMLDivElement | null>, number] {
  const vak = useRef<HTMLDivElement>(null)
  const [breedte, zet] = useState(720)
  useLayoutEffect(() => {
    if (vak.current) zet(vak.current.clientWidth)
  }, [])
  useEffect(() => {
    if (!vak.current) return
    const wacht = new ResizeObserver(([e]) => e && zet(Math.floor(e.contentRect.width)))
    wacht.observe(vak.current)
    return () => wacht.disconnect()
  }, [])
  return [vak, breedte]
}
