import { describe, expect, it } from 'vitest'
import { axe, rustig, schermafdruk } from './hulp.ts'
import { openAls } from './hulp-dossier.ts'
import { agb, maakIndicatie, regelOm, smal } from './hulp-toewijzing.ts'

describe('van contract naar toewijzing', () => {
  it('de contractmanager laadt een contract, ziet wat verandert en wijzigt een tarief; de administratie wijst toe', async () => {
    const con = await openAls('consulent', '/werk')
    const { indicatie, product } = await maakIndicatie(con)
    const cato = await openAls('contractmanager', '/aanbieders', { verwacht: [422] })
    const { pagina } = cato
    const gemeente = (await (await pagina.request.get('/api/v1/sessie')).json()).gemeente.code
    const aanbieder = agb()
    await pagina.getByRole('link', { name: 'Contractbestand laden' }).click()
    const tekst = regelOm('Zorg in Nergens', '02A03', product, gemeente, aanbieder)
    await pagina.getByLabel('Of plak de tekst hier').fill(tekst.replace('6250', '62.5'))
    await pagina.getByRole('button', { name: 'Nakijken' }).click()
    await pagina.getByText(/Regel 6: Een tarief is een heel aantal eurocenten/).waitFor()
    await axe(pagina)
    await pagina
      .getByLabel('Kies een YAML-bestand')
      .setInputFiles({ name: 'contract.yaml', mimeType: 'text/yaml', buffer: Buffer.from(tekst) })
    await pagina.getByText('Gekozen: contract.yaml').waitFor()
    // Het bestand is gelezen als zijn tekst er staat.
    await expect.poll(() => pagina.getByLabel('Of plak de tekst hier').inputValue()).toBe(tekst)
    await pagina.getByRole('button', { name: 'Nakijken' }).click()
    await pagina.getByRole('heading', { name: 'Dit verandert er' }).waitFor()
    await expect.poll(() => pagina.getByText(/02A03 \(.+\): €.62,50 per uur/).count()).toBe(1)
    await schermafdruk(pagina, 'contractbestand-1280')
    await pagina.getByLabel('Waarom').fill('Gunning na de aanbesteding.')
    await pagina.getByRole('button', { name: 'Contract vastleggen' }).click()
    await pagina.getByRole('link', { name: 'Zorg in Nergens' }).first().waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'aanbieders-1280')

    await pagina.goto(`/aanbieders/${aanbieder}`)
    await pagina.getByRole('button', { name: /^Wijzig/ }).click()
    await pagina.getByLabel('Tarief in euro’s').fill('65,00')
    await pagina.getByLabel('Geldt vanaf').fill('01-01-2027')
    await pagina.getByLabel('Waarom').fill('Indexatie voor 2027.')
    await axe(pagina)
    await schermafdruk(pagina, 'contractregel-1280')
    await pagina.getByRole('button', { name: 'Vastleggen' }).click()
    await expect.poll(() => pagina.getByText(/^€.65,00 per uur/).count()).toBeGreaterThan(0)
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'aanbieder-1280')
    await smal(pagina, 'aanbieder-360')

    const adm = await openAls('administratie', `/indicaties/${indicatie}`)
    await adm.pagina.getByRole('link', { name: 'Toewijzen aan een aanbieder' }).click()
    await adm.pagina.getByRole('radio', { name: 'Zorg in Nergens' }).check()
    await adm.pagina.getByRole('heading', { name: 'Dit wordt verstuurd aan Zorg in Nergens' }).waitFor()
    await rustig(adm.pagina)
    await axe(adm.pagina)
    await schermafdruk(adm.pagina, 'toewijzen-1280')
    await smal(adm.pagina, 'toewijzen-360')
    await adm.pagina.getByRole('button', { name: 'Toewijzen en versturen' }).click()
    await expect.poll(() => adm.pagina.getByText(/Zorg in Nergens, toewijzing \d+/).count()).toBeGreaterThan(0)
    await axe(adm.pagina)
    await schermafdruk(adm.pagina, 'toegewezen-1280')

    await adm.pagina.goto('/aanbieders')
    await adm.pagina.getByRole('link', { name: 'Termijnen: wat is te laat' }).click()
    await adm.pagina.getByRole('heading', { name: 'Per regel' }).waitFor()
    const bijgewerkt = adm.pagina.waitForResponse((r) => r.url().endsWith('/ketentermijnberekeningen'))
    await adm.pagina.getByRole('button', { name: 'Nu bijwerken' }).click()
    expect((await bijgewerkt).status()).toBe(201)
    await adm.pagina.getByRole('button', { name: 'Nu bijwerken' }).waitFor()
    await rustig(adm.pagina)
    await axe(adm.pagina)
    await schermafdruk(adm.pagina, 'ketentermijnen-1280')
    await smal(adm.pagina, 'ketentermijnen-360')
    await adm.pagina.goto('/aanbieders/aansluiting')
    await adm.pagina.getByRole('button', { name: 'Nu nakijken' }).click()
    await adm.pagina.getByText(/Laatst nagekeken/).waitFor()
    await rustig(adm.pagina)
    await axe(adm.pagina)
    await schermafdruk(adm.pagina, 'aansluiting-1280')
    await smal(adm.pagina, 'aansluiting-360')

    await pagina.reload()
    await expect.poll(() => pagina.getByText('1 loopt of gaat nog in').count()).toBe(1)
  })

  it('een collega wijzigde het contract net: dat staat er met wie en wanneer, en wat er getypt is gaat na opnieuw laden mee', async () => {
    const cato = await openAls('contractmanager', '/werk', { verwacht: [412] })
    const { pagina } = cato
    const aanbieder = agb()
    const regel = (tarief: number) => [{ code: '02A03', categorie: '02', tarieven: [{ eenheid: '04', tarief, van: '2026-01-01' }] }]
    const leg = (naam: string, basis: string | null) =>
      cato.roep('POST', '/contracten', {
        contract: { agb: aanbieder, naam, producten: regel(6250) },
        basis,
        reden: 'Gunning na de aanbesteding.',
      })
    await leg('Zorg van Toen', null)
    await pagina.goto(`/aanbieders/${aanbieder}`)
    await pagina.getByRole('button', { name: /^Wijzig 02A03/ }).click()
    await pagina.getByLabel('Een fout verbeteren').check()
    await pagina.getByLabel('Tarief in euro’s').fill('65,00')
    await pagina.getByLabel('Waarom').fill('Het tarief was verkeerd.')
    await leg('Zorg van Nu', (await cato.roep('GET', `/aanbieders/${aanbieder}`)).contract.id)
    await pagina.getByRole('button', { name: 'Vastleggen' }).click()
    await pagina.getByText(/^Cato Proef wijzigde dit contract (om|op) .*\d\d:\d\d\.$/).waitFor()
    await axe(pagina)
    await pagina.getByRole('button', { name: 'Opnieuw laden' }).click()
    await pagina.getByRole('heading', { level: 1, name: 'Zorg van Nu' }).waitFor()
    expect(await pagina.getByLabel('Tarief in euro’s').inputValue()).toBe('65,00')
    await pagina.getByRole('button', { name: 'Vastleggen' }).click()
    await pagina.getByRole('cell', { name: /^€.65,00 per uur$/ }).waitFor()
    expect((await cato.roep('GET', `/aanbieders/${aanbieder}`)).naam).toBe('Zorg van Nu')
  })

  it('een geheim adres: geen bericht, wel een opdracht die op de tijdlijn komt', async () => {
    const con = await openAls('consulent', '/werk')
    const { indicatie, inwoner } = await maakIndicatie(con)
    const { versie } = await con.roep('GET', `/inwoners/${inwoner}`)
    await con.roep('PATCH', `/inwoners/${inwoner}`, { geheimAdres: true }, { 'if-match': `"v${versie}"` })
    await con.pagina.goto(`/indicaties/${indicatie}/toewijzen`)
    await con.pagina.getByText('Deze inwoner heeft een geheim adres').waitFor()
    await con.pagina.getByLabel('Aanbieder', { exact: true }).fill('Zorg in Nergens')
    await con.pagina.getByText('Per beveiligde e-mail').click()
    await axe(con.pagina)
    await schermafdruk(con.pagina, 'opdracht-1280')
    await smal(con.pagina, 'opdracht-360')
    await con.pagina.getByRole('button', { name: 'Opdracht vastleggen' }).click()
    await con.pagina.locator('.ind-feit', { hasText: 'Opdracht per beveiligde e-mail aan Zorg in Nergens' }).waitFor()
  })

  it('wie niet met contracten werkt, komt er niet', async () => {
    const con = await openAls('consulent', '/aanbieders')
    await con.pagina.getByRole('heading', { level: 1, name: 'Dit scherm is niet voor uw rol' }).waitFor()
    expect(await con.pagina.getByRole('heading', { name: 'Contracten' }).count()).toBe(0)
  })
})
