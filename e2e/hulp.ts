/**
 * Wat elke browsertest nodig heeft: een pagina die de test laat zakken bij een fout in de browser, een controle op
 * toegankelijkheid, en schermafdrukken.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, expect, inject, onTestFinished } from 'vitest'

const schermen = fileURLToPath(new URL('../.meedoen/schermen', import.meta.url))
const richtlijnen = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

/** Adres van de server onder test, zonder schuine streep aan het eind. */
export const adres = (): string => inject('adres')

/** `server` is een ander adres dan de gedeelde server, bijvoorbeeld van `startServer({ MEEDOEN_CATALOGI: … })`. */
type Opties = {
  breedte?: number
  hoogte?: number
  server?: string
  /** Weigeringen die de test zelf uitlokt, bijvoorbeeld `[412]`: de browser meldt elk zo'n antwoord als fout in de console. */
  verwacht?: readonly (number | 'geen verbinding')[]
  /** Andere hosts waar de pagina wel naartoe mag, zoals een uitgever waar men zich aanmeldt. */
  ookHosts?: readonly string[]
} & Omit<BrowserContextOptions, 'viewport' | 'baseURL'>

/**
 * Opent een pagina in een leeg profiel. Aan het eind van de test sluit ze vanzelf en zakt de test bij een scriptfout,
 * een fout in de console of een verzoek aan een andere host. Alleen binnen een test te gebruiken.
 */
export async function openPagina(
  pad = '/',
  { breedte = 1280, hoogte = 900, server = adres(), verwacht = [], ookHosts = [], ...rest }: Opties = {},
): Promise<Page> {
  browser ??= chromium.connect(inject('browser'))
  const context = await (await browser).newContext({
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: breedte, height: hoogte },
    baseURL: server,
    ...rest,
  })
  // Ruim, maar korter dan een test mag duren: dan noemt het verslag de plek waarop gewacht werd.
  context.setDefaultTimeout(90_000)
  const fouten = bewaak(context, [new URL(server).host, ...ookHosts], verwacht)
  onTestFinished(async () => {
    await context.close()
    expect(fouten, 'fouten die de browser meldde').toEqual([])
  })
  const pagina = await context.newPage()
  await pagina.goto(pad)
  return pagina
}

function bewaak(context: BrowserContext, hosts: readonly string[], verwacht: NonNullable<Opties['verwacht']>): string[] {
  const fouten: string[] = []
  context.on('weberror', (fout) => fouten.push(`scriptfout: ${fout.error().stack ?? fout.error().message}`))
  context.on('console', (bericht) => {
    if (bericht.type() === 'error' && !isVerwacht(bericht.text(), verwacht))
      fouten.push(`console: ${bericht.text()} (${bericht.location().url})`)
  })
  context.on('request', (verzoek) => {
    const url = new URL(verzoek.url())
    if (url.protocol.startsWith('http') && !hosts.includes(url.host)) fouten.push(`verzoek aan een andere host: ${verzoek.url()}`)
  })
  return fouten
}

function isVerwacht(bericht: string, verwacht: NonNullable<Opties['verwacht']>): boolean {
  const status = /^Failed to load resource: the server responded with a status of (\d+)/.exec(bericht)?.[1]
  if (status) return verwacht.includes(Number(status))
  return verwacht.includes('geen verbinding') && /^Failed to load resource: net::ERR_/.test(bericht)
}

/**
 * Wacht tot het scherm stilstaat: lettertypen geladen, animaties klaar, en gedaan wat React pas na het tekenen doet,
 * zoals een sneltoets aanmelden.
 */
export async function rustig(pagina: Page): Promise<void> {
  await pagina.evaluate(async () => {
    await document.fonts.ready
    await Promise.allSettled(document.getAnimations().map((a) => a.finished))
    for (let beeld = 0; beeld < 2; beeld++) await new Promise((klaar) => requestAnimationFrame(klaar))
    await new Promise((klaar) => setTimeout(klaar))
  })
}

/** Wacht tot op het scherm niets meer laadt: geen vak dat ruimte vrijhoudt, en geen tabel die nog rijen haalt. */
export async function geladen(pagina: Page): Promise<void> {
  await pagina.waitForFunction(() => !document.querySelector('main .md-laden, main [aria-busy=true]'))
}

/** Laat de test zakken bij een ernstige of kritieke bevinding, met de regel en de plekken in de pagina. */
export async function axe(pagina: Page): Promise<void> {
  await rustig(pagina)
  // Alleen overtredingen uitwerken: van een groot scherm ook alle goede plekken beschrijven kost veel tijd.
  const axe = new AxeBuilder({ page: pagina }).options({ resultTypes: ['violations'] }).withTags(richtlijnen)
  const { violations } = await axe.analyze()
  const ernstig = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((plek) => `${id} (${help}): ${plek.target.join(' ')} — ${plek.failureSummary ?? ''}`))
  expect(ernstig, `toegankelijkheid van ${pagina.url()}`).toEqual([])
}

/** Laat de test zakken als de pagina breder is dan het scherm, dus opzij schuift. */
export async function pastInBreedte(pagina: Page): Promise<void> {
  await rustig(pagina)
  const [inhoud, scherm] = await pagina.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
  expect(inhoud, `breedte van ${pagina.url()}`).toBeLessThanOrEqual(scherm ?? 0)
}

/** Bewaart wat er nu te zien is in `.meedoen/schermen/<naam>.png`. */
export async function schermafdruk(pagina: Page, naam: string, helePagina = false): Promise<void> {
  mkdirSync(schermen, { recursive: true })
  await rustig(pagina)
  await pagina.screenshot({ path: join(schermen, `${naam}.png`), fullPage: helePagina })
}
