/** De simulator tegen Meedoen via de map: beide rollen, doorgaan na stoppen, en wat er niet kan. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alsBytes, PARTIJEN, wijsToe } from '#messages/keten/oefening.testhulp.ts'
import type { Scenario } from '#simulator/scenario.ts'
import { maakGemeentezorg } from '../berichten/open-keten.ts'
import { verwerkMap } from '../berichten/verwerk-map.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { kiesScenario } from './kies-scenario.ts'
import { type Speelhulp, type Speelverslag, speelKeten } from './speel-keten.ts'

let p: Proefwerkplek
let map: string
beforeAll(async () => {
  p = await maakProefwerkplek()
})
afterAll(() => p.sluit())
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-speel-'))
})
afterEach(() => rmSync(map, { recursive: true }))

async function scenario(naam: string): Promise<Scenario> {
  const gekozen = await kiesScenario(naam)
  if (!gekozen.ok) throw new Error(JSON.stringify(gekozen.fout))
  return gekozen.value
}
/** Waar de opdracht wacht, doet Meedoen een ronde langs zijn mappen. */
const hulp = (anders: Partial<Speelhulp> = {}): Speelhulp => ({
  vandaag: () => p.dienst.vandaag(),
  wacht: async () => void (await verwerkMap(p.dienst, { map, zorgVoorGemeente: maakGemeentezorg(p.eigenaar) })),
  isGestopt: () => false,
  meld: () => undefined,
  storing: (tekst) => {
    throw new Error(tekst)
  },
  versie: '1.2.0',
  ...anders,
})
async function speel(naam: string, dagen: number, anders: Partial<Speelhulp> = {}): Promise<Speelverslag> {
  const gespeeld = await speelKeten({ map, scenario: await scenario(naam), zaad: 1, dagen, tempo: 0 }, hulp(anders))
  if (!gespeeld.ok) throw new Error(gespeeld.fout.tekst)
  return gespeeld.value
}
const tel = async (wat: string): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.raw(wat)}`.execute(p.eigenaar)).rows[0]?.n)

describe('Meedoen als aanbieder', () => {
  const AGB = '98765411'
  it('een gespeelde gemeente wijst toe, Meedoen antwoordt, en wie opnieuw begint weet alles nog', async () => {
    mkdirSync(join(map, AGB))
    const eerste = await speel('rustig', 6)
    expect(eerste.partijen).toMatchObject([{ code: '9999', toewijzingen: 10, onbeantwoord: 0 }])
    expect(await tel(`bericht where partij = '${AGB}' and naam = 'WMO302' and verzonden_op is not null`)).toBe(10)
    const voor = await tel('bericht')
    expect((await speel('rustig', 3)).partijen).toEqual(eerste.partijen)
    expect(await tel('bericht')).toBe(voor)
  })
  it('gestopt met berichten onderweg: ze worden nog bezorgd, en een volgende keer gaat het verder', async () => {
    mkdirSync(join(map, '98765412'))
    let dagen = 0
    const { dagen: gespeeld, partijen } = await speel('roerig', 50, { meld: () => void dagen++, isGestopt: () => dagen >= 2 })
    expect(gespeeld).toBe(2)
    expect(readdirSync(join(map, 'keten', 'onderweg'))).toEqual([])
    expect(partijen[0]?.onbeantwoord).toBeGreaterThan(0)
    // Meer dan genoeg dagen om te antwoorden; wat dan nog openstaat is van de laatste dagen.
    const later = await speel('rustig', 20)
    expect(later.partijen).toMatchObject([{ toewijzingen: 10, onbeantwoord: 0 }])
  })
})

it('Meedoen als gemeente: een toewijzing uit de map krijgt een antwoord, een start, en declaraties over de maanden die om zijn', async () => {
  const { gemeente, aanbieder } = PARTIJEN
  for (const vak of ['in', 'uit']) mkdirSync(join(map, gemeente, vak), { recursive: true })
  const bytes = alsBytes('WMO301', wijsToe().waarde as never)
  for (const vak of ['in', 'uit']) writeFileSync(join(map, gemeente, vak, '301.xml'), bytes)
  await verwerkMap(p.dienst, { map, zorgVoorGemeente: maakGemeentezorg(p.eigenaar) })
  const { partijen } = await speel('rustig', 30)
  expect(partijen).toMatchObject([
    { code: aanbieder, toewijzingen: 1, starts: 1, declaratieregels: { ingediend: 0, afgewezen: 0 }, onbeantwoord: 0 },
  ])
  expect(partijen[0]?.declaratieregels.toegekend).toBeGreaterThan(5)
  expect(await tel(`bericht where gemeente = '${gemeente}' and naam = 'WMO305' and uitkomst = 'geaccepteerd'`)).toBe(1)
  expect(await tel(`prestatie where gemeente = '${gemeente}'`)).toBe(partijen[0]?.declaratieregels.toegekend)
})

describe('wat niet kan', () => {
  const weigering = async (waar: string, anders: Partial<Speelhulp> = {}) => {
    const gespeeld = await speelKeten({ map: waar, scenario: await scenario('gewoon'), zaad: 1, dagen: 5, tempo: 0 }, hulp(anders))
    return gespeeld.ok ? null : gespeeld.fout.code
  }
  it('een map die er niet is, of zonder partij', async () => {
    expect(await weigering(join(map, 'nergens'))).toBe('MAP_ONTBREEKT')
    expect(await weigering(map)).toBe('GEEN_PARTIJ')
  })
  it('Meedoen draait niet: dat zegt hij, en er is niets kwijt', async () => {
    mkdirSync(join(map, '98765413'))
    expect(await weigering(map, { wacht: async () => undefined })).toBe('MEEDOEN_LEEST_NIET')
    expect((await speel('rustig', 8)).partijen).toMatchObject([{ toewijzingen: 10, onbeantwoord: 0 }])
  })
})
