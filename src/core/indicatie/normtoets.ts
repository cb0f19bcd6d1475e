/** Normregels naast het gekozen normenkader: staat de activiteit erin, kloppen de minuten, en is een afwijking gemotiveerd? */
import { vergelijk } from '#core/base/breuk.ts'
import { wijzer } from '#core/base/invoer.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Normenkader, Product } from '#core/catalogus/vorm.ts'
import { keerPerWeek, type Normregel, perInWoorden } from './normregels.ts'
import { eisenBij, ernstBij, leesOfNull, type Omvangoordeel } from './omvangmelding.ts'

export type GekozenKader = { readonly sleutel: string; readonly kader: Normenkader }

/** Het normenkader van de instelling `normenkader`; null zolang de gemeente er geen heeft (AMB-03). */
export function kiesNormenkader(catalogus: Catalogus, keuze: Keuze): GekozenKader | null {
  const sleutel = leesOfNull(catalogus, keuze, 'normenkader')
  if (typeof sleutel !== 'string' || !catalogus.normenkaders || !Object.hasOwn(catalogus.normenkaders, sleutel)) return null
  const kader = catalogus.normenkaders[sleutel] as Normenkader
  return kader.activiteiten.length === 0 ? null : { sleutel, kader }
}

export function toetsNormen(
  catalogus: Catalogus,
  keuze: Keuze,
  product: Product | null,
  regels: readonly Normregel[],
  gekozen: GekozenKader | null,
): Omvangoordeel[] {
  const eis = eisenBij(catalogus, product, ['eenheid'])
  return [
    ...(gekozen?.kader.synthetisch ? [synthetischeNormen(gekozen.kader, eis)] : []),
    ...toetsVindbaar(catalogus, keuze, product, regels, gekozen, eis),
    ...regels.flatMap((regel, i) => [...toetsMinuten(regel, i, regels, gekozen, eis), ...toetsMotivering(regel, i, eis)]),
  ]
}

const synthetischeNormen = (kader: Normenkader, eis: string[]): Omvangoordeel => ({
  ernst: 'waarschuwing',
  code: 'NORMEN_SYNTHETISCH',
  eis,
  plaats: '/regels',
  tekst: `De normen van "${kader.naam}" zijn verzonnen, om mee te proberen. Gebruik ze niet voor een echt besluit.`,
})

/** Geen normenkader, geen regels, of een activiteit die er niet in staat: de instelling zegt hoe zwaar dat weegt. */
function toetsVindbaar(
  catalogus: Catalogus,
  keuze: Keuze,
  product: Product | null,
  regels: readonly Normregel[],
  gekozen: GekozenKader | null,
  eis: string[],
): Omvangoordeel[] {
  const normeert = product?.omvang ? product.omvang.wijze === 'normregels' : catalogus.instellingen?.normenkader !== undefined
  const ernst = ernstBij(leesOfNull(catalogus, keuze, 'omvangZonderNorm') ?? 'waarschuwen')
  if (!normeert || ernst === null) return []
  const melding = { ernst, code: 'NORMENKADER_ONTBREEKT', eis }
  if (regels.length === 0) return [{ ...melding, plaats: '/regels', tekst: 'Er zijn geen normregels. Voeg per activiteit een regel toe.' }]
  if (gekozen === null) {
    const tekst = 'Er is nog geen normenkader: de minuten zijn niet aan een norm getoetst. Schrijf waarom deze minuten nodig zijn.'
    return [{ ...melding, plaats: '/regels', tekst }]
  }
  return regels.flatMap((regel, i) => {
    if (regel.soort !== 'norm' || vindActiviteit(gekozen, regel)) return []
    const tekst = `De activiteit "${regel.activiteit}" staat niet in het normenkader "${gekozen.kader.naam}". Kies een activiteit daaruit of motiveer de minuten.`
    return [{ ...melding, plaats: wijzer('regels', i, 'activiteit'), tekst }]
  })
}

const vindActiviteit = (gekozen: GekozenKader | null, regel: Normregel) =>
  gekozen?.kader.activiteiten.find((activiteit) => activiteit.code === regel.activiteit)

/** Andere minuten of een andere frequentie dan de norm mag, maar niet stilzwijgend. */
function toetsMinuten(
  regel: Normregel,
  i: number,
  regels: readonly Normregel[],
  gekozen: GekozenKader | null,
  eis: string[],
): Omvangoordeel[] {
  const norm = vindActiviteit(gekozen, regel)
  if (regel.soort !== 'norm' || !norm) return []
  const uitgelegd = isGemotiveerd(regel) || regels.some((ander) => ander.soort === 'afwijking' && ander.activiteit === regel.activiteit)
  const mogelijk = regel.zwaarte === undefined ? Object.values(norm.minuten) : [norm.minuten[regel.zwaarte]]
  const zelfdeMinuten = mogelijk.includes(regel.minuten)
  if (uitgelegd || (zelfdeMinuten && vergelijk(keerPerWeek(regel.keer), keerPerWeek(norm.keer)) === 0)) return []
  const zwaarten = Object.entries(norm.minuten).map(([zwaarte, minuten]) => `${zwaarte} ${minuten}`)
  const tekst = `Regel ${i + 1} wijkt af van de norm van "${norm.tekst}": ${zwaarten.join(', ')} minuten, ${norm.keer.aantal} keer per ${perInWoorden(norm.keer.per)}. Neem de norm over, of zet het verschil in een afwijkingsregel met reden.`
  return [{ ernst: 'waarschuwing', code: 'WIJKT_AF_VAN_NORM', eis, plaats: wijzer('regels', i), tekst }]
}

/** Wat de norm verlaat vraagt reden en motivering; bij een aftrek hoort te staan wie of wat het al opvangt. */
function toetsMotivering(regel: Normregel, i: number, eis: string[]): Omvangoordeel[] {
  const plaats = wijzer('regels', i)
  if (regel.soort === 'afwijking' && !isGemotiveerd(regel)) {
    const tekst = `De afwijking op regel ${i + 1} heeft een reden en een motivering nodig. Vul beide in.`
    return [{ ernst: 'bezwaar', code: 'OMVANG_AFWIJKING_ONGEMOTIVEERD', eis, plaats, tekst }]
  }
  if (regel.soort === 'aftrek' && !regel.reden?.trim()) {
    const tekst = `Zeg bij de aftrek op regel ${i + 1} wie of wat dit al opvangt, bijvoorbeeld gebruikelijke hulp of mantelzorg.`
    return [{ ernst: 'waarschuwing', code: 'AFTREK_ZONDER_REDEN', eis, plaats, tekst }]
  }
  return []
}

const isGemotiveerd = (regel: Normregel): boolean => Boolean(regel.reden?.trim() && regel.motivering?.trim())
