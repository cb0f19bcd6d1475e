import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe, geladen, openPagina, pastInBreedte, rustig, schermafdruk } from './hulp.ts'
import { meldAan } from './hulp-werkplek.ts'

async function ga(pagina: Page, adres: string, kop: string): Promise<void> {
  await pagina.goto(adres)
  await pagina.getByRole('heading', { name: kop, exact: true }).waitFor()
  await rustig(pagina)
}
const naam = (wat: string) => `${wat} ${randomUUID().slice(0, 8)}`
const toast = (pagina: Page, tekst: string | RegExp) => pagina.locator('.md-toasts').getByText(tekst)

describe('beheer van medewerkers', () => {
  it('toevoegen, een rol erbij, ongedaan maken, en het account sluiten', async () => {
    const pagina = await openPagina('/', { verwacht: [422] })
    const bo = await meldAan(pagina, 'beheerder')
    const wie = naam('Nieuw Proef')
    await ga(pagina, '/beheer/medewerkers', 'Beheer')
    await pagina.getByRole('table', { name: 'Medewerkers' }).getByRole('rowheader').first().waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'beheer-medewerkers-1280')
    await pagina.getByRole('link', { name: 'Medewerker toevoegen' }).click()
    await pagina.getByRole('heading', { name: 'Medewerker toevoegen' }).waitFor()

    await pagina.getByRole('button', { name: 'Toevoegen' }).click()
    await pagina.getByRole('heading', { name: 'Er zijn nog 3 dingen na te kijken' }).waitFor()
    await axe(pagina)
    await pagina.getByLabel('Naam', { exact: true }).fill(wie)
    await pagina.getByLabel('Aanmeldnaam').fill(`${wie.replace(/ /g, '.')}@gemeente.example`)
    await pagina.getByLabel('Consulent', { exact: true }).check()
    await pagina.getByRole('combobox', { name: /^Team/ }).selectOption({ label: 'Team Noord' })
    await schermafdruk(pagina, 'beheer-medewerker-nieuw-1280', true)
    await pagina.getByRole('button', { name: 'Toevoegen' }).click()
    await toast(pagina, /kan zich nu aanmelden/).waitFor()

    await pagina.getByLabel('Zoek op naam of aanmeldnaam').fill(wie)
    await pagina.getByRole('link', { name: wie }).click()
    await pagina.getByRole('heading', { name: wie }).waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'beheer-medewerker-1280', true)
    await pagina.getByLabel('Teamleider', { exact: true }).check()
    await pagina.getByRole('button', { name: 'Opslaan' }).click()
    await toast(pagina, 'Opgeslagen.').waitFor()
    const rollen = async () => (await bo.roep('GET', `/medewerkers?zoek=${encodeURIComponent(wie)}&ookGesloten=true`)).items[0].rollen
    expect(await rollen()).toEqual(['consulent', 'teamleider'])
    await pagina.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(rollen).toEqual(['consulent'])

    // Ook het scherm weet het: dan is de knop hierna die van de versie van nu.
    const rij = pagina.getByRole('row').filter({ has: pagina.getByRole('link', { name: wie }) })
    await expect.poll(() => rij.textContent()).not.toContain('Teamleider')
    await rij.getByRole('link', { name: wie }).click()
    await pagina.getByRole('button', { name: 'Account sluiten' }).click()
    await toast(pagina, 'Account gesloten.').waitFor()
    await pagina.getByRole('button', { name: 'Account openen' }).waitFor()
  })

  it('een collega was eerder: beide versies naast elkaar', async () => {
    const pagina = await openPagina('/', { verwacht: [412] })
    const bo = await meldAan(pagina, 'beheerder')
    const wie = naam('Samen Proef')
    const m = await bo.roep('POST', '/medewerkers', {
      naam: wie,
      aanmeldnaam: `${wie.replace(/ /g, '.')}@gemeente.example`,
      rollen: ['consulent'],
    })
    await ga(pagina, `/beheer/medewerkers/${m.id}`, wie)
    await pagina.getByLabel('Naam', { exact: true }).fill(`${wie} van mij`)
    await bo.roep('PATCH', `/medewerkers/${m.id}`, { naam: `${wie} van een ander` }, { 'if-match': '"v1"' })
    await pagina.getByRole('button', { name: 'Opslaan' }).click()
    await pagina.getByRole('heading', { name: /wijzigde dit/ }).waitFor()
    await axe(pagina)
    await pagina.getByLabel(/^Van u/).check()
    await pagina.getByRole('button', { name: 'Keuze bewaren' }).click()
    await toast(pagina, 'Opgeslagen.').waitFor()
    expect((await bo.roep('GET', `/medewerkers/${m.id}`)).naam).toBe(`${wie} van mij`)
  })

  it('zichzelf wijzigen kan niet, en het scherm zegt dat vooraf', async () => {
    const pagina = await openPagina('/')
    await meldAan(pagina, 'beheerder')
    await ga(pagina, '/beheer/medewerkers', 'Beheer')
    await pagina.getByRole('link', { name: /\(uzelf\)/ }).click()
    await pagina.getByText('Dit bent u zelf.').waitFor()
    expect(await pagina.getByRole('button', { name: 'Opslaan' }).count()).toBe(0)
    await axe(pagina)
  })

  it('is er niet voor een andere rol', async () => {
    const pagina = await openPagina('/')
    await meldAan(pagina, 'consulent')
    await ga(pagina, '/beheer/medewerkers', 'Dit scherm is niet voor uw rol')
    expect(await pagina.getByRole('link', { name: 'Beheer', exact: true }).count()).toBe(0)
  })
})

describe('teams, sessies en achtergrondwerk', () => {
  it('een team maken, een andere naam geven en dat ongedaan maken', async () => {
    const pagina = await openPagina('/', { verwacht: [422] })
    const bo = await meldAan(pagina, 'beheerder')
    const team = naam('Team')
    await ga(pagina, '/beheer/teams', 'Beheer')
    await pagina.getByLabel('Naam van het team').fill(team)
    await pagina.getByRole('button', { name: 'Team maken' }).click()
    await toast(pagina, /is er nu/).waitFor()
    await pagina.getByLabel('Naam van het team').fill(team)
    await pagina.getByRole('button', { name: 'Team maken' }).click()
    await pagina.getByText('Er is al een team met deze naam.').first().waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'beheer-teams-1280', true)
    await pagina.getByRole('button', { name: new RegExp(`Wijzigen.*${team}`) }).click()
    await pagina.getByLabel(`Nieuwe naam van ${team}`).fill(`${team} West`)
    await pagina.getByRole('button', { name: 'Opslaan' }).click()
    await pagina.getByRole('rowheader', { name: `${team} West` }).waitFor()
    await pagina.getByRole('button', { name: 'Ongedaan maken' }).click()
    const namen = async () => (await bo.roep('GET', '/teams')).items.map((t: { naam: string }) => t.naam)
    await expect.poll(namen).toContain(team)
  })

  it('een sessie beëindigen: dat andere venster is meteen afgemeld', async () => {
    const ander = await openPagina('/')
    const tom = await meldAan(ander, 'toezichthouder', { gemeente: 1 })
    const pagina = await openPagina('/')
    await meldAan(pagina, 'beheerder', { gemeente: 1 })
    await ga(pagina, '/beheer/sessies', 'Beheer')
    await pagina.getByText('Dit bent u nu').waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'beheer-sessies-1280')
    const einde = pagina.getByRole('button', { name: /Beëindigen.*van Tom Proef/ })
    const aantal = await einde.count()
    await einde.first().click()
    await toast(pagina, /is daar afgemeld/).waitFor()
    await expect.poll(() => einde.count()).toBe(aantal - 1)
    await expect(tom.roep('GET', '/sessie')).rejects.toThrow('401')
  })

  it('zonder achtergrondwerk staat er wat hier komt', async () => {
    const pagina = await openPagina('/')
    await meldAan(pagina, 'beheerder', { gemeente: 1 })
    await ga(pagina, '/beheer/wachtrij', 'Beheer')
    await pagina.getByRole('heading', { name: 'Beheer', exact: true }).waitFor()
    await expect
      .poll(async () => (await pagina.getByRole('table').count()) + (await pagina.getByText('Er is geen achtergrondwerk').count()))
      .toBe(1)
    await axe(pagina)
    await schermafdruk(pagina, 'beheer-wachtrij-1280')
  })

  it('past op een telefoon', async () => {
    const pagina = await openPagina('/', { breedte: 360, hoogte: 760 })
    await meldAan(pagina, 'beheerder')
    for (const deel of ['medewerkers', 'teams', 'sessies', 'wachtrij']) {
      await ga(pagina, `/beheer/${deel}`, 'Beheer')
      await geladen(pagina)
      await pastInBreedte(pagina)
      await schermafdruk(pagina, `beheer-${deel}-360`, true)
    }
    await ga(pagina, '/beheer/medewerkers/nieuw', 'Medewerker toevoegen')
    await pastInBreedte(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'beheer-medewerker-nieuw-360', true)
  })
})

describe('de API in leesbare vorm', () => {
  it('is toegankelijk, en past op een telefoon', async () => {
    const pagina = await openPagina('/api/v1/documentatie')
    await pagina.getByRole('heading', { name: 'API van Meedoen' }).waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'api-documentatie-1280')
    const smal = await openPagina('/api/v1/documentatie', { breedte: 360, hoogte: 760 })
    await pastInBreedte(smal)
    await schermafdruk(smal, 'api-documentatie-360')
  })
})
