/**
 * De tijdlijn van een inwoner: per voorziening een baan met perioden, een baan voor de zaken, en alle feiten als zinnen met
 * een dag. Wat een voorziening heet en hoeveel zij is, komt als tekst binnen: dat weet de catalogus.
 */
import { type Datum, inWoorden, type Periode, plusDagen } from '#core/base/datum.ts'
import { type Gebeurtenis, geldend, standOp } from '#core/dossier/gebeurtenis.ts'
import { type Indicatiestand, indicatiestanden, type Zaakstand, zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'

type Rij = Omit<Gebeurtenis, 'gegevens'> & { readonly zin: string }
export type Tijdlijngebeurtenis = Rij & { readonly zaak: string | null; readonly indicatie: string | null }
export type Tijdlijnindicatie = {
  readonly id: string
  readonly voorziening: string
  readonly van: Datum
  readonly tot: Datum | null
  /** "2 uur en 45 minuten per week" */
  readonly omvang: string
  readonly vervangt: string | null
}
export type Tijdlijnvoorziening = { readonly id: string; readonly naam: string }
export type Tijdlijnzaak = { readonly id: string; readonly naam: string; readonly ontvangenOp: Datum; readonly afgeslotenOp: Datum | null }
export type Tijdlijninvoer = {
  readonly voorzieningen: readonly Tijdlijnvoorziening[]
  readonly indicaties: readonly Tijdlijnindicatie[]
  readonly zaken: readonly Tijdlijnzaak[]
  readonly gebeurtenissen: readonly Tijdlijngebeurtenis[]
  /** Wat in een bericht van of aan een aanbieder staat. */
  readonly berichtfeiten: readonly Berichtfeit[]
}
export type Berichtfeit = { readonly bericht: string; readonly datum: Datum; readonly zin: string }

/** Een stuk van een baan. Zonder periode heeft de indicatie op geen enkele dag gegolden. */
export type Stuk = {
  readonly id: string
  readonly periode: Periode | null
  readonly stand: Indicatiestand | Zaakstand | null
  /** "Gestart sinds 1 juni 2026 · 2 uur per week" */
  readonly zin: string
  readonly verloop: 'komt' | 'loopt' | 'voorbij'
}
export type Baan = { readonly soort: 'voorziening' | 'zaak'; readonly id: string; readonly naam: string; readonly stukken: readonly Stuk[] }
export type Feit = {
  readonly id: string
  readonly datum: Datum
  readonly zin: string
  readonly zaak: string | null
  readonly indicatie: string | null
  /** Waar het in staat, als het uit een bericht komt. */
  readonly bericht: string | null
  /** Onwaar: later verbeterd of vervallen; blijft te zien, doorgestreept. */
  readonly geldt: boolean
}
export type Tijdlijn = { readonly banen: readonly Baan[]; readonly feiten: readonly Feit[]; readonly van: Datum; readonly tot: Datum }

/** Bouwt de tijdlijn zoals zij op `vandaag` is. Banen op begin, feiten met het nieuwste bovenaan. */
export function bouwTijdlijn(invoer: Tijdlijninvoer, vandaag: Datum): Tijdlijn {
  const banen = [
    ...invoer.voorzieningen.map((v) => voorzieningbaan(v, invoer, vandaag)),
    ...invoer.zaken.map((z) => zaakbaan(z, invoer, vandaag)),
  ]
    .filter(({ stukken }) => stukken.length > 0)
    .sort(opSleutel(({ soort, id, stukken }) => `${soort === 'zaak' ? 1 : 0} ${eersteDag(stukken) ?? '9999-12-31'} ${id}`))
  const dagen = [
    vandaag,
    ...banen.flatMap(({ stukken }) => stukken.flatMap(({ periode }) => (periode ? [periode.van, periode.tot ?? periode.van] : []))),
  ].sort()
  return { banen, feiten: feiten(invoer), van: dagen[0] ?? vandaag, tot: dagen.at(-1) ?? vandaag }
}

function voorzieningbaan({ id, naam }: Tijdlijnvoorziening, invoer: Tijdlijninvoer, vandaag: Datum): Baan {
  // Een indicatie die door een verbetering vervangen is, heeft nooit zo gegolden.
  const vervangen = new Set(invoer.indicaties.map(({ vervangt }) => vervangt))
  const stukken = invoer.indicaties
    .filter((indicatie) => indicatie.voorziening === id && !vervangen.has(indicatie.id))
    .map((indicatie) =>
      indicatiestuk(
        indicatie,
        invoer.gebeurtenissen.filter((g) => g.indicatie === indicatie.id),
        vandaag,
      ),
    )
  return { soort: 'voorziening', id, naam, stukken: stukken.sort(opSleutel((s) => `${s.periode?.van ?? '9999-12-31'} ${s.id}`)) }
}

function indicatiestuk(indicatie: Tijdlijnindicatie, rijen: readonly Rij[], vandaag: Datum): Stuk {
  const periode = werkelijkePeriode(indicatie, rijen)
  const stand = standOp('indicatie', rijen, vandaag)
  const kop = stand ? `${indicatiestanden[stand.stand]} sinds ${inWoorden(stand.sinds)}` : 'Nog niet vastgesteld'
  return { id: indicatie.id, periode, stand: stand?.stand ?? null, zin: `${kop} · ${indicatie.omvang}`, verloop: verloop(periode, vandaag) }
}

/**
 * De dagen waarop een indicatie echt geldt: een einde telt die dag nog mee, een intrekking vanaf die dag niet meer. Ook een
 * einde dat nog moet komen telt.
 */
export function werkelijkePeriode({ van, tot }: Pick<Tijdlijnindicatie, 'van' | 'tot'>, rijen: readonly Rij[]): Periode | null {
  const einden = geldend(rijen).flatMap(({ soort, datum }) =>
    soort === 'beeindigd' ? [datum] : soort === 'ingetrokken' ? [plusDagen(datum, -1)] : [],
  )
  const laatste = [...einden, ...(tot === null ? [] : [tot])].sort()[0]
  if (laatste === undefined) return { van }
  return laatste < van ? null : { van, tot: laatste }
}

function zaakbaan({ id, naam, ontvangenOp, afgeslotenOp }: Tijdlijnzaak, invoer: Tijdlijninvoer, vandaag: Datum): Baan {
  const stand = standOp(
    'zaak',
    invoer.gebeurtenissen.filter((g) => g.zaak === id && g.indicatie === null),
    vandaag,
  )
  const periode: Periode =
    afgeslotenOp === null ? { van: ontvangenOp } : { van: ontvangenOp, tot: afgeslotenOp < ontvangenOp ? ontvangenOp : afgeslotenOp }
  const zin = stand ? `${zaakstanden[stand.stand]} sinds ${inWoorden(stand.sinds)}` : `Ontvangen op ${inWoorden(ontvangenOp)}`
  return { soort: 'zaak', id, naam, stukken: [{ id, periode, stand: stand?.stand ?? null, zin, verloop: verloop(periode, vandaag) }] }
}

function verloop(periode: Periode | null, vandaag: Datum): Stuk['verloop'] {
  if (periode === null || (periode.tot !== undefined && periode.tot < vandaag)) return 'voorbij'
  return periode.van > vandaag ? 'komt' : 'loopt'
}

function feiten({ gebeurtenissen, berichtfeiten }: Tijdlijninvoer): readonly Feit[] {
  const nu = new Set(geldend(gebeurtenissen).map(({ id }) => id))
  const vast = gebeurtenissen.map(
    ({ id, datum, zin, zaak, indicatie, soort }): Feit => ({
      ...{ id, datum, zin, zaak, indicatie },
      bericht: null,
      geldt: nu.has(id) || soort === 'vervallen',
    }),
  )
  const uitBerichten = berichtfeiten.map((f): Feit => ({ ...f, id: f.bericht, zaak: null, indicatie: null, geldt: true }))
  return [...vast, ...uitBerichten].sort(opSleutel(({ datum, id }) => `${datum} ${id}`)).reverse()
}

const eersteDag = (stukken: readonly Stuk[]): Datum | undefined =>
  stukken.flatMap(({ periode }) => (periode ? [periode.van] : [])).sort()[0]

const opSleutel =
  <T>(sleutel: (deel: T) => string) =>
  (a: T, b: T): number =>
    sleutel(a) < sleutel(b) ? -1 : sleutel(a) > sleutel(b) ? 1 : 0
