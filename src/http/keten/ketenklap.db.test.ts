/** De ontvanger is een los proces dat midden in het verkeer keer op keer gedood wordt (SIGKILL). Er raakt niets kwijt en niets komt dubbel. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as rust } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { type Lijn, maakLijn } from '#actions/transport/lijn.testhulp.ts'
import { maakProefkant, type Proefkant, wachtTot } from '#actions/transport/proefkant.testhulp.ts'
import { wijsToe } from '#messages/keten/oefening.testhulp.ts'
import { maakKetenserver } from './ketenserver.ts'

const script = fileURLToPath(new URL('ketenproces.testhulp.ts', import.meta.url))
const AANTAL = 12
const KLAPPEN = 3

async function startLos(kant: Proefkant, lijn: Lijn): Promise<ChildProcess> {
  const kind = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(kant.proef)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [poort] = (await once(kind.stdout, 'data')) as [Buffer]
  lijn.naar = Number(String(poort))
  return kind
}

it('een ontvanger die keer op keer omvalt, verwerkt elk bericht één keer en antwoordt één keer', async () => {
  const lijnen = { gemeente: await maakLijn(), aanbieder: await maakLijn() }
  const gemeente = await maakProefkant('gemeente', { naarPoort: lijnen.aanbieder.poort })
  const aanbieder = await maakProefkant('aanbieder', { naarPoort: lijnen.gemeente.poort })
  const ontvangst = gemeente.dienst.keten.ontvangst()
  if (!ontvangst) throw new Error('geen ontvangst')
  const server = await maakKetenserver({ dienst: gemeente.dienst, ontvangst, storing: () => undefined })
  await server.listen({ port: 0, host: '127.0.0.1' })
  lijnen.gemeente.naar = (server.server.address() as AddressInfo).port
  await gemeente.werk()
  const tel = async (kant: Proefkant, waar: string) => Number((await kant.vraag<{ n: string }>(`select count(*) as n from ${waar}`))[0]?.n)

  let kind = await startLos(aanbieder, lijnen.aanbieder)
  for (let n = 1; n <= AANTAL; n++) await gemeente.stuur(wijsToe({ ToewijzingNummer: n }), `T${n}`)
  for (let klap = 1; klap <= KLAPPEN; klap++) {
    const genoeg = Math.floor((AANTAL * klap) / (KLAPPEN + 1))
    await wachtTot(async () => (await tel(aanbieder, `envelop where richting = 'in'`)) >= Math.min(genoeg, AANTAL))
    await rust(klap * 37)
    kind.kill('SIGKILL')
    await once(kind, 'exit')
    kind = await startLos(aanbieder, lijnen.aanbieder)
  }
  // Wat het gedode proces in handen had, is na twee minuten vrij; zo lang hoeft deze test niet te wachten.
  await aanbieder.vraag(`update envelop set volgende_op = now() where stand = 'wacht'`)
  await wachtTot(async () => (await tel(gemeente, `bericht where naam = 'WMO302'`)) === AANTAL)
  await wachtTot(async () => (await tel(aanbieder, `bezorging where stand = 'ontvangen'`)) === AANTAL)
  await wachtTot(async () => (await tel(gemeente, `bezorging where stand = 'ontvangen'`)) === AANTAL)
  expect(await aanbieder.vraag('select naam, richting, uitkomst, count(*)::int as n from bericht group by 1, 2, 3 order by 1')).toEqual([
    { naam: 'WMO301', richting: 'in', uitkomst: 'geaccepteerd', n: AANTAL },
    { naam: 'WMO302', richting: 'uit', uitkomst: 'verzonden', n: AANTAL },
  ])
  expect(await gemeente.vraag('select naam, richting, count(*)::int as n from bericht group by 1, 2 order by 1')).toEqual([
    { naam: 'WMO301', richting: 'uit', n: AANTAL },
    { naam: 'WMO302', richting: 'in', n: AANTAL },
  ])
  for (const kant of [gemeente, aanbieder]) {
    expect(await tel(kant, 'envelop')).toBe(2 * AANTAL)
    expect(await tel(kant, 'uitval')).toBe(0)
  }
  kind.kill('SIGKILL')
  await once(kind, 'exit')
  await server.close()
  await gemeente.sluit()
  await aanbieder.sluit()
  await lijnen.gemeente.sluit()
  await lijnen.aanbieder.sluit()
})
