import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, openPagina, pastInBreedte, rustig } from './hulp.ts'
import { type Server, startServer } from './hulp-server.ts'

/** Een verzonnen gemeente die alleen uit YAML bestaat: andere producten, vragen, woorden, families en matrix. */
let server: Server
beforeAll(async () => {
  server = await startServer({ MEEDOEN_CATALOGI: fileURLToPath(new URL('./derde-gemeente', import.meta.url)) })
})
afterAll(() => server.stop())
const open = async (pad: string) => {
  const p = await openPagina(pad, { server: server.adres })
  await p.getByRole('heading', { level: 1 }).waitFor()
  await rustig(p)
  return p
}

describe('een derde gemeente uit YAML alleen', () => {
  it('probeer stelt haar vragen en elk voorbeeld klopt', async () => {
    const p = await open('/veenmeer/probeer')
    await p.getByText('Lukt het huishouden zonder hulp?').first().waitFor()
    await axe(p)
    const keuze = p.getByLabel('Voorbeeldsituatie')
    const waarden = await keuze.locator('option:not([disabled])').evaluateAll((o) => o.map((x) => (x as HTMLOptionElement).value))
    expect(waarden.length).toBeGreaterThan(2)
    for (const v of waarden) {
      await keuze.selectOption(v)
      await p.getByText(`Voorbeeld ${v} is geladen.`).waitFor()
      await expect.poll(() => p.locator('.probeer-vignet-oordelen [data-klopt=false]').count(), { message: v }).toBe(0)
      await expect.poll(() => p.locator('.probeer-vignet-oordelen [data-klopt=true]').count(), { message: v }).toBeGreaterThan(0)
    }
  })

  it('een lezing met eigen getal en de gekozen gemeente werken door', async () => {
    const p = await open('/veenmeer/probeer')
    await p.getByLabel('Voorbeeldsituatie').selectOption('VM1')
    await p.getByText('Voorbeeld VM1 is geladen.').waitFor()
    await p.locator('#vraag-urenNodig').getByRole('textbox').fill('5')
    const thuis = p.locator('.probeer-tabel[data-tabel=thuis]')
    const eerst = await thuis.getAttribute('data-product')
    await p.locator('summary', { hasText: 'Lezing van de regels' }).click()
    const eigen = p.locator('[data-sleutel=stevigVanafUren]').getByLabel('Of een eigen getal')
    await eigen.fill('4,5')
    await eigen.press('Tab')
    await expect.poll(() => thuis.getAttribute('data-product')).not.toBe(eerst)
    await p.getByLabel('Voorbeeldsituatie').selectOption('VM2')
    await p.getByText('Voorbeeld VM2 is geladen.').waitFor()
    const van = p.locator('.probeer-tabel[data-tabel=vanHuis]')
    await expect.poll(() => van.textContent()).toContain('om te motiveren')
    await p.getByLabel('Gemeente').selectOption('Veenmeer')
    await expect.poll(() => van.textContent()).toContain('De buurtbus rijdt')
  })

  it('instellingen zegt wat een gemeente heeft vastgelegd, sinds wanneer, door wie en waarom', async () => {
    const p = await open('/veenmeer/instellingen')
    const zin = p.getByText('Zandwaard, vanaf 1 februari 2027:').locator('..')
    await expect
      .poll(() => zin.textContent())
      .toContain('acht uur · gekozen door Afdeling Samenleving: De proef met lichtere hulp loopt hier langer door.')
    await axe(p)
  })

  it('stapeling volgt haar matrix, waarin de volgorde telt', async () => {
    const p = await open('/veenmeer/stapeling')
    const keuze = p.getByRole('combobox', { name: 'Voorbeeld', exact: true })
    const waarden = await keuze.locator('option:not([disabled])').evaluateAll((o) => o.map((x) => (x as HTMLOptionElement).value))
    for (const v of waarden) {
      await keuze.selectOption(v)
      await p.getByText(`Voorbeeld ${v} is geladen.`).waitFor()
      await expect.poll(() => p.locator('.stapeling-voorbeeld').getAttribute('data-klopt'), { message: v }).toBe('true')
    }
    await axe(p)
    await pastInBreedte(p)
  })

  it('omvang rekent met haar producten: minuten, en dagdelen van drie uur', async () => {
    const p = await open('/veenmeer/omvang')
    await p.getByRole('button', { name: 'Eigen regel' }).click()
    await p.getByLabel('Activiteit', { exact: true }).fill('de was')
    await p.locator('.omvang-regel').getByLabel('Minuten', { exact: true }).fill('65')
    await expect.poll(() => p.locator('.omvang-totaal').textContent()).toContain('1 uur en 5 minuten')
    await p.getByLabel('Product', { exact: true }).selectOption({ label: 'Dagcentrum' })
    await p.getByLabel('Dagdelen per week').fill('2')
    await expect.poll(() => p.locator('.omvang-totaal').textContent()).toContain('2 dagdelen van 3 uur per week')
    await axe(p)
  })
})
