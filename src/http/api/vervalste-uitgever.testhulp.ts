/** Een uitgever die alles mag zeggen: om na te gaan wat wij níet geloven. */
import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { clientId, sluit } from './uitgever.testhulp.ts'

export type Vervalsing = {
  kop?: Record<string, unknown>
  claims?: Record<string, unknown>
  sleutel?: 'vreemd' | 'geen'
  zonderToken?: boolean
}
export type VervalsteUitgever = { adres: string; nonce: string; zegt: Vervalsing; stuk: boolean; vragen: number; stop(): Promise<void> }

const paar = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const b64 = (waarde: unknown) => Buffer.from(JSON.stringify(waarde)).toString('base64url')

export async function startVervalsteUitgever(poort = 0): Promise<VervalsteUitgever> {
  const [eigen, vreemd] = [paar(), paar()]
  const server = createServer((vraag, antwoord) => {
    u.vragen++
    if (u.stuk) return void antwoord.writeHead(500).end('stuk')
    const geef = (waarde: unknown) => antwoord.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(waarde))
    if (vraag.url?.startsWith('/.well-known')) return void geef(beschrijving(u.adres))
    if (vraag.url === '/jwks')
      return void geef({ keys: [{ ...eigen.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] })
    return void geef({ access_token: 'a', token_type: 'Bearer', ...(!u.zegt.zonderToken && { id_token: maakToken() }) })
  })
  const maakToken = () => {
    const nu = Math.floor(Date.now() / 1000)
    const claims = {
      iss: u.adres,
      sub: 'sub-noor',
      aud: clientId,
      iat: nu,
      exp: nu + 600,
      nonce: u.nonce,
      email: 'noor@gemeente.example',
      email_verified: true,
    }
    const romp = `${b64({ alg: 'RS256', kid: 'k1', ...u.zegt.kop })}.${b64({ ...claims, ...u.zegt.claims })}`
    if (u.zegt.sleutel === 'geen') return `${romp}.`
    return `${romp}.${createSign('sha256')
      .update(romp)
      .sign((u.zegt.sleutel === 'vreemd' ? vreemd : eigen).privateKey, 'base64url')}`
  }
  await new Promise<void>((klaar) => server.listen(poort, '127.0.0.1', klaar))
  const adres = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const u: VervalsteUitgever = { adres, nonce: '', zegt: {}, stuk: false, vragen: 0, stop: () => sluit(server) }
  return u
}

const beschrijving = (adres: string) => ({
  issuer: adres,
  authorization_endpoint: `${adres}/auth`,
  token_endpoint: `${adres}/token`,
  jwks_uri: `${adres}/jwks`,
  response_types_supported: ['code'],
  id_token_signing_alg_values_supported: ['RS256'],
})
