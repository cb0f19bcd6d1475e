/** Twee collega's tegelijk in hetzelfde: het scherm zegt wie eerder was, toont beide versies, en het verschil is met toetsen op te lossen. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe, geladen, rustig } from './hulp.ts'
import { maakInwoner, type Medewerker, openAls } from './hulp-dossier.ts'
import { maakZaak, vrijBsn } from './hulp-werkplek.ts'

async function samen(): Promise<{ ik: Medewerker; collega: Medewerker; pagina: Page }> {
  const ik = await openAls('consulent', '/werk', { verwacht: [412] })
  return { ik, collega: await openAls('teamleider', '/werk'), pagina: ik.pagina }
}

async function open(pagina: Page, adres: string, kop: string | RegExp): Promise<void> {
  await pagina.goto(adres)
  await pagina.getByRole('heading', { level: 1, name: kop }).waitFor()
  await geladen(pagina)
  await rustig(pagina)
}

/** Van de kop van het conflict naar het bewaren: per verschil het eigen of dat van de collega. */
async function losOp(pagina: Page, keuzes: readonly ('mijn' | 'hun')[]): Promise<void> {
  const kop = pagina.getByRole('heading', { name: /^Tess Proef \(Team Noord\) wijzigde dit (om|op) .*\d\d:\d\d/ })
  await kop.waitFor()
  await expect.poll(() => kop.evaluate((e) => document.activeElement === e)).toBe(true)
  await axe(pagina)
  for (const keuze of keuzes) {
    await pagina.keyboard.press('Tab')
    await pagina.keyboard.press('Space')
    if (keuze === 'hun') await pagina.keyboard.press('ArrowDown')
  }
  await pagina.keyboard.press('Tab')
  await pagina.keyboard.press('Enter')
  await kop.waitFor({ state: 'detached' })
}

describe('een collega was eerder', () => {
  it('bij naam en adres van een inwoner: per veld een keuze', async () => {
    const { ik, collega, pagina } = await samen()
    const { id } = await maakInwoner(ik)
    await open(pagina, `/inwoners/${id}/wijzigen`, 'Gegevens wijzigen')
    await pagina.getByLabel('Voornamen (optioneel)').fill('Van mij')
    await pagina.getByLabel('Straat (optioneel)').fill('Mijnstraat')
    await collega.roep(
      'PATCH',
      `/inwoners/${id}`,
      {
        naam: { ...(await collega.roep('GET', `/inwoners/${id}`)).naam, voornamen: 'Van haar' },
        adres: { straat: 'Haarstraat', huisnummer: null, toevoeging: null, postcode: null },
      },
      { 'if-match': '"v1"' },
    )
    await pagina.getByRole('button', { name: 'Gegevens bewaren' }).click()
    await losOp(pagina, ['mijn', 'hun'])
    await pagina.locator('.md-toasts').getByText('Opgeslagen.').waitFor()
    const { naam, contact } = await ik.roep('GET', `/inwoners/${id}`)
    expect([naam.voornamen, contact.adres.straat]).toEqual(['Van mij', 'Haarstraat'])
  })

  it('bij het BSN: het nummer van de collega gaat niet stil verloren, en geen van beide staat op het scherm', async () => {
    const { ik, collega, pagina } = await samen()
    const [mijn, haar] = [await vrijBsn(ik), await vrijBsn(ik)]
    const { id } = await maakInwoner(ik)
    await open(pagina, `/inwoners/${id}/wijzigen`, 'Gegevens wijzigen')
    await pagina.getByLabel('Nieuw BSN').fill(mijn)
    await collega.roep('PATCH', `/inwoners/${id}`, { bsn: haar }, { 'if-match': '"v1"' })
    await pagina.getByRole('button', { name: 'Gegevens bewaren' }).click()
    await pagina.getByText('Het BSN dat u invulde').waitFor()
    const tekst = (await pagina.locator('.md-conflict').textContent())?.replace(/\D/g, '') ?? ''
    expect([tekst.includes(mijn), tekst.includes(haar)]).toEqual([false, false])
    await losOp(pagina, ['hun'])
    const wieHeeft = async (bsn: string) =>
      (await ik.roep('POST', '/inwonerzoekopdrachten', { bsn })).items.map((i: { id: string }) => i.id)
    expect([await wieHeeft(mijn), await wieHeeft(haar)]).toEqual([[], [id]])
  })

  it('bij de hulpvraag en bij een bezoek', async () => {
    const { ik, collega, pagina } = await samen()
    const { inwoner, zaak } = await maakZaak(ik)
    await open(pagina, `/zaken/${zaak}`, /^Melding /)
    await pagina.getByRole('button', { name: 'Hulpvraag wijzigen' }).click()
    await pagina.getByRole('textbox', { name: 'Hulpvraag' }).fill('Zoals ik het hoorde.')
    const { versie } = await collega.roep('GET', `/zaken/${zaak}`)
    await collega.roep('PATCH', `/zaken/${zaak}`, { hulpvraag: 'Zoals zij het hoorde.' }, { 'if-match': `"v${versie}"` })
    await pagina.getByRole('button', { name: 'Hulpvraag bewaren' }).click()
    await losOp(pagina, ['mijn'])
    await expect.poll(async () => (await ik.roep('GET', `/zaken/${zaak}`)).hulpvraag).toBe('Zoals ik het hoorde.')

    const { id } = await ik.roep('POST', `/zaken/${zaak}/onderzoeken`)
    const bezoek = { datum: ik.vandaag, soort: 'huisbezoek', aanwezig: 'Dochter' }
    const gemaakt = await ik.roep('POST', `/onderzoeken/${id}/bezoeken`, bezoek)
    await open(pagina, `/inwoners/${inwoner}/onderzoek/${id}`, 'Onderzoek')
    await pagina.getByRole('button', { name: /^Wijzigen van huisbezoek/ }).click()
    await pagina.getByLabel('Wie erbij waren').fill('Zoon')
    await collega.roep('PATCH', `/bezoeken/${gemaakt.id}`, { ...bezoek, aanwezig: 'Buurvrouw' }, { 'if-match': `"v${gemaakt.versie}"` })
    await pagina.getByRole('button', { name: 'Wijziging vastleggen' }).click()
    await losOp(pagina, ['hun'])
    await pagina.getByText('Aanwezig: Buurvrouw.').waitFor()
  })

  it('rondde zij het onderzoek af, dan blijft het antwoord staan en gaat het na heropenen vanzelf mee', async () => {
    const ik = await openAls('consulent', '/werk', { verwacht: [412, 422] })
    const [{ pagina }, collega] = [ik, await openAls('teamleider', '/werk')]
    const { inwoner, zaak } = await maakZaak(ik)
    const { id } = await ik.roep('POST', `/zaken/${zaak}/onderzoeken`)
    await open(pagina, `/inwoners/${inwoner}/onderzoek/${id}`, 'Onderzoek')
    const { versie } = await collega.roep('GET', `/onderzoeken/${id}`)
    await collega.roep('PATCH', `/onderzoeken/${id}`, { afgerond: true }, { 'if-match': `"v${versie}"` })
    const antwoord = pagina.locator('.probeer-vraag').first().getByRole('radio', { name: 'ja', exact: true })
    await antwoord.check()
    const heropen = pagina.getByRole('button', { name: 'Heropen het onderzoek' })
    await heropen.waitFor()
    await pagina.getByText('Nog niet opgeslagen: 1 antwoord.').first().waitFor()
    await pagina.getByText(/Dit onderzoek is afgerond\. Dat deed Tess Proef.* (om|op) .*\d\d:\d\d\./).waitFor()
    await axe(pagina)
    expect(await antwoord.isChecked()).toBe(true)
    await heropen.click()
    await expect.poll(async () => (await collega.roep('GET', `/onderzoeken/${id}`)).antwoorden.length).toBe(1)
    await pagina.getByText('Nog niet opgeslagen: 1 antwoord.').first().waitFor({ state: 'detached' })
  })

  it('nam zij de zaak over, dan staat bij overdragen wie en wanneer', async () => {
    const { ik, collega, pagina } = await samen()
    const { zaak } = await maakZaak(ik)
    await open(pagina, `/zaken/${zaak}`, /^Melding /)
    await pagina.getByRole('button', { name: 'Overdragen of overnemen' }).click()
    await pagina.getByLabel('Aan wie').selectOption({ label: 'Team Zuid, nog zonder behandelaar' })
    await pagina.getByLabel('Waarom').fill('Verhuisd naar de andere wijk.')
    const { versie } = await collega.roep('GET', `/zaken/${zaak}`)
    const over = { behandelaar: collega.id, reden: 'Zij neemt over' }
    await collega.roep('POST', `/zaken/${zaak}/overdrachten`, over, { 'if-match': `"v${versie}"` })
    await pagina.getByRole('button', { name: 'Overdragen', exact: true }).click()
    await pagina.getByText(/^Tess Proef \(Team Noord\) wijzigde deze zaak (om|op) .*\d\d:\d\d\.$/).waitFor()
    expect(await pagina.getByLabel('Waarom').inputValue()).toBe('Verhuisd naar de andere wijk.')
    await axe(pagina)
    expect((await ik.roep('GET', `/zaken/${zaak}`)).behandelaar.id).toBe(collega.id)
  })
})
