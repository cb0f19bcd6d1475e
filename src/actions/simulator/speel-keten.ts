/** De simulator tegen een draaiend Meedoen, via zijn map. Stopt netjes, en gaat na een klap verder waar hij was. */
import { fout, ok, type Result } from '#core/base/result.ts'
import { leesKlaar, leesPartijen } from '#storage/berichtmap.ts'
import { type Ketenmap, openKetenmap } from '#storage/ketenmap.ts'
import { maakAanbieder } from '#simulator/aanbieder.ts'
import { maakGemeente } from '#simulator/gemeente.ts'
import { maakKeten, partijenIn } from '#simulator/keten.ts'
import type { Verkeer } from '#simulator/knooppunt.ts'
import type { Gespeeld } from '#simulator/partij.ts'
import type { Scenario } from '#simulator/scenario.ts'
import { telPartij, type Partijstand } from '#simulator/telling.ts'
import { maakPostbus, opSchijf } from './postbus.ts'

export type Speelopgave = {
  readonly map: string
  readonly scenario: Scenario
  readonly zaad: number
  readonly dagen: number
  /** Seconden per dag; nul: zodra Meedoen alles heeft opgepakt. */
  readonly tempo: number
}
export type Speelhulp = {
  vandaag(): string
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
  const echt = await leesPartijen(o.map).catch(() => null)
  if (echt === null)
    return fout({ code: 'MAP_ONTBREEKT', tekst: `De map ${o.map} bestaat niet. Geef de map die Meedoen als MEEDOEN_BERICHTEN heeft.` })
  if (echt.length === 0)
    return fout({
      code: 'GEEN_PARTIJ',
      tekst: `In ${o.map} staat geen partij. Maak een map met de gemeentecode of AGB-code waar Meedoen voor werkt.`,
    })
  const schijf = await openKetenmap(o.map)
  const gespeeld = maakGespeelden(o, echt, schijf)
  const postbussen = echt.map((partij) => maakPostbus(o.map, partij, schijf))
  const keten = maakKeten({
    ruis: o.scenario.netwerk,
    zaad: o.zaad,
    spelers: () => [...postbussen, ...gespeeld.alle()],
    speler: (code) => postbussen.find((p) => p.code === code) ?? gespeeld.met(code),
  })
  await hervat(schijf, gespeeld, (berichten) => keten.bied(berichten, 0))
  let dag = 0
  for (; dag < o.dagen && !hulp.isGestopt(); dag++) {
    const { bezorgd, onderweg } = await keten.speelDag({ dag, vandaag: hulp.vandaag() })
    hulp.meld({ dag: dag + 1, dagen: o.dagen, bezorgd, onderweg })
    if (!(await rust(o, echt, hulp))) return fout(leestNiet(o.map))
  }
  await keten.rondAf({ dag, vandaag: hulp.vandaag() })
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

/** Wacht tot de dag om is. Onwaar als Meedoen zijn post een minuut laat liggen. */
async function rust({ map, tempo }: Speelopgave, echt: readonly string[], hulp: Speelhulp): Promise<boolean> {
  if (tempo > 0) for (let over = tempo * 1_000; over > 0 && !hulp.isGestopt(); over -= TIK_MS) await hulp.wacht(Math.min(over, TIK_MS))
  for (let gewacht = 0; gewacht < GEDULD_MS && !hulp.isGestopt(); gewacht += TIK_MS) {
    const liggend = await Promise.all(echt.map((partij) => leesKlaar(map, partij)))
    if (liggend.every((namen) => namen.length === 0)) return true
    await hulp.wacht(TIK_MS)
  }
  return hulp.isGestopt()
}
