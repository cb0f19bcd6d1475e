/** Waar een scherm opent: vooraan bij een nieuw bezoek, waar men was bij terug en na herladen. */
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { rustig } from './hulp.ts'
import { maakInwoner, openAls } from './hulp-dossier.ts'
import { maakIndicatie } from './hulp-toewijzing.ts'

const plek = (pagina: Page) => pagina.evaluate(() => window.scrollY)
const schuif = (pagina: Page, y: number) => pagina.evaluate((naar) => window.scrollTo(0, naar), y)

/** Klaar als het onderste deel er staat. */
async function indicatieStaatEr(pagina: Page): Promise<void> {
  await pagina.getByRole('heading', { name: 'Zo is het vastgesteld' }).waitFor()
  await pagina.getByText('Deze indicatie is aan geen aanbieder toegewezen.').waitFor()
  await rustig(pagina)
}

describe('de plek op een scherm', () => {
  it('een indicatie opent vooraan, hoe men er ook komt; terug en herladen brengen waar men was', async () => {
    const { pagina, ...con } = await openAls('consulent', '/healthz')
    await pagina.setViewportSize({ width: 1280, height: 600 })
    const { indicatie, inwoner, zaak } = await maakIndicatie({ pagina, ...con })
    const wegen = [
      [`/inwoners/${inwoner}`, 'Dezelfde gegevens als tabel'],
      [`/inwoners/${inwoner}/indicaties`, null],
      [`/zaken/${zaak}`, null],
    ] as const
    for (const [adres, uitklap] of wegen) {
      await pagina.goto(adres)
      if (uitklap) await pagina.getByText(uitklap).click()
      const link = pagina.locator(`main a[href="/indicaties/${indicatie}"]:visible`).last()
      await link.waitFor()
      await rustig(pagina)
      await schuif(pagina, 120)
      await link.click()
      await indicatieStaatEr(pagina)
      expect([adres, await plek(pagina)]).toEqual([adres, 0])
      await pagina.goBack()
      await link
        .or(pagina.getByText(uitklap ?? 'Indicaties').first())
        .first()
        .waitFor()
      await expect.poll(() => plek(pagina)).toBeGreaterThan(0)
    }
    await pagina.goto(`/indicaties/${indicatie}`)
    await indicatieStaatEr(pagina)
    expect(await plek(pagina)).toBe(0)
    await schuif(pagina, 300)
    await pagina.reload()
    await indicatieStaatEr(pagina)
    await expect.poll(() => plek(pagina)).toBe(300)
  })

  it('een scherm dat past, schuift niet: de band van de proefomgeving telt mee', async () => {
    const { pagina } = await openAls('consulent', '/werk/wlz')
    await pagina.setViewportSize({ width: 1280, height: 900 })
    await pagina.getByRole('heading', { level: 1, name: 'Wlz en hulp die loopt' }).waitFor()
    await pagina.getByText('Er is geen hulp die de Wlz raakt.').waitFor()
    await rustig(pagina)
    expect(await pagina.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)
  })
})

describe('terwijl gegevens nog onderweg zijn', () => {
  it('schuift er op een telefoon niets omlaag: tellingen bij tabs en de knop van de volgende stap hebben hun plaats al', async () => {
    const adm = await openAls('administratie', '/healthz')
    const tabs = await verschuift(adm.pagina, {
      adres: '/berichten',
      wachten: '**/api/v1/{verzoektellingen,berichttellingen}*',
      wat: adm.pagina.getByRole('navigation', { name: 'Delen van het berichtenverkeer' }),
      klaar: () => adm.pagina.getByRole('link', { name: /^Uitval\s*\d+$/ }).waitFor(),
    })
    expect(tabs.na).toEqual(tabs.voor)

    const con = await openAls('consulent', '/healthz')
    const { id } = await maakInwoner(con)
    const kop = await verschuift(con.pagina, {
      adres: `/inwoners/${id}`,
      wachten: '**/api/v1/zaken?*',
      wat: con.pagina.locator('.md-inwonerkop'),
      klaar: () => con.pagina.getByRole('main').getByRole('link', { name: 'Nieuwe melding' }).first().waitFor(),
    })
    expect(kop.na).toEqual(kop.voor)
  })
})

type Proef = { adres: string; wachten: string; wat: Locator; klaar: () => Promise<void> }

/** Waar iets staat zolang deze verzoeken wachten, en waar als zij beantwoord zijn. */
async function verschuift(pagina: Page, { adres, wachten, wat, klaar }: Proef) {
  let laatGaan: () => void = () => undefined
  const poort = new Promise<void>((open) => (laatGaan = open))
  await pagina.route(wachten, async (route) => {
    await poort
    await route.continue()
  })
  await pagina.setViewportSize({ width: 360, height: 740 })
  await pagina.goto(adres)
  await wat.waitFor()
  await rustig(pagina)
  const voor = await wat.boundingBox()
  laatGaan()
  await klaar()
  await rustig(pagina)
  return { voor, na: await wat.boundingBox() }
}
