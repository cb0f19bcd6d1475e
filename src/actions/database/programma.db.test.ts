/** Het echte programma, met zijn eigen database, terwijl er iets omvalt. De database zelf heeft haar eigen proef (storage/postgres). */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { metOnderhoud } from '#storage/postgres/onderhoud.ts'
import { leesPostmaster, maakPlek, poort } from '#storage/postgres/plek.ts'
import { maakMap } from '#storage/postgres/proces.testhulp.ts'
import { metVerbinding } from '#storage/postgres/verbinding.ts'
import { type Aangemeld, draaiOpdracht, meldAan, type Programma, startProgramma } from './programma.testhulp.ts'

let data: ReturnType<typeof maakMap>
const lopend = new Set<Programma>()
beforeEach(() => {
  data = maakMap()
})
afterEach(async () => {
  await Promise.all([...lopend].map((p) => p.stop('SIGKILL')))
  lopend.clear()
  await data.ruimOp()
})

async function start(): Promise<Programma> {
  const programma = await startProgramma(data.map)
  lopend.add(programma)
  return programma
}

/** Rechtstreeks in de database, als eigenaar, zonder de server in leven te houden. */
const lees = <T extends pg.QueryResultRow>(opdracht: string, waarden: unknown[] = []): Promise<T[]> =>
  metVerbinding(
    { host: maakPlek(data.map).socket, port: poort, user: 'meedoen_eigenaar', database: 'meedoen' },
    async (c) => (await c.query<T>(opdracht, waarden)).rows,
  )

/** Probeert tot het lukt; lukt het nooit, dan zakt de test op zijn eigen tijd. */
async function tot(klaar: () => Promise<boolean>): Promise<void> {
  while (!(await klaar().catch(() => false))) await wacht(50)
}

/** Iemand die blijft bewaren: elke keer een nieuwe inwoner, met een eigen sleutel per verzoek. */
function blijfBewaren(ik: Aangemeld, adres: string, aantal: number) {
  const staat = {
    bevestigd: [] as { id: string; naam: string }[],
    onzeker: [] as { sleutel: string; naam: string }[],
    anders: [] as { status: number; lichaam: { code?: string } }[],
    gestopt: false,
  }
  const een = async () => {
    while (!staat.gestopt) {
      const [sleutel, naam] = [randomUUID(), `Proef${randomUUID().replaceAll('-', '')}`]
      try {
        const { status, lichaam } = await ik.roep(adres, 'POST', '/inwoners', nieuw(naam), { 'idempotency-key': sleutel })
        if (status === 201) staat.bevestigd.push({ id: lichaam.id, naam })
        else {
          staat.onzeker.push({ sleutel, naam })
          staat.anders.push({ status, lichaam })
        }
      } catch {
        staat.onzeker.push({ sleutel, naam }) // geen antwoord gekregen: bewaard of niet
        await wacht(20)
      }
    }
  }
  const klaar = Promise.all(Array.from({ length: aantal }, een))
  return {
    ...staat,
    totBevestigd: (n: number) => tot(async () => staat.bevestigd.length >= n),
    stop: async () => {
      staat.gestopt = true
      await klaar
    },
  }
}
const nieuw = (achternaam: string) => ({ naam: { achternaam }, geenBsnReden: 'nog_niet_bekend', woonplaats: 'Proefdam' })

/** Van wat bevestigd is, is alles er met precies één logboekregel; en nergens staat iets half. */
async function eisHeel(bevestigd: readonly { id: string }[]): Promise<void> {
  const ids = bevestigd.map((b) => b.id)
  const [stand] = await lees(
    `select
      (select count(*)::int from unnest($1::uuid[]) b(id) where not exists (select from inwoner i where i.id = b.id)) as kwijt,
      (select count(*)::int from unnest($1::uuid[]) b(id)
        where (select count(*) from audit a where a.inwoner = b.id and a.soort = 'aanmaken') <> 1) as zonder_regel,
      (select count(*)::int from inwoner i where not exists (select from inwoner_gegevens g where g.inwoner = i.id)) as half,
      (select count(*)::int from inwoner i where not exists (select from audit a where a.inwoner = i.id and a.soort = 'aanmaken')) as ongezien,
      (select count(*)::int from audit a where a.soort = 'aanmaken' and a.inwoner is not null
        and not exists (select from inwoner i where i.id = a.inwoner)) as verzonnen,
      (select count(*)::int from audit a where not exists (select from audit_open o where o.audit = a.id)
        and not exists (select from auditzegel z where z.audit = a.id)) as zonder_zegel,
      (select count(*)::int from idempotentie where antwoord is null) as open_sleutels`,
    [ids],
  )
  expect(stand).toEqual({ kwijt: 0, zonder_regel: 0, half: 0, ongezien: 0, verzonnen: 0, zonder_zegel: 0, open_sleutels: 0 })
}

/** Wie geen antwoord kreeg, stuurt hetzelfde nog eens: daarna staat het er precies één keer. */
async function eisEenKeer(ik: Aangemeld, adres: string, onzeker: readonly { sleutel: string; naam: string }[]): Promise<void> {
  for (const { sleutel, naam } of onzeker)
    expect((await ik.roep(adres, 'POST', '/inwoners', nieuw(naam), { 'idempotency-key': sleutel })).status).toBe(201)
  const namen = onzeker.map((o) => o.naam)
  expect(await lees('select achternaam from inwoner where achternaam = any($1)', [namen])).toHaveLength(namen.length)
}

it('SIGKILL op het programma tijdens bewaren, telkens op een ander moment: niets bevestigds kwijt, niets half, en herhalen telt één keer', async () => {
  let programma = await start()
  const ik = await meldAan(programma.adres)
  for (let ronde = 0; ronde < 4; ronde++) {
    const werk = blijfBewaren(ik, programma.adres, 6)
    await werk.totBevestigd(12 + ronde * 9)
    await programma.stop('SIGKILL')
    lopend.delete(programma)
    await werk.stop()
    expect(werk.anders).toEqual([])
    programma = await start()
    await eisHeel(werk.bevestigd)
    const laatste = werk.bevestigd.at(-1) as { id: string; naam: string }
    expect((await ik.roep(programma.adres, 'GET', `/inwoners/${laatste.id}`)).lichaam.naam.achternaam).toBe(laatste.naam)
    await eisEenKeer(ik, programma.adres, werk.onzeker)
    await eisHeel(werk.bevestigd)
  }
  expect(await programma.stop()).toBe(0)
  lopend.delete(programma)
})

describe('de database valt weg terwijl het programma draait', () => {
  it('en komt vanzelf terug: intussen 503 met wat te doen, en niets kwijt of half', async () => {
    const programma = await start()
    const ik = await meldAan(programma.adres)
    const plek = maakPlek(data.map)
    const werk = blijfBewaren(ik, programma.adres, 4)
    await werk.totBevestigd(10)
    // Zolang iemand met de map bezig is start niemand hem: zo blijft hij zeker even weg.
    await metOnderhoud(plek, async () => {
      process.kill(leesPostmaster(plek)?.pid as number, 'SIGKILL')
      await tot(async () => (await fetch(`${programma.adres}/readyz`)).status === 503)
      expect((await fetch(`${programma.adres}/healthz`)).status).toBe(200)
      const geweigerd = await ik.roep(programma.adres, 'GET', '/werkvoorraad')
      expect(geweigerd).toMatchObject({
        status: 503,
        lichaam: { code: 'DATABASE_WEG', status: 503, watNu: expect.stringContaining('opnieuw') },
      })
      expect((await fetch(`${programma.adres}/`)).status).toBe(200) // de schermen zelf blijven komen
    })
    await tot(async () => (await fetch(`${programma.adres}/readyz`)).status === 200)
    await werk.totBevestigd(werk.bevestigd.length + 10)
    await werk.stop()
    expect(new Set(werk.anders.map((a) => `${a.status} ${a.lichaam.code}`))).toEqual(new Set(['503 DATABASE_WEG']))
    await eisHeel(werk.bevestigd)
    await eisEenKeer(ik, programma.adres, werk.onzeker)
    // Een programma dat een tijd zonder database zat, verzegelt daarna gewoon verder.
    await tot(async () => ((await lees<{ n: number }>('select count(*)::int as n from audit_open'))[0]?.n ?? 1) === 0)
    expect(programma.kind.exitCode).toBeNull()
  })
})

it('twee webprocessen en de opdrachtregel tegelijk op één map: samen één waarheid, en wie de server startte mag als eerste weg', async () => {
  const een = await start()
  const twee = await start()
  const ik = await meldAan(een.adres)
  const gezien = await ik.roep(een.adres, 'POST', '/inwoners', nieuw('Proefstra'))
  const pad = `/inwoners/${gezien.lichaam.id}`
  const wijzig = (adres: string, woonplaats: string) => ik.roep(adres, 'PATCH', pad, { woonplaats }, { 'if-match': gezien.etag as string })
  const [a, b] = await Promise.all([wijzig(een.adres, 'Hier'), wijzig(twee.adres, 'Daar')])
  expect([a.status, b.status].sort()).toEqual([200, 412])

  const bestand = join(data.map, 'inwoners.csv')
  const rijen = Array.from({ length: 500 }, (_, n) => `Proefman${n};nog_niet_bekend`)
  writeFileSync(bestand, ['achternaam;geen_bsn_reden', ...rijen].join('\n'))
  const [op1, op2] = [blijfBewaren(ik, een.adres, 3), blijfBewaren(ik, twee.adres, 3)]
  const importeer = await draaiOpdracht(data.map, 'beheer', 'importeer', bestand, '--gemeente', ik.gemeente)
  expect(importeer).toEqual({ code: 0, uit: '500 inwoners overgenomen.\n', fout: expect.any(String) })
  await Promise.all([op1.stop(), op2.stop()])
  expect([...op1.anders, ...op2.anders]).toEqual([])
  await eisHeel([...op1.bevestigd, ...op2.bevestigd])

  expect(await een.stop()).toBe(0)
  lopend.delete(een)
  const later = blijfBewaren(ik, twee.adres, 2)
  await later.totBevestigd(10)
  await later.stop()
  await eisHeel(later.bevestigd)
  await tot(async () => ((await lees<{ n: number }>('select count(*)::int as n from audit_open'))[0]?.n ?? 1) === 0)
  expect(await draaiOpdracht(data.map, 'database', 'controleer')).toMatchObject({
    code: 0,
    uit: expect.stringContaining('logboek: in orde'),
  })
  expect(await twee.stop()).toBe(0)
  lopend.delete(twee)
})
