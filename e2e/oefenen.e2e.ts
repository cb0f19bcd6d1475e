/** Oefenen in de browser: een aanbieder opdragen hoe hij antwoordt, zijn antwoorden laten komen, en zien wat ervan kwam. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { alsBytes, PARTIJEN, wijsToe } from '../src/messages/keten/oefening.testhulp.ts'
import { axe, openPagina, pastInBreedte, rustig, schermafdruk } from './hulp.ts'
import { post } from './hulp-postmap.ts'
import { type Server, startServer } from './hulp-server.ts'
import { meldAan, type Werker } from './hulp-werkplek.ts'

const KENMERKEN = ['OEFEN1', 'OEFEN2', 'OEFEN3'] as const
let server: Server
let map: string
let ad: Werker
let pagina: Page

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-oefen-'))
  server = await startServer({ MEEDOEN_BERICHTEN: map })
})
afterAll(async () => {
  await server?.stop()
  rmSync(map, { recursive: true, force: true })
})

/** Drie toewijzingen van ons aan een aanbieder zonder contract: hij heet dan naar zijn code. */
async function leg(): Promise<void> {
  const vak = join(map, ad.gemeente.code)
  if (existsSync(vak)) return
  mkdirSync(join(vak, 'in'), { recursive: true })
  for (const [plek, kenmerk] of KENMERKEN.entries()) {
    const { naam, waarde } = wijsToe({ ToewijzingNummer: 801 + plek })
    waarde.Header.BerichtIdentificatie.Identificatie = kenmerk
    await post(vak, Buffer.from(Buffer.from(alsBytes(naam, waarde)).toString('utf8').replaceAll('>9990<', `>${ad.gemeente.code}<`)))
  }
}
const wachtrij = () => pagina.getByRole('region', { name: 'Wat op antwoord wacht' })
const gespeeld = () => pagina.getByRole('region', { name: 'Wat ervan kwam' })
const rij = (waar: Locator, kenmerk: string) => waar.getByRole('row').filter({ hasText: kenmerk })
const klap = () => pagina.locator('summary').filter({ hasText: PARTIJEN.aanbieder }).click()
const kies = (naam: string) => pagina.getByRole('radio', { name: naam }).check()
async function open(): Promise<void> {
  pagina = await openPagina('/', { server: server.adres })
  ad = await meldAan(pagina, 'administratie')
  await leg()
  await pagina.goto('/berichten/oefenen')
  await pagina.getByRole('heading', { level: 1, name: 'Berichten' }).waitFor()
  await pagina.getByRole('heading', { name: 'Wat ervan kwam' }).waitFor()
  await rustig(pagina)
}
async function bewaar(): Promise<void> {
  await pagina.getByRole('button', { name: 'Bewaar' }).click()
  await pagina.getByRole('button', { name: 'Bewaar' }).waitFor({ state: 'detached' })
}

it('een aanbieder keurt af met de gekozen code, en de uitval die ervan komt is één klik verder', async () => {
  await open()
  await expect.poll(() => rij(wachtrij(), 'OEFEN1').textContent()).toContain('Aangenomen')
  await klap()
  await kies('Keurt elk bericht af')
  await pagina.getByRole('button', { name: 'Bewaar' }).click()
  await expect.poll(() => pagina.locator('.md-veld--fout').count()).toBe(2)
  await axe(pagina)
  await pagina.getByLabel('toewijzing af (WMO301)').selectOption('9332')
  await pagina.getByLabel('op een verzoek af (WMO319)').selectOption('9359')
  await schermafdruk(pagina, 'oefenen-opdracht-1280', true)
  await bewaar()
  await expect.poll(() => rij(wachtrij(), 'OEFEN1').textContent()).toContain('Afgekeurd met 9332: Dit toewijzingsnummer')

  await pagina.getByRole('button', { name: 'Speel nu het antwoord op OEFEN1' }).click()
  await expect.poll(() => rij(gespeeld(), 'OEFEN1').textContent()).toContain('Afgekeurd met 9332')
  await expect.poll(() => rij(wachtrij(), 'OEFEN1').count()).toBe(0)
  await axe(pagina)
  await schermafdruk(pagina, 'oefenen-1280', true)
  await rij(gespeeld(), 'OEFEN1').getByRole('link', { name: 'De uitval' }).click()
  await expect.poll(() => pagina.url()).toContain('/berichten/uitval/')
  await pagina.getByRole('heading', { level: 1, name: /toewijzingsnummer is al van een andere/ }).waitFor()
})

it('wie wacht staat er met het moment, en wie zwijgt is niet te spelen; ook op een telefoon', async () => {
  await open()
  await klap()
  await kies('Neemt elk bericht aan')
  await pagina.getByLabel('Hoe lang wacht hij?').fill('2')
  await pagina.getByLabel('Minuten of dagen').selectOption('dagen')
  await bewaar()
  await expect.poll(() => rij(wachtrij(), 'OEFEN2').textContent()).toMatch(/Vanaf .* om .*Hij wacht 2 dagen/)
  await pagina.getByRole('button', { name: 'Speel nu het antwoord op OEFEN2' }).click()
  await expect.poll(() => rij(gespeeld(), 'OEFEN2').getByRole('link', { name: 'Het antwoord' }).count()).toBe(1)

  await klap()
  await kies('Antwoordt niet')
  await bewaar()
  await expect.poll(() => rij(wachtrij(), 'OEFEN3').textContent()).toContain('Niet te spelen')
  await pagina.setViewportSize({ width: 360, height: 740 })
  await rustig(pagina)
  await pastInBreedte(pagina)
  await axe(pagina)
  await schermafdruk(pagina, 'oefenen-360', true)
})

it('een ander dan de administratie ziet het niet', async () => {
  const andere = await openPagina('/', { server: server.adres })
  await meldAan(andere, 'teamleider')
  await andere.goto('/berichten')
  await andere.getByRole('heading', { level: 1, name: 'Berichten' }).waitFor()
  await andere.getByRole('link', { name: 'Verzoeken' }).waitFor()
  expect(await andere.getByRole('link', { name: 'Oefenen' }).count()).toBe(0)
  await andere.goto('/berichten/oefenen')
  await andere.getByRole('heading', { level: 1 }).waitFor()
  expect(await andere.getByRole('heading', { name: 'Wat ervan kwam' }).count()).toBe(0)
})
