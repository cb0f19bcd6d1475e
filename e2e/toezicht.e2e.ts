import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Datum, plusDagen } from '../src/core/base/datum.ts'
import { axe, openPagina, pastInBreedte, rustig, schermafdruk } from './hulp.ts'
import { maakZaak, meldAan, type Werker } from './hulp-werkplek.ts'

async function ga(pagina: Page, adres: string, kop: string): Promise<void> {
  await pagina.goto(adres)
  await pagina.getByRole('heading', { name: kop, exact: true }).waitFor()
  await rustig(pagina)
}
const tabel = (pagina: Page, naam: string | RegExp) => pagina.getByRole('table', { name: naam })
/** Een periode waarin de proefgegevens vallen, tot en met gisteren: wat andere tests vandaag vaststellen, telt niet mee. */
const periode = ({ vandaag }: Werker) => {
  const gisteren = plusDagen(vandaag as Datum, -1)
  return `van=${Number(gisteren.slice(0, 4)) - 1}-01-01&tot=${gisteren}`
}

describe('toezicht', () => {
  it('de cijfers op het scherm zijn die van de server, en elk getal opent precies zoveel gevallen', async () => {
    const pagina = await openPagina('/')
    const tom = await meldAan(pagina, 'toezichthouder')
    await ga(pagina, `/toezicht?${periode(tom)}`, 'Toezicht')
    await tabel(pagina, /^Onderzoek binnen zes weken/).waitFor()
    const cijfers = await tom.roep('GET', `/toezichtcijfers?${periode(tom)}`)
    const { binnen, teLaat, nietKlaar, afgesloten } = cijfers.termijnen.totaal
    const samen = tabel(pagina, /^Onderzoek binnen zes weken/).locator('.tz-totaal td[data-getal]')
    await expect.poll(async () => (await samen.allTextContents()).map(Number)).toEqual([binnen, teLaat, nietKlaar, afgesloten])
    expect(binnen).toBeGreaterThan(0)
    await expect.poll(() => pagina.locator('.tz-kern').first().textContent()).toContain(`${binnen + teLaat + nietKlaar} onderzoeken`)
    // Woorden eerst; een code staat er hooguit klein naast.
    const cellen = await pagina.locator('main td, main th').allTextContents()
    expect(cellen.filter((c) => /^[A-Z]+(_[A-Z]+)+$/.test(c.trim()))).toEqual([])
    await axe(pagina)
    await schermafdruk(pagina, 'toezicht-overzicht-1280', true)

    await samen.first().getByRole('link').click()
    await pagina.getByRole('heading', { name: 'Zaken waarvan de zes weken eindigden' }).waitFor()
    await expect.poll(() => pagina.getByRole('combobox', { name: 'Uitkomst' }).inputValue()).toBe('binnen')
    await pagina.locator('tbody .md-gegevens__link').first().waitFor()
    let gezien = await pagina.locator('tbody .md-gegevens__link').count()
    for (let vorige = 0; gezien > vorige && (await pagina.getByRole('button', { name: 'Volgende' }).count()) > 0; ) {
      vorige = gezien
      const eerste = await pagina.locator('tbody .md-gegevens__link').first().textContent()
      await pagina.getByRole('button', { name: 'Volgende' }).click()
      await expect.poll(() => pagina.locator('tbody .md-gegevens__link').first().textContent()).not.toBe(eerste)
      gezien += await pagina.locator('tbody .md-gegevens__link').count()
    }
    expect(gezien).toBe(binnen)
    // Bladeren zet de lijst bovenaan; dan staat een veld erboven half onder de vaste balk, zoals overal waar men schuift.
    await pagina.evaluate(() => scrollTo(0, 0))
    await axe(pagina)
    await schermafdruk(pagina, 'toezicht-termijnen-1280')
    await pagina.locator('tbody .md-gegevens__link').first().click()
    await pagina.waitForURL(/\/zaken\//)
  })

  it('de termijn van het besluit heeft eigen cijfers met de zaken erachter, en zegt wat er telt', async () => {
    const pagina = await openPagina('/')
    const tom = await meldAan(pagina, 'toezichthouder')
    await ga(pagina, `/toezicht?${periode(tom)}`, 'Toezicht')
    const besluit = pagina.getByRole('region', { name: 'Besluit binnen twee weken' })
    await besluit.waitFor()
    const { besluiten } = await tom.roep('GET', `/toezichtcijfers?${periode(tom)}`)
    const { binnen, teLaat, nietKlaar, afgesloten } = besluiten.totaal
    expect(binnen + teLaat + nietKlaar).toBeGreaterThan(0)
    const getallen = besluit.locator('.tz-totaal td[data-getal]')
    await expect.poll(async () => (await getallen.allTextContents()).map(Number)).toEqual([binnen, teLaat, nietKlaar, afgesloten])
    expect(await besluit.textContent()).toContain('Opschorting (Awb 4:15) wordt niet bijgehouden')
    const welke = [binnen, teLaat, nietKlaar].findIndex((n) => n > 0)
    await getallen.nth(welke).getByRole('link').click()
    await pagina.getByRole('heading', { name: 'Aanvragen waarvan de twee weken eindigden' }).waitFor()
    await pagina.locator('tbody .md-gegevens__link').first().waitFor()
    const gezien = await pagina.locator('tbody .md-gegevens__link').count()
    expect(gezien).toBe(Math.min(50, [binnen, teLaat, nietKlaar][welke] as number))
    await axe(pagina)
    await schermafdruk(pagina, 'toezicht-besluittermijn-1280')
  })

  it('afwijkingen van het advies met hun motivering', async () => {
    const pagina = await openPagina('/')
    const tom = await meldAan(pagina, 'toezichthouder')
    const { indicaties } = await tom.roep('GET', `/toezichtcijfers?${periode(tom)}`)
    await ga(pagina, `/toezicht/indicaties?${periode(tom)}`, 'Indicaties naast het advies')
    await pagina.getByRole('heading', { name: /^Alle indicaties/ }).waitFor()
    expect(indicaties.totaal.alle).toBeGreaterThan(0)
    await expect.poll(() => pagina.locator('tbody .md-gegevens__link').count()).toBe(Math.min(50, indicaties.totaal.alle))
    await axe(pagina)
    await schermafdruk(pagina, 'toezicht-indicaties-1280')
    await pagina.getByLabel('Welke').selectOption('afwijkend')
    await pagina.getByRole('heading', { name: 'Anders dan het advies' }).waitFor()
  })

  it('het logboek: zoeken op soort en op persoon, en het lezen staat er zelf in', async () => {
    // Zonder scherm tot de tweede is aangemeld: een scherm zou onder de eerste gaan laden.
    const pagina = await openPagina('/healthz')
    const noor = await meldAan(pagina, 'consulent')
    const { inwoner } = await maakZaak(noor)
    const tom = await meldAan(pagina, 'toezichthouder')
    await ga(pagina, '/toezicht/logboek', 'Toezicht')
    // Rijen met een kop: zolang de lijst nog laadt staan er lege.
    const regels = pagina.locator('tbody tr', { has: pagina.getByRole('rowheader') })
    // Wat hier te zien is, is gelezen: pas daarna staat dat in het logboek.
    await regels.first().waitFor()
    await pagina.getByLabel('Soort').selectOption('loglezen')
    // Wie tegelijk bij een dossier kijkt wie er keek, staat hier ook.
    await regels.filter({ hasText: 'Tom Proef' }).first().waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'toezicht-logboek-1280')

    await pagina.getByLabel('Soort').selectOption('aanmaken')
    await pagina.getByLabel('Over wie').fill('Proefpersoon')
    await pagina.getByRole('button', { name: 'Zoek persoon' }).click()
    await pagina.getByRole('list', { name: 'Gevonden personen' }).getByRole('button').first().waitFor()
    expect(pagina.url()).not.toContain('Proefpersoon')
    await pagina.goto(`/toezicht/logboek?soort=aanmaken&inwoner=${inwoner}`)
    await pagina.getByText('U ziet alleen regels over één persoon.').waitFor()
    await expect.poll(() => regels.count()).toBeGreaterThanOrEqual(2)
    await expect.poll(() => regels.filter({ hasNotText: 'Noor Proef' }).count()).toBe(0)
    const { items } = await tom.roep(
      'GET',
      `/auditregels?van=${tom.vandaag}&tot=${plusDagen(tom.vandaag as Datum, 1)}&soort=loglezen&inwoner=${inwoner}`,
    )
    expect(items.length).toBeGreaterThanOrEqual(1)
  })

  it('loopt het logboek na, met voortgang en een uitkomst in woorden', async () => {
    const pagina = await openPagina('/')
    const tom = await meldAan(pagina, 'toezichthouder')
    await ga(pagina, '/toezicht/logboek', 'Toezicht')
    const controles = async (): Promise<{ id: string; stand: string }[]> => (await tom.roep('GET', '/auditcontroles')).items
    const eerder = new Set((await controles()).map((c) => c.id))
    await pagina.getByRole('button', { name: 'Loop het logboek na' }).click()
    await expect.poll(() => pagina.evaluate(() => document.activeElement?.id)).toBe('keten')
    await expect.poll(async () => (await controles()).filter((c) => !eerder.has(c.id)).map((c) => c.stand)).toEqual(['klaar'])
    await pagina.getByText('regels in de keten kloppen').waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'toezicht-keten-1280')
  })

  it('besluiten over de catalogus zijn te lezen, niet te wijzigen', async () => {
    const pagina = await openPagina('/')
    await meldAan(pagina, 'toezichthouder')
    await ga(pagina, '/toezicht/besluiten', 'Versies en wanneer zij gelden')
    await pagina.getByText('geldt nu').waitFor()
    expect(await pagina.getByRole('button', { name: 'Laat deze versie ingaan' }).count()).toBe(0)
    await axe(pagina)
  })

  it('op een telefoon past alles in de breedte', async () => {
    const pagina = await openPagina('/', { breedte: 360, hoogte: 740 })
    const tom = await meldAan(pagina, 'toezichthouder')
    for (const [adres, kop, naam] of [
      [`/toezicht?${periode(tom)}`, 'Toezicht', 'overzicht'],
      [`/toezicht/termijnen?${periode(tom)}`, 'Zaken waarvan de zes weken eindigden', 'termijnen'],
      [`/toezicht/indicaties?${periode(tom)}`, 'Indicaties naast het advies', 'indicaties'],
      ['/toezicht/logboek', 'Toezicht', 'logboek'],
    ] as const) {
      await ga(pagina, adres, kop)
      await pagina.locator('table').first().waitFor()
      await pastInBreedte(pagina)
      await schermafdruk(pagina, `toezicht-${naam}-360`, true)
    }
    await axe(pagina)
  })

  it('een consulent komt er niet in', async () => {
    const pagina = await openPagina('/')
    await meldAan(pagina, 'consulent')
    await ga(pagina, '/toezicht', 'Dit scherm is niet voor uw rol')
  })
})
