/** Een echte uitgever van OpenID Connect (gecertificeerd), en een browser in het klein die zich daar aanmeldt. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type Proefpersoon = { name?: string; email?: string; email_verified?: boolean }
export type Proefuitgever = {
  adres: string
  /** Volgt het aanmeldadres als deze persoon, tot de uitgever terugstuurt naar Meedoen. */
  bezoek(url: string, wie: string): Promise<string>
  stop(): Promise<void>
}

export const clientId = 'meedoen'
export const geheim = 'een-geheim-van-de-proef'

export async function startUitgever(terugAdres: string, personen: Record<string, Proefpersoon>): Promise<Proefuitgever> {
  const server = createServer()
  const adres = await luister(server)
  const provider = new Provider(adres, {
    clients: [
      {
        client_id: clientId,
        client_secret: geheim,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${terugAdres}/aanmelden/terug`],
        post_logout_redirect_uris: [`${terugAdres}/`],
      },
    ],
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...personen[sub] }) }),
  })
  server.on('request', provider.callback())
  return { adres, bezoek: (url, wie) => bezoek(adres, url, wie), stop: () => sluit(server) }
}

async function luister(server: Server): Promise<string> {
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export const sluit = (server: Server): Promise<void> =>
  new Promise((klaar) => {
    server.closeAllConnections()
    server.close(() => klaar())
  })

async function bezoek(adres: string, begin: string, wie: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = begin
  let vorm: URLSearchParams | undefined
  const ingevuld = new Set<string>()
  for (let stap = 0; stap < 12; stap++) {
    const antwoord = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([n, w]) => `${n}=${w}`).join('; ') },
      ...(vorm && { method: 'POST', body: vorm }),
    })
    vorm = undefined
    for (const regel of antwoord.headers.getSetCookie()) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(regel) ?? []
      if (waarde === '') cookies.delete(naam)
      else cookies.set(naam, waarde)
    }
    const verder = antwoord.headers.get('location')
    if (verder) {
      url = new URL(verder, url).href
      if (!url.startsWith(adres)) return url
      continue
    }
    const tekst = await antwoord.text()
    const vraag = /name="prompt" value="(login|consent)"/.exec(tekst)?.[1]
    if (!vraag || ingevuld.has(url)) throw new Error(`de uitgever bleef staan: ${antwoord.status} ${tekst.slice(0, 500)}`)
    ingevuld.add(url)
    vorm = new URLSearchParams({ prompt: vraag, ...(vraag === 'login' && { login: wie, password: 'x' }) })
  }
  throw new Error('de uitgever stuurde niet terug')
}
