/** Aanmelden met een werkaccount vanaf het aanmeldscherm, bij een echte uitgever van OpenID Connect. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lijn, maakLijn } from '../src/actions/transport/lijn.testhulp.ts'
import { clientId, geheim, type Proefuitgever, startUitgever } from '../src/http/api/uitgever.testhulp.ts'
import { axe, openPagina } from './hulp.ts'
import { type Server, startServer } from './hulp-server.ts'

let uitgever: Proefuitgever
let server: Server
/** De server heet naar dit adres, en dat moet vaststaan voor hij start: de lijn houdt het vast, de server luistert erachter. */
let lijn: Lijn
const adres = () => `http://127.0.0.1:${lijn.poort}`
beforeAll(async () => {
  lijn = await maakLijn()
  uitgever = await startUitgever(adres(), {
    'proef-9902-1': { name: 'Noor Proef' },
    vreemd: { name: 'Onbekende Bezoeker', email: 'vreemd@elders.example', email_verified: true },
  })
  server = await startServer({
    MEEDOEN_ADRES: adres(),
    OIDC_UITGEVER: uitgever.adres,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: geheim,
    MEEDOEN_PROEF: 'ja',
  })
  lijn.naar = Number(new URL(server.adres).port)
})
afterAll(async () => {
  await server?.stop()
  await uitgever?.stop()
  await lijn?.sluit()
})

/** De bladzijde van de uitgever haalt een lettertype van elders; dat mag mislukken. */
async function open(pad: string) {
  const lettertypen = 'fonts.googleapis.com'
  const pagina = await openPagina('/', {
    server: adres(),
    verwacht: [401, 403, 422, 'geen verbinding'],
    ookHosts: [new URL(uitgever.adres).host, lettertypen],
  })
  await pagina.route(`https://${lettertypen}/**`, (route) => route.abort())
  await pagina.goto(pad)
  return pagina
}

async function meldAanBijUitgever(pagina: Awaited<ReturnType<typeof open>>, wie: string) {
  await pagina.getByPlaceholder('Enter any login').fill(wie)
  await pagina.getByPlaceholder('and password').fill('proef')
  await pagina.getByRole('button', { name: 'Sign-in' }).click()
  await pagina.getByRole('button', { name: 'Continue' }).click()
}

describe('aanmelden met een werkaccount', () => {
  it('brengt u van het aanmeldscherm langs de uitgever terug naar het scherm dat u vroeg', async () => {
    const pagina = await open('/werk')
    const knop = pagina.getByRole('link', { name: 'Aanmelden met uw werkaccount' })
    await knop.waitFor()
    // Met een uitgever zijn er geen knoppen van de proefomgeving.
    expect(await pagina.locator('.md-rolknop').count()).toBe(0)
    await axe(pagina)
    await knop.click()
    await meldAanBijUitgever(pagina, 'proef-9902-1')
    await pagina.getByRole('heading', { name: 'Mijn werk', exact: true }).waitFor()
    await expect.poll(() => new URL(pagina.url()).pathname).toBe('/werk')
    await expect.poll(() => pagina.getByText('Noor Proef').count()).toBeGreaterThan(0)
    const cookie = (await pagina.context().cookies()).find((c) => c.name === 'meedoen_sessie')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  })

  it('wie geen account heeft, leest dat in gewone woorden en is niet aangemeld', async () => {
    const pagina = await open('/werk')
    await pagina.getByRole('link', { name: 'Aanmelden met uw werkaccount' }).click()
    await meldAanBijUitgever(pagina, 'vreemd')
    await pagina
      .getByText(/geen account|geen toegang|niet bekend/i)
      .first()
      .waitFor()
    expect((await pagina.context().cookies()).some((c) => c.name === 'meedoen_sessie')).toBe(false)
  })
})
