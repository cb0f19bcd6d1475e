/** Wie 200% vergroot, houdt de helft van zijn scherm over: de vaste delen laten daar het werk zien. */
import { describe, expect, it } from 'vitest'
import { axe, geladen, openPagina, pastInBreedte, rustig } from './hulp.ts'
import { maakInwoner, openAls } from './hulp-dossier.ts'

/** 1280 bij 800, twee keer vergroot. */
const vergroot = { breedte: 640, hoogte: 400, deviceScaleFactor: 2 }

describe('bij 200% vergroten', () => {
  it('staat elk advies op één regel en klapt het open na een klik', async () => {
    const pagina = await openPagina('/hulst-terneuzen/probeer', vergroot)
    const balk = pagina.locator('.probeer-balk')
    await balk.waitFor()
    await rustig(pagina)
    const hoogte = (await balk.boundingBox())?.height ?? 0
    expect(hoogte).toBeGreaterThan(0)
    expect(hoogte).toBeLessThanOrEqual(48)
    await pastInBreedte(pagina)
    await balk.click()
    await pagina.locator('.probeer-advies[data-open] .probeer-advies-inhoud').waitFor()
    expect(await balk.getAttribute('aria-expanded')).toBe('true')
    await axe(pagina)
    await balk.click()
    await expect.poll(() => pagina.locator('.probeer-advies-inhoud').isVisible()).toBe(false)
  })

  it.each([
    ['consulent', '/werk', 'Mijn werk'],
    ['teamleider', '/zaken', 'Zaken'],
    ['administratie', '/berichten/uitval', 'Berichten'],
    ['toezichthouder', '/toezicht/logboek', 'Toezicht'],
  ])('begint het scherm van een %s op %s in het bovenste derde deel', async (rol, pad, titel) => {
    const { pagina } = await openAls(rol, pad, vergroot)
    const kop = pagina.getByRole('heading', { level: 1, name: titel })
    await kop.waitFor()
    await geladen(pagina)
    await rustig(pagina)
    // Zonder de band van de proefomgeving, die bij een echte gemeente niet bestaat.
    const band = (await pagina.locator('.md-proefband').boundingBox())?.height ?? 0
    expect(((await kop.boundingBox())?.y ?? 400) - band).toBeLessThan(400 / 3)
    await pastInBreedte(pagina)
    await axe(pagina)
  })

  it('past een heel lange naam op het dossier, op 200% en op een telefoon', async () => {
    const lang = `Van-Bovenkerken-Achterberghuizen${'tot-Oudenhoven'.repeat(3)}`
    const wie = await openAls('consulent', '/inwoners', vergroot)
    const { id } = await maakInwoner(wie, {
      naam: { achternaam: lang, voornamen: 'Wilhelmina Petronella Antoinetta', voorvoegsel: 'van der' },
    })
    for (const [breedte, hoogte] of [
      [640, 400],
      [360, 740],
    ] as const) {
      await wie.pagina.setViewportSize({ width: breedte, height: hoogte })
      for (const pad of [`/inwoners/${id}`, `/inwoners/${id}/wijzigen`, `/inwoners/${id}/melding`]) {
        await wie.pagina.goto(pad)
        await wie.pagina.getByRole('heading', { level: 1 }).waitFor()
        await geladen(wie.pagina)
        await pastInBreedte(wie.pagina)
      }
    }
  })
})

it.each([
  ['contractmanager', '/aanbieders', 'Hulp van Papier'],
  ['administratie', '/aanbieders/termijnen', 'Per regel'],
  ['administratie', '/aanbieders/aansluiting', 'Uitgave van de standaard'],
  ['beheerder', '/beheer/wachtrij', 'Bericht versturen'],
  ['toezichthouder', '/toezicht', 'Toegang en besluiten'],
])('hoeft een %s op een telefoon geen tabel van %s opzij te schuiven', async (rol, pad, tekst) => {
  const { pagina } = await openAls(rol, pad, { breedte: 360, hoogte: 740 })
  await pagina.getByText(tekst).first().waitFor()
  await geladen(pagina)
  if (pad === '/aanbieders') {
    await pagina.getByRole('link', { name: tekst }).click()
    await pagina.getByRole('heading', { name: 'Codes en tarieven' }).waitFor()
    await geladen(pagina)
  }
  await pagina.locator('main table').first().waitFor()
  await pastInBreedte(pagina)
  const teBreed = await pagina
    .locator('main table')
    .evaluateAll((tabellen) => tabellen.filter((t) => t.scrollWidth > (t.parentElement?.clientWidth ?? 0) + 1).map((t) => t.textContent))
  expect(teBreed).toEqual([])
  await axe(pagina)
})

it('op een telefoon past ook het kiezen van een contractbestand', async () => {
  const { pagina } = await openAls('contractmanager', '/aanbieders/bestand', { breedte: 360, hoogte: 740 })
  await pagina.getByLabel('Kies een YAML-bestand').waitFor()
  await pastInBreedte(pagina)
  await axe(pagina)
})

it('de balk met het advies en het menu bedekken elkaar niet op een telefoon, ook niet met een ingang van twee regels', async () => {
  const { pagina } = await openAls('contractmanager', '/hulst-terneuzen/probeer', { breedte: 360, hoogte: 740 })
  await pagina.locator('.probeer-balk').waitFor()
  await geladen(pagina)
  await rustig(pagina)
  const [balk, menu] = await Promise.all(['.probeer-balk', '.md-nav'].map((plek) => pagina.locator(plek).boundingBox()))
  expect((balk?.y ?? 0) + (balk?.height ?? 0)).toBeLessThanOrEqual((menu?.y ?? 0) + 1)
})
