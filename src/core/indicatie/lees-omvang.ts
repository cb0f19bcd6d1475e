/** De rand van de omvangberekening: aangeleverde JSON wordt hier één keer gecontroleerd; daarachter is alles vertrouwd. */
import { vanDecimaal } from '#core/base/breuk.ts'
import { bedoelde } from '#core/base/dichtstbij.ts'
import { type Blok, isBlok, kort, onbekendeVelden, wijzer } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { type Keuze, leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { kiesUit } from './dagdelen.ts'
import { leesPeriode } from './indicatie.ts'
import { leesNormregels } from './lees-normregels.ts'
import { andereCatalogus } from './lees-stapeling.ts'
import { type Afronding, isAfronding } from './normregels.ts'
import type { Dagdeelopgave, Omvangopgave, Regelopgave } from './omvangopgave.ts'
import { leesOfNull } from './omvangmelding.ts'

export type Omvanginvoer = { readonly keuze: Keuze; readonly opgave: Omvangopgave }

const kopvelden = ['catalogus', 'gemeente', 'instellingen', 'product', 'van', 'tot']
const regelvelden = ['regels', 'afronding', 'vastgesteld', 'onderbouwing']
const dagdeelvelden = ['dagdelen', 'perEtmaal', 'resultaten']
/** Een week heeft zoveel minuten; meer kan niemand krijgen. */
export const MINUTEN_PER_WEEK = 10_080
const MAX_DAGDELEN = 100

export function leesOmvang(catalogus: Catalogus, ruw: unknown): Result<Omvanginvoer, Invoerfout[]> {
  if (!isBlok(ruw)) return fout([{ code: 'INVOER_ONGELDIG', plaats: '', tekst: 'De invoer is een blok met `regels` of met `dagdelen`.' }])
  const fouten: Invoerfout[] = []
  const inDagdelen = ruw.dagdelen !== undefined
  if (inDagdelen && ruw.regels !== undefined) {
    fouten.push({ code: 'INVOER_DUBBEL', plaats: '/dagdelen', tekst: 'Geef `regels` of `dagdelen`, niet allebei.' })
  } else fouten.push(...onbekendeVelden(ruw, [...kopvelden, ...(inDagdelen ? dagdeelvelden : regelvelden)], ''))
  const keuze = leesKeuze(catalogus, ruw)
  if (!keuze.ok) fouten.push(...keuze.fout)
  else toetsInstelling(catalogus, keuze.value, fouten)
  if (ruw.catalogus !== undefined && ruw.catalogus !== catalogus.catalogus.id) fouten.push(andereCatalogus(catalogus))
  const product = leesProduct(catalogus, ruw.product, fouten)
  const opgave = inDagdelen ? leesDagdelen(catalogus, ruw, product, fouten) : leesRegelopgave(ruw, product, fouten)
  const periode = ruw.van === undefined && ruw.tot === undefined ? null : leesPeriode(ruw, '', fouten)
  if (periode && product === undefined && fouten.length === 0) fouten.push(productNodig('een periode'))
  if (fouten.length > 0 || !keuze.ok || opgave === null) return fout(fouten)
  return ok({ keuze: keuze.value, opgave: periode ? { ...opgave, periode } : opgave })
}

function leesProduct(catalogus: Catalogus, ruw: unknown, fouten: Invoerfout[]): string | undefined {
  if (ruw === undefined || ruw === null) return undefined
  if (typeof ruw === 'string' && Object.hasOwn(catalogus.producten, ruw)) return ruw
  const codes = catalogus.catalogus.productvolgorde
  const tekst = `Het product "${kort(ruw)}" staat niet in ${catalogus.catalogus.id}.${typeof ruw === 'string' ? bedoelde(ruw, codes) : ''} Kies uit: ${codes.join(', ')}.`
  fouten.push({ code: 'PRODUCT_ONBEKEND', plaats: '/product', tekst })
  return undefined
}

const productNodig = (waarvoor: string): Invoerfout => ({
  code: 'PRODUCT_ONTBREEKT',
  plaats: '/product',
  tekst: `Noem het product; zonder product is ${waarvoor} niet te toetsen.`,
})

function leesRegelopgave(ruw: Blok, product: string | undefined, fouten: Invoerfout[]): Regelopgave | null {
  const regels = leesNormregels(ruw.regels, fouten)
  const afronding = leesAfronding(ruw.afronding, fouten)
  const vastgesteld = leesVastgesteld(ruw.vastgesteld, fouten)
  const onderbouwing = leesOnderbouwing(ruw.onderbouwing, fouten)
  if (regels === null) return null
  return {
    wijze: 'regels',
    ...(product === undefined ? {} : { product }),
    regels,
    ...(afronding === undefined ? {} : { afronding }),
    ...(vastgesteld === undefined ? {} : { vastgesteld }),
    ...(onderbouwing === undefined ? {} : { onderbouwing }),
  }
}

const afrondingUitleg =
  'Afronding is {"op": 5, "wijze": "dichtstbij"}: een heel aantal minuten van 1 tot en met 1440, en naar_boven, dichtstbij of naar_beneden.'

function leesAfronding(ruw: unknown, fouten: Invoerfout[]): Afronding | undefined {
  if (ruw === undefined) return undefined
  if (isAfronding(ruw)) return { op: ruw.op, wijze: ruw.wijze }
  fouten.push({ code: 'AFRONDING_ONGELDIG', plaats: '/afronding', tekst: `"${kort(ruw)}" is geen afronding. ${afrondingUitleg}` })
  return undefined
}

/** Een instelling met een eigen waarde kan een onmogelijke afronding bevatten; dat is invoer, geen fout van de software. */
function toetsInstelling(catalogus: Catalogus, keuze: Keuze, fouten: Invoerfout[]): void {
  const waarde = leesOfNull(catalogus, keuze, 'omvangAfronding')
  if (waarde === null || isAfronding(waarde)) return
  fouten.push({
    code: 'AFRONDING_ONGELDIG',
    plaats: '/instellingen/omvangAfronding',
    tekst: `De instelling omvangAfronding klopt niet. ${afrondingUitleg}`,
  })
}

function leesVastgesteld(ruw: unknown, fouten: Invoerfout[]): Regelopgave['vastgesteld'] {
  if (ruw === undefined) return undefined
  const { minutenPerWeek: minuten, motivering } = isBlok(ruw) ? ruw : {}
  const heel = Number.isInteger(minuten) && (minuten as number) >= 0 && (minuten as number) <= MINUTEN_PER_WEEK
  if (heel && (motivering === undefined || typeof motivering === 'string')) {
    return { minutenPerWeek: minuten as number, ...(motivering === undefined ? {} : { motivering }) }
  }
  const tekst = 'Vastgesteld is {"minutenPerWeek": 180, "motivering": "…"}: een heel aantal minuten van 0 of meer.'
  fouten.push({ code: 'VASTGESTELD_ONGELDIG', plaats: '/vastgesteld', tekst })
  return undefined
}

function leesOnderbouwing(ruw: unknown, fouten: Invoerfout[]): Regelopgave['onderbouwing'] {
  if (ruw === undefined) return undefined
  const { capaciteiten = '', situatie = '' } = isBlok(ruw) ? ruw : { capaciteiten: null }
  if (typeof capaciteiten === 'string' && typeof situatie === 'string') return { capaciteiten, situatie }
  fouten.push({
    code: 'ONDERBOUWING_ONGELDIG',
    plaats: '/onderbouwing',
    tekst: 'Onderbouwing is een blok met twee teksten: capaciteiten en situatie.',
  })
  return undefined
}

function leesDagdelen(catalogus: Catalogus, ruw: Blok, product: string | undefined, fouten: Invoerfout[]): Dagdeelopgave | null {
  const dagdelen = leesAantal(ruw, 'dagdelen', fouten)
  const perEtmaal = ruw.perEtmaal === undefined ? undefined : leesAantal(ruw, 'perEtmaal', fouten)
  if (ruw.product === undefined || ruw.product === null) fouten.push(productNodig('een aantal dagdelen'))
  if (product === undefined || dagdelen === null || perEtmaal === null) return null
  const resultaten = leesResultaten(catalogus, product, ruw.resultaten, fouten)
  return { wijze: 'dagdelen', product, dagdelen, ...(perEtmaal === undefined ? {} : { perEtmaal }), resultaten }
}

/** Een half dagdeel is leesbaar en wordt daarna geweigerd met de regel die het verbiedt; onder nul of tekst is geen aantal. */
function leesAantal(ruw: Blok, veld: string, fouten: Invoerfout[]): number | null {
  const aantal = ruw[veld]
  if (typeof aantal === 'number' && aantal > 0 && aantal <= MAX_DAGDELEN && vanDecimaal(aantal) !== null) return aantal
  const tekst = `"${kort(aantal)}" is geen aantal dagdelen. Geef een getal groter dan 0, tot en met ${MAX_DAGDELEN}.`
  fouten.push({ code: 'DAGDELEN_ONGELDIG', plaats: wijzer(veld), tekst })
  return null
}

function leesResultaten(catalogus: Catalogus, code: string, ruw: unknown, fouten: Invoerfout[]): string[] {
  if (ruw === undefined) return []
  if (!Array.isArray(ruw) || ruw.length > 100) {
    fouten.push({ code: 'RESULTATEN_ONGELDIG', plaats: '/resultaten', tekst: 'Resultaten is een lijst met codes, hoogstens 100.' })
    return []
  }
  const bekend = new Set(
    Object.values(catalogus.producten).flatMap((product) => (product.resultaten ?? []).map((resultaat) => resultaat.code)),
  )
  const product = catalogus.producten[code]
  for (const [i, resultaat] of ruw.entries()) {
    if (bekend.has(resultaat)) continue
    const tekst = `Het resultaat "${kort(resultaat)}" bestaat niet.${typeof resultaat === 'string' ? bedoelde(resultaat, bekend) : ''} ${product ? kiesUit(product) : ''}`
    fouten.push({ code: 'RESULTAAT_ONBEKEND', plaats: wijzer('resultaten', i), tekst: tekst.trim() })
  }
  return [...new Set(ruw)]
}
