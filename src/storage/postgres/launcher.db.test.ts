import { spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { serverGebruiker } from './gebruiker.ts'
import { anderen, startIngebouwd } from './launcher.ts'
import { leesPostmaster, maakPlek } from './plek.ts'
import { maakMap, startLos } from './proces.testhulp.ts'
import { bereikbaar } from './uitwijk.ts'
import { maakPool, metVerbinding } from './verbinding.ts'

const opruimen: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const ruim of opruimen.splice(0).reverse()) await ruim()
})
function eenMap(): string {
  const { map, ruimOp } = maakMap()
  opruimen.push(ruimOp)
  return map
}
const pidVan = (map: string) => leesPostmaster(maakPlek(map))?.pid

describe('de ingebouwde server', () => {
  it('start in een lege map, luistert alleen op een socket van de eigen gebruiker, en stopt met wie hem startte', async () => {
    const map = eenMap()
    const server = await startIngebouwd({ map })
    const { rows } = await metVerbinding(server.app, (c) =>
      c.query(`select session_user as rol, current_setting('listen_addresses') as adressen, current_setting('data_checksums') as som`),
    )
    expect(rows).toEqual([{ rol: 'meedoen_app', adressen: '', som: 'on' }])
    expect(statSync(server.plek.socket).mode & 0o777).toBe(0o700)
    expect(server.plek.gegevens.startsWith(server.plek.socket)).toBe(false)
    await server.stop()
    expect(pidVan(map)).toBeUndefined()
  })

  it('de app bezit niets, mag niets maken en omzeilt niets; de eigenaar is geen superuser', async () => {
    const server = await startIngebouwd({ map: eenMap() })
    const { rows } = await metVerbinding(server.eigenaar, (c) =>
      c.query(
        `select rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles
         where rolname like 'meedoen%' order by 1`,
      ),
    )
    const niets = { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false }
    expect(rows).toEqual([
      { rolname: 'meedoen_app', ...niets, rolbypassrls: false },
      { rolname: 'meedoen_eigenaar', ...niets, rolbypassrls: true },
    ])
    await server.stop()
  })

  it('wie de server niet startte, stopt hem niet; wie hem startte, laat hem staan zolang een ander hem gebruikt', async () => {
    const map = eenMap()
    const starter = await startIngebouwd({ map })
    const los = startLos(map)
    await los.totMelding(1)
    expect((await anderen(starter.beheer)).map((a) => a.naam)).toContain(`meedoen aanwezig (proces ${los.kind.pid})`)
    await starter.stop()
    expect(pidVan(map)).toBeGreaterThan(0)
    expect(await los.stop()).toBe(0)
    expect(pidVan(map)).toBeGreaterThan(0)
  })

  it('drie processen tegelijk op een lege map delen één server', async () => {
    const map = eenMap()
    const drie = [startLos(map), startLos(map), startLos(map)]
    await Promise.all(drie.map((p) => p.totMelding(1)))
    expect(new Set(drie.map((p) => p.meldingen[0]?.sinds)).size).toBe(1)
    expect(readdirSync(maakPlek(map).map).filter((n) => n.includes('nieuw'))).toEqual([])
    expect(await Promise.all(drie.map((p) => p.stop()))).toEqual([0, 0, 0])
  })

  it('een half gemaakte map van een gedood proces staat een nieuwe start niet in de weg', async () => {
    const map = eenMap()
    mkdirSync(join(maakPlek(map).map, 'gegevens.nieuw-999999'))
    const server = await startIngebouwd({ map })
    expect(existsSync(join(server.plek.map, 'gegevens.nieuw-999999'))).toBe(false)
    await server.stop()
  })

  it('een pad dat te lang is voor een socket krijgt er een in de tijdelijke map', async () => {
    const map = join(eenMap(), 'x'.repeat(100))
    const server = await startIngebouwd({ map })
    opruimen.push(async () => rmSync(server.plek.socket, { recursive: true, force: true }))
    expect(Buffer.byteLength(server.plek.socket)).toBeLessThan(90)
    expect((await metVerbinding(server.app, (c) => c.query('select 1 as een'))).rows).toEqual([{ een: 1 }])
    await server.stop()
  })
})

describe('na een harde stop', () => {
  it('start de server weer, ook als zijn nummer nu van een ander programma is', async () => {
    const map = eenMap()
    const server = await startIngebouwd({ map })
    const bestand = join(server.plek.gegevens, 'postmaster.pid')
    const oud = readFileSync(bestand, 'utf8')
    await server.stop()
    // Zoals het staat na SIGKILL in een container: het nummer is van een levend proces van dezelfde gebruiker dat geen PostgreSQL is.
    const vreemd = spawn('sleep', ['600'], { ...(server.plek.gebruiker && { uid: server.plek.gebruiker.uid }), stdio: 'ignore' })
    opruimen.push(async () => vreemd.kill())
    writeFileSync(bestand, oud.replace(/^\d+/, String(vreemd.pid)))
    const meldingen: string[] = []
    const weer = await startIngebouwd({ map, meld: (t) => meldingen.push(t) })
    expect((await metVerbinding(weer.app, (c) => c.query('select 1 as een'))).rows).toEqual([{ een: 1 }])
    expect(meldingen.join()).toContain('is nu van sleep')
    await weer.stop()
  })

  it('komt een gedode server vanzelf terug en werkt dezelfde pool weer', async () => {
    const map = eenMap()
    const meldingen: string[] = []
    const server = await startIngebouwd({ map, meld: (t) => meldingen.push(t) })
    const pool = maakPool(server.app, 'test', { meld: (t) => meldingen.push(t) })
    await pool.query('select 1')
    process.kill(pidVan(map) as number, 'SIGKILL')
    await vanzelf(() => pool.query('select 1'))
    await vanzelf(async () => expect(meldingen.join('\n')).toMatch(/weggevallen[\s\S]*De database is er weer/))
    await pool.end()
    await server.stop()
    expect(pidVan(map)).toBeUndefined()
  })
})

describe('als root in een map die alleen van root is', () => {
  it('staan de gegevens buiten die map, wijst een bestand de weg, en blijven ze daar als de map later open gaat', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('alleen als root draait de server onder een andere gebruiker')
    const dicht = join(eenMap(), 'dicht')
    mkdirSync(dicht, { mode: 0o700 })
    const map = join(dicht, 'data')
    const server = await startIngebouwd({ map })
    opruimen.push(async () => rmSync(server.plek.map, { recursive: true }))
    expect(server.plek.map.startsWith(dicht)).toBe(false)
    await metVerbinding(server.eigenaar, (c) => c.query('create table hier (x int)'))
    await server.stop()
    chmodSync(dicht, 0o755)
    const weer = await startIngebouwd({ map })
    expect((await metVerbinding(weer.eigenaar, (c) => c.query('select * from hier'))).rows).toEqual([])
    await weer.stop()
  })

  it('gaat een map die open was en dicht ging niet stil opnieuw beginnen', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('alleen als root draait de server onder een andere gebruiker')
    const map = join(eenMap(), 'data')
    await (await startIngebouwd({ map })).stop()
    chmodSync(map, 0o700)
    await expect(startIngebouwd({ map })).rejects.toMatchObject({ code: 'MAP_DICHT', message: expect.stringContaining(map) })
    chmodSync(map, 0o755)
  })

  it('worden programma’s die de gebruiker niet kan bereiken gekopieerd, en een bezette plek niet vertrouwd', async ({ skip }) => {
    const gebruiker = serverGebruiker()
    if (!gebruiker) skip('alleen als root draait de server onder een andere gebruiker')
    const [dicht, buiten] = [join(eenMap(), 'dicht'), eenMap()]
    const bin = join(dicht, 'native', 'bin')
    mkdirSync(bin, { recursive: true })
    writeFileSync(join(bin, 'postgres'), 'programma', { mode: 0o755 })
    expect(bereikbaar(bin, gebruiker, buiten)).toBe(bin)
    chmodSync(dicht, 0o700)
    const kopie = bereikbaar(bin, gebruiker, buiten)
    expect(readFileSync(join(kopie, 'postgres'), 'utf8')).toBe('programma')
    chownSync(join(kopie, '..'), 65534, 65534)
    expect(() => bereikbaar(bin, gebruiker, buiten)).toThrow(expect.objectContaining({ code: 'MAP_VAN_ANDER' }))
  })
})

it('gegevens van een andere hoofdversie worden niet geopend', async () => {
  const map = eenMap()
  const server = await startIngebouwd({ map })
  await server.stop()
  writeFileSync(join(server.plek.gegevens, 'PG_VERSION'), '14\n')
  await expect(startIngebouwd({ map })).rejects.toMatchObject({ code: 'ANDERE_VERSIE' })
})

/** Probeert tot het lukt; lukt het nooit, dan zakt de test op zijn eigen tijd. */
async function vanzelf<T>(werk: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await werk()
    } catch {
      await wacht(50)
    }
  }
}
