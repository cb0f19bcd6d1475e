/** Berichten in de browser: bestanden in de postmap worden berichten op het scherm, met uitval als werk en een antwoord dat telt. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alsBytes, declareer, regel, stuur, wijsToe, type Zending } from '../src/messages/keten/oefening.testhulp.ts'
import { BSN } from '../src/messages/voorbeelden.testhulp.ts'
import { axe, geladen, openPagina, pastInBreedte, rustig, schermafdruk } from './hulp.ts'
import { beantwoord, post } from './hulp-postmap.ts'
import { type Server, startServer } from './hulp-server.ts'
import { meldAan, type Werker } from './hulp-werkplek.ts'

let server: Server
let map: string
let ad: Werker
let pagina: Page
let inwoner: string
let bsn: string
let nummer = 0

const open = (pad: string, opties: { breedte?: number; hoogte?: number } = {}) => openPagina(pad, { server: server.adres, ...opties })

const vak = () => join(map, ad.gemeente.code)
function bytesVan({ naam, waarde }: Zending): Buffer {
  const kenmerk = waarde.Header.BerichtIdentificatie
  if (kenmerk.Identificatie === '?') kenmerk.Identificatie = `E${nummer++}`
  return Buffer.from(
    Buffer.from(alsBytes(naam, waarde)).toString('utf8').replaceAll('>9990<', `>${ad.gemeente.code}<`).replaceAll(BSN, bsn),
  )
}
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-post-'))
  server = await startServer({ MEEDOEN_BERICHTEN: map })
})
afterAll(async () => {
  await server?.stop()
  rmSync(map, { recursive: true, force: true })
})

async function begin(): Promise<void> {
  pagina = await open('/')
  ad = await meldAan(pagina, 'administratie')
  if (inwoner) return
  mkdirSync(join(map, ad.gemeente.code, 'in'), { recursive: true })
  const noorPagina = await open('/')
  const noor = await meldAan(noorPagina, 'consulent')
  bsn = '999971001'
  const gemaakt = await noor.roep('POST', '/inwoners', {
    naam: { achternaam: 'Langeachternaam-Verzonnen', voornamen: 'Anna', voorvoegsel: null, voorletters: null },
    bsn,
    geboortedatum: '1950-05-17',
    woonplaats: 'Verzonnen',
    adres: { straat: 'Dorpsstraat', huisnummer: '12', toevoeging: null, postcode: '1234 AB' },
  })
  inwoner = gemaakt.id
  const goed = bytesVan(wijsToe({ ToewijzingNummer: 501 }))
  await post(vak(), goed)
  await beantwoord(vak(), goed, false)
  await post(
    vak(),
    bytesVan(stuur('WMO305', (m) => m.Client.StartProducten.StartProduct.forEach((x) => Object.assign(x, { ToewijzingNummer: 777 })))),
  )
  await post(
    vak(),
    bytesVan(declareer('E1', [regel('E1a', { ToewijzingNummer: 501 }), regel('E1b', { ToewijzingNummer: 501, ProductCode: '02A09' })])),
  )
}
const rijen = () => pagina.locator('tbody .md-gegevens__link')
const ga = async (adres: string, kop: string | RegExp) => {
  await pagina.goto(adres)
  await pagina.getByRole('heading', { level: 1, name: kop }).waitFor()
  await rustig(pagina)
}

describe('berichten', () => {
  it('de lijst telt, filtert in het adres en opent een bericht in woorden en als XML', async () => {
    await begin()
    await ga('/berichten', 'Berichten')
    await rijen().first().waitFor()
    const vandaag = pagina.getByRole('link', { name: /ontvangen.*verstuurd/ }).last()
    expect(await vandaag.getAttribute('aria-label')).toMatch(/\d+ ontvangen.*; \d+ verstuurd/)
    await axe(pagina)
    await schermafdruk(pagina, 'berichten-1280')

    await ga(`/berichten?inwoner=${inwoner}`, 'Berichten')
    await pagina.getByText('Alleen over').waitFor()
    await pagina.getByRole('combobox', { name: 'Stand' }).selectOption('afgekeurd')
    await expect.poll(() => new URL(pagina.url()).searchParams.get('stand')).toBe('afgekeurd')
    await expect.poll(() => rijen().allTextContents()).toEqual(['WMO305 Start levering'])
    await rijen().first().click()
    await pagina.getByRole('heading', { level: 1, name: 'WMO305 Start levering' }).waitFor()
    await pagina.getByText('Wat de aanbieder doet').waitFor()
    await expect.poll(() => pagina.locator('.br-inhoud').textContent()).toContain('*******01')
    await axe(pagina)
    await schermafdruk(pagina, 'bericht-1280', true)

    await pagina.getByRole('link', { name: 'XML' }).click()
    await expect.poll(() => pagina.locator('.br-xml').textContent()).toContain('*******01')
    expect(await pagina.locator('.br-xml').textContent()).not.toContain(bsn)
    await axe(pagina)
    await pagina.getByRole('button', { name: 'Toon de nummers' }).click()
    await pagina.getByLabel('Waarvoor hebt u de nummers nodig?').fill('Vergelijken met de aanbieder')
    await pagina.getByRole('button', { name: 'Toon en leg vast' }).click()
    await expect.poll(() => pagina.locator('.br-xml').textContent()).toContain(bsn)
  })

  it('zoekt op BSN zonder het in het adres te zetten, en het dossier toont dezelfde berichten', async () => {
    await begin()
    await ga('/berichten', 'Berichten')
    await pagina.getByText('Zoek op burgerservicenummer').click()
    await pagina.getByRole('textbox', { name: 'BSN' }).fill(bsn)
    await pagina.getByRole('button', { name: 'Zoek berichten' }).click()
    await expect.poll(() => new URL(pagina.url()).searchParams.get('inwoner')).toBe(inwoner)
    expect(pagina.url()).not.toContain(bsn)
    const { items } = await ad.roep('GET', `/berichten?inwoner=${inwoner}`)
    const namen = items.map((b: { naam: string; titel: string }) => `${b.naam} ${b.titel}`)
    expect(namen).toEqual(expect.arrayContaining(['WMO301 Toewijzing', 'WMO305 Start levering']))
    await expect.poll(() => rijen().allTextContents()).toEqual(namen)
    await ga(`/inwoners/${inwoner}/berichten`, /Langeachternaam/)
    await expect.poll(() => rijen().allTextContents()).toEqual(namen)
    await axe(pagina)
  })

  it('uitval: oppakken, afhandelen met een toelichting, en ongedaan maken', async () => {
    await begin()
    await ga('/berichten/uitval', 'Berichten')
    await rijen().first().waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'uitval-1280')
    const { items } = await ad.roep('GET', '/uitval?code=9019&limiet=200')
    const geval = items.find((u: { bericht: { inwoner: { id: string } | null } }) => u.bericht.inwoner?.id === inwoner)
    await pagina.goto(`/berichten/uitval/${geval.id}`)
    await pagina.getByRole('heading', { level: 1, name: 'Deze toewijzing is niet van deze cliënt bij deze aanbieder' }).waitFor()
    await pagina.getByRole('button', { name: 'Pak op' }).click()
    await pagina.getByText('Adam Proef is hiermee bezig.').waitFor()
    await pagina.getByRole('button', { name: 'Handel af' }).click()
    await pagina.getByText('Schrijf op wat er gedaan is').first().waitFor()
    await pagina.getByLabel('Toelichting').fill('Gebeld; er komt een nieuwe start.')
    await axe(pagina)
    await pagina.getByRole('button', { name: 'Handel af' }).click()
    await pagina.getByRole('button', { name: 'Ongedaan maken' }).waitFor()
    await expect.poll(() => pagina.locator('.br-stappen').textContent()).toContain('Gebeld; er komt een nieuwe start.')
    await schermafdruk(pagina, 'geval-1280')
    await pagina.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(() => pagina.locator('.br-stappen').textContent()).toContain('Heropend')
    await expect.poll(async () => (await ad.roep('GET', `/uitval/${geval.id}`)).stand).toBe('open')
  })

  it('een toewijzing: verbeteren maakt een nieuw bericht, en wat niet kan zegt welke regel dat is', async () => {
    await begin()
    await ga(`/berichten?bericht=WMO301&inwoner=${inwoner}`, 'Berichten')
    await rijen().first().click()
    await pagina.getByRole('heading', { level: 1, name: 'WMO301 Toewijzing' }).waitFor()
    await pagina.getByText('Wat niet kan, en waarom').click()
    await pagina.getByText(/TR056/).waitFor()
    await pagina.getByRole('button', { name: 'Verbeteren' }).click()
    await pagina.getByLabel('Einddatum van toewijzing 501').fill('31-3-2027')
    await axe(pagina)
    await schermafdruk(pagina, 'verbeteren-1280', true)
    await pagina.getByRole('button', { name: 'Maak het nieuwe bericht' }).click()
    await pagina.getByText('Het verbeterde bericht staat klaar om te versturen.').first().waitFor()
    await pagina.getByText('Administratieve correctie (14)').waitFor()
    await expect.poll(() => pagina.locator('.br-inhoud').textContent()).toContain('31 maart 2027')
  })

  it('een declaratie die te groot is om te lezen: totalen, alle regels een bladzijde tegelijk, en alleen wat is afgekeurd', async () => {
    await begin()
    const goed = bytesVan(wijsToe({ ToewijzingNummer: 601 }, { ToewijzingNummer: 602 }))
    await post(vak(), goed)
    await beantwoord(vak(), goed, false)
    // De eerste twee passen op een toewijzing, de rest niet.
    const regels = Array.from({ length: 2_200 }, (_, i) => regel(`G${String(i).padStart(4, '0')}`, { ToewijzingNummer: 601 + i }))
    const groot = bytesVan(declareer('GROOT', regels))
    expect(groot.length).toBeGreaterThan(2 * 1024 * 1024)
    await post(vak(), groot)
    const [{ id }] = (await ad.roep('GET', '/berichten?bericht=WMO323&limiet=1')).items

    await ga(`/berichten/${id}`, 'WMO323 Declaratie')
    await pagina.getByText('in 2.200 regels, over 1 cliënt').waitFor()
    await pagina.getByText('in 2.198 regels').waitFor()
    const regelnamen = () => pagina.locator('tbody th').allTextContents()
    await expect.poll(regelnamen).toHaveLength(50)
    expect((await regelnamen())[0]).toBe('G0000')
    await pagina.getByText('1–50 van 2.200').waitFor()
    await axe(pagina)

    // Zolang de volgende bladzijde nog komt, hoort de teller bij wat er staat.
    let laatDoor: () => void = () => undefined
    const wacht = new Promise<void>((klaar) => (laatDoor = klaar))
    const gevraagd = pagina.waitForRequest(/declaratieregels\?.*cursor=/)
    await pagina.route(/declaratieregels\?.*cursor=/, async (route) => {
      await wacht
      await route.continue()
    })
    await pagina.getByRole('button', { name: 'Volgende' }).click()
    await gevraagd
    expect([await pagina.getByText('1–50 van 2.200').count(), (await regelnamen())[0]]).toEqual([1, 'G0000'])
    laatDoor()
    await pagina.getByText('51–100 van 2.200').waitFor()
    expect((await regelnamen())[0]).toBe('G0050')
    await pagina.unroute(/declaratieregels\?.*cursor=/)

    await pagina.getByRole('checkbox', { name: 'Alleen wat is afgekeurd' }).check()
    await pagina.getByText('1–50 van 2.198').waitFor()
    await expect.poll(async () => (await regelnamen())[0]).toBe('G0002')
    await expect.poll(() => pagina.locator('tbody').getByText('Aangenomen').count()).toBe(0)
    await pagina.locator('tbody').getByText('De regel hoort niet bij een toewijzing van deze cliënt.').first().waitFor()

    await pagina.getByRole('link', { name: 'XML' }).click()
    await pagina.getByText('Dit bericht is te groot om hier te tonen.').waitFor()

    await pagina.getByRole('button', { name: /^Bewaar het bestand/ }).click()
    await pagina.getByLabel(/^Waarvoor hebt u het bestand nodig/).fill('Vergelijken met de aanbieder')
    await axe(pagina)
    const bewaard = pagina.waitForEvent('download')
    await pagina.getByRole('button', { name: 'Bewaar en leg vast' }).click()
    const bestand = await bewaard
    expect(bestand.suggestedFilename()).toMatch(/^WMO323-98765432-/)
    await bestand.saveAs(join(map, 'bewaard.xml'))
    expect(readFileSync(join(map, 'bewaard.xml')).equals(groot)).toBe(true)
    await pagina.getByText('Het bestand komt in uw map met downloads.').waitFor()

    const smal = await open('/', { breedte: 360, hoogte: 740 })
    await meldAan(smal, 'administratie')
    await smal.goto(`/berichten/${id}`)
    await smal.getByText('1–50 van 2.200').waitFor()
    await geladen(smal)
    await pastInBreedte(smal)
    await axe(smal)
  })

  it('de beheerder ziet aantallen en geen bericht', async () => {
    await begin()
    const beheer = await open('/')
    await meldAan(beheer, 'beheerder')
    await beheer.goto('/beheer/berichten')
    await beheer
      .getByRole('img', { name: /ontvangen/ })
      .last()
      .waitFor()
    expect(await beheer.getByRole('link', { name: /ontvangen/ }).count()).toBe(0)
    await axe(beheer)
    await beheer.goto('/berichten')
    await beheer.getByRole('heading', { level: 1 }).waitFor()
    expect(await beheer.locator('table').count()).toBe(0)
  })

  it('op een telefoon past alles in de breedte', async () => {
    await begin()
    const smal = await open('/', { breedte: 360, hoogte: 740 })
    const wie = await meldAan(smal, 'administratie')
    const [bericht] = (await wie.roep('GET', `/berichten?bericht=WMO305&inwoner=${inwoner}`)).items
    const [uitval] = (await wie.roep('GET', '/uitval?limiet=1')).items
    for (const [naam, adres] of [
      ['berichten', '/berichten'],
      ['bericht', `/berichten/${bericht.id}`],
      ['berichtxml', `/berichten/${bericht.id}/xml`],
      ['uitval', '/berichten/uitval'],
      ['geval', `/berichten/uitval/${uitval.id}`],
    ]) {
      await smal.goto(adres as string)
      await smal.getByRole('heading', { level: 1 }).waitFor()
      await geladen(smal)
      await pastInBreedte(smal)
      await axe(smal)
      await schermafdruk(smal, `${naam}-360`)
    }
  })
})
