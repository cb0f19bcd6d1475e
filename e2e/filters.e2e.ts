/** Voorwaarden bij een lijst: op een smal scherm dicht achter één knop, en bewaarde filters laten niets verspringen. */
import { expect, it } from 'vitest'
import { axe, pastInBreedte } from './hulp.ts'
import { openAls } from './hulp-dossier.ts'

it.each([
  ['consulent', '/zaken', 'Stand'],
  ['administratie', '/berichten', 'Richting'],
  ['administratie', '/berichten/uitval', 'Soort'],
  ['toezichthouder', '/toezicht/logboek', 'Medewerker'],
  ['toezichthouder', '/toezicht/termijnen', 'Uitkomst'],
])('een %s ziet op een telefoon op %s eerst de lijst; de filters staan achter een knop', async (rol, pad, veld) => {
  const { pagina } = await openAls(rol, pad, { breedte: 360, hoogte: 740 })
  const knop = pagina.getByRole('button', { name: /^Filters/ })
  const keuze = pagina.getByRole('combobox', { name: veld }).first()
  await knop.waitFor()
  await pagina.locator('table, .md-leeg').first().waitFor()
  expect(await keuze.isVisible()).toBe(false)
  await knop.click()
  await keuze.waitFor()
  expect(await knop.getAttribute('aria-expanded')).toBe('true')
  await pastInBreedte(pagina)
  await axe(pagina)
  await keuze.selectOption({ index: 1 })
  await pagina.getByRole('button', { name: 'Filters (1 gekozen)' }).waitFor()
  await pagina.getByRole('button', { name: 'Alles weghalen' }).click()
  await pagina.getByRole('button', { name: 'Filters', exact: true }).waitFor()
  await keuze.waitFor()
  expect(await keuze.inputValue()).toBe('')
})

it('op een breed scherm staan de filters open en is er geen knop', async () => {
  const { pagina } = await openAls('consulent', '/zaken')
  await pagina.getByRole('combobox', { name: 'Stand' }).waitFor()
  expect(await pagina.getByRole('button', { name: /^Filters/ }).isVisible()).toBe(false)
})

it('bewaarde filters die later komen dan het werk, laten niets verspringen', async () => {
  const wie = await openAls('consulent', '/werk', { welke: 1 })
  const { pagina } = wie
  const { id } = await wie.roep('POST', '/filters', {
    keuze: { behandelaar: null, soort: 'melding', stand: null, binnenDagen: 3, wacht: null },
  })
  await pagina.getByRole('heading', { level: 2, name: /^Vandaag/ }).waitFor()
  let laat = () => {}
  const werk = new Promise<void>((klaar) => (laat = klaar))
  pagina.on('response', (antwoord) => antwoord.url().includes('/api/v1/werkvoorraad') && laat())
  await pagina.route('**/api/v1/filters', async (vraag) => {
    await werk
    await vraag.continue()
  })
  await pagina.reload()
  await pagina.getByRole('navigation', { name: 'Bewaarde filters' }).waitFor()
  await pagina.getByRole('heading', { level: 2, name: /^Vandaag/ }).waitFor()
  const verschoven = await pagina.evaluate(
    () =>
      new Promise<number>((klaar) => {
        let som = 0
        new PerformanceObserver((lijst) => {
          for (const e of lijst.getEntries()) som += (e as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => klaar(som))))
      }),
  )
  expect(verschoven).toBeLessThan(0.005)
  await pagina.unrouteAll()
  await wie.roep('DELETE', `/filters/${id}`)
})
