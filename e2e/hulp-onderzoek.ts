/** Van melding tot indicatie op het scherm, zoals een consulent dat doet. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe, rustig } from './hulp.ts'
import { smal } from './hulp-toewijzing.ts'

const kop = (pagina: Page, naam: string) => pagina.getByRole('heading', { name: naam, exact: true }).waitFor()
const knop = (pagina: Page, naam: string) => pagina.getByRole('button', { name: naam, exact: true }).click()

/** Een nieuwe inwoner, met genoeg om later te kunnen toewijzen. */
export async function voegInwonerToe(pagina: Page, achternaam: string, bsn: string): Promise<void> {
  await pagina.goto('/inwoners')
  await pagina.getByRole('link', { name: 'Nieuwe inwoner' }).first().click()
  await kop(pagina, 'Nieuwe inwoner')
  await pagina.getByLabel('Achternaam', { exact: true }).fill(achternaam)
  await pagina.getByLabel('Geboortedatum (optioneel)', { exact: true }).fill('12-04-1950')
  await pagina.getByLabel('BSN', { exact: true }).fill(bsn)
  await pagina.getByLabel('Telefoon (optioneel)', { exact: true }).fill('06 12345678')
  await knop(pagina, 'Inwoner toevoegen')
  await kop(pagina, achternaam)
}

/** Vanaf de inwoner: de melding, de bevestiging en het plan dat er niet komt, tot het onderzoek open staat. */
export async function meldEnBegin(pagina: Page): Promise<void> {
  await pagina.getByRole('link', { name: 'Nieuwe melding' }).first().click()
  await kop(pagina, 'Nieuwe melding')
  await pagina.getByRole('combobox', { name: 'Hoe kwam het binnen', exact: true }).selectOption({ label: 'Per telefoon' })
  await pagina.getByRole('combobox', { name: 'Wie meldde het', exact: true }).selectOption({ label: 'De inwoner zelf' })
  await pagina.getByLabel('Hulpvraag', { exact: true }).fill('Ik krijg mijn dagen niet meer op orde.')
  await knop(pagina, 'Melding vastleggen')
  await kop(pagina, 'Bevestig de ontvangst van de melding')
  await knop(pagina, 'Ontvangst bevestigen')
  await kop(pagina, 'Leg vast: melding bevestigd')
  await knop(pagina, 'Ontvangst bevestigen')
  // Wie wacht, leest waarop en tot wanneer, met de knoppen waarmee het verder gaat.
  await kop(pagina, 'Wacht op het persoonlijk plan')
  await pagina.getByText(/^De inwoner kan tot en met .* een persoonlijk plan inleveren\./).waitFor()
  await smal(pagina, 'zaak-wacht-op-plan-360')
  await knop(pagina, 'Inwoner levert geen plan in')
  await kop(pagina, 'Leg vast: geen persoonlijk plan')
  await knop(pagina, 'Inwoner levert geen plan in')
  await kop(pagina, 'Start het onderzoek')
  await knop(pagina, 'Onderzoek starten')
  await vragen(pagina)
}

async function vragen(pagina: Page): Promise<void> {
  await pagina.locator('.probeer-vraag').first().waitFor()
  await rustig(pagina)
}

export async function voegBezoekToe(pagina: Page, aanwezig: string): Promise<void> {
  await knop(pagina, 'Bezoek toevoegen')
  await pagina.getByLabel('Wie erbij waren').fill(aanwezig)
  await knop(pagina, 'Bezoek vastleggen')
  await pagina.getByText(`Aanwezig: ${aanwezig}.`).waitFor()
}

export const vraagrij = (pagina: Page, vraag: string) => pagina.locator('.probeer-vraag').filter({ hasText: vraag })

/** Antwoorden in deze volgorde, en wachten tot de server ze heeft. */
export async function antwoord(pagina: Page, antwoorden: readonly (readonly [vraag: string, antwoord: string])[]): Promise<void> {
  for (const [vraag, keuze] of antwoorden) {
    const vak = vraagrij(pagina, vraag)
    const veld = vak.getByRole('radio', { name: keuze, exact: true }).or(vak.getByRole('checkbox', { name: keuze, exact: true }))
    await veld.check()
  }
  await opgeslagen(pagina)
}

/** Alles is bij de server, ook wat net getypt is. */
export const opgeslagen = (pagina: Page): Promise<void> =>
  expect.poll(() => pagina.locator('.ond-bewaar p').textContent()).toMatch(/Opgeslagen om|Alles is opgeslagen/)

export async function licht(pagina: Page, vraag: string, velden: { toelichting: string; bron: string; dag: string }): Promise<void> {
  const vak = vraagrij(pagina, vraag)
  await vak.locator('.ond-voet > summary').click()
  await vak.getByLabel('Toelichting').fill(velden.toelichting)
  await vak.getByLabel('Bron').fill(velden.bron)
  await vak.getByLabel('Op welke dag').fill(velden.dag)
  await vak.getByLabel('Toelichting').focus()
  await expect.poll(() => vak.locator('.ond-voet-regel').textContent()).toContain(`bron: ${velden.bron}`)
  await opgeslagen(pagina)
}

/** Een ander product dan het advies, met de reden ernaast en een laatste dag. */
export async function kiesAnders(pagina: Page, product: string, waarom: string, tot: string): Promise<void> {
  await pagina.getByRole('link', { name: 'Stel een indicatie vast' }).click()
  await pagina.locator('#ind-product').waitFor()
  await pagina.getByRole('radio', { name: product, exact: true }).check()
  await pagina.getByLabel('Waarom u dit product kiest').fill(waarom)
  await pagina.getByLabel('Laatste dag').fill(tot)
  await pagina.getByText('Dit kan naast elkaar.').waitFor()
  await axe(pagina)
  await smal(pagina, 'lege-gemeente-indicatie-360')
}

export async function stelVast(pagina: Page): Promise<void> {
  await vulVoorstel(pagina)
  await pagina.getByRole('button', { name: 'Indicatie vaststellen' }).click()
  await pagina.waitForURL(/\/indicaties\//)
}

/** Vult in wat een indicatie in uren nodig heeft, en motiveert wat erom vraagt. */
export async function vulVoorstel(pagina: Page): Promise<void> {
  await pagina.getByRole('button', { name: 'Eigen regel' }).click()
  await expect.poll(() => pagina.locator('.omvang-soort').last().textContent()).toMatch(/^\d+\. Eigen regel$/)
  await pagina.getByLabel('Activiteit', { exact: true }).fill('De week doornemen')
  await pagina.getByLabel('Minuten', { exact: true }).fill('90')
  const resultaat = pagina.getByLabel('Voor welk resultaat')
  if (await resultaat.count()) await resultaat.fill('Overzicht over de dag')
  const capaciteiten = pagina.getByLabel('Wat iemand zelf kan')
  if (await capaciteiten.count()) {
    await capaciteiten.fill('Kan veel zelf, met een lijstje.')
    await pagina.getByLabel('Hoe de situatie is').fill('Woont alleen.')
  }
  for (const vak of await pagina.getByLabel('Waarom het hier past').all()) await vak.fill('Besproken met de inwoner.')
  await expect.poll(() => pagina.locator('#ind-vast-kop').textContent()).toBe('Klaar om vast te stellen')
}
