import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { download } from './hulp-download.ts'
import { axe, openPagina, pastInBreedte, rustig, schermafdruk } from './hulp.ts'

const open = async (id = 'hulst-terneuzen', opties: Parameters<typeof openPagina>[1] = {}): Promise<Page> => {
  const p = await openPagina(`/${id}/omvang`, opties)
  await p.getByRole('heading', { level: 1, name: 'Omvang' }).waitFor()
  await rustig(p)
  return p
}
const product = (p: Page, naam: string) => p.getByLabel('Product', { exact: true }).selectOption({ label: naam })
const synthetisch = (p: Page) => p.getByRole('radio', { name: /synthetisch/i }).check({ force: true })
async function norm(p: Page, tekst: string, zwaarte = 'middel') {
  await p.getByLabel('Activiteit uit de normen').selectOption({ label: tekst })
  await p.locator('.omvang-norm').getByLabel('Zwaarte').selectOption({ label: zwaarte })
  await p.getByRole('button', { name: 'Voeg toe' }).click()
}
const totaal = (p: Page) => p.locator('.omvang-totaal')

describe('omvang uit regels', () => {
  it('A-IND-09 goed: uren uit normregels, elke regel nagerekend, één keer afgerond', async () => {
    const p = await open()
    await synthetisch(p)
    await norm(p, 'week- of dagstructuur maken en bijhouden')
    await norm(p, 'post en administratie ordenen')
    await norm(p, 'afspraken over wonen, buren en verhuurder')
    const regels = p.locator('.omvang-regel')
    await expect.poll(() => regels.nth(1).locator('output').textContent()).toBe('45 minuten × 1 per 2 weken = 22½ minuten per week')
    await expect.poll(() => regels.nth(2).locator('output').textContent()).toContain('(12/52 per week) = 10 5/13 minuten per week')
    await expect.poll(() => totaal(p).textContent()).toContain('77 23/26')
    await expect.poll(() => totaal(p).textContent()).toContain('80 minuten = 1 uur en 20 minuten per week')
    await expect.poll(() => p.getByRole('table', { name: 'Zo is het gerekend' }).textContent()).toContain('22½')
    await regels.nth(0).getByLabel('Minuten', { exact: true }).fill('60')
    await expect.poll(() => totaal(p).textContent()).toContain('92 23/26')
  })

  it('A-IND-09 fout: zonder normenkader vraagt het scherm een motivering in plaats van stil te rekenen', async () => {
    const p = await open()
    await p.getByRole('button', { name: 'Eigen regel' }).click()
    await p.getByLabel('Activiteit', { exact: true }).fill('structuur')
    await p.locator('.omvang-regel').getByLabel('Minuten', { exact: true }).fill('90')
    await expect.poll(() => totaal(p).textContent()).toContain('1 uur en 30 minuten')
    const melding = p.locator('.omvang-meldingen').getByText('Er is nog geen normenkader')
    await expect.poll(() => melding.isVisible()).toBe(true)
    await p.locator('.omvang-meldingen').getByLabel('Motivering').first().fill('Zo gaat het al een jaar goed.')
    await p.reload()
    await expect
      .poll(() => p.locator('.omvang-meldingen').getByLabel('Motivering').first().inputValue())
      .toBe('Zo gaat het al een jaar goed.')
  })

  it('aftrek gaat eraf en een afwijking van de norm vraagt reden en motivering', async () => {
    const p = await open()
    await synthetisch(p)
    await norm(p, 'post en administratie ordenen')
    await p.getByRole('button', { name: 'Aftrek' }).click()
    const aftrek = p.locator('.omvang-regel[data-soort=aftrek]')
    await aftrek.getByLabel('Wat wordt al opgevangen').fill('post sorteren')
    await aftrek.getByLabel('Minuten', { exact: true }).fill('5')
    await expect.poll(() => aftrek.textContent()).toContain('wie of wat dit al opvangt')
    await aftrek.getByLabel('Wie of wat vangt dit op').fill('dochter, mantelzorg')
    await expect.poll(() => aftrek.textContent()).not.toContain('wie of wat dit al opvangt')
    await expect.poll(() => totaal(p).textContent()).toContain('17½')
    const regel = p.locator('.omvang-regel[data-soort=norm]')
    await regel.getByLabel('Minuten', { exact: true }).fill('50')
    await expect.poll(() => regel.textContent()).toContain('wijkt af van de norm')
    await regel.getByLabel('Reden van de afwijking').fill('Achterstand')
    await regel.getByLabel('Motivering').fill('Er ligt een jaar post.')
    await expect.poll(() => regel.textContent()).not.toContain('wijkt af van de norm')
  })

  it('een fout getal staat bij zijn regel en de rest rekent door', async () => {
    const p = await open()
    await p.getByRole('button', { name: 'Eigen regel' }).click()
    await p.getByLabel('Activiteit', { exact: true }).fill('lopen')
    await p.locator('.omvang-regel').getByLabel('Minuten', { exact: true }).fill('-5')
    await expect.poll(() => p.locator('.omvang-regel').textContent()).toContain('hele minuten van 0')
    await p.locator('.omvang-regel').getByLabel('Minuten', { exact: true }).fill('30')
    await expect.poll(() => totaal(p).textContent()).toContain('30 minuten')
  })

  it('verzonnen normen zijn overal gemerkt: op het scherm, op papier en in het bestand', async () => {
    const p = await open()
    await synthetisch(p)
    await norm(p, 'post en administratie ordenen')
    await expect.poll(() => p.locator('.md-watermerk').first().textContent()).toContain('SYNTHETISCH')
    await expect.poll(() => totaal(p).textContent()).toContain('SYNTHETISCH')
    await p.emulateMedia({ media: 'print' })
    await expect.poll(() => p.locator('.md-watermerk').first().isVisible()).toBe(true)
    await schermafdruk(p, 'omvang-afdruk', true)
    await p.emulateMedia({ media: 'screen' })
    const bestand = await download(p, () => p.getByRole('button', { name: 'Bewaar' }).click())
    const tekst = readFileSync(bestand, 'utf8')
    expect(tekst).toContain('SYNTHETISCH')
    const regels = await p.locator('table tbody').innerText()
    await p.getByRole('button', { name: 'Begin opnieuw' }).click()
    await expect.poll(() => p.locator('.omvang-regel').count()).toBe(0)
    await p.locator('input[type=file]').setInputFiles(bestand)
    await p.getByText('is geopend.').waitFor()
    await expect.poll(() => p.locator('table tbody').innerText()).toBe(regels)
    await p.getByRole('button', { name: 'Deel' }).click()
    const url = new URL(await p.getByLabel('Link naar deze omvang').inputValue())
    const ander = await openPagina(url.pathname + url.hash)
    await ander.getByText('De omvang uit de link is geopend.').waitFor()
    await expect.poll(() => ander.locator('table tbody').innerText()).toBe(regels)
  })

  it('A-BP-02 fout: zonder einddatum vraagt een tijdelijk product erom', async () => {
    const p = await open()
    await product(p, 'Begeleiding Plus')
    await p.getByLabel('Eerste dag').fill('2026-03-01')
    await expect.poll(() => p.locator('.omvang-meldingen').textContent()).toContain('nog geen einddatum')
  })

  it('A-BP-02 goed: met een einddatum binnen de termijn blijft het stil', async () => {
    const p = await open()
    await product(p, 'Begeleiding Plus')
    await p.getByLabel('Eerste dag').fill('2026-03-01')
    await p.getByLabel('Laatste dag').fill('2026-08-31')
    await expect.poll(() => p.locator('.omvang-meldingen').textContent()).not.toContain('einddatum')
  })
})

describe('omvang in dagdelen', () => {
  it('A-GRP-04 fout: zonder resultaat wordt een groepsproduct geweigerd', async () => {
    const p = await open()
    await product(p, 'Groepsbegeleiding Basis')
    await p.getByLabel('Dagdelen per week').fill('4')
    await expect.poll(() => p.locator('.omvang-meldingen').textContent()).toContain('Kies minstens één resultaat')
  })

  it('A-GRP-04 goed: met een gekozen resultaat is de omvang in hele dagdelen rond', async () => {
    const p = await open()
    await product(p, 'Groepsbegeleiding Basis')
    await p.getByLabel('Dagdelen per week').fill('4')
    await p.locator('.omvang-resultaten input').first().check()
    await expect.poll(() => p.locator('.omvang-meldingen').textContent()).not.toContain('resultaat')
    await expect.poll(() => totaal(p).textContent()).toContain('4 dagdelen van 4 uur per week')
    await p.getByLabel('Dagdelen per week').fill('2,5')
    await expect.poll(() => p.locator('.md-deel').first().textContent()).toContain('kan niet')
  })
})

describe('omvang: toegankelijk op elk scherm', () => {
  it.each([
    [1280, 800],
    [360, 740],
  ])('geen ernstige bevinding en niets te breed op %i × %i', async (breedte, hoogte) => {
    const p = await open('hulst-terneuzen', { breedte, hoogte })
    await axe(p)
    await synthetisch(p)
    await norm(p, 'post en administratie ordenen')
    await p.getByRole('button', { name: 'Aftrek' }).click()
    await p.getByRole('button', { name: 'Afwijking' }).click()
    await axe(p)
    await pastInBreedte(p)
    await schermafdruk(p, `omvang-${breedte}`, true)
    const b = await open('regio-b', { breedte, hoogte })
    await axe(b)
    await pastInBreedte(b)
  })
})
