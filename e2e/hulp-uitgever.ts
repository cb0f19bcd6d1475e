/** Een server waar men zich alleen met een werkaccount aanmeldt, bij een echte uitgever van OpenID Connect. */
import type { Page } from 'playwright-core'
import { maakLijn } from '../src/actions/transport/lijn.testhulp.ts'
import { clientId, geheim, type Proefpersoon, startUitgever } from '../src/http/api/uitgever.testhulp.ts'
import { openPagina } from './hulp.ts'
import { startServer } from './hulp-server.ts'

export type MetUitgever = { readonly data: string; open(pad: string): Promise<Page>; stop(): Promise<void> }

export async function startMetUitgever(personen: Record<string, Proefpersoon>, omgeving: Record<string, string>): Promise<MetUitgever> {
  // De server heet naar dit adres, en dat moet vaststaan voor hij start: de lijn houdt het vast, de server luistert erachter.
  const lijn = await maakLijn()
  const adres = `http://127.0.0.1:${lijn.poort}`
  const uitgever = await startUitgever(adres, personen)
  const server = await startServer({
    MEEDOEN_ADRES: adres,
    OIDC_UITGEVER: uitgever.adres,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: geheim,
    ...omgeving,
  })
  lijn.naar = Number(new URL(server.adres).port)
  return {
    data: server.data,
    open: (pad) => open(adres, uitgever.adres, pad),
    stop: async () => {
      await server.stop()
      await uitgever.stop()
      await lijn.sluit()
    },
  }
}

/** De bladzijde van de uitgever haalt een lettertype van elders; dat mag mislukken. */
async function open(adres: string, uitgever: string, pad: string): Promise<Page> {
  const lettertypen = 'fonts.googleapis.com'
  const pagina = await openPagina('/', {
    server: adres,
    verwacht: [401, 403, 412, 422, 'geen verbinding'],
    ookHosts: [new URL(uitgever).host, lettertypen],
  })
  await pagina.route(`https://${lettertypen}/**`, (route) => route.abort())
  await pagina.goto(pad)
  return pagina
}

/** Van het aanmeldscherm langs de uitgever. */
export async function meldAanMetWerkaccount(pagina: Page, wie: string): Promise<void> {
  await pagina.getByRole('link', { name: 'Aanmelden met uw werkaccount' }).click()
  await pagina.getByPlaceholder('Enter any login').fill(wie)
  await pagina.getByPlaceholder('and password').fill('proef')
  await pagina.getByRole('button', { name: 'Sign-in' }).click()
  await pagina.getByRole('button', { name: 'Continue' }).click()
}
