/** Een map met berichten die er niet is: te zien voor wie het programma bewaakt en voor de beheerder, en vanzelf weer goed. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { verstuurBerichten } from '#actions/berichten/bezorg.ts'
import { bezorgInMap } from '#actions/berichten/verwerk-map.ts'
import { maakProefserver, type Proefserver } from './api/proefserver.testhulp.ts'

const map = join(mkdtempSync(join(tmpdir(), 'meedoen-weg-')), 'post')
let s: Proefserver
beforeAll(async () => {
  s = await maakProefserver()
  Object.assign(s.dienst, { post: bezorgInMap(map) })
})
afterAll(() => s.sluit())

it('staat in readyz en bij het verkeer, berichten wachten zonder storing, en daarna gaat alles verder', async () => {
  const { gemeente } = (await s.als('administratie')).actor
  const proef = maakBerichtproef(s, gemeente)
  await proef.antwoord(await proef.toewijzing())
  await proef.start()
  const ben = await s.meldAan('beheerder')
  const kijk = async () => (await ben.roep('GET', '/berichttellingen?van=2026-11-25&tot=2026-11-25')).lichaam
  const klaar = async () => (await s.server.inject('/readyz')).json()

  await verstuurBerichten(s.dienst)
  expect(await klaar()).toMatchObject({ status: 'ok', waarschuwingen: [expect.stringContaining('MEEDOEN_BERICHTEN')] })
  expect(await kijk()).toMatchObject({ weg: 'map', klaargezet: 1, postmap: expect.stringContaining('MEEDOEN_BERICHTEN') })

  mkdirSync(map)
  await verstuurBerichten(s.dienst)
  expect(await klaar()).toEqual({ status: 'ok' })
  expect(await kijk()).toMatchObject({ klaargezet: 0, postmap: null })
})
