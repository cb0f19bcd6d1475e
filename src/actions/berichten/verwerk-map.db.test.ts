/** De map als brievenbus tussen een gemeente en een aanbieder, elk met een eigen administratie in één database. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { alsBytes, declareer, PARTIJEN, regel, stuur, vanBytes, wijsToe, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { vijandig } from '#messages/vijandig.testhulp.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { leesKlaar } from '#storage/berichtmap.ts'
import { maakGemeentezorg } from './open-keten.ts'
import { verwerkMap } from './verwerk-map.ts'

const map = mkdtempSync(join(tmpdir(), 'meedoen-bus-'))
let p: Proefwerkplek
beforeAll(async () => {
  p = await maakProefwerkplek()
  for (const partij of Object.values(PARTIJEN)) mkdirSync(join(map, partij))
})
afterAll(async () => {
  await p.sluit()
  rmSync(map, { recursive: true })
})
const ronde = () => verwerkMap(p.dienst, { map, zorgVoorGemeente: maakGemeentezorg(p.eigenaar) })
const vak = (wie: keyof typeof PARTIJEN, welk: string) => join(map, PARTIJEN[wie], welk)
const lijst = (wie: keyof typeof PARTIJEN, welk: string) => readdirSync(vak(wie, welk)).sort()
function leg(wie: keyof typeof PARTIJEN, naam: string, { naam: soort, waarde }: Zending, identificatie: string): void {
  waarde.Header.BerichtIdentificatie.Identificatie = identificatie
  mkdirSync(vak(wie, 'in'), { recursive: true })
  writeFileSync(join(vak(wie, 'in'), naam), alsBytes(soort, waarde))
}
/** De keten brengt alles wat in `uit` staat naar de ander. */
function bezorg(van: keyof typeof PARTIJEN, naar: keyof typeof PARTIJEN): void {
  for (const naam of lijst(van, 'uit')) renameSync(join(vak(van, 'uit'), naam), join(vak(naar, 'in'), naam))
}

it('oppakken, verwerken, neerzetten: een toewijzing heen en het antwoord terug, en twee kanten in één database zien elkaar niet', async () => {
  expect(await ronde()).toBe(0)
  leg('aanbieder', '301.xml', wijsToe(), 'T1')
  leg('gemeente', '301.xml', wijsToe(), 'T1')
  expect(await ronde()).toBe(2)
  expect(lijst('aanbieder', 'verwerkt')).toEqual(['301.xml'])
  const [retour = ''] = lijst('aanbieder', 'uit')
  expect(vanBytes(readFileSync(join(vak('aanbieder', 'uit'), retour))).naam).toBe('WMO302')
  bezorg('aanbieder', 'gemeente')
  expect(await ronde()).toBe(1)
  expect(lijst('gemeente', 'uit')).toEqual([])
  const tellingen = await p.eigenaar
    .selectFrom('bericht')
    .select(['partij', (e) => e.fn.countAll<string>().as('n')])
    .groupBy('partij')
    .orderBy('partij')
    .execute()
  expect(tellingen).toEqual(
    [
      { partij: PARTIJEN.aanbieder, n: '2' },
      { partij: PARTIJEN.gemeente, n: '2' },
    ].sort((a, b) => (a.partij < b.partij ? -1 : 1)),
  )
})

it('een declaratie boven de grens gaat als stroom: in stukken bewaard, met het antwoord in de map', async () => {
  const regels = Array.from({ length: 6_000 }, (_, i) => regel(`G${i}`, { ToewijzingNummer: 700 + i }))
  leg('gemeente', 'groot.xml', declareer('GROOT', regels), 'G1')
  const bytes = readFileSync(join(vak('gemeente', 'in'), 'groot.xml'))
  expect(bytes.length).toBeGreaterThan(4 * 2 ** 20)
  expect(await ronde()).toBe(1)
  expect(lijst('gemeente', 'verwerkt')).toContain('groot.xml')
  const [antwoord = ''] = lijst('gemeente', 'uit')
  expect(vanBytes(readFileSync(join(vak('gemeente', 'uit'), antwoord))).naam).toBe('WMO325')
  rmSync(join(vak('gemeente', 'uit'), antwoord))
  const { rows } = await sql<{ delen: number }>`select count(*)::int as delen from bericht b
    join berichtdeel d on d.gemeente = b.gemeente and d.bericht = b.id where b.naam = 'WMO323' group by b.id`.execute(p.eigenaar)
  expect(rows).toEqual([{ delen: 2 }])
})

it('een kapot bestand komt in mislukt, een half bestand blijft liggen, en dezelfde naam overschrijft niets', async () => {
  writeFileSync(join(vak('gemeente', 'in'), 'kapot.xml'), '<geen/>')
  writeFileSync(join(vak('gemeente', 'in'), 'half.xml.klad'), '<ge')
  leg('gemeente', '301.xml', stuur('WMO305'), 'S1')
  await ronde()
  expect(lijst('gemeente', 'mislukt')).toEqual(['kapot.xml'])
  expect(lijst('gemeente', 'in')).toEqual(['half.xml.klad'])
  expect(lijst('gemeente', 'verwerkt').filter((n) => n.endsWith('301.xml'))).toHaveLength(2)
})

it('wat nog geschreven wordt blijft liggen tot het af is', async () => {
  const zending = stuur('WMO305')
  zending.waarde.Header.BerichtIdentificatie.Identificatie = 'S9'
  const bytes = alsBytes(zending.naam, zending.waarde)
  const pad = join(vak('gemeente', 'in'), 'traag.xml')
  for (const deel of [0, 40, bytes.length - 3]) {
    writeFileSync(pad, bytes.subarray(0, deel))
    expect(await ronde()).toBe(0)
    expect(lijst('gemeente', 'in')).toContain('traag.xml')
  }
  writeFileSync(pad, bytes)
  expect(await ronde()).toBe(1)
  expect(lijst('gemeente', 'verwerkt')).toContain('traag.xml')
})

it('vijandige bestanden komen in mislukt, leggen niets half vast, en houden niets op', async () => {
  const zending = stuur('WMO305')
  zending.waarde.Header.BerichtIdentificatie.Identificatie = 'V1'
  const gevallen = vijandig(Buffer.from(alsBytes(zending.naam, zending.waarde)).toString('utf8'))
  const eerder = lijst('gemeente', 'mislukt')
  const tel = async (tabel: string): Promise<number> =>
    Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(tabel)}`.execute(p.eigenaar)).rows[0]?.n)
  const [feiten, uitval] = [await tel('levering'), await tel('uitval')]
  const lang = new Date(Date.now() - 3_600_000)
  for (const [n, [, bytes]] of gevallen.entries()) {
    const pad = join(vak('gemeente', 'in'), `v${n}.xml`)
    writeFileSync(pad, bytes)
    utimesSync(pad, lang, lang)
  }
  leg('gemeente', 'z-goed.xml', stuur('WMO305'), 'V2')
  expect(await ronde()).toBe(gevallen.length + 1)
  expect(lijst('gemeente', 'mislukt').filter((n) => !eerder.includes(n))).toEqual(gevallen.map((_, n) => `v${n}.xml`))
  expect(lijst('gemeente', 'verwerkt')).toContain('z-goed.xml')
  // Elk bestand is werk voor een mens; alleen het goede bracht iets.
  expect(await tel('uitval')).toBeGreaterThanOrEqual(uitval + gevallen.length)
  expect(await tel('levering')).toBe(feiten + 1)
})

it('wat een omgevallen proces in handen had, wordt later alsnog verwerkt, en telt één keer', async () => {
  leg('gemeente', 'val.xml', stuur('WMO305'), 'S2')
  const bezig = join(vak('gemeente', 'bezig'), 'val.xml')
  renameSync(join(vak('gemeente', 'in'), 'val.xml'), bezig)
  expect(await ronde()).toBe(0)
  const lang = new Date(Date.now() - 3_600_000)
  utimesSync(bezig, lang, lang)
  expect(await ronde()).toBe(1)
  expect(lijst('gemeente', 'bezig')).toEqual([])
})

it('wat eerder gemaakt is gaat eerst, hoe het ook heet en in welke volgorde het ook aankwam', async () => {
  leg('gemeente', 'v.xml', wijsToe({ ToewijzingNummer: 9001 }), 'VOLG')
  await ronde()
  const zet = (naam: string, zending: Zending, identificatie: string, dag: string, geschreven: number) => {
    zending.waarde.Header.BerichtIdentificatie.Dagtekening = dag
    leg('gemeente', naam, zending, identificatie)
    const moment = new Date(Date.UTC(2026, 1, 20, 12, 0, geschreven))
    utimesSync(join(vak('gemeente', 'in'), naam), moment, moment)
  }
  const start = stuur('WMO305', (m) => m.Client.StartProducten.StartProduct.forEach((s) => Object.assign(s, { ToewijzingNummer: 9001 })))
  const stop = stuur('WMO307', (m) => m.Client.StopProducten.StopProduct.forEach((s) => Object.assign(s, { ToewijzingNummer: 9001 })))
  zet('a-stop.xml', stop, 'VOLG-STOP', '2026-02-20', 1)
  zet('z-start.xml', start, 'VOLG-START', '2026-02-19', 2)
  expect(await leesKlaar(map, PARTIJEN.gemeente)).toEqual(['z-start.xml', 'a-stop.xml'])
  expect(await ronde()).toBe(2)
  const { rows } = await sql<{ uitkomst: string }>`select uitkomst from bericht where identificatie like 'VOLG-ST%'`.execute(p.eigenaar)
  expect(rows.map((r) => r.uitkomst)).toEqual(['geaccepteerd', 'geaccepteerd'])
  // Op dezelfde dag telt wanneer het geschreven is, en daarna pas de naam.
  for (const [n, naam] of ['b.xml', 'a.xml', 'c.xml'].entries())
    zet(naam, stuur('WMO305'), `VOLG-${naam[0]}`, '2026-02-20', n === 2 ? 1 : 0)
  expect(await leesKlaar(map, PARTIJEN.gemeente)).toEqual(['a.xml', 'b.xml', 'c.xml'])
  await ronde()
})

it('gaat het bij één bestand mis, dan gaan de andere door, en dat ene komt later terug', async () => {
  const eigen = maakGemeentezorg(p.eigenaar)
  let isKapot = true
  const zorgVoorGemeente = async (code: string) => {
    if (code === '9991' && isKapot) throw new Error('dit ene gaat mis')
    await eigen(code)
  }
  const vreemd = wijsToe({ ToewijzingNummer: 9101 })
  vreemd.waarde.Header.Afzender = '9991'
  leg('aanbieder', 'a.xml', vreemd, 'MIS-1')
  leg('aanbieder', 'b.xml', wijsToe({ ToewijzingNummer: 9102 }), 'MIS-2')
  await expect(verwerkMap(p.dienst, { map, zorgVoorGemeente })).rejects.toThrow('dit ene gaat mis')
  expect(lijst('aanbieder', 'verwerkt')).toContain('b.xml')
  expect([lijst('aanbieder', 'in'), lijst('aanbieder', 'bezig')]).toEqual([[], ['a.xml']])
  isKapot = false
  const lang = new Date(Date.now() - 3_600_000)
  utimesSync(join(vak('aanbieder', 'bezig'), 'a.xml'), lang, lang)
  expect(await verwerkMap(p.dienst, { map, zorgVoorGemeente })).toBe(1)
  expect(lijst('aanbieder', 'verwerkt')).toContain('a.xml')
})
