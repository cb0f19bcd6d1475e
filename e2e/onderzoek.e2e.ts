import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { maakAdviseur } from '../src/core/advies/adviseur.ts'
import { leesGeval } from '../src/core/advies/lees-geval.ts'
import { type Datum, plusDagen } from '../src/core/base/datum.ts'
import type { Catalogus, Vignet } from '../src/core/catalogus/vorm.ts'
import { schrijfDatum } from '../src/web/kader/schrijf-datum.ts'
import { axe, openPagina, pastInBreedte, rustig, schermafdruk } from './hulp.ts'
import { openAls } from './hulp-dossier.ts'
import { stelVast, vulVoorstel } from './hulp-onderzoek.ts'
import { maakZaak, meldAan, type Werker } from './hulp-werkplek.ts'

type Onderzoek = { werker: Werker; inwoner: string; id: string; versie: number; adres: string; catalogus: Catalogus }

/** Een begonnen onderzoek, met de antwoorden van een uitgewerkte situatie. */
async function begin(
  pagina: Page,
  kies?: (v: Vignet, c: Catalogus) => boolean,
  gemeente = 0,
): Promise<Onderzoek & { vignet: Vignet | undefined }> {
  const werker = await meldAan(pagina, 'consulent', { gemeente })
  const { inwoner, zaak } = await maakZaak(werker)
  const { id } = await werker.roep('POST', `/zaken/${zaak}/onderzoeken`)
  const catalogus = (await werker.roep('GET', `/onderzoeken/${id}/catalogus`)) as Catalogus
  const vignet = kies && catalogus.vignetten?.find((v) => kies(v, catalogus))
  if (kies && !vignet) throw new Error('geen situatie die past')
  const antwoorden = Object.entries(vignet?.antwoorden ?? {}).map(([vraag, waarde]) => ({ vraag, waarde, bron: 'gesprek' }))
  const versie = vignet ? (await bewaar(werker, id, 1, antwoorden)).versie : 1
  return { werker, inwoner, id, versie, adres: `/inwoners/${inwoner}/onderzoek/${id}`, catalogus, vignet }
}

const bewaar = (werker: Werker, id: string, versie: number, antwoorden: unknown[]) =>
  werker.roep('POST', `/onderzoeken/${id}/antwoorden`, { antwoorden }, { 'if-match': `"v${versie}"` })
/** De ene vraag die bij deze situatie nog open staat, als een ja daarop een product geeft. */
function beslissendeVraag(c: Catalogus, v: Vignet): string | null {
  const geval = leesGeval(c, { antwoorden: v.antwoorden })
  if (!geval.ok) return null
  const adviseur = maakAdviseur(c, {})
  const tabel = adviseur.tabellen[0] as string
  const { vraag, openVragen } = adviseur.adviseer(tabel, geval.value)
  if (vraag === null || openVragen.length !== 1 || c.vragen[vraag]?.soort !== 'janee') return null
  const dan = { ...geval.value, antwoorden: { ...geval.value.antwoorden, [vraag]: 'ja' } }
  return adviseur.adviseer(tabel, dan).uitkomst === 'product' ? vraag : null
}
const eersteTabel = (v: Vignet) => Object.values(v.verwacht ?? {})[0]
const metProduct = (v: Vignet) => eersteTabel(v)?.uitkomst === 'product'
const metUren = (v: Vignet, c: Catalogus) => {
  const eerste = eersteTabel(v)
  return eerste?.uitkomst === 'product' && c.producten[eerste.product ?? '']?.eenheid === 'uur'
}
const stand = (pagina: Page) => pagina.locator('.ond-bewaar p')

async function open(pagina: Page, adres: string): Promise<void> {
  await pagina.goto(adres)
  await pagina.locator('.probeer-vraag').first().waitFor()
  await rustig(pagina)
}

describe('onderzoek: van vraag tot samenvatting', () => {
  it('de hele keten: bezoek, antwoord met het toetsenbord, advies, indicatie, feiten op de tijdlijn, afdruk', async () => {
    const pagina = await openPagina('/')
    // Eén vraag open, en die maakt het verschil.
    const o = await begin(pagina, (v, c) => beslissendeVraag(c, v) !== null)
    const vraag = beslissendeVraag(o.catalogus, o.vignet as Vignet) as string
    await open(pagina, o.adres)

    await pagina.getByRole('button', { name: 'Bezoek toevoegen' }).click()
    await pagina.getByLabel('Wie erbij waren').fill('Inwoner en dochter')
    await pagina.getByRole('button', { name: 'Bezoek vastleggen' }).click()
    await expect.poll(() => pagina.getByText('Aanwezig: Inwoner en dochter.').count()).toBe(1)
    await axe(pagina)

    // Een bezoek is te wijzigen; wat er stond blijft te lezen.
    await pagina.getByRole('button', { name: /^Wijzigen van huisbezoek/ }).click()
    await pagina.getByLabel('Wie erbij waren').fill('Inwoner en zoon')
    await axe(pagina)
    await pagina.getByRole('button', { name: 'Wijziging vastleggen' }).click()
    await expect.poll(() => pagina.getByText('Aanwezig: Inwoner en zoon.').count()).toBe(1)
    await pagina.getByText('Wat er eerder stond').click()
    await pagina.getByText('aanwezig: Inwoner en dochter').waitFor()

    // De toets n brengt u naar de vraag die nu telt; een cijfer antwoordt.
    await pagina.locator('h1').click()
    await pagina.keyboard.press('n')
    await expect.poll(() => pagina.evaluate(() => document.activeElement?.closest('.probeer-vraag')?.id)).toBe(`vraag-${vraag}`)
    await pagina.keyboard.press('1')
    const rij = pagina.locator(`#vraag-${vraag}`)
    await expect.poll(() => pagina.locator('.probeer-tabel').first().getAttribute('data-uitkomst')).toBe('product')
    await expect.poll(() => stand(pagina).textContent()).toMatch(/Opgeslagen om \d\d:\d\d/)
    await expect.poll(() => rij.locator('.ond-voet-regel').textContent()).toMatch(/Noor Proef · .* · huisbezoek/)

    await rij.locator('.ond-voet > summary').click()
    await rij.getByLabel('Toelichting').fill('Somber sinds het voorjaar.')
    await rij.getByLabel('Bron').fill('dochter')
    await rij.getByLabel('Toelichting').focus()
    await expect.poll(() => rij.locator('.ond-voet-regel').textContent()).toContain('bron: dochter')
    await expect.poll(() => stand(pagina).textContent()).toMatch(/Opgeslagen om/)
    await rij.getByText('Eerdere antwoorden').click()
    await expect.poll(() => rij.locator('.ond-geschiedenislijst li').count()).toBeGreaterThanOrEqual(2)
    await schermafdruk(pagina, 'onderzoek-1280')

    // "Wat als" verandert niets aan wat bewaard is.
    await pagina.getByText('Wat als…').click()
    await pagina.getByLabel('Vraag', { exact: true }).selectOption(vraag)
    await pagina.getByLabel('Stel, het antwoord is').selectOption('nee')
    await expect.poll(() => pagina.locator('.probeer-verschilregel').count()).toBeGreaterThan(0)
    await open(pagina, o.adres)
    await expect.poll(() => pagina.locator(`#${vraag}-ja`).isChecked()).toBe(true)
    await rij.getByText('Somber sinds het voorjaar.').waitFor()

    await pagina.getByRole('link', { name: 'Stel een indicatie vast' }).click()
    await pagina.locator('#ind-product').waitFor()
    // Het normenkader kiest de gemeente; hier staat welk dat is, of wie het kan kiezen.
    await expect
      .poll(() => pagina.getByRole('region', { name: 'Regels' }).textContent())
      .toMatch(/Normenkader: .* gekozen door uw gemeente|Dat doet de contractmanager/)
    await axe(pagina)
    await stelVast(pagina)
    await pagina.locator('#ind-feiten').waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'indicatie-1280', true)

    await pagina.getByRole('button', { name: 'Leg vast wat er gebeurde' }).click()
    await pagina.getByLabel('Wat gebeurde er').selectOption('gestart')
    await pagina.getByRole('button', { name: 'Leg vast', exact: true }).click()
    await expect.poll(() => pagina.locator('.ind-stand').textContent()).toContain('Gestart')
    await pagina.getByRole('button', { name: /^Verbeter/ }).click()
    await axe(pagina)
    await pagina.getByRole('button', { name: 'Toch niet' }).click()

    await pagina.getByRole('link', { name: 'Naar het onderzoek' }).click()
    await pagina.getByRole('link', { name: 'Samenvatting' }).click()
    await pagina.locator('.sam-indicatie').waitFor()
    await axe(pagina)
    const papier = pagina.locator('main')
    for (const tekst of [
      'A. van Proefpersoon',
      '1 uur en 30 minuten per week',
      'Somber sinds het voorjaar.',
      'bron: dochter',
      'Besproken met de inwoner.',
      'Inwoner en zoon',
    ])
      await expect.poll(() => papier.textContent(), { message: tekst }).toContain(tekst)
    const afdruk = pagina.waitForResponse((r) => r.url().endsWith('/afdrukken'))
    await pagina.getByRole('button', { name: 'Afdrukken' }).click()
    expect((await afdruk).status()).toBe(201)
    await pagina.emulateMedia({ media: 'print' })
    await expect.poll(() => pagina.locator('.md-nav').isVisible()).toBe(false)
    await expect.poll(() => pagina.locator('.sam-indicatie').isVisible()).toBe(true)
    // Op papier staat van wie het is en van wanneer, en niets om op te drukken.
    await expect.poll(() => pagina.locator('.md-afdrukkop').isVisible()).toBe(true)
    expect(await pagina.locator('.md-afdrukkop').textContent()).toBe(`Gemeente Hulst Afgedrukt op ${schrijfDatum(o.werker.vandaag)}`)
    expect(await pagina.locator('.nl-button:visible').count()).toBe(0)
    await pagina.setViewportSize({ width: 700, height: 990 })
    await schermafdruk(pagina, 'samenvatting-papier')
  })

  it('een bezoek is in te trekken met een reden, blijft te zien, en is terug te zetten', async () => {
    const pagina = await openPagina('/')
    const o = await begin(pagina)
    await o.werker.roep('POST', `/onderzoeken/${o.id}/bezoeken`, {
      datum: o.werker.vandaag,
      soort: 'huisbezoek',
      aanwezig: 'Inwoner en zoon',
    })
    await open(pagina, o.adres)
    await pagina.getByText('Aanwezig: Inwoner en zoon.').waitFor()
    await pagina.getByRole('button', { name: /^Intrekken van huisbezoek/ }).click()
    const intrekken = pagina.getByRole('form', { name: 'Bezoek intrekken' })
    await intrekken.getByText('Er horen geen antwoorden bij.').waitFor()
    await intrekken.getByLabel('Waarom').fill('Hoort bij een andere inwoner.')
    await axe(pagina)
    await schermafdruk(pagina, 'onderzoek-bezoek-intrekken-1280')
    await intrekken.getByRole('button', { name: 'Bezoek intrekken' }).click()
    const terugzetten = pagina.getByRole('button', { name: /^Terugzetten van huisbezoek/ })
    await terugzetten.waitFor()
    expect(await pagina.locator('.ond-bezoeken').textContent()).toContain('Hoort bij een andere inwoner.')
    expect(await pagina.getByRole('radio', { name: /^Huisbezoek/ }).count()).toBe(0)
    await axe(pagina)
    await pagina.setViewportSize({ width: 360, height: 740 })
    await pastInBreedte(pagina)
    await schermafdruk(pagina, 'onderzoek-bezoek-ingetrokken-360')
    await terugzetten.click()
    await pagina.getByRole('radio', { name: /^Huisbezoek/ }).waitFor()
    expect(await terugzetten.count()).toBe(0)
  })

  it('past op een telefoon: onderzoek, indicatie en samenvatting', async () => {
    const pagina = await openPagina('/', { breedte: 360, hoogte: 740 })
    const o = await begin(pagina, metProduct)
    await open(pagina, o.adres)
    await pastInBreedte(pagina)
    await schermafdruk(pagina, 'onderzoek-360')
    await pagina.locator('.ond-voet > summary').first().click()
    await pastInBreedte(pagina)
    await pagina.goto(`${o.adres}/indicatie`)
    await pagina.locator('#ind-product').waitFor()
    await pastInBreedte(pagina)
    await stelVast(pagina)
    await pagina.locator('#ind-feiten').waitFor()
    await pastInBreedte(pagina)
    await schermafdruk(pagina, 'indicatie-360')
    await pagina.goto(`${o.adres}/samenvatting`)
    await pagina.locator('.sam-indicatie').waitFor()
    await pastInBreedte(pagina)
    await schermafdruk(pagina, 'samenvatting-360')
  })
})

describe('onderzoek: niets gaat verloren', () => {
  it('twee collega’s maken tegelijk een indicatie: wie later is leest wat er veranderde, en houdt wat er stond', async () => {
    const pagina = await openPagina('/', { verwacht: [412] })
    const o = await begin(pagina, metUren)
    const collega = await openAls('teamleider', '/werk', { verwacht: [412] })
    for (const p of [pagina, collega.pagina]) {
      await p.goto(`${o.adres}/indicatie`)
      await p.locator('#ind-product').waitFor()
      await vulVoorstel(p)
    }
    const vast = pagina.getByRole('button', { name: 'Indicatie vaststellen' })
    const [vraag, waarde] = Object.entries(o.vignet?.antwoorden ?? {})[0] as [string, unknown]
    await bewaar(o.werker, o.id, o.versie, [{ vraag, waarde, bron: 'dossier' }])
    await collega.pagina.getByRole('button', { name: 'Indicatie vaststellen' }).click()
    await collega.pagina.getByText(/^Noor Proef.* wijzigde het onderzoek (om|op) .*\d\d:\d\d\.$/).waitFor()
    await axe(collega.pagina)
    await collega.pagina.getByRole('button', { name: 'Indicatie vaststellen' }).click()
    await collega.pagina.waitForURL(/\/indicaties\//)
    await vast.click()
    await pagina.getByText(/ wijzigde het onderzoek (om|op) .*\d\d:\d\d\.$/).waitFor()
    // Wat de collega vaststelde loopt nu ook: dat ernaast te zetten vraagt een motivering, en wat er stond staat er nog.
    await pagina.getByText('Schrijf nog één motivering.').waitFor()
    expect(await pagina.getByLabel('Minuten', { exact: true }).inputValue()).toBe('90')
    await axe(pagina)
    await pagina.getByLabel('Motivering', { exact: true }).fill('Samen besproken: zij doen elk een deel.')
    await expect.poll(() => pagina.locator('#ind-vast-kop').textContent()).toBe('Klaar om vast te stellen')
    await vast.click()
    await pagina.waitForURL(/\/indicaties\//)
  })

  it('zonder verbinding blijft een antwoord staan, ook na herladen, en het gaat mee zodra het kan', async () => {
    const pagina = await openPagina('/', { verwacht: ['geen verbinding'] })
    const o = await begin(pagina)
    const [vraag] = Object.entries(o.catalogus.vragen).find(([, v]) => v.soort === 'janee' && !v.bepaaldDoor) as [string, unknown]
    await open(pagina, o.adres)
    await pagina.context().setOffline(true)
    await pagina.locator(`#${vraag}-ja`).check()
    await expect.poll(() => stand(pagina).textContent()).toContain('Geen verbinding')
    await axe(pagina)
    await schermafdruk(pagina, 'onderzoek-zonder-verbinding')
    await pagina.context().setOffline(false)
    await expect.poll(() => stand(pagina).textContent()).toMatch(/Opgeslagen om/)

    // De server neemt even niets aan; wie dan herlaadt, vindt zijn antwoord terug.
    const weg = (route: Route) => route.abort()
    await pagina.route('**/antwoorden', weg)
    pagina.on('dialog', (d) => void d.accept())
    await pagina.locator(`#${vraag}-nee`).check()
    await expect.poll(() => stand(pagina).textContent()).toContain('Geen verbinding')
    await open(pagina, o.adres)
    await expect.poll(() => pagina.locator(`#${vraag}-nee`).isChecked()).toBe(true)
    expect((await o.werker.roep('GET', `/onderzoeken/${o.id}`)).antwoorden).toMatchObject([{ vraag, waarde: 'ja' }])
    await pagina.unroute('**/antwoorden', weg)
    await expect.poll(() => stand(pagina).textContent()).toMatch(/Opgeslagen om/)
    expect((await o.werker.roep('GET', `/onderzoeken/${o.id}`)).antwoorden).toMatchObject([{ vraag, waarde: 'nee' }])
  })

  it('gaat de sessie verloren, dan staat het antwoord er na opnieuw aanmelden nog en wordt het bewaard', async () => {
    const pagina = await openPagina('/', { verwacht: [401] })
    const o = await begin(pagina)
    const [vraag] = Object.entries(o.catalogus.vragen).find(([, v]) => v.soort === 'janee' && !v.bepaaldDoor) as [string, unknown]
    await open(pagina, o.adres)
    await pagina.context().clearCookies({ name: 'meedoen_sessie' })
    await pagina.locator(`#${vraag}-nee`).check()
    const venster = pagina.locator('dialog.md-sessievenster')
    await expect.poll(() => venster.isVisible()).toBe(true)
    await meldAan(pagina, 'consulent')
    // Terug in dit tabblad, na aanmelden in een ander.
    await pagina.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect.poll(() => venster.isVisible()).toBe(false)
    await expect.poll(() => stand(pagina).textContent()).toMatch(/Opgeslagen om/)
    await open(pagina, o.adres)
    await expect.poll(() => pagina.locator(`#${vraag}-nee`).isChecked()).toBe(true)
  })

  it('gaat de sessie verloren tijdens het typen of het vaststellen, dan staat alles er na opnieuw aanmelden nog', async () => {
    const pagina = await openPagina('/', { verwacht: [401] })
    const o = await begin(pagina, metUren)
    const venster = pagina.locator('dialog.md-sessievenster')
    const komTerug = async () => {
      await venster.getByRole('heading', { name: 'U bent niet meer aangemeld' }).waitFor()
      await meldAan(pagina, 'consulent')
      await pagina.evaluate(() => window.dispatchEvent(new Event('focus')))
      await expect.poll(() => venster.isVisible()).toBe(false)
    }
    await open(pagina, o.adres)
    const beantwoord = pagina.locator('.probeer-vraag[data-bekend]').first()
    await beantwoord.locator('.ond-voet > summary').click()
    await beantwoord.getByLabel('Toelichting (optioneel)').fill('Dat zegt de dochter.')
    await pagina.context().clearCookies({ name: 'meedoen_sessie' })
    await beantwoord.getByLabel('Bron (optioneel)').fill('Dochter')
    await komTerug()
    await expect.poll(() => stand(pagina).textContent()).toMatch(/Opgeslagen om/)
    expect(await beantwoord.getByLabel('Toelichting (optioneel)').inputValue()).toBe('Dat zegt de dochter.')
    const bewaard = async () => (await o.werker.roep('GET', `/onderzoeken/${o.id}`)).antwoorden
    await expect.poll(bewaard).toContainEqual(expect.objectContaining({ toelichting: 'Dat zegt de dochter.', bron: 'Dochter' }))

    await pagina.goto(`${o.adres}/indicatie`)
    await pagina.locator('#ind-product').waitFor()
    await vulVoorstel(pagina)
    await pagina.context().clearCookies({ name: 'meedoen_sessie' })
    await pagina.getByRole('button', { name: 'Indicatie vaststellen' }).click()
    await komTerug()
    await pagina.locator('main').getByText('U bent weer aangemeld.').waitFor()
    expect(await pagina.getByLabel('Activiteit').inputValue()).toBe('De week doornemen')
    expect(await pagina.getByLabel('Minuten', { exact: true }).inputValue()).toBe('90')
    await pagina.getByRole('button', { name: 'Indicatie vaststellen' }).click()
    await pagina.waitForURL(/\/indicaties\//)
  })

  it('een collega beantwoordde iets anders: dat gaat samen; dezelfde vraag is een keuze', async () => {
    const pagina = await openPagina('/', { verwacht: [412] })
    const o = await begin(pagina)
    const vragen = Object.entries(o.catalogus.vragen).flatMap(([id, v]) => (v.soort === 'janee' && !v.bepaaldDoor ? [id] : []))
    const [een = '', twee = ''] = vragen
    await open(pagina, o.adres)
    const ander = await openPagina('/')
    const tess = await meldAan(ander, 'teamleider')
    await bewaar(tess, o.id, 1, [{ vraag: een, waarde: 'nee' }])
    await pagina.locator(`#${twee}-ja`).check()
    await expect.poll(() => stand(pagina).textContent()).toMatch(/Opgeslagen om/)
    await expect.poll(() => pagina.locator(`#${een}-nee`).isChecked()).toBe(true)

    const { versie } = await tess.roep('GET', `/onderzoeken/${o.id}`)
    await bewaar(tess, o.id, versie, [{ vraag: twee, waarde: 'nee' }])
    await pagina.locator(`#${twee}-weetniet`).check()
    const botsing = pagina.locator('.md-conflict')
    await botsing.waitFor()
    await expect.poll(() => botsing.textContent()).toContain('Tess Proef')
    await axe(pagina)
    await schermafdruk(pagina, 'onderzoek-botsing')
    await botsing.getByRole('radio').nth(1).check()
    await botsing.getByRole('button', { name: 'Keuze bewaren' }).click()
    await expect.poll(() => botsing.count()).toBe(0)
    await expect.poll(() => pagina.locator(`#${twee}-nee`).isChecked()).toBe(true)
  })

  it('antwoorden verschuift niets: de vraag eronder blijft waar zij was', async () => {
    const pagina = await openPagina('/')
    const o = await begin(pagina)
    const vragen = Object.entries(o.catalogus.vragen).flatMap(([id, v]) => (v.soort === 'janee' && !v.bepaaldDoor ? [id] : []))
    await open(pagina, o.adres)
    const plek = () => pagina.locator(`#vraag-${vragen[1]}`).boundingBox()
    await pagina.locator(`#${vragen[0]}-ja`).scrollIntoViewIfNeeded()
    const voor = await plek()
    await pagina.locator(`#${vragen[0]}-ja`).check()
    await expect.poll(() => stand(pagina).textContent()).toMatch(/Opgeslagen om/)
    expect(await plek()).toEqual(voor)
  })
})

describe('indicatie: naast wat er loopt, en wie mag wat', () => {
  it('wat niet naast elkaar kan, zegt welke dagen en welke weg er is; de knop lost het op', async () => {
    const pagina = await openPagina('/')
    const o = await begin(pagina, metProduct, 1)
    await pagina.goto(`${o.adres}/indicatie`)
    await pagina.locator('#ind-product').waitFor()
    const eerste = plusDagen(o.werker.vandaag as Datum, 400)
    await pagina.getByLabel('Laatste dag').fill(eerste)
    await stelVast(pagina)
    await pagina.locator('#ind-feiten').waitFor()
    await pagina.goto(`${o.adres}/indicatie`)
    await pagina.locator('#ind-product').waitFor()
    await pagina.getByLabel('Laatste dag').fill(plusDagen(eerste, 180))
    await expect.poll(() => pagina.locator('.stapeling-oordeel').getAttribute('data-toegestaan')).toBe('false')
    await expect.poll(() => pagina.locator('.stapeling-oordeel').textContent()).toMatch(/-ST-\d+/)
    await axe(pagina)
    await schermafdruk(pagina, 'indicatie-botst', true)
    await pagina.getByRole('button', { name: `Begin op ${schrijfDatum(plusDagen(eerste, 1))}` }).click()
    await expect.poll(() => pagina.locator('.stapeling-oordeel').getAttribute('data-toegestaan')).toBe('true')
    await stelVast(pagina)
    await pagina.locator('#ind-feiten').waitFor()
    await pagina.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    await expect.poll(() => pagina.locator('.ind-stand').textContent()).toContain('Ingetrokken')
  })

  it('een ander product dan het advies vraagt een motivering; de knop zegt wat er nog moet', async () => {
    const pagina = await openPagina('/')
    const o = await begin(pagina, metProduct)
    await pagina.goto(`${o.adres}/indicatie`)
    await pagina.locator('#ind-product').waitFor()
    const anders = pagina.getByRole('group', { name: 'Product', exact: true }).locator('input[type=radio]:not(:checked)').last()
    await anders.check()
    await pagina.getByRole('button', { name: 'Indicatie vaststellen' }).click()
    const lijst = pagina.locator('.ind-tedoen')
    await expect.poll(() => lijst.textContent()).toContain('Schrijf waarom u dit product kiest.')
    await expect.poll(() => pagina.evaluate(() => document.activeElement?.id)).toBe('ind-vast-kop')
    await lijst.getByText('Schrijf waarom u dit product kiest.').click()
    await expect.poll(() => pagina.evaluate(() => document.activeElement?.id)).toBe('ind-afwijking')
  })

  it('een gemotiveerde afwijking staat bij de indicatie, op de tijdlijn, in de samenvatting en bij toezicht, en telt daar mee', async () => {
    const pagina = await openPagina('/')
    const o = await begin(pagina, metUren)
    const motivering = `Dit product past bij zaak ${o.id}.`
    await pagina.goto(`${o.adres}/indicatie`)
    await pagina.locator('#ind-product').waitFor()
    const keuze = pagina.getByRole('group', { name: 'Product', exact: true })
    const advies = (await keuze.locator('label', { hasText: '(advies)' }).locator('..').textContent())?.split(' (advies)')[0]?.trim() ?? ''
    await keuze.locator('input[type=radio]:not(:checked)').first().check()
    await pagina.getByLabel('Waarom u dit product kiest').fill(motivering)
    await stelVast(pagina)
    await pagina.getByRole('heading', { name: 'Zo is het vastgesteld' }).waitFor()
    await pagina.getByText(`Anders dan het advies (${advies}), omdat:`).waitFor()
    await pagina.locator('.ind-feit', { hasText: 'Dat is anders dan het advies.' }).waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'indicatie-afwijkend', true)
    const tijdlijn = await o.werker.roep('GET', `/inwoners/${o.inwoner}/tijdlijn`)
    expect(tijdlijn.feiten.map((f: { zin: string }) => f.zin)).toContainEqual(expect.stringContaining('anders dan het advies'))
    await pagina.goto(`${o.adres}/samenvatting`)
    await pagina.getByText(`Anders dan het advies (${advies}), omdat:`).waitFor()
    await pagina.getByText(motivering).waitFor()
    await pagina.goto('/healthz')
    const tom = await meldAan(pagina, 'toezichthouder')
    const dag = `van=${tom.vandaag}&tot=${tom.vandaag}`
    const geteld = (await tom.roep('GET', `/toezichtcijfers?${dag}`)).indicaties.totaal.afwijkend
    expect(geteld).toBeGreaterThan(0)
    await pagina.goto(`/toezicht/indicaties?${dag}&soort=afwijkend`)
    const rij = pagina.getByRole('row').filter({ hasText: motivering })
    await rij.waitFor()
    expect(await rij.textContent()).toContain(advies)
    expect(await pagina.locator('tbody .md-gegevens__link').count()).toBe(Math.min(50, geteld))
  })

  it('de toezichthouder leest mee en kan niets veranderen; een ander team ziet niets', async () => {
    const pagina = await openPagina('/healthz', { verwacht: [404] })
    const o = await begin(pagina, metProduct)
    await meldAan(pagina, 'toezichthouder')
    await open(pagina, o.adres)
    await pagina.getByText('U leest mee.').waitFor()
    expect(await pagina.locator('.probeer-vraag input:not(:disabled)').count()).toBe(0)
    expect(await pagina.getByRole('link', { name: 'Stel een indicatie vast' }).count()).toBe(0)
    await axe(pagina)
    // Zonder scherm: dat zou nog onder de vorige aanmelding gaan laden.
    await pagina.goto('/healthz')
    await meldAan(pagina, 'consulent', { welke: 1 })
    await pagina.goto(o.adres)
    await expect.poll(() => pagina.locator('main').textContent()).toContain('Dit onderzoek is er niet, of u mag dit niet inzien.')
    expect(await pagina.locator('main').textContent()).not.toContain('Proefpersoon')
    await axe(pagina)
  })
})
