import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { download } from './hulp-download.ts'
import { axe, openPagina, pastInBreedte, rustig, schermafdruk } from './hulp.ts'

const open = async (id = 'regio-b', opties: Parameters<typeof openPagina>[1] = {}): Promise<Page> => {
  const p = await openPagina(`/${id}/stapeling`, opties)
  await p.getByRole('heading', { level: 1, name: 'Stapeling' }).waitFor()
  await rustig(p)
  return p
}
async function voegToe(p: Page, product: string, van: string, tot: string | null, nieuw = false) {
  await p.getByLabel('Product', { exact: true }).selectOption({ label: product })
  await p.getByLabel('Eerste dag').fill(van)
  if (tot) await p.getByLabel('Laatste dag').fill(tot)
  const vink = p.getByLabel('Dit is de nieuwe indicatie')
  if ((await vink.isChecked()) !== nieuw) await vink.click()
  await p.getByRole('button', { name: 'Zet op de tijdlijn' }).click()
}
const oordeel = (p: Page) => p.locator('.stapeling-oordeel')
const individueel = 'Begeleiding individueel'
const extra = 'Begeleiding individueel extra'

describe('stapeling op de tijdlijn', () => {
  it('B-ST-02 fout: een lopende en een nieuwe die niet samen mogen worden geweigerd met cel, dagen en uitwegen', async () => {
    const p = await open()
    await voegToe(p, individueel, '2026-01-01', '2026-12-31')
    await voegToe(p, extra, '2026-06-01', null, true)
    await expect.poll(() => oordeel(p).getAttribute('data-toegestaan')).toBe('false')
    const tekst = await oordeel(p).textContent()
    expect(tekst).toContain('B-ST-02')
    expect(tekst).toContain('1 juni 2026 t/m 31 december 2026')
    expect(tekst).toContain('Kan vanaf 1 januari 2027')
    await expect.poll(() => p.locator('.stapeling-conflict').count()).toBeGreaterThanOrEqual(2)
    await expect.poll(() => p.getByRole('table', { name: 'Indicaties' }).textContent()).toContain('kan niet naast een andere')
    await expect
      .poll(() => oordeel(p).getByRole('button').allTextContents())
      .toEqual(['Begin op 1 januari 2027', `Stop ${individueel} op 31 mei 2026`])
  })

  it('B-ST-02 goed: stopt de eerste de dag ervoor, dan mag het; ongedaan maken brengt het conflict terug', async () => {
    const p = await open()
    await voegToe(p, individueel, '2026-01-01', '2026-12-31')
    await voegToe(p, extra, '2026-06-01', null, true)
    await p.getByRole('button', { name: `Stop ${individueel} op 31 mei 2026` }).click()
    await expect.poll(() => oordeel(p).getAttribute('data-toegestaan')).toBe('true')
    await expect.poll(() => p.getByRole('table', { name: 'Indicaties' }).textContent()).toContain('31 mei 2026')
    await p.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(() => oordeel(p).getAttribute('data-toegestaan')).toBe('false')
    await p.getByRole('button', { name: 'Begin op 1 januari 2027' }).click()
    await expect.poll(() => oordeel(p).getAttribute('data-toegestaan')).toBe('true')
    await p.reload()
    await expect.poll(() => p.getByRole('table', { name: 'Indicaties' }).textContent()).toContain('1 januari 2027')
  })

  it('B-ST-30 goed: een product buiten de matrix geeft uitleg en geen weigering', async () => {
    const p = await open()
    await voegToe(p, individueel, '2026-01-01', '2026-12-31')
    await p.getByLabel('Product', { exact: true }).selectOption({ label: 'Een product buiten deze catalogus' })
    await p.getByLabel('Naam van het andere product').fill('Vervoer')
    await p.getByLabel('Eerste dag').fill('2026-02-01')
    await p.getByRole('button', { name: 'Zet op de tijdlijn' }).click()
    await expect.poll(() => oordeel(p).getAttribute('data-toegestaan')).toBe('true')
    await expect.poll(() => oordeel(p).textContent()).toContain('Voor Vervoer is er geen stapelingsregel')
  })

  it('een fout in het formulier staat bij het veld en zegt wat te doen', async () => {
    const p = await open()
    await p.getByRole('button', { name: 'Zet op de tijdlijn' }).click()
    await expect.poll(() => p.locator('.stapeling-formulier').textContent()).toContain('Kies welk product het is.')
    await p.getByLabel('Product', { exact: true }).selectOption({ label: individueel })
    await p.getByLabel('Eerste dag').fill('2026-05-01')
    await p.getByLabel('Laatste dag').fill('2026-04-01')
    await p.getByRole('button', { name: 'Zet op de tijdlijn' }).click()
    await expect.poll(() => p.locator('.stapeling-formulier').textContent()).toContain('De laatste dag ligt voor de eerste.')
  })

  it('wijzigen en weghalen, met het toetsenbord vanaf de tijdlijn', async () => {
    const p = await open()
    await voegToe(p, individueel, '2026-01-01', '2026-12-31')
    await p.getByRole('button', { name: /1 januari 2026 t\/m 31 december 2026/ }).focus()
    await p.keyboard.press('Enter')
    await p.getByRole('heading', { name: 'Indicatie wijzigen' }).waitFor()
    await p.getByLabel('Laatste dag').fill('2026-03-31')
    await p.getByRole('button', { name: 'Wijziging bewaren' }).press('Enter')
    await expect.poll(() => p.getByRole('table', { name: 'Indicaties' }).textContent()).toContain('31 maart 2026')
    await p.getByRole('button', { name: /^Haal weg/ }).click()
    await expect.poll(() => p.getByText('Nog geen indicaties').isVisible()).toBe(true)
  })

  it.each(['regio-b', 'hulst-terneuzen'])('elk voorbeeld van %s geeft het verwachte oordeel', async (id) => {
    const p = await open(id)
    const keuze = p.getByRole('combobox', { name: 'Voorbeeld', exact: true })
    const waarden = await keuze.locator('option:not([disabled])').evaluateAll((o) => o.map((x) => (x as HTMLOptionElement).value))
    for (const waarde of waarden) {
      await keuze.selectOption(waarde)
      await p.getByText(`Voorbeeld ${waarde} is geladen.`).waitFor()
      await expect.poll(() => p.locator('.stapeling-voorbeeld').getAttribute('data-klopt'), { message: waarde }).toBe('true')
    }
  })

  it('een link en een bestand brengen dezelfde indicaties', async () => {
    const p = await open()
    await voegToe(p, individueel, '2026-01-01', null)
    await voegToe(p, extra, '2026-06-01', '2026-09-30', true)
    await p.getByRole('button', { name: 'Deel' }).click()
    const url = new URL(await p.getByLabel('Link naar deze indicaties').inputValue())
    const rijen = await p.locator('table tbody').innerText()
    const ander = await openPagina(url.pathname + url.hash)
    await ander.getByText('De indicaties uit de link zijn geopend.').waitFor()
    await expect.poll(() => ander.locator('table tbody').innerText()).toBe(rijen)
    const bestand = await download(p, () => p.getByRole('button', { name: 'Bewaar' }).click())
    await p.getByRole('button', { name: 'Begin opnieuw' }).click()
    await p.locator('input[type=file]').setInputFiles(bestand)
    await p.getByText('is geopend.').waitFor()
    await expect.poll(() => p.locator('table tbody').innerText()).toBe(rijen)
  })

  it.each([
    [1280, 800],
    [360, 740],
  ])('geen ernstige bevinding en niets te breed op %i × %i', async (breedte, hoogte) => {
    const p = await open('regio-b', { breedte, hoogte })
    await axe(p)
    await voegToe(p, individueel, '2026-01-01', '2026-12-31')
    await voegToe(p, extra, '2026-06-01', null, true)
    await axe(p)
    await pastInBreedte(p)
    await schermafdruk(p, `stapeling-${breedte}`, true)
  })
})
