/** De onderdelen van de werkplek: lijst, formulier, conflict, sessie, verbinding, tijdlijn. Op een server waarvan de test de stand zet. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axe, openPagina, pastInBreedte, rustig } from './hulp.ts'
import { startWerkserver, type Werkserver } from './proef/werkserver.testhulp.ts'

let server: Werkserver
beforeAll(async () => {
  server = await startWerkserver()
})
afterAll(() => server.stop())
beforeEach(() => server.herstel())

type Opties = NonNullable<Parameters<typeof openPagina>[1]>

async function open(pad: string, opties: Opties = {}): Promise<Page> {
  const pagina = await openPagina('/healthz', { server: server.adres, ...opties })
  await pagina.context().addCookies([{ name: 'meedoen_sessie', value: server.meldAan(), url: server.adres }])
  await pagina.goto(pad)
  await pagina.locator('h1').waitFor()
  return pagina
}
const toast = (pagina: Page, tekst: string) => pagina.locator('.md-toast', { hasText: tekst })
const opslag = (pagina: Page) => pagina.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))

describe('elk onderdeel', () => {
  it.each(['/los', '/tabel', '/formulier'].flatMap((pad) => [1280, 360].map((breedte) => [pad, breedte] as const)))(
    '%s is toegankelijk en past op %i breed',
    async (pad, breedte) => {
      const pagina = await open(pad, { breedte, hoogte: 740 })
      await pastInBreedte(pagina)
      await axe(pagina)
    },
  )
})

describe('een lijst van twintigduizend', () => {
  const eerste = (pagina: Page) => pagina.locator('tbody th').first()
  const staat = (pagina: Page, naam: string) => pagina.locator('tbody').getByRole('link', { name: naam, exact: true }).waitFor()

  it('toont één bladzijde, bladert vooruit en terug, en zegt waar u bent', async () => {
    const pagina = await open('/tabel')
    await pagina.getByText('1–50 van meer dan 1.000').waitFor()
    expect(await pagina.locator('tbody tr').count()).toBe(50)
    await pagina.getByRole('button', { name: 'Volgende' }).click()
    await pagina.getByText('51–100 van meer dan 1.000').waitFor()
    await staat(pagina, 'Jansen 51')
    // Een nieuwe bladzijde begint bovenaan, ook al staan de knoppen onder een lange lijst.
    await expect.poll(() => pagina.evaluate(() => document.activeElement?.matches('.md-gegevens__titel'))).toBe(true)
    expect(await eerste(pagina).evaluate((cel) => cel.getBoundingClientRect().top)).toBeGreaterThan(0)
    await pagina.getByRole('button', { name: 'Vorige' }).click()
    await staat(pagina, 'Jansen 1')
    expect(await pagina.getByRole('button', { name: 'Vorige' }).count()).toBe(0)
  })

  it('onthoudt de bladzijde als u uit een rij terugkomt', async () => {
    const pagina = await open('/tabel')
    await staat(pagina, 'Jansen 1')
    await pagina.getByRole('button', { name: 'Volgende' }).click()
    await pagina.getByRole('link', { name: 'Jansen 51', exact: true }).click()
    await pagina.getByRole('heading', { name: 'Elders' }).waitFor()
    await pagina.goBack()
    await staat(pagina, 'Jansen 51')
  })

  it('pijltjes lopen langs de rijen, Enter opent', async () => {
    const pagina = await open('/tabel')
    await staat(pagina, 'Jansen 1')
    await pagina.getByRole('link', { name: 'Jansen 1', exact: true }).focus()
    await pagina.keyboard.press('ArrowDown')
    await pagina.keyboard.press('ArrowDown')
    expect(await pagina.evaluate(() => document.activeElement?.textContent)).toBe('Bakker 3')
    await pagina.keyboard.press('End')
    expect(await pagina.evaluate(() => document.activeElement?.textContent)).toContain('50')
    await pagina.keyboard.press('Home')
    await pagina.keyboard.press('Enter')
    await pagina.waitForURL('**/elders/1')
  })

  it('klikken op de rij opent, Ctrl-klik opent een nieuw tabblad, een vinkje kiest alleen', async () => {
    const pagina = await open('/tabel')
    await staat(pagina, 'Jansen 1')
    await pagina.getByRole('checkbox', { name: 'Jansen 1 kiezen', exact: true }).check()
    await pagina.getByText('1 gekozen').waitFor()
    await rustig(pagina)
    // Midden in de rij, niet op de naam: de link vult de hele rij. Waar die rij staat blijkt pas bij de klik zelf.
    const klik = (modifiers: 'Control'[] = []) =>
      pagina
        .getByRole('cell', { name: 'Advies afmaken' })
        .nth(1)
        .click({ position: { x: 20, y: 10 }, force: true, modifiers })
    const [nieuw] = await Promise.all([pagina.context().waitForEvent('page'), klik(['Control'])])
    await nieuw.waitForURL('**/elders/3')
    expect(pagina.url()).toContain('/tabel')
    await klik()
    await pagina.waitForURL('**/elders/3')
  })

  it('is ook als kaarten te sorteren', async () => {
    const pagina = await open('/tabel', { breedte: 360, hoogte: 740 })
    await staat(pagina, 'Jansen 1')
    await pagina.getByLabel('Sorteer op').selectOption({ label: 'Naam, omgekeerd' })
    await staat(pagina, 'Ó Súilleabháin 20000')
    expect(await eerste(pagina).textContent()).toBe('Ó Súilleabháin 20000')
    await axe(pagina)
    await pagina.setViewportSize({ width: 1280, height: 900 })
    expect(await pagina.getByLabel('Sorteer op').isVisible()).toBe(false)
  })

  it('de kop blijft in beeld tijdens het schuiven', async () => {
    const pagina = await open('/tabel')
    await staat(pagina, 'Jansen 1')
    await pagina.mouse.wheel(0, 900)
    await pagina.waitForFunction(() => scrollY > 500)
    const vak = await pagina.locator('thead th').nth(1).boundingBox()
    expect(vak?.y).toBeGreaterThanOrEqual(0)
    expect(vak?.y).toBeLessThan(100)
  })

  it('de gekozen kolommen blijven na herladen', async () => {
    const pagina = await open('/tabel')
    await staat(pagina, 'Jansen 1')
    await pagina.getByRole('button', { name: 'Kolommen' }).click()
    await pagina.getByLabel('Woonplaats').uncheck()
    await pagina.getByLabel('Nummer').check()
    await pagina.keyboard.press('Escape')
    await pagina.reload()
    await staat(pagina, 'Jansen 1')
    const koppen = (await pagina.locator('thead th').allTextContents()).filter(Boolean)
    expect(koppen).toEqual(['Naam', 'Geboren', 'Termijn', 'Volgende stap', 'Nummer'])
  })

  it('sorteert op de server, en zegt in welke richting', async () => {
    const pagina = await open('/tabel')
    await staat(pagina, 'Jansen 1')
    const kop = pagina.getByRole('columnheader', { name: 'Naam' })
    expect(await kop.getAttribute('aria-sort')).toBe('ascending')
    await kop.getByRole('button').click()
    await staat(pagina, 'Ó Súilleabháin 20000')
    expect(await kop.getAttribute('aria-sort')).toBe('descending')
  })

  it('niets gevonden zegt wat te doen', async () => {
    const pagina = await open('/tabel?naam=niemand')
    await pagina.getByText('Niemand gevonden met deze gegevens.').waitFor()
    expect(await pagina.getByRole('navigation', { name: /Bladeren/ }).count()).toBe(0)
    await axe(pagina)
  })

  it('een storing zegt dat, opnieuw proberen vraagt het meteen, en de lijst komt zodra hij er is', async () => {
    server.stand.lijststoring = true
    const pagina = await open('/tabel', { verwacht: [503] })
    await pagina.getByText('Nummer voor de beheerder: proef-1').waitFor()
    await axe(pagina)
    const eerder = server.stand.verzoeken.length
    await pagina.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await expect.poll(() => server.stand.verzoeken.length).toBeGreaterThan(eerder)
    server.stand.lijststoring = false
    await staat(pagina, 'Jansen 1')
    expect(await eerste(pagina).textContent()).toBe('Jansen 1')
  })
})

describe('een formulier', () => {
  it('leest een geplakte datum en schrijft hem netjes; een onmogelijke dag zegt wat er is', async () => {
    const pagina = await open('/formulier')
    const veld = pagina.getByLabel('Begindatum')
    await veld.fill('2 april 2026')
    await veld.blur()
    expect(await veld.inputValue()).toBe('02-04-2026')
    await veld.fill('30-02-2026')
    await veld.blur()
    await pagina.getByText('De dag 30-2-2026 bestaat niet.').waitFor()
    expect(await veld.getAttribute('aria-invalid')).toBe('true')
    expect(await veld.inputValue()).toBe('30-02-2026')
  })

  it('fouten van het scherm en van de server staan boven en bij het veld, met de focus op de kop', async () => {
    const pagina = await open('/formulier', { verwacht: [422] })
    await pagina.getByLabel('Naam').fill('')
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    const kop = pagina.getByRole('heading', { name: 'Er is nog één ding na te kijken' })
    await kop.waitFor()
    expect(await kop.evaluate((k) => k === document.activeElement)).toBe(true)
    expect(await pagina.title()).toMatch(/^1 invoerfout – Zaak wijzigen/)
    expect(server.stand.verzoeken.filter((v) => v.startsWith('PATCH'))).toEqual([])

    await pagina.getByLabel('Naam').fill('Onderzoek')
    await pagina.getByLabel('Team').selectOption('')
    await pagina.getByLabel('Einddatum').fill('1-1-2026')
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await pagina.getByRole('heading', { name: 'Er zijn nog 2 dingen na te kijken' }).waitFor()
    await axe(pagina)
    // In de volgorde van de velden, ook als de server een andere volgorde noemt.
    expect(await pagina.locator('.md-foutoverzicht li').allTextContents()).toEqual([
      'Kies een einddatum na de begindatum.',
      'Kies het team dat deze zaak doet.',
    ])
    await pagina.getByRole('link', { name: 'Kies een einddatum na de begindatum.' }).click()
    const veld = pagina.getByLabel('Einddatum')
    expect(await veld.evaluate((v) => v === document.activeElement)).toBe(true)
    const beschreven = await veld.evaluate((v) =>
      (v.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
    )
    expect(beschreven).toContain('Kies een einddatum na de begindatum.')
    // Wie alles verbeterde, leest de oude weigering niet meer.
    await veld.fill('1-1-2030')
    await pagina.getByLabel('Team').selectOption({ index: 1 })
    await expect.poll(() => pagina.locator('.md-foutoverzicht').count()).toBe(0)
    expect(await pagina.getByText('Niet alles is goed ingevuld.').count()).toBe(0)
  })

  it('wat getypt is staat er na herladen nog, maar nooit een BSN', async () => {
    const pagina = await open('/formulier')
    pagina.on('dialog', (d) => void d.accept())
    await pagina.getByLabel('Toelichting').fill('belt morgen terug, 999990019')
    await pagina.getByLabel('BSN').fill('9999 90 019')
    await pagina.getByLabel('BSN').blur()
    await pagina.getByLabel('Naam').fill('Huisbezoek')
    expect((await opslag(pagina)).replace(/[\s.]/g, '')).not.toContain('999990019')
    await pagina.reload()
    await pagina.getByText(/Uw concept van/).waitFor()
    expect(await pagina.getByLabel('Naam').inputValue()).toBe('Huisbezoek')
    expect(await pagina.getByLabel('Toelichting').inputValue()).toBe('belt morgen terug, ')
    expect(await pagina.getByLabel('BSN').inputValue()).toBe('')
    await axe(pagina)
    await pagina.getByRole('button', { name: 'Concept weggooien' }).click()
    expect(await pagina.getByLabel('Naam').inputValue()).toBe('Onderzoek')
    expect(await opslag(pagina)).not.toContain('Huisbezoek')
  })

  it('waarschuwt bij het sluiten, en wijst de weg terug na een ander scherm', async () => {
    const pagina = await open('/formulier')
    await pagina.getByLabel('Naam').fill('Half af')
    await pagina.getByRole('link', { name: 'Naar een ander scherm' }).click()
    await pagina.getByRole('button', { name: 'Terug naar het formulier' }).click()
    await pagina.getByLabel('Naam').waitFor()
    expect(await pagina.getByLabel('Naam').inputValue()).toBe('Half af')
    const vraag = pagina.waitForEvent('dialog')
    await pagina.evaluate(() => void setTimeout(() => location.assign('/elders')))
    expect((await vraag).type()).toBe('beforeunload')
    await (await vraag).dismiss()
    expect(await pagina.getByLabel('Naam').inputValue()).toBe('Half af')
    pagina.on('dialog', (d) => void d.accept())
  })

  it('opslaan kan ongedaan, met de knop en met de toets z', async () => {
    const pagina = await open('/formulier')
    await pagina.getByLabel('Naam').fill('Nieuwe naam')
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await toast(pagina, 'Opgeslagen.').waitFor()
    // Zolang iemand de mededeling aanwijst, gaat zij niet weg.
    await toast(pagina, 'Opgeslagen.').hover()
    await axe(pagina)
    expect(server.stand.zaak.naam).toBe('Nieuwe naam')
    expect(await opslag(pagina)).not.toContain('Nieuwe naam')
    await pagina.getByRole('button', { name: 'Ongedaan maken' }).click()
    await pagina.waitForFunction(() => document.querySelector<HTMLInputElement>('#zaak-1-naam')?.value === 'Onderzoek')
    expect(server.stand.zaak.naam).toBe('Onderzoek')
    await pagina.getByLabel('Naam').fill('Nog een keer')
    await pagina.keyboard.press('Enter')
    await toast(pagina, 'Opgeslagen.').waitFor()
    await pagina.getByRole('heading', { level: 1 }).focus()
    await rustig(pagina)
    await pagina.keyboard.press('z')
    await pagina.waitForFunction(() => document.querySelector<HTMLInputElement>('#zaak-1-naam')?.value === 'Onderzoek')
  })

  it('een collega was eerder: beide versies naast elkaar, en de keuze wordt bewaard', async () => {
    const pagina = await open('/formulier', { verwacht: [412] })
    await pagina.getByLabel('Naam').fill('Van mij')
    await pagina.getByLabel('Toelichting').fill('mijn regel')
    server.wijzigAlsCollega('Bram Bakker', { naam: 'Van Bram', periode: { van: '2026-03-01', tot: '2026-09-01' } })
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await pagina.getByRole('heading', { name: /Bram Bakker wijzigde dit (om|op) / }).waitFor()
    await axe(pagina)
    const kant = (veld: string, wie: RegExp) => pagina.getByRole('group', { name: veld }).getByRole('radio', { name: wie })
    await pagina.getByText('1 september 2026').waitFor()
    // Alleen ik wijzigde de toelichting, alleen hij de einddatum: dat staat al goed.
    expect(await kant('Toelichting', /Van u/).isChecked()).toBe(true)
    expect(await kant('Einddatum', /Van Bram/).isChecked()).toBe(true)
    await pagina.getByRole('button', { name: 'Keuze bewaren' }).click()
    await pagina.getByText('Kies welke van de twee u bewaart.').waitFor()
    expect(server.stand.zaak.naam).toBe('Van Bram')
    await kant('Naam', /Van u/).check()
    await pagina.getByRole('button', { name: 'Keuze bewaren' }).click()
    await toast(pagina, 'Opgeslagen.').waitFor()
    expect(server.stand.zaak).toMatchObject({ naam: 'Van mij', toelichting: 'mijn regel', periode: { tot: '2026-09-01' } })
    expect(await pagina.getByRole('heading', { name: /wijzigde dit/ }).count()).toBe(0)
    expect(await pagina.getByLabel('Einddatum').inputValue()).toBe('01-09-2026')
  })

  it('een antwoord dat wegvalt maakt niets dubbel, ook niet na herladen', async () => {
    const pagina = await open('/formulier', { verwacht: ['geen verbinding'] })
    await pagina.route('**/zaken', async (vraag) => {
      await vraag.fetch()
      await vraag.abort()
    })
    await pagina.getByRole('button', { name: 'Nieuwe zaak maken' }).click()
    await toast(pagina, 'Geen verbinding met Meedoen').waitFor()
    expect(server.stand.gemaakt.size).toBe(1)
    await pagina.unroute('**/zaken')
    await pagina.reload()
    await pagina.getByRole('button', { name: 'Nieuwe zaak maken' }).click()
    await toast(pagina, 'Aangemaakt: zaak-1').waitFor()
    expect(server.stand.gemaakt.size).toBe(1)
    await pagina.getByRole('button', { name: 'Nieuwe zaak maken' }).click()
    await toast(pagina, 'Aangemaakt: zaak-2').waitFor()
  })
})

describe('de sessie', () => {
  it('verlopen: opnieuw aanmelden in een venster, en wat getypt was staat er nog en is te bewaren', async () => {
    const pagina = await open('/formulier', { verwacht: [401] })
    await pagina.getByLabel('Naam').fill('Bijna kwijt')
    await pagina.getByLabel('BSN').fill('999990019')
    server.stand.sessies.clear()
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await pagina.getByRole('heading', { name: 'U bent niet meer aangemeld' }).waitFor()
    expect(await pagina.evaluate(() => document.activeElement?.textContent)).toBe('U bent niet meer aangemeld')
    await axe(pagina)
    // Het venster dekt af wat eronder staat, en laat zich niet zomaar sluiten.
    await pagina.keyboard.press('Escape')
    expect(await pagina.getByRole('heading', { name: 'U bent niet meer aangemeld' }).isVisible()).toBe(true)
    await pagina.getByRole('button', { name: /Sanne de Vries/ }).click()
    await toast(pagina, 'U bent weer aangemeld.').waitFor()
    // Ook in het formulier staat niet langer dat u zich nog moet aanmelden.
    await pagina.locator('main').getByText('U bent weer aangemeld.').waitFor()
    expect(await pagina.locator('main').getByText('U bent niet meer aangemeld').count()).toBe(0)
    expect(await pagina.getByLabel('BSN').inputValue()).toBe('999990019')
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await toast(pagina, 'Opgeslagen.').waitFor()
    expect(server.stand.zaak.naam).toBe('Bijna kwijt')
  })

  it('in een ander tabblad opnieuw aangemeld: dit tabblad gaat vanzelf verder', async () => {
    const pagina = await open('/formulier', { verwacht: [401] })
    await pagina.getByLabel('Naam').fill('Ander tabblad')
    server.stand.sessies.clear()
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await pagina.getByRole('heading', { name: 'U bent niet meer aangemeld' }).waitFor()
    await pagina.context().addCookies([{ name: 'meedoen_sessie', value: server.meldAan(), url: server.adres }])
    const ander = await pagina.context().newPage()
    await ander.goto('/los')
    await ander.locator('h1').waitFor()
    await ander.evaluate(() => new BroadcastChannel('meedoen.sessie').postMessage('aangemeld'))
    await pagina.getByRole('heading', { name: 'U bent niet meer aangemeld' }).waitFor({ state: 'hidden' })
    expect(await pagina.getByLabel('Naam').inputValue()).toBe('Ander tabblad')
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await toast(pagina, 'Opgeslagen.').waitFor()
  })

  it('een oud teken na opnieuw aanmelden wordt vanzelf vernieuwd', async () => {
    const pagina = await open('/formulier', { verwacht: [403] })
    await pagina.getByLabel('Naam').fill('Nieuw teken')
    await pagina.context().addCookies([{ name: 'meedoen_sessie', value: server.meldAan(), url: server.adres }])
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await toast(pagina, 'Opgeslagen.').waitFor()
    expect(server.stand.zaak.naam).toBe('Nieuw teken')
  })

  it('meldt een ander zich aan, dan blijft het scherm van de eerste niet staan en krijgt de ander zijn concept niet', async () => {
    const pagina = await open('/formulier', { verwacht: [401] })
    pagina.on('dialog', (d) => void d.accept())
    await pagina.getByLabel('Naam').fill('Van Sanne')
    server.stand.sessies.clear()
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await pagina.getByRole('heading', { name: 'U bent niet meer aangemeld' }).waitFor()
    const bram = server.meldAan({ id: 'm2', naam: 'Bram Bakker' })
    await pagina.context().addCookies([{ name: 'meedoen_sessie', value: bram, url: server.adres }])
    await pagina.getByRole('button', { name: 'Ik heb me aangemeld, ga verder' }).click()
    await pagina.getByRole('heading', { name: 'U bent nu aangemeld als Bram Bakker' }).waitFor()
    await pagina.goto('/formulier')
    await pagina.getByLabel('Naam').waitFor()
    expect(await pagina.getByLabel('Naam').inputValue()).toBe('Onderzoek')
    expect(server.stand.zaak.naam).toBe('Onderzoek')
  })

  it('ook als de sessie gewoon opnieuw wordt nagevraagd, wordt die van een ander niet stil overgenomen', async () => {
    const pagina = await open('/formulier')
    await pagina.getByLabel('Naam').waitFor()
    const bram = server.meldAan({ id: 'm2', naam: 'Bram Bakker' })
    await pagina.context().addCookies([{ name: 'meedoen_sessie', value: bram, url: server.adres }])
    // Later terug in dit tabblad: wat langer dan een minuut oud is wordt dan nagevraagd.
    await pagina.clock.setSystemTime(Date.now() + 5 * 60_000)
    await pagina.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await pagina.getByRole('heading', { name: 'U bent nu aangemeld als Bram Bakker' }).waitFor()
  })
})

describe('een scherm voor een andere rol', () => {
  it('zegt voor wie het is en wijst naar het eigen begin', async () => {
    const pagina = await open('/teamleider')
    await pagina.getByRole('heading', { name: 'Dit scherm is niet voor uw rol' }).waitFor()
    await pagina.getByText('Dit scherm is voor: teamleider, administratie.').waitFor()
    await axe(pagina)
  })

  it('zonder sessie staat het aanmelden op dat adres, en daarna het scherm zelf', async () => {
    const pagina = await openPagina('/teamleider', { server: server.adres, verwacht: [401] })
    await pagina.getByRole('heading', { name: 'Aanmelden' }).waitFor()
    await pagina.getByRole('button', { name: /Bram Bakker/ }).click()
    await pagina.getByRole('heading', { name: 'Voor de teamleider' }).waitFor()
    expect(new URL(pagina.url()).pathname).toBe('/teamleider')
  })
})

describe('de verbinding', () => {
  it('valt weg: dat staat er, invoer blijft, en bewaren kan zodra zij terug is', async () => {
    const pagina = await open('/formulier', { verwacht: ['geen verbinding'] })
    await pagina.context().setOffline(true)
    const balk = pagina.getByText('Geen verbinding.', { exact: true })
    await balk.waitFor()
    await pagina.getByLabel('Naam').fill('Onderweg')
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await pagina.getByText('Geen verbinding met Meedoen').first().waitFor()
    await axe(pagina)
    await pagina.context().setOffline(false)
    await balk.waitFor({ state: 'hidden' })
    // Ook de melding in het formulier gaat mee, zonder dat iemand iets doet.
    await pagina.getByText('De verbinding is er weer.').waitFor()
    await pagina.getByText('U kunt nu bewaren.').waitFor()
    expect(await pagina.locator('main').getByText('Geen verbinding').count()).toBe(0)
    await axe(pagina)
    expect(await pagina.getByLabel('Naam').inputValue()).toBe('Onderweg')
    await pagina.getByRole('button', { name: 'Zaak bewaren' }).click()
    await toast(pagina, 'Opgeslagen.').waitFor()
  })
})

describe('een pagina die voor het eerst opengaat terwijl de server weg is', () => {
  it('vult zich vanzelf als hij terug is', async () => {
    const pagina = await open('/los', { verwacht: ['geen verbinding', 503] })
    await pagina.route('**/api/v1/**', (route) => route.abort())
    await pagina.reload()
    await pagina.goto(`${server.adres}/tabel`)
    await pagina.getByText('Geen verbinding met Meedoen').first().waitFor()
    await pagina.unroute('**/api/v1/**')
    await pagina.getByRole('row').nth(3).getByRole('link').waitFor()
  })

  it('ook als hij wel antwoordt, maar met 503', async () => {
    server.stand.even503 = true
    const pagina = await openPagina('/teamleider', { server: server.adres, verwacht: [503, 401] })
    await pagina.getByRole('heading', { name: 'Meedoen is nu niet te laden' }).waitFor()
    await axe(pagina)
    server.stand.even503 = false
    await pagina.getByRole('heading', { name: 'Aanmelden' }).waitFor()
  })
})

describe('een BSN', () => {
  it('is gesluierd, wordt één keer opgevraagd, en verdwijnt na dertig seconden', async () => {
    const pagina = await open('/los')
    // De klok staat stil en loopt alleen als wij haar vooruitzetten.
    await pagina.clock.install({ time: '2026-12-11T10:00:00' })
    await pagina.clock.pauseAt('2026-12-11T11:00:00')
    expect(await pagina.locator('main').textContent()).not.toMatch(/9999/)
    await pagina.getByRole('button', { name: 'BSN tonen' }).click()
    await pagina.getByText('9999 90 019').waitFor()
    expect(server.stand.bsnInzagen).toBe(1)
    expect(await pagina.title()).not.toContain('9999')
    expect(server.stand.verzoeken.join(' ')).not.toContain('9999')
    await pagina.clock.fastForward(29_000)
    expect(await pagina.getByText('9999 90 019').count()).toBe(1)
    await pagina.clock.fastForward(1_000)
    await pagina.getByText('9999 90 019').waitFor({ state: 'hidden' })
    expect(await pagina.locator('main').textContent()).not.toMatch(/9999/)
  })

  it('dat geen BSN kan zijn wordt bij het verlaten geweigerd, zonder het nummer te herhalen', async () => {
    const pagina = await open('/formulier')
    await pagina.getByLabel('BSN').fill('9999 90 018')
    await pagina.getByLabel('BSN').blur()
    const fout = pagina.locator('.md-veldfout')
    await fout.waitFor()
    expect(await fout.textContent()).not.toMatch(/\d{3}/)
    await pagina.getByLabel('BSN').fill('9999.90.019')
    await pagina.getByLabel('BSN').blur()
    expect(await pagina.getByLabel('BSN').inputValue()).toBe('999990019')
    expect(await fout.count()).toBe(0)
  })
})

describe('de tijdlijn', () => {
  it('is met de pijltjes te lezen, in volgorde van tijd', async () => {
    const pagina = await open('/los')
    const vak = pagina.getByRole('group', { name: /Voorzieningen en gebeurtenissen/ })
    await vak.focus()
    const zin = pagina.locator('.md-tijdlijn__zin')
    await pagina.keyboard.press('ArrowRight')
    expect(await zin.textContent()).toBe('Gebeurtenissen: Melding ontvangen, 10 februari 2025.')
    await pagina.keyboard.press('ArrowRight')
    expect(await zin.textContent()).toBe('Begeleiding regulier: 3 uur per week, 1 maart 2025 t/m 28 februari 2026 (voorbij).')
    await pagina.keyboard.press('ArrowLeft')
    await pagina.keyboard.press('ArrowLeft')
    expect(await zin.textContent()).toContain('2 dagdelen per week')
  })

  it('heeft dezelfde feiten als tabel, met links', async () => {
    const pagina = await open('/los')
    await pagina.getByText('Dezelfde gegevens als tabel').click()
    const tabel = pagina.getByRole('table')
    expect(await tabel.locator('tbody tr').count()).toBe(7)
    await tabel.getByRole('link', { name: '4 uur per week' }).click()
    await pagina.waitForURL('**/elders/b')
  })

  it('op een telefoon loopt de lijn van vandaag door geen enkele naam', async () => {
    const pagina = await open('/los', { breedte: 360, hoogte: 740 })
    const geraakt = await pagina.locator('.md-tijdlijn__beeld').evaluate((beeld) => {
      const lijn = beeld.querySelector('.md-tijdlijn__vandaag') as SVGPathElement
      const { x } = lijn.getPointAtLength(0)
      const namen = [...beeld.querySelectorAll<SVGTextElement>('.md-tijdlijn__naam')]
      return [namen.length, namen.filter((n) => lijn.isPointInStroke(new DOMPoint(x, n.getBBox().y + n.getBBox().height / 2))).length]
    })
    expect(geraakt).toEqual([expect.any(Number), 0])
    expect(geraakt[0]).toBeGreaterThan(1)
  })

  it('laat een jaar zien en schuift', async () => {
    const pagina = await open('/los')
    const beeld = pagina.locator('.md-tijdlijn__beeld')
    expect(await beeld.textContent()).toContain('3 uur per week')
    await pagina.getByRole('button', { name: 'Eén jaar' }).click()
    expect(await beeld.textContent()).not.toContain('3 uur per week')
    expect(await beeld.textContent()).toContain('vandaag')
    for (let keer = 0; keer < 3; keer++) await pagina.getByRole('button', { name: 'Eerder in de tijd' }).click()
    expect(await beeld.textContent()).toContain('3 uur per week')
  })
})

it('ongedaan maken na een handeling, en voortgang die stopt', async () => {
  const pagina = await open('/los')
  await pagina.getByRole('button', { name: 'Overdragen' }).click()
  await pagina.getByRole('button', { name: 'Ongedaan maken' }).click()
  await pagina.getByText('Teruggedraaid: 1').waitFor()
  await pagina.getByText('120 van 300').waitFor()
  await pagina.getByRole('button', { name: 'Stoppen' }).click()
  await pagina.getByText('Klaar: 300 van 300').waitFor()
})
