import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { maakAdviseur } from '../src/core/advies/adviseur.ts'
import { leesGeval } from '../src/core/advies/lees-geval.ts'
import type { Catalogus } from '../src/core/catalogus/vorm.ts'
import { axe, pastInBreedte, rustig, schermafdruk } from './hulp.ts'
import { type Medewerker, maakInwoner, maakMelding, openAls } from './hulp-dossier.ts'

const agb = () => String(10_000_000 + Math.floor(Math.random() * 89_999_999))
const regelOm = (naam: string, code: string, product: string, gemeente: string, aanbieder: string) => `gemeenten: ["${gemeente}"]
producten:
  - code: ${code}
    categorie: "02"
    catalogusproduct: ${product}
    tarieven: [{ eenheid: "04", tarief: 6250, van: "2020-01-01" }]
aanbieders:
  - { agb: "${aanbieder}", naam: ${naam} }
`

/** Een indicatie in uren, langs de API vastgesteld zoals een consulent dat doet. */
async function maakIndicatie(con: Medewerker): Promise<{ indicatie: string; product: string; inwoner: string }> {
  const { id: inwoner } = await maakInwoner(con)
  const zaak = await maakMelding(con, inwoner)
  const stap = (soort: string, versie: number) =>
    con.roep('POST', `/zaken/${zaak.id}/gebeurtenissen`, { soort, datum: con.vandaag }, { 'if-match': `"v${versie}"` })
  const bevestigd = await stap('melding_bevestigd', zaak.versie)
  await stap('plan_afgezien', bevestigd.versie)
  const { id } = await con.roep('POST', `/zaken/${zaak.id}/onderzoeken`)
  const catalogus = (await con.roep('GET', `/onderzoeken/${id}/catalogus`)) as Catalogus
  const [vignet, tabel, product] = kiesVignet(catalogus)
  const antwoorden = Object.entries(vignet).map(([vraag, waarde]) => ({ vraag, waarde }))
  const { versie } = await con.roep(
    'POST',
    `/onderzoeken/${id}/antwoorden`,
    { antwoorden },
    { 'if-match': `"v${(await con.roep('GET', `/onderzoeken/${id}`)).versie}"` },
  )
  const opgave = {
    tabel,
    product,
    van: con.vandaag,
    tot: `${Number(con.vandaag.slice(0, 4)) + 1}-06-30`,
    omvang: {
      regels: [
        { activiteit: 'Plannen van de week', minuten: 120, keer: { aantal: 1, per: 'week' }, soort: 'norm', resultaat: 'overzicht' },
      ],
      onderbouwing: { capaciteiten: 'Kan zelf lezen.', situatie: 'Woont alleen.' },
    },
  }
  const pad = `/onderzoeken/${id}/indicaties`
  const stel = (motiveringen: object[]) => con.roep('POST', pad, { ...opgave, motiveringen }, { 'if-match': `"v${versie}"` })
  // De server noemt zelf waarbij een motivering hoort.
  const gemaakt = await stel([]).catch((fout: Error) => {
    const { huidig } = JSON.parse(fout.message.slice(pad.length + 2))
    return stel(huidig.teMotiveren.map((m: { sleutel: string }) => ({ sleutel: m.sleutel, motivering: 'Besproken en passend.' })))
  })
  return { indicatie: gemaakt.id, product, inwoner }
}

function kiesVignet(c: Catalogus): [Record<string, unknown>, string, string] {
  const adviseur = maakAdviseur(c, {})
  for (const v of c.vignetten ?? [])
    for (const tabel of adviseur.tabellen) {
      const geval = leesGeval(c, { antwoorden: v.antwoorden })
      const advies = geval.ok ? adviseur.adviseer(tabel, geval.value) : null
      if (advies?.uitkomst === 'product' && advies.product && c.producten[advies.product]?.eenheid === 'uur')
        return [v.antwoorden as Record<string, unknown>, tabel, advies.product]
    }
  throw new Error('geen situatie met een product in uren')
}

const smal = async (pagina: Page, naam: string) => {
  await pagina.setViewportSize({ width: 360, height: 740 })
  await rustig(pagina)
  await pastInBreedte(pagina)
  await schermafdruk(pagina, naam)
  await pagina.setViewportSize({ width: 1280, height: 900 })
}

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
    await pagina.getByRole('button', { name: 'Nakijken' }).click()
    await pagina.getByRole('heading', { name: 'Dit verandert er' }).waitFor()
    expect(await pagina.getByText(/02A03 \(.+\): €.62,50 per uur/).count()).toBe(1)
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
    await rustig(con.pagina)
    expect(await con.pagina.getByRole('heading', { name: 'Contracten' }).count()).toBe(0)
  })
})
