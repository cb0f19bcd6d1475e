import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bewaarKoud, herstelKoud } from './koud.ts'
import { type Ingebouwd, startIngebouwd } from './launcher.ts'
import { metOnderhoud } from './onderhoud.ts'
import { leesPostmaster, maakPlek } from './plek.ts'
import { maakMap, startLos } from './proces.testhulp.ts'
import { metVerbinding } from './verbinding.ts'

const kopieen = mkdtempSync(join(tmpdir(), 'meedoen-kopie-'))
afterAll(() => rmSync(kopieen, { recursive: true }))
const opruimen: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const ruim of opruimen.splice(0).reverse()) await ruim()
})
function eenMap(): string {
  const { map, ruimOp } = maakMap()
  opruimen.push(ruimOp)
  return map
}
let teller = 0
const nieuweKopie = () => join(kopieen, `kopie-${teller++}`)
const pidVan = (map: string) => leesPostmaster(maakPlek(map))?.pid

// Eén server met gegevens en één goede kopie; elke test hieronder laat ze zoals ze waren.
const vast = maakMap()
const goedeKopie = nieuweKopie()
beforeAll(async () => {
  const server = await startIngebouwd({ map: vast.map })
  await metVerbinding(server.eigenaar, (c) =>
    c.query('create table proef as select n, repeat(n::text, 50) as tekst from generate_series(1, 2000) n'),
  )
  await server.stop()
  const bewaard = await bewaarKoud(vast.map, goedeKopie)
  expect(bewaard.bestanden).toBeGreaterThan(500)
  expect(pidVan(vast.map)).toBeUndefined() // hij draaide niet, dus hij draait nu ook niet
})
afterAll(() => vast.ruimOp())

const som = (server: Ingebouwd) =>
  metVerbinding(
    server.eigenaar,
    async (c) => (await c.query(`select count(*)::int as n, md5(string_agg(tekst, '' order by n)) as som from proef`)).rows[0],
  )

it('een koude kopie komt in een andere map precies zo terug', async () => {
  const ander = eenMap()
  await herstelKoud(goedeKopie, ander)
  const [bron, doel] = [await startIngebouwd({ map: vast.map }), await startIngebouwd({ map: ander })]
  expect(await som(doel)).toEqual(await som(bron))
  await Promise.all([bron.stop(), doel.stop()])
})

it('met anderen verbonden wordt geweigerd, met hun naam; de server en de ander merken er niets van', async () => {
  const los = startLos(vast.map)
  await los.totMelding(1)
  const pid = pidVan(vast.map)
  const kopie = nieuweKopie()
  await expect(bewaarKoud(vast.map, kopie)).rejects.toMatchObject({
    code: 'ANDEREN_VERBONDEN',
    message: expect.stringContaining(`proces ${los.kind.pid}`),
  })
  expect(existsSync(kopie)).toBe(false)
  expect(pidVan(vast.map)).toBe(pid)
  expect(await los.stop()).toBe(0)
})

it('wie tijdens het kopiëren wil starten, wacht tot de kopie af is', async () => {
  const plek = maakPlek(vast.map)
  const volgorde: string[] = []
  let los: ReturnType<typeof startLos> | undefined
  await metOnderhoud(plek, async () => {
    los = startLos(vast.map)
    await Promise.race([los.totMelding(1).then(() => volgorde.push('gestart')), wacht(2_000)])
    volgorde.push('kopie af')
  })
  await los?.totMelding(1)
  expect(volgorde[0]).toBe('kopie af')
  await los?.stop()
})

it('na een harde stop van programma en server: bewaren speelt eerst het log na, en wat bevestigd was zit in de kopie', async () => {
  const [ander, kopie] = [eenMap(), nieuweKopie()]
  const los = startLos(vast.map)
  await los.totMelding(1)
  const server = await startIngebouwd({ map: vast.map })
  await metVerbinding(server.eigenaar, (c) => c.query(`insert into proef values (0, 'het laatst bevestigd')`))
  await server.stop()
  los.kind.kill('SIGKILL')
  await los.stop()
  process.kill(pidVan(vast.map) as number, 'SIGKILL')
  await bewaarKoud(vast.map, kopie)
  await herstelKoud(kopie, ander)
  const terug = await startIngebouwd({ map: ander })
  expect(await som(terug)).toMatchObject({ n: 2001 })
  await terug.stop()
})

it('draaide de server zonder gebruikers, dan draait hij daarna weer', async () => {
  const los = startLos(vast.map)
  await los.totMelding(1)
  los.kind.kill('SIGKILL') // het programma is weg, de server draait door
  await los.stop()
  await bewaarKoud(vast.map, nieuweKopie())
  expect(pidVan(vast.map)).toBeGreaterThan(0)
})

it.each<[string, (kopie: string) => void]>([
  ['een veranderd bestand', (kopie) => appendFileSync(join(kopie, 'gegevens/base/1/1259'), 'x')],
  ['een ontbrekend bestand', (kopie) => rmSync(join(kopie, 'gegevens/base/1/1259'))],
  ['een bestand te veel', (kopie) => writeFileSync(join(kopie, 'gegevens/base/1/999999'), 'x')],
])('%s in de kopie: er wordt niets teruggezet', async (_, beschadig) => {
  const [ander, kopie] = [eenMap(), nieuweKopie()]
  cpSync(goedeKopie, kopie, { recursive: true })
  beschadig(kopie)
  await expect(herstelKoud(kopie, ander)).rejects.toMatchObject({ code: 'BEWARING_BESCHADIGD' })
  expect(readdirSync(maakPlek(ander).map).filter((n) => n.startsWith('gegevens'))).toEqual([])
})

it('een map met een database, een bestaande kopie en een willekeurige map worden geweigerd', async () => {
  const eerder = readFileSync(join(goedeKopie, 'bewaring.json'))
  await expect(herstelKoud(goedeKopie, vast.map)).rejects.toMatchObject({ code: 'DOEL_NIET_LEEG' })
  await expect(bewaarKoud(vast.map, goedeKopie)).rejects.toMatchObject({ code: 'BESTAAT_AL' })
  await expect(herstelKoud(kopieen, eenMap())).rejects.toMatchObject({ code: 'GEEN_BEWARING' })
  await expect(bewaarKoud(eenMap(), nieuweKopie())).rejects.toMatchObject({ code: 'NIETS_TE_BEWAREN' })
  expect(readFileSync(join(goedeKopie, 'bewaring.json')).equals(eerder)).toBe(true)
})
