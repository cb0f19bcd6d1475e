/** Wat wij van een uitgever niet geloven, en wat er gebeurt als hij weg is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startVervalsteUitgever, type Vervalsing, type VervalsteUitgever } from '#http/api/vervalste-uitgever.testhulp.ts'
import { clientId, geheim } from '#http/api/uitgever.testhulp.ts'
import { maakUitgever } from './oidc.ts'

const adres = 'http://127.0.0.1:8080'
const klok = { nu: new Date('2026-11-25T09:00:00Z') }
let u: VervalsteUitgever
beforeAll(async () => {
  u = await startVervalsteUitgever()
})
afterAll(() => u.stop())

const onze = (uitgever = u.adres) => maakUitgever({ uitgever, clientId, geheim, adres }, () => klok.nu)

async function probeer(zegt: Vervalsing) {
  const uitgever = onze()
  const begonnen = await uitgever.begin('/')
  if (!begonnen.ok) throw new Error(begonnen.fout.code)
  const { vertrek } = begonnen.value
  Object.assign(u, { nonce: vertrek.nonce, zegt })
  return uitgever.rondAf(new URL(`${adres}/aanmelden/terug?code=c&state=${vertrek.state}`), vertrek)
}

const toen = Math.floor(Date.now() / 1000) - 7200
const vervalsingen: [string, Vervalsing][] = [
  ['een handtekening van een ander', { sleutel: 'vreemd' }],
  ['geen handtekening (alg none)', { kop: { alg: 'none' }, sleutel: 'geen' }],
  ['een gedeeld geheim als sleutel (HS256)', { kop: { alg: 'HS256' } }],
  ['een sleutel die de uitgever niet noemt', { kop: { kid: 'k9' }, sleutel: 'vreemd' }],
  ['een token dat verlopen is', { claims: { exp: toen, iat: toen - 600 } }],
  ['een token voor een ander programma', { claims: { aud: 'iets-anders' } }],
  ['een token van een andere uitgever', { claims: { iss: 'https://elders.example' } }],
  ['een andere nonce', { claims: { nonce: 'iets' } }],
  ['geen nonce', { claims: { nonce: undefined } }],
  ['geen onderwerp', { claims: { sub: undefined } }],
  ['geen ID-token', { zonderToken: true }],
]

describe('een ID-token', () => {
  it('dat klopt wordt aangenomen', async () => {
    expect(await probeer({})).toMatchObject({ ok: true, value: { onderwerp: 'sub-noor', email: 'noor@gemeente.example' } })
  })
  it('met een e-mailadres dat niet is nagegaan, geeft geen e-mailadres', async () => {
    for (const email_verified of [false, 'true', undefined, 1])
      expect(await probeer({ claims: { email_verified } })).toMatchObject({ ok: true, value: { email: null } })
  })
  it.each(vervalsingen)('met %s wordt geweigerd', async (_, zegt) => {
    expect(await probeer(zegt)).toMatchObject({ ok: false, fout: { code: 'AANMELDEN_MISLUKT' } })
  })
})

describe('een uitgever die weg is', () => {
  it('geeft een weigering die zegt wat er aan de hand is, en daarna lukt het weer', async () => {
    u.stuk = true
    const uitgever = onze()
    expect(await uitgever.begin('/')).toMatchObject({ ok: false, fout: { code: 'AANMELDDIENST_WEG', soort: 'even_weg' } })
    u.stuk = false
    expect((await uitgever.begin('/')).ok).toBe(true)
  })

  it('die niet luistert, of halverwege wegvalt, is hetzelfde', async () => {
    const dicht = await startVervalsteUitgever()
    const uitgever = onze(dicht.adres)
    const begonnen = await uitgever.begin('/')
    if (!begonnen.ok) throw new Error('begint')
    await dicht.stop()
    const { vertrek } = begonnen.value
    expect(await uitgever.rondAf(new URL(`${adres}/aanmelden/terug?code=c&state=${vertrek.state}`), vertrek)).toMatchObject({
      ok: false,
      fout: { code: 'AANMELDDIENST_WEG' },
    })
    expect(await onze(dicht.adres).begin('/')).toMatchObject({ ok: false, fout: { code: 'AANMELDDIENST_WEG' } })
  })

  it('wordt één keer per uur gevraagd; is hij daarna weg, dan geldt wat we wisten', async () => {
    const uitgever = onze()
    const voor = u.vragen
    await Promise.all([uitgever.begin('/'), uitgever.begin('/'), uitgever.begin('/')])
    await uitgever.begin('/')
    expect(u.vragen - voor).toBe(1)
    klok.nu = new Date(klok.nu.getTime() + 61 * 60_000)
    u.stuk = true
    expect((await uitgever.begin('/')).ok).toBe(true)
    u.stuk = false
    await uitgever.begin('/')
    expect(u.vragen - voor).toBe(4)
  })
})
