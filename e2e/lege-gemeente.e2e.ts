/** Een gemeente die met niets begint: geen verzonnen gegevens, geen teams, geen aanbieders. Van de opdrachtregel tot een toewijzing. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe } from './hulp.ts'
import { maakInwoner, nieuweNaam, werkAls } from './hulp-dossier.ts'
import { antwoord, kiesAnders, licht, meldEnBegin, stelVast, voegBezoekToe, voegInwonerToe } from './hulp-onderzoek.ts'
import { smal } from './hulp-toewijzing.ts'
import { vrijBsn } from './hulp-werkplek.ts'
import { type MetUitgever, meldAanMetWerkaccount, startMetUitgever } from './hulp-uitgever.ts'

const wie = (naam: string) => ({ name: naam, email: `${naam}@leeg.example`, email_verified: true })
let m: MetUitgever
beforeAll(async () => {
  const personen = Object.fromEntries(['bo', 'bea', 'cora', 'adam', 'con'].map((naam) => [naam, wie(naam)]))
  m = await startMetUitgever(personen, { MEEDOEN_PROEF: 'nee' })
  beheer('gemeente', '9950', 'Leegstad', '--catalogus', 'hulst-terneuzen')
  beheer('medewerker', '9950', 'bo@leeg.example', 'Bo', '--rol', 'beheerder')
})
afterAll(() => m?.stop())

function beheer(...argumenten: string[]): void {
  const programma = fileURLToPath(new URL('../bin/meedoen.mjs', import.meta.url))
  const env = { ...process.env, MEEDOEN_DATA: m.data, MEEDOEN_PROEF: 'nee' }
  execFileSync(process.execPath, [programma, 'beheer', ...argumenten], { env })
}

async function openAls(naam: string, pad: string, kop: string): Promise<Page> {
  const pagina = await m.open(pad)
  await meldAanMetWerkaccount(pagina, naam)
  await pagina.getByRole('heading', { level: 1, name: kop, exact: true }).waitFor()
  return pagina
}

it('zegt elke rol wat er nog niet is en wie dat kan doen, van de eerste beheerder tot de toewijzing', async () => {
  const beheerder = await openAls('bo', '/beheer/medewerkers', 'Beheer')
  await beheerder.getByText('Zo richt u haar in.').waitFor()
  await smal(beheerder, 'lege-gemeente-360')

  // Een consulent zonder team komt bijna nergens in: dat staat er voor de beheerder opslaat.
  await beheerder.getByRole('link', { name: 'Voeg de medewerkers toe' }).click()
  await beheerder.getByRole('heading', { name: 'Medewerker toevoegen' }).waitFor()
  await beheerder.getByLabel('Naam', { exact: true }).fill('Cora')
  await beheerder.getByLabel('Aanmeldnaam').fill('cora@leeg.example')
  await beheerder.getByLabel('Consulent', { exact: true }).check()
  await beheerder.getByText('Zonder team komt een consulent bijna nergens in.').waitFor()
  await axe(beheerder)
  await beheerder.getByRole('button', { name: 'Toevoegen' }).click()
  await beheerder.getByText('Nog geen team', { exact: true }).waitFor()

  // En de consulent leest het aan het begin van zijn dag.
  const consulent = await openAls('cora', '/werk', 'Mijn werk')
  await consulent.getByText('U hoort nog bij geen team.').waitFor()
  await axe(consulent)
  const cora = await werkAls(consulent)
  const los = await maakInwoner(cora)
  await consulent.goto(`/inwoners/${los.id}`)
  await consulent.getByText('een nieuwe melding gaat naar de teamleider').waitFor()

  await beheerder.getByRole('link', { name: 'Maak de teams' }).click()
  await beheerder.getByLabel('Naam van het team').fill('Wijkteam')
  await beheerder.getByRole('button', { name: 'Team maken' }).click()
  await beheerder.getByRole('rowheader', { name: 'Wijkteam', exact: true }).waitFor()
  const bo = await werkAls(beheerder)
  const [team] = (await bo.roep('GET', '/teams')).items
  const [rij] = (await bo.roep('GET', '/medewerkers?zoek=Cora')).items
  await bo.roep('PATCH', `/medewerkers/${rij.id}`, { team: team.id }, { 'if-match': `"v${rij.versie}"` })
  const voegToe = (naam: string, rol: string) =>
    bo.roep('POST', '/medewerkers', { naam, aanmeldnaam: `${naam.toLowerCase()}@leeg.example`, rollen: [rol], team: null })
  await voegToe('Adam', 'administratie')
  await voegToe('Con', 'contractmanager')

  await consulent.goto(`/inwoners/${los.id}`)
  await consulent.getByText('Nog geen team helpt deze inwoner').waitFor()
  await voegInwonerToe(consulent, nieuweNaam('Leeg'), await vrijBsn(cora))
  const indicatie = await vanMeldingTotIndicatie(consulent, cora.vandaag)
  await rondAf(consulent)

  const adam = await openAls('adam', `/indicaties/${indicatie}/toewijzen`, 'Toewijzen aan een aanbieder')
  await adam.getByText('Vraag de contractmanager om het contract toe te voegen').waitFor()
  await axe(adam)

  const con = await openAls('con', '/aanbieders', 'Aanbieders')
  await legEersteContractVast(con)
  await adam.reload()
  await adam.getByRole('radio', { name: 'Zorg in Nergens' }).check()
  await adam.getByRole('heading', { name: 'Dit wordt verstuurd aan Zorg in Nergens' }).waitFor()
  await adam.getByRole('button', { name: 'Toewijzen en versturen' }).click()
  await adam.getByText('Alles is toegewezen.').waitFor()

  // Er is nog geen weg naar buiten ingesteld: het bericht ligt klaar, en dat staat erbij.
  await adam.goto('/berichten')
  await adam.getByRole('heading', { level: 1, name: 'Berichten' }).waitFor()
  await adam.getByText('Er is nog niet ingesteld langs welke weg berichten naar buiten gaan').waitFor()
  await adam.getByRole('row', { name: /WMO301 Toewijzing.*Van ons.*Klaar om te versturen.*Zorg in Nergens/ }).waitFor()
  await axe(adam)
  await smal(adam, 'lege-gemeente-berichten-360')
})

it('twee beheerders in dezelfde medewerker en hetzelfde team: wie later is, leest wie en wanneer, en kiest per verschil', async () => {
  beheer('medewerker', '9950', 'bea@leeg.example', 'Bea', '--rol', 'beheerder')
  const bo = await openAls('bo', '/beheer/teams', 'Beheer')
  const bea = await werkAls(await openAls('bea', '/beheer/teams', 'Beheer'))
  const [oost, west] = [await bea.roep('POST', '/teams', { naam: 'Oost' }), await bea.roep('POST', '/teams', { naam: 'West' })]
  const dirk = { naam: 'Dirk', aanmeldnaam: 'dirk@leeg.example', rollen: ['consulent'], team: oost.id }
  const { id } = await bea.roep('POST', '/medewerkers', dirk)

  await bo.goto(`/beheer/medewerkers/${id}`)
  await bo.getByRole('heading', { level: 1, name: 'Dirk' }).waitFor()
  await bo.getByLabel('Aanmeldnaam').fill('d.van.mij@leeg.example')
  await bo.getByLabel('Teamleider', { exact: true }).check()
  await bo.getByRole('combobox', { name: /^Team/ }).selectOption({ label: 'West' })
  const vanBea = { aanmeldnaam: 'd.van.bea@leeg.example', rollen: ['consulent', 'administratie'], team: null }
  await bea.roep('PATCH', `/medewerkers/${id}`, vanBea, { 'if-match': '"v1"' })
  await bo.getByRole('button', { name: 'Opslaan' }).click()
  await kies(bo, { Aanmeldnaam: 'Van Bea', Team: 'Van u' })
  await bo.locator('.md-toasts').getByText('Opgeslagen.').waitFor()
  // Wat maar één van beiden wijzigde, blijft van allebei.
  const na = await bea.roep('GET', `/medewerkers/${id}`)
  expect([na.aanmeldnaam, na.rollen, na.team.id]).toEqual(['d.van.bea@leeg.example', ['consulent', 'teamleider', 'administratie'], west.id])

  await bo.goto('/beheer/teams')
  await bo.getByRole('button', { name: /^Wijzigen.*Oost$/ }).click()
  await bo.getByLabel('Nieuwe naam van Oost').fill('Oost van mij')
  await bea.roep('PATCH', `/teams/${oost.id}`, { naam: 'Oost van Bea' }, { 'if-match': '"v1"' })
  await bo.getByRole('button', { name: 'Opslaan' }).click()
  await kies(bo, { 'Naam van het team': 'Van u' }, 'teams-conflict-360')
  await bo.getByRole('rowheader', { name: 'Oost van mij' }).waitFor()
  // Ongedaan maken brengt terug wat de collega ervan maakte, niet wat er daarvoor stond.
  await bo.getByRole('button', { name: 'Ongedaan maken' }).click()
  await bo.getByRole('rowheader', { name: 'Oost van Bea' }).waitFor()
})

/** Het conflict noemt wie en wanneer; per verschil een keuze, en dan bewaren. */
async function kies(bo: Page, keuzes: Record<string, 'Van u' | 'Van Bea'>, afdruk?: string): Promise<void> {
  const kop = bo.getByRole('heading', { name: /^Bea wijzigde dit (om|op) .*\d\d:\d\d/ })
  await kop.waitFor()
  await axe(bo)
  if (afdruk) await smal(bo, afdruk)
  for (const [veld, kant] of Object.entries(keuzes))
    await bo
      .getByRole('group', { name: veld, exact: true })
      .getByLabel(new RegExp(`^${kant}`))
      .check()
  await bo.getByRole('button', { name: 'Keuze bewaren' }).click()
  await kop.waitFor({ state: 'detached' })
}

/** Het eerste contract op het scherm, met de vergissing die iedereen maakt: het product van de catalogus niet genoemd. */
async function legEersteContractVast(con: Page): Promise<void> {
  await con.getByText('Er is nog met geen aanbieder een contract.').waitFor()
  await con.getByRole('link', { name: 'Aanbieder toevoegen' }).click()
  await con.getByLabel('Productcode').waitFor()
  // Alles wat ontbreekt in één keer.
  await con.getByRole('button', { name: 'Aanbieder toevoegen' }).click()
  await con.getByRole('heading', { name: 'Er zijn nog 7 dingen na te kijken' }).waitFor()
  await con.getByLabel('AGB-code').fill('98765432')
  await con.getByLabel('Naam', { exact: true }).fill('Zorg in Nergens')
  await con.getByLabel('Productcode').fill('02A03')
  await con.getByText('Zonder product is er met deze code niets toe te wijzen.').waitFor()
  await con.getByLabel('Productcategorie').selectOption('02')
  await con.getByLabel('Tarief in euro’s').fill('62,50')
  await con.getByLabel('Geldt vanaf').fill('01-01-2026')
  await con.getByLabel('Waarom').fill('Gunning na de aanbesteding.')
  expect(await con.getByLabel('Naam bij deze code').inputValue()).toBe('')
  await axe(con)
  await con.getByRole('button', { name: 'Aanbieder toevoegen' }).click()
  await con.getByRole('heading', { level: 1, name: 'Zorg in Nergens' }).waitFor()
  await con.getByText('Niet toe te wijzen').waitFor()

  // De fout is te verbeteren vanaf de dag waarop de code begon.
  await con.getByRole('button', { name: /^Wijzig 02A03/ }).click()
  await con.getByLabel('Een fout verbeteren').check()
  await con.getByLabel('Product in de catalogus').selectOption({ label: 'Begeleiding Basis' })
  await con.getByLabel('Waarom').fill('Het product was vergeten.')
  await axe(con)
  await con.getByRole('button', { name: 'Vastleggen' }).click()
  await con.getByRole('cell', { name: 'Begeleiding Basis', exact: true }).waitFor()
  expect(await con.getByText('Niet toe te wijzen').count()).toBe(0)
  await smal(con, 'lege-gemeente-aanbieder-360')
}

const gemis = 'Is er een beperking in het psychisch functioneren?'
/** Kriskras door de lijst, zoals een gesprek gaat. */
const eersteBezoek = [
  ['Is er een beperking in de sociale redzaamheid?', 'ja'],
  [gemis, 'ja'],
  ['Gaat de vraag alleen over behandeling of therapie?', 'nee'],
] as const
const tweedeBezoek = [
  ['Is er een verhoogd risico op escalatie?', 'nee'],
  ['Is de inwoner in hoge mate kwetsbaar?', 'nee'],
  ['Welk storend gedrag is er?', 'geen van deze'],
  ['Is de hulp zes maanden of langer nodig?', 'ja'],
  ['Kan de inwoner zelfstandig besluiten nemen?', 'nee'],
  ['Lost een algemene voorziening het helemaal op?', 'nee'],
  ['Lost iets wat iedereen kan kopen of gebruiken het helemaal op?', 'nee'],
  ['Lossen anderen uit het sociale netwerk het helemaal op?', 'nee'],
  ['Lossen mantelzorgers het helemaal op?', 'nee'],
  ['Kunnen huisgenoten het helemaal oplossen?', 'nee'],
  ['Kan de inwoner het helemaal zelf oplossen?', 'nee'],
  ['Komt het door een beperking dat het niet lukt?', 'ja'],
  ['Is de zorgbehoefte blijvend?', 'nee'],
] as const

/** Twee bezoeken, een advies dat beweegt, een andere keuze, en een indicatie: alles op het scherm. */
async function vanMeldingTotIndicatie(pagina: Page, vandaag: string): Promise<string> {
  await meldEnBegin(pagina)
  await voegBezoekToe(pagina, 'Inwoner en dochter')
  await antwoord(pagina, eersteBezoek)
  await licht(pagina, gemis, { toelichting: 'Somber sinds het voorjaar.', bron: 'dochter', dag: vandaag })
  const advies = pagina.locator('.probeer-tabel').first()
  expect(await advies.getAttribute('data-uitkomst')).toBe('eerst_vragen')
  await smal(pagina, 'lege-gemeente-onderzoek-360')

  // Het tweede bezoek, op een vers geopende pagina: alles van het eerste staat er nog.
  await pagina.reload()
  await pagina.getByText('Somber sinds het voorjaar.').waitFor()
  await voegBezoekToe(pagina, 'Inwoner en zoon')
  await antwoord(pagina, tweedeBezoek)
  await expect.poll(() => advies.getAttribute('data-uitkomst')).toBe('product')
  await advies.getByText('Begeleiding Regulier').first().waitFor()
  await kiesAnders(pagina, 'Begeleiding Basis', 'De inwoner wil klein beginnen.', `${Number(vandaag.slice(0, 4)) + 1}-06-30`)
  await stelVast(pagina)
  await pagina.locator('#ind-feiten').waitFor()
  await pagina.getByText('Anders dan het advies (Begeleiding Regulier), omdat:').waitFor()
  return new URL(pagina.url()).pathname.split('/').at(-1) as string
}

/** Het onderzoek afronden, het verslag versturen en de aanvraag vastleggen: na elke stap staat er een volgende. */
async function rondAf(pagina: Page): Promise<void> {
  await pagina.getByRole('link', { name: 'Naar het onderzoek' }).click()
  await pagina.getByRole('button', { name: 'Rond het onderzoek af' }).click()
  await pagina.getByRole('link', { name: 'Naar de zaak' }).click()
  const stap = async (knop: string, vak: string, daarna: string) => {
    await pagina.getByRole('button', { name: knop, exact: true }).click()
    await pagina.getByRole('heading', { name: vak, exact: true }).waitFor()
    await pagina.getByRole('button', { name: knop, exact: true }).click()
    await pagina.getByText(daarna).waitFor()
  }
  await stap('Verslag verzonden', 'Leg vast: verslag verzonden', 'De inwoner leest het verslag.')
  await stap('Aanvraag ontvangen', 'Leg vast: aanvraag ontvangen', 'Ken hulp toe met een indicatie uit het onderzoek.')
  await axe(pagina)
  await smal(pagina, 'lege-gemeente-besluit-360')
}
