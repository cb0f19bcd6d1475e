/** Een indicatie, een aanbieder en een contract waarmee zij samen toe te wijzen zijn. */
import type { Page } from 'playwright-core'
import { maakAdviseur } from '../src/core/advies/adviseur.ts'
import { leesGeval } from '../src/core/advies/lees-geval.ts'
import type { Catalogus } from '../src/core/catalogus/vorm.ts'
import { axe, pastInBreedte, rustig, schermafdruk } from './hulp.ts'
import { type Medewerker, maakInwoner, maakMelding } from './hulp-dossier.ts'

let volgendeAanbieder = 0
/** Herkenbaar verzonnen, en op deze server elke keer een andere. */
export const agb = () => String(98_765_600 + volgendeAanbieder++)
export const regelOm = (naam: string, code: string, product: string, gemeente: string, aanbieder: string) => `gemeenten: ["${gemeente}"]
producten:
  - code: ${code}
    categorie: "02"
    catalogusproduct: ${product}
    tarieven: [{ eenheid: "04", tarief: 6250, van: "2020-01-01" }]
aanbieders:
  - { agb: "${aanbieder}", naam: ${naam} }
`
/** Twee codes voor één product, en een die zij deelt met een ander. */
export const meerCodesOm = (naam: string, product: string, gemeente: string, aanbieder: string) => `gemeenten: ["${gemeente}"]
producten:
  - { code: 02P03, naam: basis, categorie: "02", catalogusproduct: [${product}, gedeeld], tarieven: [{ eenheid: "04", tarief: 6000, van: "2020-01-01" }] }
  - { code: 02P04, naam: plus, categorie: "02", catalogusproduct: ${product}, tarieven: [{ eenheid: "04", tarief: 7000, van: "2020-01-01" }] }
aanbieders:
  - { agb: "${aanbieder}", naam: ${naam} }
`

/** Een indicatie in uren, langs de API vastgesteld zoals een consulent dat doet. */
export async function maakIndicatie(
  con: Medewerker,
  periode: { van?: string; tot?: string } = {},
): Promise<{ indicatie: string; product: string; inwoner: string; zaak: string }> {
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
    ...periode,
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
  return { indicatie: gemaakt.id, product, inwoner, zaak: zaak.id }
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

export const smal = async (pagina: Page, naam: string) => {
  await pagina.setViewportSize({ width: 360, height: 740 })
  await rustig(pagina)
  await pastInBreedte(pagina)
  await axe(pagina)
  await schermafdruk(pagina, naam)
  await pagina.setViewportSize({ width: 1280, height: 900 })
}
