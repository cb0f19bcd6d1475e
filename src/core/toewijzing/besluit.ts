/**
 * Wat er aan toewijzingen verandert als een inwoner bij een aanbieder iets krijgt: een nieuw nummer, of hetzelfde nummer opnieuw
 * (OP033x1, OP257, OP380, IV066, IV093). Puur: de nummers zelf deelt de aanroeper uit.
 */
import { type Datum, overlapt, plusDagen } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'

export type Product = { readonly categorie: string; readonly code: string }
/** Volume in hele eenheden; eenheid en frequentie zijn codes van de standaard. */
export type Omvang = { readonly volume: number; readonly eenheid: string; readonly frequentie: string }

/** Een toewijzing zoals zij nu geldt. Wat de gemeente ooit anders toewees (zonder product of omvang) blijft gewoon meelopen. */
export type Lopend = {
  readonly nummer: number
  readonly product?: Product
  /** Voor welk product van de catalogus, als dat bekend is. */
  readonly catalogusproduct?: string
  readonly van: Datum
  readonly tot?: Datum
  readonly omvang?: Omvang
}
export type Wens = {
  readonly product: Product
  readonly catalogusproduct: string
  readonly van: Datum
  readonly tot: Datum
  readonly omvang: Omvang
}

/** Op verzoek van de aanbieder: een verzoek om toewijzing (VOT) of om wijziging (VOW). */
export type Aanleiding = 'herbeoordeling' | 'VOT' | 'VOW'

export type Wijziging = {
  readonly nummer: number
  readonly tot: Datum
  /** Alleen bij een totaal over de hele toewijzing. */
  readonly volume?: number
  readonly redenWijziging: string
}
export type Besluit = {
  readonly gewijzigd: readonly Wijziging[]
  readonly nieuw: Wens | null
  /** De code waaronder het tot nu toe liep, als de nieuwe een andere heeft. */
  readonly oudeCode?: string
}
export type Besluitweigering =
  | { readonly code: 'TOEWIJZING_ONGEWIJZIGD'; readonly nummer: number }
  /** De code draagt in deze dagen al een toewijzing voor een ander product; twee tegelijk kan niet (TR302). */
  | { readonly code: 'CODE_BEZET'; readonly nummer: number; readonly catalogusproduct: string }

const TOTAAL = '6'
const VERLENGD = '04'
const VERKORT = '05'
const OP_VERZOEK = '12'
const VERWIJDERD = '13'
const CORRECTIE = '14'
/** Categorieën waarvan hetzelfde product tegelijk mag lopen (TR302). */
const mogenSamen: ReadonlySet<string> = new Set(['11', '12', '13', '14'])

/** `lopend` zijn de toewijzingen van deze inwoner bij deze aanbieder die nu gelden of nog ingaan. */
export function besluitToewijzing(
  wens: Wens,
  lopend: readonly Lopend[],
  aanleiding: Aanleiding = 'herbeoordeling',
): Result<Besluit, Besluitweigering> {
  const bezet = mogenSamen.has(wens.product.categorie) ? undefined : lopend.find((t) => isVanAnder(t, wens) && overlapt(t, wens))
  if (bezet?.catalogusproduct !== undefined)
    return fout({ code: 'CODE_BEZET', nummer: bezet.nummer, catalogusproduct: bezet.catalogusproduct })
  const oud = lopend.filter((t) => isZelfde(t, wens) && sluitAan(t, wens)).sort((a, b) => (a.van < b.van ? 1 : -1))[0]
  if (oud === undefined) return ok({ gewijzigd: [], nieuw: wens })
  if (!heeftCode(oud, wens)) return ok(wisselCode(oud, wens, aanleiding))
  if (blijftZelfde(oud, wens)) return pasAan(oud, wens, aanleiding)
  return ok({ gewijzigd: [maakPlaats(oud, wens, aanleiding)], nieuw: wens })
}

const heeftCode = ({ product }: Lopend, wens: Wens): boolean =>
  product?.categorie === wens.product.categorie && product.code === wens.product.code
const isVanAnder = (t: Lopend, wens: Wens): boolean =>
  t.catalogusproduct !== undefined && t.catalogusproduct !== wens.catalogusproduct && heeftCode(t, wens)

/** Voor hetzelfde product van de catalogus, onder welke code ook. Is dat niet bekend, dan zegt de code het. */
const isZelfde = (t: Lopend, wens: Wens): boolean =>
  t.catalogusproduct === undefined ? heeftCode(t, wens) : t.catalogusproduct === wens.catalogusproduct

/** Een andere code is een ander product van de standaard: een nieuw nummer (OP257). Wat al eindigde voor de nieuwe begint, blijft zo. */
function wisselCode(oud: Lopend, wens: Wens, aanleiding: Aanleiding): Besluit {
  if (oud.tot !== undefined && oud.tot < wens.van) return { gewijzigd: [], nieuw: wens }
  return { gewijzigd: [maakPlaats(oud, wens, aanleiding)], nieuw: wens, ...(oud.product && { oudeCode: oud.product.code }) }
}

/** Overlapt, of loopt tot de dag ervoor. */
const sluitAan = (t: Lopend, wens: Wens): boolean => t.van <= wens.tot && (t.tot === undefined || plusDagen(t.tot, 1) >= wens.van)

/** OP380: zelfde omvang, dus zelfde nummer. Bij een totaal mag het volume verschillen. */
function blijftZelfde({ omvang, van }: Lopend, wens: Wens): boolean {
  if (omvang === undefined || wens.van < van) return false
  const zelfdeMaat = omvang.eenheid === wens.omvang.eenheid && omvang.frequentie === wens.omvang.frequentie
  return zelfdeMaat && (omvang.frequentie === TOTAAL || omvang.volume === wens.omvang.volume)
}

function pasAan(oud: Lopend, { tot, omvang: { volume } }: Wens, aanleiding: Aanleiding): Result<Besluit, Besluitweigering> {
  const anderVolume = oud.omvang?.volume !== volume
  if (oud.tot === tot && !anderVolume) return fout({ code: 'TOEWIJZING_ONGEWIJZIGD', nummer: oud.nummer })
  const naarDuur = oud.tot === tot ? CORRECTIE : oud.tot === undefined || tot < oud.tot ? VERKORT : VERLENGD
  const redenWijziging = aanleiding === 'VOW' ? OP_VERZOEK : naarDuur
  return ok({ gewijzigd: [{ nummer: oud.nummer, tot, redenWijziging, ...(anderVolume && { volume }) }], nieuw: null })
}

/** De oude eindigt de dag voor de nieuwe; begint de nieuwe er niet na, dan is er van de oude niets over. */
function maakPlaats(oud: Lopend, wens: Wens, aanleiding: Aanleiding): Wijziging {
  if (wens.van <= oud.van) return { nummer: oud.nummer, tot: oud.van, redenWijziging: VERWIJDERD }
  const dagErvoor = plusDagen(wens.van, -1)
  const tot = oud.tot !== undefined && oud.tot < dagErvoor ? oud.tot : dagErvoor
  return { nummer: oud.nummer, tot, redenWijziging: aanleiding === 'VOW' ? OP_VERZOEK : VERKORT }
}
