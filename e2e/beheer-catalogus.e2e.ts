import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, openPagina, pastInBreedte, rustig, schermafdruk } from './hulp.ts'
import { type Server, startServer } from './hulp-server.ts'
import { maakZaak, meldAan, type Werker } from './hulp-werkplek.ts'

const bron = fileURLToPath(new URL('derde-gemeente/veenmeer', import.meta.url))
const eerste = '  - { versie: 2027-01, geldigVan: 2026-01-01, hash: 221d37208dac8fe6c7cc67d9a9c7fa228d7394453ecceb8414dd878b2d1c10fd }\n'
const tweede =
  '  - { versie: 2027-07, geldigVan: 2026-02-01, toelichting: De grens voor stevige hulp gaat omlaag., hash: 6c15452f60b66c8f16809351e9e0b70b8119513190370ae5a4fee1c014687c52 }\n'

let map: string
let server: Server
const versies = (...regels: string[]) => writeFileSync(join(map, 'veenmeer', 'versies.yaml'), `versies:\n${regels.join('')}`)

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-beheer-'))
  cpSync(bron, join(map, 'veenmeer'), { recursive: true })
  versies(eerste)
  server = await startServer({ MEEDOEN_CATALOGI: map })
})
afterAll(async () => {
  await server?.stop()
  rmSync(map, { recursive: true, force: true })
})

const open = (opties: Parameters<typeof openPagina>[1] = {}) => openPagina('/', { server: server.adres, ...opties })
async function ga(pagina: Page, adres: string, kop: string): Promise<void> {
  await pagina.goto(adres)
  await pagina.getByRole('heading', { name: kop }).first().waitFor()
  await rustig(pagina)
}
/** Vijf en een half uur: met de eerste versie lichte hulp, met de tweede stevige. */
async function zetOnderzoeken(aantal: number): Promise<void> {
  const pagina = await open()
  const noor = await meldAan(pagina, 'consulent')
  const antwoorden = Object.entries({ huishoudenLukt: 'nee', partnerNeemtOver: 'nee', urenNodig: 5.5, overzicht: 'heeft', tegenslagen: [] })
  for (let i = 0; i < aantal; i++) {
    const { zaak } = await maakZaak(noor)
    const { id } = await noor.roep('POST', `/zaken/${zaak}/onderzoeken`)
    const lichaam = { antwoorden: antwoorden.map(([vraag, waarde]) => ({ vraag, waarde })) }
    await noor.roep('POST', `/onderzoeken/${id}/antwoorden`, lichaam, { 'if-match': '"v1"' })
  }
}
/** De overgangen op het scherm bij hulp thuis; de aantallen zijn die van de API en tellen de onderzoeken van deze test mee. */
async function wisselt(pagina: Page, cato: Werker): Promise<string[]> {
  await pagina.getByRole('heading', { name: 'Open onderzoeken' }).waitFor()
  const { onderzoeken } = (await cato.roep('GET', `/simulaties/${pagina.url().split('/').at(-1)}`)).uitkomst
  const { uitkomsten, overgangen, veranderd } = onderzoeken.tabellen.thuis as {
    uitkomsten: { aantal: number }[]
    overgangen: { aantal: number }[]
    veranderd: number
  }
  const totaal = uitkomsten.reduce((som, u) => som + u.aantal, 0)
  expect(veranderd).toBeGreaterThanOrEqual(3)
  expect(await pagina.locator('.cb-kern').first().textContent()).toBe(`${veranderd} van ${totaal} open onderzoeken vallen dan anders uit.`)
  const rijen = await pagina.getByRole('table', { name: 'Open onderzoeken, Hulp thuis: wat verandert' }).locator('tbody tr').all()
  const cellen = await Promise.all(rijen.map((r) => r.locator('th, td').allTextContents()))
  expect(cellen.map((c) => Number(c[2]))).toEqual(overgangen.map((o) => o.aantal))
  return cellen.map(([van, naar]) => `${van} → ${naar}`)
}
const overDagen = (vandaag: string, dagen: number) =>
  new Date(Date.parse(`${vandaag}T00:00:00Z`) + dagen * 86_400_000).toISOString().slice(0, 10)
const alsInvoer = (dag: string) => dag.split('-').reverse().join('-')

describe('catalogusbeheer', () => {
  it('zonder andere versie zegt het scherm wat er moet gebeuren', async () => {
    const pagina = await open()
    await meldAan(pagina, 'contractmanager')
    await ga(pagina, '/catalogusbeheer', 'Catalogusbeheer')
    await pagina.getByText('Er staat geen andere versie klaar').waitFor()
    await pagina.getByText('geldt nu').waitFor()
    await axe(pagina)
  })

  it('de hele weg: doorrekenen, zien wat er verandert, vastleggen met een reden, en terugzien wie en waarom', async () => {
    await zetOnderzoeken(3)
    versies(eerste, tweede)
    const pagina = await open({ verwacht: [409] })
    const cato = await meldAan(pagina, 'contractmanager')
    await ga(pagina, '/catalogusbeheer', 'Catalogusbeheer')
    await pagina.getByText('Wat er verandert van 2027-01 naar 2027-07').click()
    await pagina.getByText('De vraag buurtHelpt komt erbij.').waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'catalogusbeheer-versies-1280', true)

    await pagina.getByRole('link', { name: 'Eerst doorrekenen' }).click()
    await pagina.getByRole('heading', { name: 'Een wijziging doorrekenen' }).waitFor()
    expect(await pagina.getByLabel('Andere versie').inputValue()).toBe('2027-07')
    const dag = overDagen(cato.vandaag, 30)
    await pagina.getByLabel('Alsof zij ingaat op').fill(alsInvoer(dag))
    await pagina.getByLabel('Andere lezing toevoegen').selectOption({ label: 'AMB-905 Telt een pgb mee' })
    await pagina.getByLabel('Wordt').selectOption({ label: 'ja' })
    await pagina.getByRole('button', { name: 'Haal Telt een pgb mee weg' }).waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'catalogusbeheer-doorrekenen-1280', true)
    await pagina.getByRole('button', { name: 'Reken door' }).click()

    await pagina.getByRole('heading', { name: 'Open onderzoeken' }).waitFor()
    // Met de nieuwe versie is er een vraag bij die nog openstaat.
    expect(await wisselt(pagina, cato)).toContain('Lichte hulp thuis → Nog vragen open')
    expect(await pagina.locator('main').textContent()).not.toContain('Proefpersoon')
    await axe(pagina)
    await schermafdruk(pagina, 'catalogusbeheer-uitkomst-1280', true)

    // Wie het werk verdeelt, ziet achter hetzelfde getal om wie het gaat; de contractmanager niet.
    expect(await pagina.getByRole('link', { name: /bekijken/ }).count()).toBe(0)
    const leider = await open()
    await meldAan(leider, 'teamleider')
    await leider.goto(new URL(pagina.url()).pathname)
    const getal = leider.getByRole('table', { name: 'Open onderzoeken, Hulp thuis: wat verandert' }).getByRole('link').first()
    const aantal = Number.parseInt((await getal.textContent()) ?? '', 10)
    await getal.click()
    await leider.getByRole('heading', { name: 'Onderzoeken die anders uitvallen' }).waitFor()
    await expect.poll(() => leider.locator('tbody .md-gegevens__link').count()).toBe(Math.min(25, aantal))
    await axe(leider)
    await schermafdruk(leider, 'doorrekening-gevallen-1280')

    const doorrekening = pagina.url()
    const vastleggen = pagina.getByRole('region', { name: 'Deze wijziging vastleggen' })
    await vastleggen.getByRole('button', { name: 'Vastleggen' }).click()
    await pagina.getByText('Schrijf in minstens 10 tekens waarom.').first().waitFor()
    await vastleggen.getByLabel('Waarom').fill('Besluit van het college over de regeling.')
    await vastleggen.getByRole('button', { name: 'Vastleggen' }).click()
    await pagina.getByText('gaat nog in').waitFor()
    await pagina.getByText('Besluit van het college over de regeling.').waitFor()

    // Wie terugkomt hoeft niet nog eens vast te leggen.
    await pagina.goto(doorrekening)
    await pagina.getByText('Deze wijziging is vastgelegd.').waitFor()
    expect(await vastleggen.count()).toBe(0)
    await axe(pagina)
    await pagina.getByRole('link', { name: 'de versies' }).click()
    await pagina.getByText('gaat nog in').waitFor()

    // Dezelfde dag nog eens: eerst de weigering, dan uitdrukkelijk vervangen.
    await pagina.getByLabel('Versie', { exact: true }).selectOption('2027-01')
    await pagina.getByLabel('Gaat in op').fill(alsInvoer(dag))
    await pagina.getByLabel('Waarom').fill('Het college kwam erop terug.')
    await pagina.getByRole('button', { name: 'Laat deze versie ingaan' }).click()
    await pagina.getByRole('button', { name: 'Vervang versie 2027-07' }).click()
    await pagina.getByText('vervangen voor zij inging').waitFor()
    expect(await pagina.locator('.cb-besluit').count()).toBe(3)
  })

  it('een lezing kiezen: alle lezingen met uitleg, ingangsdag en reden, en de geschiedenis eronder', async () => {
    const pagina = await open()
    const cato = await meldAan(pagina, 'contractmanager')
    await ga(pagina, '/catalogusbeheer/lezingen', 'Catalogusbeheer')
    await pagina.getByLabel('Zoek een lezing').fill('stevig')
    await pagina.getByText('1 van 5 instellingen').waitFor()
    await pagina.getByText('Andere lezing kiezen: Vanaf hoeveel uur').click()
    await pagina.getByRole('radio', { name: 'acht uur' }).check()
    await pagina.getByLabel('Gaat in op').fill(alsInvoer(overDagen(cato.vandaag, 7)))
    await pagina.getByRole('button', { name: 'Lezing vastleggen' }).click()
    await pagina.getByRole('heading', { name: 'Er is nog één ding na te kijken' }).waitFor()
    await pagina.getByRole('textbox', { name: 'Waarom' }).fill('De proef met lichtere hulp loopt door.')
    await axe(pagina)
    await schermafdruk(pagina, 'catalogusbeheer-lezingen-1280', true)
    await pagina.getByRole('button', { name: 'Lezing vastleggen' }).click()
    await pagina.locator('.cb-lezing__straks', { hasText: 'acht uur' }).waitFor()
    await pagina.getByRole('table', { name: 'Alle keuzes' }).getByText('De proef met lichtere hulp loopt door.').waitFor()
  })

  it('een eigen waarde gaat mee in het adres', async () => {
    const pagina = await open({ verwacht: [409] })
    const cato = await meldAan(pagina, 'contractmanager')
    await ga(pagina, '/catalogusbeheer/doorrekenen?lezing.stevigVanafUren=5', 'Een wijziging doorrekenen')
    await pagina.getByText('Vanaf hoeveel uur is hulp stevig: 5').waitFor()
    await pagina.getByRole('button', { name: 'Reken door' }).click()
    expect(await wisselt(pagina, cato)).toEqual(['Lichte hulp thuis → Stevige hulp thuis'])
  })

  it('op een telefoon past alles in de breedte', async () => {
    const pagina = await open({ breedte: 360, hoogte: 740 })
    await meldAan(pagina, 'contractmanager')
    for (const [adres, kop, naam] of [
      ['/catalogusbeheer', 'Catalogusbeheer', 'versies'],
      ['/catalogusbeheer/lezingen', 'Catalogusbeheer', 'lezingen'],
      ['/catalogusbeheer/doorrekenen', 'Een wijziging doorrekenen', 'doorrekenen'],
    ] as const) {
      await ga(pagina, adres, kop)
      await pastInBreedte(pagina)
      await schermafdruk(pagina, `catalogusbeheer-${naam}-360`)
    }
    await pagina.getByRole('table', { name: 'Eerder doorgerekend' }).getByRole('link').first().click()
    await pagina.getByRole('heading', { name: 'Open onderzoeken' }).waitFor()
    await pastInBreedte(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'catalogusbeheer-uitkomst-360', true)
  })

  it('een consulent ziet dat dit scherm niet voor haar rol is', async () => {
    const pagina = await open()
    await meldAan(pagina, 'consulent')
    await ga(pagina, '/catalogusbeheer', 'Dit scherm is niet voor uw rol')
  })
})
