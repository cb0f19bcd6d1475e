/** Een gemeente die met niets begint: geen verzonnen gegevens, geen teams, geen aanbieders. Van de opdrachtregel tot een toewijzing. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { axe } from './hulp.ts'
import { maakInwoner, werkAls } from './hulp-dossier.ts'
import { maakIndicatie, smal } from './hulp-toewijzing.ts'
import { type MetUitgever, meldAanMetWerkaccount, startMetUitgever } from './hulp-uitgever.ts'

const wie = (naam: string) => ({ name: naam, email: `${naam}@leeg.example`, email_verified: true })
let m: MetUitgever
beforeAll(async () => {
  const personen = Object.fromEntries(['bo', 'cora', 'adam'].map((naam) => [naam, wie(naam)]))
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
  await bo.roep('POST', '/medewerkers', { naam: 'Adam', aanmeldnaam: 'adam@leeg.example', rollen: ['administratie'], team: null })

  await consulent.goto(`/inwoners/${los.id}`)
  await consulent.getByText('Nog geen team helpt deze inwoner').waitFor()
  const { indicatie } = await maakIndicatie(cora)
  await consulent.goto(`/indicaties/${indicatie}`)
  await consulent.locator('#ind-feiten').waitFor()

  const adam = await openAls('adam', `/indicaties/${indicatie}/toewijzen`, 'Toewijzen aan een aanbieder')
  await adam.getByText('Vraag de contractmanager om het contract toe te voegen').waitFor()
  await axe(adam)
})
