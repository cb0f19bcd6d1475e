/** Toewijzen vanuit het dossier, en een toewijzing weer intrekken, met een aanbieder die langs de postmap antwoordt. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, rustig, schermafdruk } from './hulp.ts'
import { type Medewerker, openAls } from './hulp-dossier.ts'
import { beantwoord, haalUit } from './hulp-postmap.ts'
import { type Server, startServer } from './hulp-server.ts'
import { agb, maakIndicatie, meerCodesOm, regelOm, smal } from './hulp-toewijzing.ts'

let server: Server
let map: string
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-post-'))
  server = await startServer({ MEEDOEN_BERICHTEN: map })
})
afterAll(async () => {
  await server?.stop()
  rmSync(map, { recursive: true, force: true })
})
const als = (rol: string, pad = '/healthz') => openAls(rol, pad, { server: server.adres })

/** Een aanbieder met een contract voor dit product. */
async function sluitContract(cato: Medewerker, product: string): Promise<string> {
  const aanbieder = agb()
  const { code } = (await (await cato.pagina.request.get('/api/v1/sessie')).json()).gemeente
  mkdirSync(join(map, code, 'in'), { recursive: true })
  const yaml = regelOm('Zorg in Nergens', '02A03', product, code, aanbieder)
  await cato.roep('POST', '/contracten', { yaml, reden: 'Gunning na de aanbesteding.' })
  return aanbieder
}

/** Een toewijzing die de aanbieder heeft aangenomen. */
async function aangenomen(con: Medewerker) {
  const { indicatie, product, inwoner, zaak } = await maakIndicatie(con)
  const aanbieder = await sluitContract(await als('contractmanager'), product)
  const { bericht, identificatie, nummer } = await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder })
  const { code } = (await (await con.pagina.request.get('/api/v1/sessie')).json()).gemeente
  const vak = join(map, code)
  await beantwoord(vak, await haalUit(vak, identificatie), false)
  return { indicatie, inwoner, zaak, bericht, nummer }
}

describe('toewijzen vanuit het dossier', () => {
  it('van de zaak naar het versturen; daarna staat bij zaak en inwoner aan wie', async () => {
    const con = await als('consulent')
    const { indicatie, product, inwoner, zaak } = await maakIndicatie(con)
    await sluitContract(await als('contractmanager'), product)
    const { pagina } = con
    await pagina.goto(`/zaken/${zaak}`)
    await pagina.getByRole('heading', { name: 'Wat is toegekend' }).waitFor()
    await pagina.getByText('Er is nog geen aanbieder gekozen.').waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'zaak-toewijzen-1280')
    await smal(pagina, 'zaak-toewijzen-360')
    const toezicht = await als('toezichthouder', `/zaken/${zaak}`)
    await toezicht.pagina.getByText('Er is nog geen aanbieder gekozen.').waitFor()
    expect(await toezicht.pagina.getByRole('link', { name: /^Toewijzen/ }).count()).toBe(0)

    await pagina.getByRole('link', { name: /^Toewijzen/ }).click()
    await pagina.getByRole('heading', { level: 1, name: 'Toewijzen aan een aanbieder' }).waitFor()
    await pagina.getByRole('radio', { name: 'Zorg in Nergens' }).check()
    await pagina.getByRole('heading', { name: 'Dit wordt verstuurd aan Zorg in Nergens' }).waitFor()
    await pagina.getByRole('button', { name: 'Toewijzen en versturen' }).click()
    await expect.poll(() => new URL(pagina.url()).pathname).toBe(`/indicaties/${indicatie}`)
    // Er is niets over om toe te wijzen: dat staat er, met wat dan wel kan, in plaats van nog eens de knop.
    await pagina.getByText('Alles is toegewezen.').waitFor()
    expect(await pagina.getByRole('link', { name: /toewijzen/i }).count()).toBe(0)
    await pagina.getByText('Toch iets veranderen?').click()
    await pagina.getByText('Een andere aanbieder, of eerder stoppen').waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'indicatie-toegewezen-1280')
    await smal(pagina, 'indicatie-toegewezen-360')
    await pagina.goto(`/zaken/${zaak}`)
    await pagina.getByText('Toegewezen aan Zorg in Nergens; er is nog geen antwoord.').waitFor()
    await pagina.goto(`/inwoners/${inwoner}/indicaties`)
    await pagina.getByText('Toegewezen aan Zorg in Nergens; er is nog geen antwoord.').waitFor()
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'inwoner-indicaties-1280')
    await smal(pagina, 'inwoner-indicaties-360')
  })
})

describe('dagen die al bij een andere aanbieder liggen', () => {
  it('het scherm zegt bij wie, en neemt met één klik de dagen die nog vrij zijn', async () => {
    const con = await openAls('consulent', '/healthz', { server: server.adres, verwacht: [422] })
    const { indicatie, product } = await maakIndicatie(con)
    const cato = await als('contractmanager')
    const { code } = (await (await cato.pagina.request.get('/api/v1/sessie')).json()).gemeente
    const [een, twee] = [agb(), agb()]
    for (const a of [een, twee])
      await cato.roep('POST', '/contracten', {
        yaml: regelOm(`Hulp ${a}`, '02A03', product, code, a),
        reden: 'Gunning na de aanbesteding.',
      })
    const eind = `${Number(con.vandaag.slice(0, 4)) + 1}-05-31`
    await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: een, tot: eind })

    const { pagina } = con
    await pagina.goto(`/indicaties/${indicatie}/toewijzen`)
    await pagina.getByRole('heading', { level: 1, name: 'Toewijzen aan een aanbieder' }).waitFor()
    await pagina.getByRole('radio', { name: `Hulp ${twee}` }).check()
    const melding = pagina.getByRole('status').filter({ hasText: 'Deze dagen zijn al aan een andere aanbieder toegewezen' })
    await melding.getByText(`Hulp ${een}`).waitFor()
    expect(await pagina.getByRole('button', { name: 'Toewijzen en versturen' }).count()).toBe(0)
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'toewijzen-elders-1280', true)
    await smal(pagina, 'toewijzen-elders-360')
    await melding.getByRole('button', { name: /^Neem 1 juni/ }).click()
    await pagina.getByRole('heading', { name: `Dit wordt verstuurd aan Hulp ${twee}` }).waitFor()
    await pagina.getByRole('button', { name: 'Toewijzen en versturen' }).click()
    await expect.poll(() => new URL(pagina.url()).pathname).toBe(`/indicaties/${indicatie}`)
    await pagina.getByText('Alles is toegewezen.').waitFor()
  })
})

describe('een aanbieder met meer codes voor dit product', () => {
  it('de code kiest een mens; er wordt pas iets voorgesteld als zij gekozen is', async () => {
    // Nog eens precies hetzelfde is aan het eind een nette weigering.
    const con = await openAls('consulent', '/healthz', { server: server.adres, verwacht: [422] })
    const { indicatie, product } = await maakIndicatie(con)
    const cato = await als('contractmanager')
    const { code } = (await (await cato.pagina.request.get('/api/v1/sessie')).json()).gemeente
    const aanbieder = agb()
    const naam = `Meer Codes ${aanbieder}`
    await cato.roep('POST', '/contracten', { yaml: meerCodesOm(naam, product, code, aanbieder), reden: 'Gunning na de aanbesteding.' })
    await cato.pagina.goto(`/aanbieders/${aanbieder}`)
    await cato.pagina.getByRole('heading', { level: 1, name: naam }).waitFor()
    await cato.pagina.getByText('plus', { exact: true }).waitFor()
    await rustig(cato.pagina)
    await axe(cato.pagina)
    await schermafdruk(cato.pagina, 'aanbieder-meer-codes-1280')
    await smal(cato.pagina, 'aanbieder-meer-codes-360')

    const { pagina } = con
    await pagina.goto(`/indicaties/${indicatie}/toewijzen`)
    await pagina.getByRole('heading', { level: 1, name: 'Toewijzen aan een aanbieder' }).waitFor()
    await pagina.getByRole('radio', { name: naam }).check()
    const vraag = pagina.getByRole('group', { name: `Onder welke productcode levert ${naam} dit?` })
    await vraag.waitFor()
    expect(await vraag.getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await pagina.getByRole('heading', { name: /^Dit wordt verstuurd/ }).count()).toBe(0)
    await axe(pagina)
    await vraag.getByRole('radio', { name: '02P04: plus' }).check()
    await pagina.getByRole('heading', { name: `Dit wordt verstuurd aan ${naam}` }).waitFor()
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'toewijzen-meer-codes-1280')
    await smal(pagina, 'toewijzen-meer-codes-360')
    await pagina.getByRole('button', { name: 'Toewijzen en versturen' }).click()
    await expect.poll(() => new URL(pagina.url()).pathname).toBe(`/indicaties/${indicatie}`)
    await pagina.locator('.toe-regel', { hasText: 'code 02P04' }).waitFor()
    // De volgende keer staat de code waar het onder loopt al gekozen.
    await pagina.goto(`/indicaties/${indicatie}/toewijzen`)
    await pagina.getByRole('radio', { name: naam }).check()
    await vraag.getByText('Hieronder loopt dit nu.').waitFor()
    expect(await vraag.getByRole('radio', { name: '02P04: plus' }).isChecked()).toBe(true)
  })
})

describe('na het antwoord', () => {
  it('de consulent leest wat de aanbieder antwoordde, en gaat van daar naar wat het beantwoordt', async () => {
    const con = await als('consulent')
    const { bericht } = await aangenomen(con)
    const { pagina } = con
    await pagina.goto(`/berichten/${bericht}`)
    await pagina.getByRole('heading', { level: 1, name: 'WMO301 Toewijzing' }).waitFor()
    await pagina.getByText(/^Alles aangenomen door Zorg in Nergens op/).waitFor()
    await pagina.getByRole('link', { name: /^Dat staat in WMO302/ }).click()
    await pagina.getByRole('heading', { level: 1, name: /^WMO302/ }).waitFor()
    await pagina.getByText(/^Alles aangenomen door Zorg in Nergens op/).waitFor()
    await pagina.locator('.br-inhoud').waitFor()
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'antwoord-1280')
    await smal(pagina, 'antwoord-360')
    await pagina.getByRole('link', { name: /^Dit is het antwoord op WMO301/ }).click()
    await expect.poll(() => new URL(pagina.url()).pathname).toBe(`/berichten/${bericht}`)
  })

  it('de administratie trekt in; bij de indicatie staat wanneer en waarom, en toewijzen is weer de volgende stap', async () => {
    const con = await als('consulent')
    const { indicatie, zaak, bericht, nummer } = await aangenomen(con)
    const { pagina } = await als('administratie', `/indicaties/${indicatie}`)
    await pagina.locator('.toe-regel', { hasText: `toewijzing ${nummer}` }).waitFor()
    await pagina.getByRole('link', { name: 'Bekijk het bericht' }).click()
    await expect.poll(() => new URL(pagina.url()).pathname).toBe(`/berichten/${bericht}`)
    await pagina.getByRole('button', { name: 'Intrekken' }).click()
    expect(await pagina.getByRole('checkbox', { name: new RegExp(`Nummer ${nummer}`) }).isChecked()).toBe(true)
    await pagina.getByLabel('Waarom trekt u haar in?').fill('Verkeerde aanbieder gekozen')
    await axe(pagina)
    await schermafdruk(pagina, 'intrekken-1280', true)
    await smal(pagina, 'intrekken-360')
    await pagina.getByRole('button', { name: 'Trek in' }).click()
    await pagina.getByText('De intrekking staat klaar om te versturen.').first().waitFor()
    await pagina.getByText('Verwijderd (13)').waitFor()
    await pagina.goto(`/indicaties/${indicatie}`)
    await pagina.locator('.toe-regel', { hasText: 'Ingetrokken' }).waitFor()
    const feit = pagina.locator('.ind-feit', { hasText: `Toewijzing ${nummer} aan Zorg in Nergens ingetrokken` })
    await feit.waitFor()
    expect(await feit.getByRole('button').count()).toBe(0)
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'ingetrokken-1280', true)
    await smal(pagina, 'ingetrokken-360')
    await con.pagina.goto(`/zaken/${zaak}`)
    await con.pagina.getByText('De toewijzing is ingetrokken.').waitFor()
    expect(await con.pagina.getByRole('link', { name: /^Toewijzen/ }).count()).toBe(1)
  })
})
