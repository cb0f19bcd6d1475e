/** De simulator tegen een draaiend Meedoen, via zijn map. Stopt netjes, en gaat na een klap verder waar hij was. */
import { fout, ok, type Result } from '#core/base/result.ts'
import { isBezig, leesKlaar, leesPartijen } from '#storage/berichtmap.ts'
import { type Ketenmap, openKetenmap } from '#storage/ketenmap.ts'
import { maakAanbieder } from '#simulator/aanbieder.ts'
import { maakGemeente } from '#simulator/gemeente.ts'
import { maakKeten, partijenIn } from '#simulator/keten.ts'
import type { Verkeer } from '#simulator/knooppunt.ts'
import type { Gespeeld, Speler } from '#simulator/partij.ts'
import type { Scenario } from '#simulator/scenario.ts'
import { telPartij, type Partijstand } from '#simulator/telling.ts'
import type { Transport } from '../transport/transport.ts'
import { type Deur, openDeur } from './deur.ts'
import { maakPostbus, opSchijf } from './postbus.ts'

export type Speelopgave = {
  readonly map: string
  readonly scenario: Scenario
  readonly zaad: number
  readonly dagen: number
  /** Seconden per dag; nul: zodra Meedoen alles heeft opgepakt. */
  readonly tempo: number
  /** Partijen die over https te bereiken zijn, met onze eigen deur. */
  readonly transport?: Transport
}
export type Speelhulp = {
  readonly versie: string
  vandaag(): string
  storing(tekst: string): void
  wacht(ms: number): Promise<void>
  isGestopt(): boolean
  meld(stand: { readonly dag: number; readonly dagen: number; readonly bezorgd: number; readonly onderweg: number }): void
}
export type Speelverslag = {
  readonly scenario: string
  readonly zaad: number
  readonly dagen: number
  readonly verkeer: Verkeer
  readonly partijen: readonly Partijstand[]
}
export type Speelweigering = { readonly code: string; readonly tekst: string }

export async function speelKeten(o: Speelopgave, hulp: Speelhulp): Promise<Result<Speelverslag, Speelweigering>> {
  const inMap = await leesPartijen(o.map).catch(() => null)
  const tekst = `De map ${o.map} bestaat niet. Geef de map die Meedoen als MEEDOEN_BERICHTEN heeft.`
  if (inMap === null) return fout({ code: 'MAP_ONTBREEKT', tekst })
  if (inMap.length === 0 && o.transport === undefined)
    return fout({
      code: 'GEEN_PARTIJ',
      tekst: `In ${o.map} staat geen partij. Maak een map met de gemeentecode of AGB-code waar Meedoen voor werkt.`,
    })
  const schijf = await openKetenmap(o.map)
  const deur = o.transport && (await openDeur(o.transport, schijf, { ...hulp, nu: () => new Date() }))
  if (deur?.ok === false) return deur
  try {
    return await speelDagen(o, hulp, { schijf, inMap, deur: deur?.value })
  } finally {
    await deur?.value.sluit()
  }
}

type Toneel = { readonly schijf: Ketenmap; readonly inMap: readonly string[]; readonly deur: Deur | undefined }

async function speelDagen(o: Speelopgave, hulp: Speelhulp, toneel: Toneel): Promise<Result<Speelverslag, Speelweigering>> {
  const { schijf, inMap, deur } = toneel
  const echt: readonly Speler[] = [...(deur?.spelers ?? []), ...inMap.map((partij) => maakPostbus(o.map, partij, schijf))]
  const gespeeld = maakGespeelden(
    o,
    echt.map((s) => s.code),
    schijf,
  )
  const keten = maakKeten({
    ruis: o.scenario.netwerk,
    zaad: o.zaad,
    spelers: () => [...echt, ...gespeeld.alle()],
    speler: (code) => echt.find((s) => s.code === code) ?? gespeeld.met(code),
  })
  await hervat(schijf, gespeeld, (berichten) => keten.bied(berichten, 0))
  let dag = 0
  for (; dag < o.dagen && !hulp.isGestopt(); dag++) {
    const { bezorgd, onderweg } = await keten.speelDag({ dag, vandaag: hulp.vandaag() })
    hulp.meld({ dag: dag + 1, dagen: o.dagen, bezorgd, onderweg })
    if (!(await rust(o, toneel, hulp))) return fout(leestNiet(o.map))
  }
  const einde = { dag, vandaag: hulp.vandaag() }
  for (const s of echt) keten.bied(await s.begin(einde), dag)
  await keten.rondAf(einde)
  return ok({ scenario: o.scenario.naam, zaad: o.zaad, dagen: dag, verkeer: keten.verkeer, partijen: gespeeld.alle().map(telPartij) })
}

type Gespeelden = { alle(): Gespeeld[]; met(code: string): Gespeeld | null }
/** Wie Meedoen niet is, wordt gespeeld zodra er een bericht voor hem is; de gemeenten van het scenario beginnen zelf. */
function maakGespeelden({ scenario, zaad }: Speelopgave, echt: readonly string[], schijf: Ketenmap): Gespeelden {
  const spelers = new Map<string, Gespeeld>()
  const aanbieders = echt.filter((p) => p.length === 8)
  const maak = (code: string): Gespeeld =>
    code.length === 4
      ? maakGemeente(code, scenario.gemeente, zaad, scenario.gemeenten.includes(code) ? aanbieders : [])
      : maakAanbieder(code, scenario.aanbieders[code] ?? scenario.aanbieder, zaad)
  const met = (code: string): Gespeeld | null => {
    if (echt.includes(code) || !/^(\d{4}|\d{8})$/.test(code)) return null
    const speler = spelers.get(code) ?? opSchijf(maak(code), schijf)
    spelers.set(code, speler)
    return speler
  }
  if (aanbieders.length > 0) for (const code of scenario.gemeenten) met(code)
  return { alle: () => [...spelers.values()], met }
}

/** Wat er op schijf staat hebben de gespeelde partijen al gezien; wat niet af was gaat opnieuw. */
async function hervat(schijf: Ketenmap, gespeeld: Gespeelden, bied: (berichten: readonly Uint8Array[]) => void): Promise<void> {
  for (const vak of ['verwerkt', 'bezorgd', 'onderweg'] as const)
    for (const bytes of await schijf.lees(vak)) for (const code of partijenIn(bytes)) gespeeld.met(code)?.herinner(bytes)
  bied([...(await schijf.lees('onderweg')), ...(await schijf.lees('opgehaald'))])
}

const TIK_MS = 100
const GEDULD_MS = 60_000
const leestNiet = (map: string): Speelweigering => ({
  code: 'MEEDOEN_LEEST_NIET',
  tekst: `Meedoen pakt de berichten in ${map} niet op. Start het met MEEDOEN_BERICHTEN=${map}, en begin opnieuw: er is niets kwijt.`,
})

/** Zo lang mag Meedoen over een bericht doen voordat de dag doorgaat. */
const HANDEN_MS = 5_000
/** Zo lang blijft het stil voordat een dag om is. */
const STILTE_MS = 2_000

/** Wacht tot de dag om is. Onwaar als Meedoen zijn post een minuut laat liggen. */
async function rust({ map, tempo }: Speelopgave, { inMap, deur }: Toneel, hulp: Speelhulp): Promise<boolean> {
  const totdat = async (ms: number, isOm: () => Promise<boolean> | boolean): Promise<boolean> => {
    for (let gewacht = 0; gewacht < ms && !hulp.isGestopt(); gewacht += TIK_MS) {
      if (await isOm()) return true
      await hulp.wacht(TIK_MS)
    }
    return hulp.isGestopt()
  }
  await totdat(tempo * 1_000, () => false)
  if (tempo === 0 && deur) await totStil(deur, (isOm) => totdat(GEDULD_MS, isOm))
  const geen = async (heeft: (partij: string) => Promise<boolean>) => !(await Promise.all(inMap.map(heeft))).includes(true)
  const isOpgehaald = await totdat(GEDULD_MS, () => geen(async (partij) => (await leesKlaar(map, partij)).length > 0))
  // Wat een omgevallen proces in handen had, ligt er langer; daar wachten we niet op.
  await totdat(HANDEN_MS, () => geen((partij) => isBezig(map, partij)))
  return isOpgehaald
}

/** Over https is niet te zien wat er ligt; wel dat er niets meer komt. */
async function totStil({ teller }: Deur, totdat: (isOm: () => boolean) => Promise<boolean>): Promise<void> {
  let [vorig, stil] = [teller(), 0]
  await totdat(() => {
    stil = teller() === vorig ? stil + TIK_MS : 0
    vorig = teller()
    return stil >= STILTE_MS
  })
}
