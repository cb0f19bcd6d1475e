/** Met welke productcodes een product van de catalogus bij een aanbieder toe te wijzen is. Een code wordt nooit geraden. Puur. */
import type { Datum } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Product } from './besluit.ts'

/** Een regel van het contract: een code met een eenheid op bepaalde dagen, en soms het product van de catalogus dat ermee geleverd wordt. */
export type Contractregel = Product & {
  readonly catalogusproduct: string | null
  /** Hoe aanbieder en gemeente deze regel noemen, als een code er meer heeft. */
  readonly naam: string | null
  readonly eenheid: string
  readonly van: string
  readonly tot: string | null
}
export type Codevraag = {
  readonly product: string
  /** De code die de catalogus zelf noemt. */
  readonly code: string | null
  readonly eenheid: string
  /** De eerste dag van de toewijzing. */
  readonly dag: Datum
}
/** Een code die past, met de namen van haar regels. */
export type Codekeuze = Product & { readonly namen: readonly string[] }
export type Codeweigering =
  | { readonly code: 'IWMO_CODE_ONTBREEKT' }
  | { readonly code: 'IWMO_CODE_VERSCHILT'; readonly catalogus: string; readonly contract: readonly string[] }
  | { readonly code: 'IWMO_CODE_KIEZEN' | 'IWMO_CODE_PAST_NIET'; readonly keuzes: readonly Codekeuze[] }
  | { readonly code: 'CONTRACT_ONTBREEKT'; readonly productcode: string }
  | { readonly code: 'EENHEID_PAST_NIET'; readonly productcodes: readonly string[]; readonly eenheden: readonly string[] }

/**
 * Alle codes die passen, op volgorde; minstens één. `regels` zijn die van het contract dat nu geldt met deze aanbieder; geen als er geen
 * contract is. Noemt de catalogus zelf een code, dan is het die.
 */
export function codesVoor(vraag: Codevraag, regels: readonly Contractregel[]): Result<readonly Codekeuze[], Codeweigering> {
  const eigen = regels.filter((r) => r.catalogusproduct === vraag.product)
  const nu = eigen.filter((r) => geldt(r, vraag.dag))
  if (nu.length > 0) {
    const passend = vraag.code === null ? nu : nu.filter((r) => r.code === vraag.code)
    if (passend.length > 0) return metEenheid(vraag, passend)
    return fout({ code: 'IWMO_CODE_VERSCHILT', catalogus: vraag.code ?? '', contract: codesUit(nu) })
  }
  if (vraag.code === null) return fout(eigen[0] ? zonderContract(eigen[0].code) : { code: 'IWMO_CODE_ONTBREEKT' })
  const algemeen = regels.filter((r) => r.code === vraag.code && r.catalogusproduct === null && geldt(r, vraag.dag))
  return algemeen.length === 0 ? fout(zonderContract(vraag.code)) : metEenheid(vraag, algemeen)
}

/** De ene code die past, of van meer de gevraagde: welke het wordt kiest een mens. */
export function kiesCode(keuzes: readonly Codekeuze[], gevraagd?: string): Result<Product, Codeweigering> {
  const [eerste, ...meer] = gevraagd === undefined ? keuzes : keuzes.filter((k) => k.code === gevraagd)
  if (eerste === undefined) return fout({ code: 'IWMO_CODE_PAST_NIET', keuzes })
  if (meer.length > 0) return fout({ code: 'IWMO_CODE_KIEZEN', keuzes })
  return ok({ categorie: eerste.categorie, code: eerste.code })
}

const zonderContract = (productcode: string): Codeweigering => ({ code: 'CONTRACT_ONTBREEKT', productcode })
const geldt = (r: Contractregel, dag: Datum): boolean => r.van <= dag && (r.tot === null || dag <= r.tot)
const codesUit = (regels: readonly Contractregel[]): string[] => [...new Set(regels.map((r) => r.code))]

/** Een uurtarief dekt ook minuten (TR341, IV081). */
const gedektDoor: Readonly<Record<string, readonly string[]>> = { '01': ['01', '04'] }

/** Anders wordt toegewezen wat daarna niet te declareren is. */
function metEenheid({ eenheid }: Codevraag, regels: readonly Contractregel[]): Result<readonly Codekeuze[], Codeweigering> {
  const passend = regels.filter((r) => (gedektDoor[eenheid] ?? [eenheid]).includes(r.eenheid))
  if (passend.length === 0)
    return fout({ code: 'EENHEID_PAST_NIET', productcodes: codesUit(regels), eenheden: [...new Set(regels.map((r) => r.eenheid))] })
  const keuzes = new Map<string, Codekeuze>()
  for (const { categorie, code, naam } of passend) {
    const namen = keuzes.get(`${categorie} ${code}`)?.namen ?? []
    keuzes.set(`${categorie} ${code}`, { categorie, code, namen: naam === null || namen.includes(naam) ? namen : [...namen, naam] })
  }
  return ok([...keuzes.values()].sort((a, b) => (a.code < b.code ? -1 : 1)))
}
