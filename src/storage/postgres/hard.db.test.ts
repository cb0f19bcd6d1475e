/** Wat er overblijft als server of programma op een willekeurig moment hard gestopt wordt. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ingebouwd, startIngebouwd } from './launcher.ts'
import { leesPostmaster } from './plek.ts'
import { type Los, maakMap, startLos } from './proces.testhulp.ts'
import { maakPool, metVerbinding } from './verbinding.ts'

const rondes = 6
const { map, ruimOp } = maakMap()
let server: Ingebouwd
beforeAll(async () => {
  server = await startIngebouwd({ map })
  await metVerbinding(server.eigenaar, (c) =>
    c.query('create table paar (nummer bigint, helft int, primary key (nummer, helft)); grant select, insert on paar to meedoen_app'),
  )
})
afterAll(async () => {
  await server.stop()
  await ruimOp()
})

/** Wat bevestigd is staat er, en van elk paar staan beide helften er of geen. */
async function eisHeel(schrijver: Los): Promise<void> {
  const bevestigd = schrijver.meldingen.flatMap((m) => (m.bevestigd === undefined ? [] : [m.bevestigd]))
  expect(bevestigd.length).toBeGreaterThan(0)
  const { rows } = await vanzelf(() =>
    metVerbinding(server.app, (c) =>
      c.query(
        `select (select count(*)::int from unnest($1::bigint[]) n where not exists (select from paar p where p.nummer = n)) as kwijt,
           (select count(*)::int from (select nummer from paar group by nummer having count(*) <> 2) h) as half`,
        [bevestigd],
      ),
    ),
  )
  expect(rows).toEqual([{ kwijt: 0, half: 0 }])
}

/** Het slachtoffer van elke ronde, om en om. */
const doelwitten: Record<string, (schrijver: Los) => void> = {
  'de server': () => process.kill(leesPostmaster(server.plek)?.pid as number, 'SIGKILL'),
  'het programma': (schrijver) => schrijver.kind.kill('SIGKILL'),
  'het proces achter één verbinding': () => process.kill(achterkant(), 'SIGKILL'),
}

/** Een proces van de server dat een verbinding van het losse programma bedient. */
function achterkant(): number {
  const ouder = leesPostmaster(server.plek)?.pid
  for (const pid of readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    try {
      const regel = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      const vader = /\nPPid:\t(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      if (Number(vader) === ouder && regel.includes('meedoen_app')) return Number(pid)
    } catch {
      // net gestopt
    }
  }
  throw new Error('geen verbinding van het programma gevonden')
}

describe.each(Object.entries(doelwitten))('SIGKILL op %s, midden in het schrijven', (naam, dood) => {
  it.skipIf(naam.includes('verbinding') && process.platform !== 'linux')(`${rondes} keer: niets bevestigds kwijt, niets half`, async () => {
    for (let ronde = 0; ronde < rondes; ronde++) {
      const schrijver = startLos(map, 'schrijf')
      await schrijver.totMelding(20 + ronde * 7) // telkens op een ander moment
      dood(schrijver)
      if (naam !== 'het programma') await schrijver.totMelding(schrijver.meldingen.length + 10) // het programma gaat vanzelf verder
      await schrijver.stop()
      await eisHeel(schrijver)
    }
  })
})

it('een verbinding die breekt terwijl zij is uitgeleend en niets vraagt, stopt het programma niet', async () => {
  const pool = maakPool(server.app, 'uitgeleend')
  const client = await pool.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  await metVerbinding(server.beheer, (c) => c.query('select pg_terminate_backend($1)', [rows[0].pid]))
  await wacht(100)
  await expect(client.query('select 1')).rejects.toThrow()
  client.release()
  expect((await pool.query('select 1 as een')).rows).toEqual([{ een: 1 }])
  await pool.end()
})

it('een volle schijf: wat niet bewaard kan worden is een fout, wat bevestigd was blijft, en met ruimte gaat het verder', async ({
  skip,
}) => {
  const schijf = maakMap()
  const klein = join(schijf.map, 'klein')
  mkdirSync(klein)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=755', 'tmpfs', klein], { stdio: 'ignore' })
  } catch {
    await schijf.ruimOp()
    skip('een kleine schijf maken mag hier niet (geen root, of geen mount)')
  }
  try {
    await vulTotVol(klein)
  } finally {
    execFileSync('umount', ['-l', klein])
    await schijf.ruimOp()
  }
})

async function vulTotVol(klein: string): Promise<void> {
  const vol = await startIngebouwd({ map: klein, instellingen: ['max_wal_size=32MB', 'min_wal_size=32MB'] })
  const pool = maakPool(vol.app, 'vol')
  try {
    await metVerbinding(vol.eigenaar, (c) =>
      c.query('create table groot (n bigint primary key, tekst text); grant all on groot to meedoen_app'),
    )
    let bevestigd = 0
    let fout: unknown
    for (; fout === undefined && bevestigd < 5_000; ) {
      await pool
        .query('insert into groot select g, repeat(md5(g::text), 30) from generate_series($1::bigint, $1 + 199) g', [bevestigd * 200])
        .then(
          () => bevestigd++,
          (f) => (fout = f),
        )
    }
    // Past een rij niet meer, dan is dat een fout; past zelfs het log niet meer, dan stopt de server en breekt de verbinding.
    expect(fout).toMatchObject({ message: expect.stringMatching(/No space left on device|Connection terminated|recovery mode|not accept/) })
    expect(bevestigd).toBeGreaterThan(0)
    execFileSync('mount', ['-o', 'remount,size=400m', klein])
    const { rows } = await vanzelf(() => pool.query('select count(*)::int as n from groot'))
    // De laatste kan bewaard zijn zonder dat het antwoord aankwam; minder dan bevestigd mag nooit, en een deel van een groep ook niet.
    expect(rows[0].n).toBeGreaterThanOrEqual(bevestigd * 200)
    expect(rows[0].n % 200).toBe(0)
    await vanzelf(() => pool.query(`insert into groot values (-1, 'weer ruimte')`))
  } finally {
    await pool.end()
    await vol.stop()
  }
}

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
