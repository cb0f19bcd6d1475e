/** Aanmelden met een werkaccount vanaf het aanmeldscherm, bij een echte uitgever van OpenID Connect. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from './hulp.ts'
import { type MetUitgever, meldAanMetWerkaccount, startMetUitgever } from './hulp-uitgever.ts'

let m: MetUitgever
beforeAll(async () => {
  m = await startMetUitgever(
    {
      'proef-9902-1': { name: 'Noor Proef' },
      vreemd: { name: 'Onbekende Bezoeker', email: 'vreemd@elders.example', email_verified: true },
    },
    { MEEDOEN_PROEF: 'ja' },
  )
})
afterAll(() => m?.stop())

describe('aanmelden met een werkaccount', () => {
  it('brengt u van het aanmeldscherm langs de uitgever terug naar het scherm dat u vroeg', async () => {
    const pagina = await m.open('/werk')
    const knop = pagina.getByRole('link', { name: 'Aanmelden met uw werkaccount' })
    await knop.waitFor()
    // Met een uitgever zijn er geen knoppen van de proefomgeving.
    expect(await pagina.locator('.md-rolknop').count()).toBe(0)
    await axe(pagina)
    await meldAanMetWerkaccount(pagina, 'proef-9902-1')
    await pagina.getByRole('heading', { name: 'Mijn werk', exact: true }).waitFor()
    await expect.poll(() => new URL(pagina.url()).pathname).toBe('/werk')
    await expect.poll(() => pagina.getByText('Noor Proef').count()).toBeGreaterThan(0)
    const cookie = (await pagina.context().cookies()).find((c) => c.name === 'meedoen_sessie')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  })

  it('wie geen account heeft, leest dat in gewone woorden en is niet aangemeld', async () => {
    const pagina = await m.open('/werk')
    await meldAanMetWerkaccount(pagina, 'vreemd')
    await pagina
      .getByText(/geen account|geen toegang|niet bekend/i)
      .first()
      .waitFor()
    expect((await pagina.context().cookies()).some((c) => c.name === 'meedoen_sessie')).toBe(false)
  })
})
