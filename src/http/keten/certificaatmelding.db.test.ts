/** Een certificaat dat bijna verloopt is te zien waar een beheerder kijkt, en een nieuw certificaat geldt voor de volgende verbinding. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { legCertificaatwerkVast } from '#actions/transport/certificaatwerk.ts'
import { geefUit } from '#actions/transport/certificaten.testhulp.ts'
import { post } from '#actions/transport/ketenpost.testhulp.ts'
import { proefuitgever } from '#actions/transport/proefkant.testhulp.ts'
import { leesVerkeer } from '#actions/berichten/inzage/lees-verkeer.ts'
import { openTransport } from '#actions/transport/transport.ts'
import { maakProefwerkplek, type Proefwerkplek } from '#actions/proefwerkplek.testhulp.ts'
import { maakServer } from '../server.ts'
import { startKetenserver } from './start-ketenserver.ts'

const map = mkdtempSync(join(tmpdir(), 'meedoen-certificaat-'))
const ca = proefuitgever
const client = geefUit(ca, { oin: '1' })
let p: Proefwerkplek
beforeAll(async () => {
  p = await maakProefwerkplek()
  p.klok.nu = new Date()
})
afterAll(async () => {
  await p.sluit()
  rmSync(map, { recursive: true })
})
const over = (dagen: number) => new Date(p.klok.nu.getTime() + dagen * 86_400_000 + 60_000)
function leg(tot: Date): string {
  const { certificaat, sleutel, vingerafdruk } = geefUit(ca, { tot })
  writeFileSync(join(map, 'eigen.crt'), certificaat)
  writeFileSync(join(map, 'eigen.key'), sleutel)
  return vingerafdruk
}
async function metKeten(gemeente = '9990') {
  writeFileSync(join(map, 'ca.crt'), ca.certificaat)
  writeFileSync(
    join(map, 'keten.yaml'),
    `partijen: { "${gemeente}": { weg: geen } }
ontvangst: { poort: 0, host: 127.0.0.1, certificaat: eigen.crt, sleutel: eigen.key, ca: ca.crt }
vertrouwd: [{ oin: "1", namens: iedereen }]\n`,
  )
  const transport = await openTransport(join(map, 'keten.yaml'), false)
  if (!transport.ok) throw new Error(transport.fout.join('\n'))
  return { ...p.dienst, keten: { ...transport.value, zorgVoorGemeente: async () => undefined } }
}
const maak = (dienst: Parameters<typeof maakServer>[0]['api']['dienst']) =>
  maakServer({
    uitgaven: [],
    web: map,
    api: { dienst, aanmelden: { proef: true, veilig: false }, verzoekenPerMinuut: 600 },
    storing: () => undefined,
  })

it('/readyz waarschuwt en /metrics telt de dagen; zonder keten of zonder nood staat er niets', async () => {
  leg(over(12))
  const dienst = await metKeten()
  const server = await maak(dienst)
  expect((await server.inject('/readyz')).json()).toEqual({
    status: 'ok',
    waarschuwingen: [expect.stringMatching(/^ontvangst: Het certificaat verloopt over 12 dagen, op .*\. Vraag een nieuw aan\.$/)],
  })
  const { body } = await server.inject('/metrics')
  expect(body).toContain('meedoen_certificaat_dagen{naam="ontvangst"} 12')
  const vraag = { van: p.dienst.vandaag(), tot: p.dienst.vandaag() }
  const verkeer = await leesVerkeer(dienst, await p.als('beheerder'), vraag)
  expect(verkeer).toMatchObject({ ok: true, value: { weg: 'geen', certificaten: [expect.stringContaining('verloopt over 12 dagen')] } })
  expect(await leesVerkeer(p.dienst, await p.als('beheerder'), vraag)).toMatchObject({ value: { weg: 'geen', certificaten: [] } })
  expect(body).toMatch(/meedoen_certificaat_dagen\{naam="ontvangst.ca"\} 36\d/)
  await server.close()
  leg(over(200))
  const rustig = await maak(await metKeten())
  expect((await rustig.inject('/readyz')).json()).toEqual({ status: 'ok' })
  await rustig.close()
  const zonder = await maak(p.dienst)
  expect((await zonder.inject('/metrics')).body).not.toContain('meedoen_certificaat_dagen')
  await zonder.close()
})

it('een vervangen certificaat geldt voor de volgende verbinding, zonder herstart', async () => {
  const eerst = leg(over(12))
  const dienst = await metKeten()
  const server = await startKetenserver(dienst, pino({ level: 'silent' }), 20)
  if (!server) throw new Error('geen ontvangst')
  const poort = Number(new URL(server.adres).port)
  expect(await vingerafdrukVan(poort)).toBe(eerst)
  const nieuw = leg(over(200))
  expect(await dienst.keten.vernieuw()).toEqual({ ok: true, value: true })
  let gezien = eerst
  while (gezien === eerst) gezien = await vingerafdrukVan(poort)
  expect(gezien).toBe(nieuw)
  // Wie geen certificaat heeft komt er ook daarna niet in.
  await expect(post({ poort, lichaam: '' })).rejects.toThrow()
  expect(await post({ poort, lichaam: '', certificaat: client })).toMatchObject({ status: 500, code: 'IB001' })
  await server.stop()
})

const vingerafdrukVan = (poort: number): Promise<string> =>
  new Promise((klaar, mislukt) => {
    const verbinding = connect(
      { host: '127.0.0.1', port: poort, ca: ca.certificaat, cert: client.certificaat, key: client.sleutel },
      () => {
        klaar(verbinding.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase())
        verbinding.destroy()
      },
    )
    verbinding.on('error', mislukt)
  })

it('een poort die bezet is, wordt gezegd', async () => {
  leg(over(200))
  const dienst = await metKeten()
  const eerste = await startKetenserver(dienst, pino({ level: 'silent' }))
  const bezet = Number(new URL(eerste?.adres ?? '').port)
  const ontvangst = dienst.keten.ontvangst()
  const zelfde = { ...dienst, keten: { ...dienst.keten, ontvangst: () => ontvangst && { ...ontvangst, poort: bezet } } }
  await expect(startKetenserver(zelfde, pino({ level: 'silent' }))).rejects.toThrow(`Poort ${bezet} voor berichten van de keten is bezet`)
  await eerste?.stop()
})

it('bijna verlopen is één keer werk voor de beheerder, en klaar als er een nieuw certificaat is', async () => {
  const actor = await p.als('beheerder')
  const { gemeente } = actor.actor
  leg(over(12))
  const dienst = await metKeten(gemeente)
  const werk = async () => {
    const uit = await leesVerkeer(dienst, actor, { van: '2026-11-01' as Datum, tot: '2026-11-02' as Datum })
    return uit.ok ? uit.value.certificaatwerk : []
  }
  await legCertificaatwerkVast(dienst, dienst.keten)
  const [open, ...rest] = await werk()
  expect(rest).toEqual([])
  expect(open).toMatchObject({ titel: expect.stringContaining('ontvangst verloopt op'), klaarOp: null })
  p.klok.nu = over(1)
  await legCertificaatwerkVast(dienst, dienst.keten)
  expect(await werk()).toEqual([open])
  p.klok.nu = over(13)
  expect(await werk()).toMatchObject([{ titel: expect.stringContaining('ontvangst is verlopen op'), gemeldOp: open?.gemeldOp }])
  leg(over(400))
  expect(await dienst.keten.vernieuw()).toMatchObject({ ok: true, value: true })
  await legCertificaatwerkVast(dienst, dienst.keten)
  expect(await werk()).toMatchObject([{ gemeldOp: open?.gemeldOp, klaarOp: p.klok.nu.toISOString() }])
})
