/** De dagelijkse werkplek in de browser: aanmelden, vinden, toevoegen, melden, werken, overdragen. Elk scherm ook op toegankelijkheid. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe, geladen, openPagina, pastInBreedte, schermafdruk } from './hulp.ts'
import { maakInwoner, maakMelding, nieuweNaam, openAls } from './hulp-dossier.ts'
import { vrijBsn } from './hulp-werkplek.ts'

const kop = (pagina: Page, naam: string | RegExp) => pagina.getByRole('heading', { level: 1, name: naam }).waitFor()
const toast = (pagina: Page, tekst: string | RegExp) =>
  pagina.getByRole('group', { name: 'Mededeling' }).filter({ hasText: tekst }).waitFor()
const vul = (pagina: Page, label: string, waarde: string) => pagina.getByLabel(label, { exact: true }).fill(waarde)
const kies = (pagina: Page, label: string, tekst: string) =>
  pagina.getByRole('combobox', { name: label, exact: true }).selectOption({ label: tekst })
const focus = (pagina: Page) => pagina.evaluate(() => document.activeElement?.textContent ?? '')
const knop = (pagina: Page, naam: string) => pagina.getByRole('button', { name: naam, exact: true }).click()

it('de hele keten: aanmelden, zoeken, inwoner toevoegen, melding, Mijn werk, overdragen en ongedaan maken', async () => {
  const pagina = await openPagina('/', { verwacht: [422] })
  await pagina
    .getByRole('button', { name: /^Consulent/ })
    .first()
    .click()
  await kop(pagina, 'Mijn werk')

  const naam = nieuweNaam('Keten')
  await pagina.getByRole('searchbox', { name: /Inwoner zoeken/ }).fill(naam)
  await pagina.keyboard.press('Enter')
  await kop(pagina, 'Inwoners')
  await pagina.getByText('Niemand gevonden met deze gegevens.').waitFor()
  expect(pagina.url()).not.toContain(naam)
  await axe(pagina)

  await pagina.getByRole('link', { name: 'Nieuwe inwoner' }).first().click()
  await kop(pagina, 'Nieuwe inwoner')
  await vul(pagina, 'Voornamen (optioneel)', 'Anna Maria')
  await vul(pagina, 'Voorvoegsel (optioneel)', 'de')
  await vul(pagina, 'Achternaam', naam)
  await vul(pagina, 'Geboortedatum (optioneel)', '12-04-1950')
  const wie = await openAls('consulent', '/werk')
  await vul(pagina, 'BSN', await vrijBsn(wie))
  await knop(pagina, 'Inwoner toevoegen')
  await kop(pagina, `Anna Maria de ${naam}`)
  await expect.poll(() => pagina.title()).toBe('Inwoner · Meedoen')
  await pagina.getByText('12 april 1950').first().waitFor()
  await axe(pagina)

  await pagina.getByRole('link', { name: 'Nieuwe melding' }).first().click()
  await kop(pagina, 'Nieuwe melding')
  await kies(pagina, 'Hoe kwam het binnen', 'Per telefoon')
  await kies(pagina, 'Wie meldde het', 'De inwoner zelf')
  await vul(pagina, 'Hulpvraag', 'Ik vergeet afspraken.')
  await axe(pagina)
  await knop(pagina, 'Melding vastleggen')
  await kop(pagina, /^Melding 2\d{3}-\d{6}$/)
  const nummer = (await pagina.locator('h1').textContent())?.replace('Melding ', '') ?? ''
  await pagina.getByRole('heading', { name: 'Bevestig de ontvangst van de melding' }).waitFor()
  await axe(pagina)

  await knop(pagina, 'Ontvangst bevestigen')
  await pagina.getByRole('heading', { name: 'Melding bevestigd' }).waitFor()
  await expect.poll(() => focus(pagina)).toBe('Leg vast: melding bevestigd')
  // Meteen op de knop, terwijl het veld nog de focus heeft: de klik komt aan, en de fout spreekt de taal van het veld.
  await vul(pagina, 'Op welke dag gebeurde dit', '31-02-2026')
  await knop(pagina, 'Ontvangst bevestigen')
  await pagina.getByRole('link', { name: 'De dag 31-2-2026 bestaat niet. Kijk de datum na.' }).waitFor()
  await vul(pagina, 'Op welke dag gebeurde dit', wie.vandaag)
  await pagina.getByLabel('Gewezen op gratis cliëntondersteuning').check()
  await axe(pagina)
  await knop(pagina, 'Ontvangst bevestigen')
  await toast(pagina, 'Vastgelegd: melding bevestigd.')
  await pagina.getByText('Ontvangst van de melding bevestigd en gewezen op gratis cliëntondersteuning.').waitFor()
  await pagina.getByRole('heading', { name: 'Wacht op het persoonlijk plan' }).waitFor()
  await expect.poll(() => focus(pagina)).toBe('Wacht op het persoonlijk plan')

  await pagina.getByRole('link', { name: 'Mijn werk' }).first().click()
  await kop(pagina, 'Mijn werk')
  const wachtend = pagina.locator('[data-blok=wachtOpIemand]')
  await wachtend.getByText(nummer).waitFor()
  await axe(pagina)
  await wachtend.getByRole('listitem').filter({ hasText: nummer }).getByRole('link').click()
  await kop(pagina, `Melding ${nummer}`)

  await knop(pagina, 'Overdragen of overnemen')
  await knop(pagina, 'Overdragen')
  await pagina.getByRole('heading', { name: 'Er is nog één ding na te kijken' }).waitFor()
  await axe(pagina)
  await kies(pagina, 'Aan wie', 'Tess Proef, Team Noord')
  await vul(pagina, 'Waarom', 'Ik ben met verlof')
  await knop(pagina, 'Overdragen')
  await toast(pagina, `Overgedragen aan Tess Proef: ${nummer}.`)
  await pagina.getByText('Overgedragen aan Tess Proef: Ik ben met verlof.').waitFor()
  await pagina
    .getByRole('group', { name: 'Mededeling' })
    .filter({ hasText: nummer })
    .getByRole('button', { name: 'Ongedaan maken' })
    .click()
  await pagina.getByText('Vervallen: Ongedaan gemaakt.').waitFor()
  await pagina.getByText('Telt niet meer mee.').waitFor()
})

it('werk aan een ander team geven, het daarmee zelf niet meer zien, en het toch meteen terugdraaien', async () => {
  const wie = await openAls('consulent', '/werk', { verwacht: [403, 404] })
  const { pagina } = wie
  const zaak = await maakMelding(wie, (await maakInwoner(wie)).id)
  await pagina.goto(`/zaken/${zaak.id}`)
  await knop(pagina, 'Overdragen of overnemen')
  await kies(pagina, 'Aan wie', 'Team Zuid, nog zonder behandelaar')
  await vul(pagina, 'Waarom', 'Verhuisd naar zuid')
  await knop(pagina, 'Overdragen')
  await kop(pagina, 'Deze zaak is er niet, of niet voor u')
  await pagina.getByRole('group', { name: 'Mededeling' }).getByRole('button', { name: 'Ongedaan maken' }).click()
  await kop(pagina, `Melding ${zaak.nummer}`)
  await pagina.getByText('Vervallen: Ongedaan gemaakt.').waitFor()
})

describe('elk scherm past op een telefoon en is toegankelijk', () => {
  it.each([1280, 360])('op %i breed', async (breedte) => {
    const wie = await openAls('consulent', '/werk', { breedte, hoogte: 740 })
    const { pagina } = wie
    const lang = await maakInwoner(wie, {
      naam: {
        achternaam: 'Nergenshuizen-van Bedachtwoude tot Verzonnenstein',
        voornamen: 'Wilhelmina Alexandrina',
        voorvoegsel: 'van der',
      },
      geheimAdres: true,
      vertegenwoordiger: { naam: 'K. Kind', rol: 'kind', telefoon: null, sinds: null },
      bsn: null,
      geenBsnReden: 'nog_niet_bekend',
    })
    const zaak = await maakMelding(wie, lang.id, { behandelaar: wie.id })
    const schermen = [
      '/werk',
      '/werk/team',
      '/werk/noodtoegang',
      '/zaken',
      `/zaken/${zaak.id}`,
      '/inwoners',
      '/inwoners/nieuw',
      `/inwoners/${lang.id}`,
      `/inwoners/${lang.id}/onderzoek`,
      `/inwoners/${lang.id}/indicaties`,
      `/inwoners/${lang.id}/gegevens`,
      `/inwoners/${lang.id}/wie-keek`,
      `/inwoners/${lang.id}/wijzigen`,
      `/inwoners/${lang.id}/melding`,
    ]
    for (const scherm of schermen) {
      await pagina.goto(scherm)
      await pagina.locator('main h1').waitFor()
      await geladen(pagina)
      await pastInBreedte(pagina)
      await axe(pagina)
      await schermafdruk(pagina, `dossier${scherm.replace(/[0-9a-f-]{36}/, 'x').replaceAll('/', '-')}-${breedte}`)
    }
  })
})

describe('een inwoner', () => {
  it('die er al is: het BSN leidt naar hem, en fouten wijzen het veld aan', async () => {
    const wie = await openAls('consulent', '/inwoners/nieuw', { verwacht: [409, 422] })
    const { pagina } = wie
    const bsn = await vrijBsn(wie)
    const bekend = await maakInwoner(wie, { bsn })
    await knop(pagina, 'Inwoner toevoegen')
    await pagina.getByRole('heading', { name: 'Er is nog één ding na te kijken' }).waitFor()
    await vul(pagina, 'Achternaam', 'Dubbel')
    await knop(pagina, 'Inwoner toevoegen')
    await pagina.getByRole('link', { name: /Vul het burgerservicenummer in/ }).click()
    await expect.poll(() => pagina.getByLabel('BSN', { exact: true }).evaluate((veld) => veld === document.activeElement)).toBe(true)
    await vul(pagina, 'BSN', bsn)
    await knop(pagina, 'Inwoner toevoegen')
    await pagina.getByText('Er is al een inwoner met dit burgerservicenummer.').waitFor()
    await expect.poll(() => focus(pagina)).toContain('Er is al een inwoner met dit burgerservicenummer.')
    await axe(pagina)
    await pagina.getByRole('link', { name: /^Open A\. / }).click()
    await kop(pagina, `Anna ${bekend.naam.achternaam}`)
  })

  it('op BSN en op geboortedatum te vinden, zonder dat het nummer in het adres of een opslag komt', async () => {
    const wie = await openAls('consulent', '/inwoners')
    const { pagina } = wie
    const bsn = await vrijBsn(wie)
    const { naam } = await maakInwoner(wie, { bsn, geboortedatum: '1933-03-03' })
    const zoek = pagina.getByLabel('Naam, geboortedatum of BSN', { exact: true })
    await zoek.fill(bsn)
    await pagina.keyboard.press('Enter')
    await pagina.getByRole('link', { name: `${naam.achternaam}, A.` }).waitFor()
    await expect.poll(() => pagina.getByRole('row').count()).toBe(2)
    const sporen = await pagina.evaluate(() =>
      [location.href, document.title, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join(),
    )
    expect(sporen).not.toContain(bsn)
    await zoek.fill('3-3-1933')
    await pagina.keyboard.press('Enter')
    await pagina.getByRole('link', { name: `${naam.achternaam}, A.` }).waitFor()
  })

  it('BSN is gesluierd tot iemand het toont, en dat staat bij wie keek', async () => {
    const wie = await openAls('consulent', '/werk')
    const { pagina } = wie
    const bsn = await vrijBsn(wie)
    const { id } = await maakInwoner(wie, { bsn })
    await pagina.goto(`/inwoners/${id}`)
    await pagina.getByText('BSN niet zichtbaar').waitFor()
    expect(await pagina.content()).not.toContain(bsn)
    await knop(pagina, 'BSN tonen')
    await pagina.getByText(`${bsn.slice(0, 4)} ${bsn.slice(4, 6)} ${bsn.slice(6)}`).waitFor()
    await pagina.getByRole('link', { name: 'Wie keek' }).click()
    await pagina.getByRole('cell', { name: 'Burgerservicenummer bekeken' }).waitFor()
  })

  it.each([
    ['', false],
    [', ook als de invoer na herladen terugkomt', true],
  ])('twee consulenten tegelijk: het scherm toont beide versies, en niets gaat stil verloren%s', async (_, herladen) => {
    const wie = await openAls('consulent', '/werk', { verwacht: [412] })
    const { pagina } = wie
    const { id } = await maakInwoner(wie)
    const collega = await openAls('teamleider', '/werk')
    await pagina.goto(`/inwoners/${id}/wijzigen`)
    await vul(pagina, 'Woonplaats (optioneel)', 'Van mij')
    await collega.roep('PATCH', `/inwoners/${id}`, { woonplaats: 'Van Tess', telefoon: '06 87654321' }, { 'if-match': '"v1"' })
    if (herladen) {
      pagina.on('dialog', (d) => void d.accept())
      await pagina.reload()
      await pagina.getByText(/Uw concept van/).waitFor()
      expect(await pagina.getByLabel('Woonplaats (optioneel)').inputValue()).toBe('Van mij')
    }
    await knop(pagina, 'Gegevens bewaren')
    await pagina.getByRole('heading', { name: /Tess Proef \(Team Noord\) wijzigde dit/ }).waitFor()
    await axe(pagina)
    await pagina.getByRole('group', { name: 'Woonplaats' }).locator('label').first().click()
    await knop(pagina, 'Keuze bewaren')
    await toast(pagina, 'Opgeslagen.')
    expect(await wie.roep('GET', `/inwoners/${id}`)).toMatchObject({
      versie: 3,
      woonplaats: 'Van mij',
      contact: { telefoon: '06 87654321' },
    })
  })

  it('zonder verbinding blijft staan wat er was, en wat getypt is; daarna lukt bewaren', async () => {
    const wie = await openAls('consulent', '/werk', { verwacht: ['geen verbinding'] })
    const { pagina } = wie
    const { id } = await maakInwoner(wie)
    await pagina.goto(`/inwoners/${id}/wijzigen`)
    await vul(pagina, 'Woonplaats (optioneel)', 'Onderweg')
    await pagina.context().setOffline(true)
    await knop(pagina, 'Gegevens bewaren')
    await pagina
      .locator('.md-melding')
      .filter({ hasText: /verbinding/i })
      .first()
      .waitFor()
    expect(await pagina.getByLabel('Woonplaats (optioneel)').inputValue()).toBe('Onderweg')
    await pagina.context().setOffline(false)
    await knop(pagina, 'Gegevens bewaren')
    await toast(pagina, 'Opgeslagen.')
  })
})

describe('wat niet voor u is', () => {
  it('een inwoner van een ander team: wie het is, en noodtoegang met een reden die de teamleider beoordeelt', async () => {
    const zuid = await openAls('consulent', '/werk', { welke: 1 })
    const inwoner = await maakInwoner(zuid)
    const zaak = await maakMelding(zuid, inwoner.id)
    const { pagina } = await openAls('consulent', `/zaken/${zaak.id}`, { verwacht: [404, 422] })
    await kop(pagina, 'Deze zaak is er niet, of niet voor u')
    await axe(pagina)
    // Een link van een collega naar een deel, of naar wijzigen: het adres klopt, en er staat wat wel kan.
    await pagina.goto(`/inwoners/${inwoner.id}/zaken`)
    await pagina.getByText('“Zaken” is bij deze inwoner niet voor u te zien.').waitFor()
    await pagina.goto(`/inwoners/${inwoner.id}/wijzigen`)
    await kop(pagina, 'U kunt deze gegevens niet wijzigen')
    await pagina.getByText('Dit dossier is van Team Zuid.').waitFor()
    expect(await pagina.getByLabel('Achternaam').count()).toBe(0)
    await axe(pagina)
    await pagina.goto(`/inwoners/${inwoner.id}`)
    await pagina.getByText('Dit dossier is van Team Zuid.').waitFor()
    await pagina.getByText('Ik moet er nu in: noodtoegang nemen').click()
    await knop(pagina, 'Noodtoegang nemen')
    await pagina.getByText(/Schrijf in minstens 10 tekens/).waitFor()
    await axe(pagina)
    await vul(pagina, 'Waarom moet u nu in dit dossier zijn?', 'De inwoner belt in paniek en zijn consulent is er niet.')
    await knop(pagina, 'Noodtoegang nemen')
    await pagina.getByText(/^U hebt noodtoegang tot/).waitFor()
    await pagina.getByRole('link', { name: 'Zaken', exact: true }).waitFor()
    await axe(pagina)

    // Klaar is klaar: eerder stoppen sluit het dossier weer.
    await pagina.getByRole('link', { name: 'Noodtoegang stoppen' }).click()
    await pagina
      .getByRole('listitem')
      .filter({ hasText: inwoner.naam.achternaam })
      .getByRole('button', { name: /^Noodtoegang nu stoppen/ })
      .click()
    await toast(pagina, 'Uw noodtoegang is gestopt.')
    await pagina
      .getByText(/^Gestopt om/)
      .first()
      .waitFor()
    await axe(pagina)
    await pagina.goto(`/zaken/${zaak.id}`)
    await kop(pagina, 'Deze zaak is er niet, of niet voor u')

    const tess = await openAls('teamleider', '/werk', { verwacht: [422] })
    await tess.pagina.getByRole('link', { name: 'Noodtoegang beoordelen' }).click()
    await kop(tess.pagina, 'Noodtoegang')
    const kaart = tess.pagina.getByRole('listitem').filter({ hasText: inwoner.naam.achternaam })
    await kaart.getByRole('button', { name: 'Onterecht' }).click()
    await kaart.getByText('Schrijf op waarom deze toegang niet terecht was.').waitFor()
    await axe(tess.pagina)
    await kaart.getByRole('button', { name: 'Terecht', exact: true }).click()
    await toast(tess.pagina, 'Beoordeeld als terecht.')
    await kaart.waitFor({ state: 'detached' })
  })

  it('een rol zonder dossiers krijgt uitleg, een onbekend adres ook', async () => {
    const { pagina } = await openAls('beheerder', '/inwoners')
    await kop(pagina, 'Dit scherm is niet voor uw rol')
    await axe(pagina)
    const consulent = await openAls('consulent', '/inwoners/01999999-9999-7999-8999-999999999999', { verwacht: [404] })
    await kop(consulent.pagina, 'Deze inwoner is er niet, of niet voor u')
    await axe(consulent.pagina)
  })

  it('de administratie ziet wie het is en wat is toegekend, en toont het BSN alleen met een reden', async () => {
    const wie = await openAls('consulent', '/werk')
    const bsn = await vrijBsn(wie)
    const { id } = await maakInwoner(wie, { bsn })
    await maakMelding(wie, id)
    const { pagina } = await openAls('administratie', `/inwoners/${id}`, { verwacht: [422] })
    await pagina.getByText('Er is nog niets toegekend.').waitFor()
    expect(await pagina.getByRole('link', { name: 'Zaken', exact: true }).count()).toBe(0)
    // Eerst het gesluierde nummer met de knop; pas wie erop drukt, zegt waarvoor.
    await pagina.getByText('•••• •• •••').waitFor()
    const vraag = pagina.getByRole('textbox', { name: 'Waarvoor hebt u het BSN nodig?' })
    expect(await vraag.count()).toBe(0)
    await knop(pagina, 'BSN tonen')
    await expect.poll(() => vraag.evaluate((veld) => veld === document.activeElement)).toBe(true)
    await axe(pagina)
    // Ook op een telefoon is te lezen wat men typt.
    await pagina.setViewportSize({ width: 360, height: 740 })
    await expect.poll(async () => (await vraag.boundingBox())?.width ?? 0).toBeGreaterThan(280)
    await pagina.setViewportSize({ width: 1280, height: 900 })
    await knop(pagina, 'Toon en leg vast')
    await pagina.getByText(/Schrijf in minstens 10 tekens waarvoor/).waitFor()
    await axe(pagina)
    await knop(pagina, 'Toch niet')
    await expect.poll(() => vraag.count()).toBe(0)
    const toon = pagina.getByRole('button', { name: 'BSN tonen' })
    await expect.poll(() => toon.evaluate((k) => k === document.activeElement)).toBe(true)
    await toon.click()
    await vul(pagina, 'Waarvoor hebt u het BSN nodig?', 'Identiteit vaststellen')
    await pagina.keyboard.press('Enter')
    await pagina.getByText(`${bsn.slice(0, 4)} ${bsn.slice(4, 6)} ${bsn.slice(6)}`).waitFor()
    await expect.poll(() => vraag.count()).toBe(0)
    await knop(pagina, 'BSN verbergen')
    await pagina.getByText('•••• •• •••').waitFor()
  })
})

it('van een bevestigde melding in één klik naar het onderzoek, en terug bij de zaak staat waar zij nu is', async () => {
  const wie = await openAls('consulent', '/werk')
  const { pagina } = wie
  const inwoner = await maakInwoner(wie)
  const zaak = await maakMelding(wie, inwoner.id, { behandelaar: wie.id })
  await wie.roep('POST', `/zaken/${zaak.id}/gebeurtenissen`, { soort: 'melding_bevestigd', datum: wie.vandaag }, { 'if-match': '"v1"' })
  await pagina.goto(`/zaken/${zaak.id}`)
  await pagina.getByRole('heading', { name: 'Wacht op het persoonlijk plan' }).waitFor()
  await knop(pagina, 'Inwoner levert geen plan in')
  await pagina.getByRole('heading', { name: 'Geen persoonlijk plan' }).waitFor()
  await pagina.locator('.md-paneel').getByRole('button', { name: 'Inwoner levert geen plan in' }).click()
  await knop(pagina, 'Onderzoek starten')
  await pagina.waitForURL(/\/onderzoek\/[0-9a-f-]{36}$/)
  await pagina.locator('main h1').waitFor()
  await pagina.goto(`/zaken/${zaak.id}`)
  await pagina.getByText('Onderzoek gestart.').waitFor()
  await pagina.getByRole('link', { name: 'Verder met het onderzoek' }).waitFor()
  await pagina.goto(`/inwoners/${inwoner.id}/onderzoek`)
  await pagina.getByRole('link', { name: `Onderzoek bij ${zaak.nummer}` }).click()
  await pagina.waitForURL(/\/onderzoek\/[0-9a-f-]{36}$/)
})

describe('zaken verdelen', () => {
  it('een filter is een zin, te bewaren en weer weg te halen', async () => {
    const { pagina } = await openAls('consulent', '/zaken', { welke: 1 })
    await kies(pagina, 'Van wie', 'Van mij')
    await kies(pagina, 'Termijn', 'Binnen 14 dagen')
    await pagina.getByRole('heading', { name: /^Zaken van mij die binnen 14 dagen aflopen/ }).waitFor()
    await knop(pagina, 'Bewaar “Zaken van mij die binnen 14 dagen aflopen”')
    await toast(pagina, 'Filter bewaard.')
    await pagina.goto('/werk')
    await pagina.getByRole('link', { name: 'Zaken van mij die binnen 14 dagen aflopen' }).click()
    await pagina.getByRole('heading', { name: /^Zaken van mij die binnen 14 dagen aflopen/ }).waitFor()
    expect(await pagina.getByRole('combobox', { name: 'Termijn', exact: true }).inputValue()).toBe('14')
    await knop(pagina, 'Filter weghalen: Zaken van mij die binnen 14 dagen aflopen')
    await toast(pagina, 'Filter weggehaald.')
    await axe(pagina)
  })

  it('veel zaken tegelijk overdragen: met reden, per zaak een uitslag, en samen terug', async () => {
    const wie = await openAls('teamleider', '/werk')
    const naam = nieuweNaam('Bulk')
    const inwoner = await maakInwoner(wie, { naam: { achternaam: naam, voornamen: 'Anna' } })
    const zaken = await Promise.all(Array.from({ length: 12 }, () => maakMelding(wie, inwoner.id)))
    const { pagina } = wie
    await pagina.goto('/zaken')
    await vul(pagina, 'Naam of nummer', naam)
    await knop(pagina, 'Zoeken')
    await pagina.getByText('1–12 van 12').waitFor()
    await pagina.getByLabel('Alle rijen op deze bladzijde kiezen').check()
    await knop(pagina, '12 zaken overdragen')
    await pagina.getByText('Kies aan wie u deze zaken overdraagt.').waitFor()
    await axe(pagina)
    await kies(pagina, 'Aan wie', 'Sem Proef, Team Zuid')
    await vul(pagina, 'Waarom', 'Herverdeling na ziekte')
    // Een collega was net eerder met één van de twaalf.
    const eerste = zaken[0]
    await wie.roep('POST', `/zaken/${eerste.id}/gebeurtenissen`, { soort: 'melding_bevestigd', datum: wie.vandaag }, { 'if-match': '"v1"' })
    await knop(pagina, '12 zaken overdragen')
    await toast(pagina, '11 zaken overgedragen aan Sem Proef.')
    await pagina.getByText('1 zaak niet overgedragen').waitFor()
    await pagina.getByText(`${eerste.nummer}: Deze zaak is intussen gewijzigd.`).waitFor()
    // Zolang iemand de mededeling aanwijst, gaat zij niet weg.
    await pagina.getByRole('group', { name: 'Mededeling' }).hover()
    await axe(pagina)
    await pagina.getByRole('button', { name: 'Ongedaan maken' }).click()
    const alsVoorheen = async () =>
      (await wie.roep('GET', `/zaken?inwoner=${inwoner.id}`)).items.filter((z: { team: { naam: string } }) => z.team.naam === 'Team Noord')
        .length
    await expect.poll(alsVoorheen).toBe(12)
    // Alleen wat niet lukte bleef gekozen, en opnieuw proberen gaat met hoe die zaak er nu voor staat.
    await knop(pagina, '1 zaak overdragen')
    await toast(pagina, '1 zaak overgedragen aan Sem Proef.')
    await expect.poll(alsVoorheen).toBe(11)
  })
})
