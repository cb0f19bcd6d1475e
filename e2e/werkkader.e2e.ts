/** Het kader van de werkplek op het echte programma: aanmelden, menu, wie er is aangemeld, afmelden. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe, geladen, openPagina, pastInBreedte, rustig } from './hulp.ts'

const PROEF = 'Dit is een proefomgeving met verzonnen gegevens.'
const persoon = (pagina: Page) => pagina.locator('.md-persoon button').first()

async function meldAan(pagina: Page, rol: string): Promise<void> {
  await pagina
    .getByRole('button', { name: new RegExp(`^${rol}`) })
    .first()
    .click()
  await beginscherm(pagina)
}

/** Klaar als het adres `/` heeft doorgestuurd naar het beginscherm van deze rol; wie eerder een menu opent, ziet het weer dichtgaan. */
async function beginscherm(pagina: Page): Promise<void> {
  await pagina.waitForURL((adres) => adres.pathname !== '/')
  await pagina.locator('main h1:not(:text-is("Aanmelden"))').waitFor()
  await persoon(pagina).waitFor()
}

/** Telt op elk scherm vanaf het eerste beeld mee. */
const telVerspringen = (pagina: Page) =>
  pagina.addInitScript(() => {
    const venster = window as unknown as { verschoven: number }
    venster.verschoven = 0
    new PerformanceObserver((lijst) => {
      for (const e of lijst.getEntries()) venster.verschoven += (e as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** Hoeveel er versprong tot alles er staat; hoe snel dat gaat maakt niet uit. */
async function verschoven(pagina: Page): Promise<number> {
  await persoon(pagina).waitFor()
  await pagina.locator('main h1').waitFor()
  await geladen(pagina)
  await rustig(pagina)
  return pagina.evaluate(() => (window as unknown as { verschoven: number }).verschoven)
}

describe('aanmelden', () => {
  it.each([1280, 360, 320])('is toegankelijk en past op %i breed, met eronder wat voor iedereen is', async (breedte) => {
    const pagina = await openPagina('/', { breedte, hoogte: 740 })
    await pagina.getByRole('heading', { level: 1, name: 'Aanmelden' }).waitFor()
    await pagina.getByText(PROEF).waitFor()
    await expect.poll(() => pagina.getByRole('region', { name: /Proefaccounts van/ }).count()).toBe(2)
    // Er zijn meer consulenten: het team zegt wie wie is.
    const consulenten = await pagina.getByRole('button', { name: /^Consulent/ }).allTextContents()
    expect(consulenten.filter((t) => /(Noor|Sem) Proef, Team (Noord|Zuid)$/.test(t))).toHaveLength(4)
    await pagina.getByRole('heading', { name: 'Zonder aanmelden' }).waitFor()
    await expect.poll(() => pagina.getByRole('link', { name: 'Productboek' }).count()).toBe(2)
    await pastInBreedte(pagina)
    await axe(pagina)
  })

  it('een scherm dat voor het eerst opengaat terwijl de server weg is, laadt vanzelf zodra hij terug is', async () => {
    const pagina = await openPagina('/', { verwacht: ['geen verbinding'] })
    await meldAan(pagina, 'Consulent')
    await pagina.route('**/*', (route) => route.abort())
    await pagina.getByRole('link', { name: 'Inwoners', exact: true }).first().click()
    await pagina.getByRole('heading', { name: 'Dit scherm is nu niet te laden' }).waitFor()
    await pagina.unroute('**/*')
    await pagina.getByRole('heading', { level: 1, name: 'Inwoners' }).waitFor()
    expect(new URL(pagina.url()).pathname).toBe('/inwoners')
  })

  it('wie alleen leest, wordt niet naar een sessie gevraagd', async () => {
    const pagina = await openPagina('/')
    await pagina
      .getByRole('region', { name: /Proefaccounts van/ })
      .first()
      .waitFor()
    const verzoeken: string[] = []
    pagina.on('request', (v) => verzoeken.push(new URL(v.url()).pathname))
    await pagina.getByRole('link', { name: 'Productboek' }).first().click()
    await pagina.getByRole('navigation', { name: 'Hoofdmenu' }).waitFor()
    await pagina.reload()
    await pagina.getByRole('navigation', { name: 'Hoofdmenu' }).waitFor()
    expect(verzoeken.filter((pad) => pad.startsWith('/api/'))).toEqual([])
  })

  it.each(['Consulent', 'Teamleider', 'Administratie', 'Contractmanager', 'Toezichthouder', 'Beheerder'])(
    '%s komt binnen met één knop, en het kader zegt wie en waar',
    async (rol) => {
      const pagina = await openPagina('/')
      await meldAan(pagina, rol)
      await pagina.getByText(PROEF).waitFor()
      await expect.poll(() => persoon(pagina).textContent()).toContain(rol)
      await pagina.reload()
      await expect.poll(() => persoon(pagina).textContent()).toContain(rol)
    },
  )

  it.each([1280, 360])('aangemeld is het kader toegankelijk en past het op %i breed', async (breedte) => {
    const pagina = await openPagina('/', { breedte, hoogte: 740 })
    await meldAan(pagina, 'Consulent')
    await pagina.locator('main h1').waitFor()
    await pastInBreedte(pagina)
    await axe(pagina)
    await persoon(pagina).click()
    await pagina.getByRole('button', { name: 'Afmelden' }).waitFor()
    await axe(pagina)
    await pagina.keyboard.press('Escape')
    await expect.poll(() => pagina.getByRole('button', { name: 'Afmelden' }).isVisible()).toBe(false)
  })

  it('een sessie die er al is, wordt ook zonder aanwijzing in deze browser gevonden', async () => {
    const pagina = await openPagina('/healthz')
    const wijzen = (await (await pagina.request.get('/api/v1/aanmeldwijzen')).json()) as { demo: { sleutel: string }[] }
    await pagina.request.post('/aanmelden/demo', { data: { sleutel: wijzen.demo[0]?.sleutel } })
    await pagina.context().clearCookies({ name: 'meedoen_aangemeld' })
    await pagina.goto('/')
    await persoon(pagina).waitFor()
  })

  it('opnieuw laden verspringt niet', async () => {
    const pagina = await openPagina('/')
    await meldAan(pagina, 'Consulent')
    await telVerspringen(pagina)
    await pagina.reload()
    expect(await verschoven(pagina)).toBeLessThan(0.02)
  })

  it.each([
    ['Beheerder', '/beheer/medewerkers', 360],
    ['Contractmanager', '/catalogusbeheer', 360],
    ['Administratie', '/berichten', 1280],
  ] as const)('ook niet als %s op %s, %i breed', async (rol, adres, breedte) => {
    const pagina = await openPagina('/', { breedte, hoogte: 740 })
    await meldAan(pagina, rol)
    await telVerspringen(pagina)
    await pagina.goto(adres)
    expect(await verschoven(pagina)).toBeLessThan(0.01)
  })

  it.each([1280, 360])(
    'wie na het aanmelden meteen een scherm opent, ziet de band vanaf het eerste beeld, op %i breed',
    async (breedte) => {
      const pagina = await openPagina('/healthz', { breedte, hoogte: 740 })
      const wijzen = (await (await pagina.request.get('/api/v1/aanmeldwijzen')).json()) as { demo: { sleutel: string }[] }
      await pagina.request.post('/aanmelden/demo', { data: { sleutel: wijzen.demo[0]?.sleutel } })
      await telVerspringen(pagina)
      await pagina.goto('/zaken')
      await pagina.getByText(PROEF).waitFor()
      expect(await verschoven(pagina)).toBeLessThan(0.02)
    },
  )
})

it('wie al typt terwijl een scherm nog laadt, houdt de focus in het zoekveld', async () => {
  const pagina = await openPagina('/')
  await meldAan(pagina, 'Consulent')
  await pagina.goto('/hulst-terneuzen')
  let laat = () => {}
  const wacht = new Promise<void>((klaar) => (laat = klaar))
  await pagina.route('**/assets/Matrix*.js', async (vraag) => {
    await wacht
    await vraag.continue()
  })
  const weg = pagina.getByRole('link', { name: 'Samen inzetten' }).first()
  await weg.waitFor()
  await rustig(pagina)
  await weg.click()
  await pagina.keyboard.press('/')
  await pagina.keyboard.type('groe')
  laat()
  await pagina.waitForURL('**/matrix')
  await pagina.locator('main h1').waitFor()
  await rustig(pagina)
  await pagina.keyboard.type('p')
  await expect.poll(() => pagina.getByRole('searchbox').inputValue()).toBe('groep')
})

describe('afmelden', () => {
  it('wist wat in het tabblad stond; terug in de browser laat niets meer zien', async () => {
    const pagina = await openPagina('/', { verwacht: [401] })
    await meldAan(pagina, 'Consulent')
    await pagina.evaluate(() => sessionStorage.setItem('meedoen.concept.x', 'half af'))
    await persoon(pagina).click()
    await pagina.getByRole('button', { name: 'Afmelden' }).click()
    await pagina.getByRole('heading', { level: 1, name: 'Aanmelden' }).waitFor()
    await expect.poll(() => pagina.evaluate(() => Object.keys(sessionStorage).filter((naam) => naam.startsWith('meedoen')))).toEqual([])
    await expect.poll(async () => (await pagina.context().cookies()).map((c) => c.name)).toEqual([])
    expect((await pagina.request.get('/api/v1/sessie')).status()).toBe(401)
    await pagina.goBack()
    await pagina.locator('main h1').waitFor()
    await rustig(pagina)
    expect(await persoon(pagina).count()).toBe(0)
  })

  it('in een ander tabblad: dit tabblad vraagt om opnieuw aan te melden', async () => {
    const pagina = await openPagina('/')
    await meldAan(pagina, 'Consulent')
    const ander = await pagina.context().newPage()
    await ander.goto('/')
    await beginscherm(ander)
    await persoon(ander).click()
    await ander.getByRole('button', { name: 'Afmelden' }).click()
    await ander.getByRole('heading', { level: 1, name: 'Aanmelden' }).waitFor()
    const venster = pagina.getByRole('dialog', { name: 'U bent niet meer aangemeld' })
    await venster.waitFor()
    // Alleen wie er zat; iemand anders kan hier niet verder.
    await expect.poll(() => venster.getByRole('button', { name: /Proef(,|$)/ }).count()).toBe(1)
    await venster.getByRole('button', { name: /Proef(,|$)/ }).click()
    await venster.waitFor({ state: 'hidden' })
  })
})

it('een adres van de werkplek dat er niet is, zegt dat en wijst naar het begin', async () => {
  const pagina = await openPagina('/')
  await meldAan(pagina, 'Consulent')
  await pagina.goto('/beheer/bestaat/niet')
  await pagina.getByRole('heading', { name: 'Deze pagina is er niet' }).waitFor()
  await pagina.getByRole('link', { name: 'Naar uw beginscherm' }).click()
  await pagina.getByRole('heading', { name: 'Deze pagina is er niet' }).waitFor({ state: 'hidden' })
})
