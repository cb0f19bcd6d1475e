/** Wat er nog kan en niet meer kan als de zaak dicht is, of de hulp voorbij. */
import { describe, expect, it } from 'vitest'
import { type Datum, plusDagen } from '../src/core/base/datum.ts'
import { axe, rustig, schermafdruk } from './hulp.ts'
import { openAls } from './hulp-dossier.ts'
import { maakIndicatie, smal } from './hulp-toewijzing.ts'

describe('als de zaak dicht is', () => {
  it('legt een consulent vanaf de inwoner vast dat de Wlz is toegekend; het signaal staat bij zaak, inwoner en Mijn werk', async () => {
    const con = await openAls('consulent', '/healthz')
    const { pagina } = con
    const { inwoner, zaak } = await maakIndicatie(con)
    const { versie } = await con.roep('GET', `/zaken/${zaak}`)
    const feit = { soort: 'zaak_afgesloten', datum: con.vandaag, gegevens: { reden: 'besloten' } }
    await con.roep('POST', `/zaken/${zaak}/gebeurtenissen`, feit, { 'if-match': `"v${versie}"` })
    await pagina.goto(`/inwoners/${inwoner}`)
    await pagina.getByRole('heading', { level: 2, name: 'Tijdlijn' }).waitFor()
    await pagina.getByRole('link', { name: 'Wlz-aanvraag of -besluit vastleggen' }).click()
    await pagina.getByRole('heading', { name: 'Leg vast: aanvraag of besluit voor de Wlz' }).waitFor()
    await pagina.getByLabel('Hoe staat het met de Wlz').selectOption({ label: 'Toegekend' })
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'wlz-na-de-zaak-1280', true)
    await smal(pagina, 'wlz-na-de-zaak-360')
    await pagina.locator('form').getByRole('button', { name: 'Wlz-aanvraag of -besluit vastleggen' }).click()
    await pagina.getByText('Er loopt hulp naast een Wlz-indicatie').waitFor()
    await pagina.getByText('Deze zaak is afgesloten.').waitFor()
    await pagina.goto(`/inwoners/${inwoner}`)
    await pagina.getByText('Er loopt hulp naast een Wlz-indicatie').waitFor()
    await pagina.goto('/werk/wlz?van=team')
    await pagina.getByRole('heading', { level: 1, name: 'Wlz en hulp die loopt' }).waitFor()
    await pagina.getByRole('row').filter({ hasText: 'loopt door naast de Wlz-indicatie' }).first().waitFor()
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'wlz-lijst-1280')
    await smal(pagina, 'wlz-lijst-360')
  })
})

describe('als de hulp voorbij is', () => {
  it('en nooit is toegewezen: er staat dat dat niet meer kan en waarom; ook wie het adres kent komt er niet langs', async () => {
    const con = await openAls('consulent', '/healthz')
    const { pagina } = con
    const dag = (dagen: number) => plusDagen(con.vandaag as Datum, dagen)
    const { indicatie } = await maakIndicatie(con, { van: dag(-60), tot: dag(-30) })
    await pagina.goto(`/indicaties/${indicatie}`)
    await pagina.getByText('Toewijzen kan niet meer.').waitFor()
    expect(await pagina.getByRole('link', { name: 'Toewijzen aan een aanbieder' }).count()).toBe(0)
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'voorbij-1280', true)
    await smal(pagina, 'voorbij-360')
    await pagina.goto(`/indicaties/${indicatie}/toewijzen`)
    await pagina.getByText(/zijn voorbij en niet meer toe te wijzen/).waitFor()
    expect(await pagina.getByRole('button', { name: /Bekijk|Verstuur/ }).count()).toBe(0)
  })
})
