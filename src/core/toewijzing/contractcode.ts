/** Met welke productcode een product van de catalogus bij een aanbieder wordt toegewezen. Een code wordt nooit geraden. Puur. */
import type { Datum } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Product } from './besluit.ts'

/** Een regel van het contract: een code met een eenheid op bepaalde dagen, en soms het product van de catalogus dat ermee geleverd wordt. */
export type Contractregel = Product & {
  readonly catalogusproduct: string | null
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
export type Codeweigering =
  | { readonly code: 'IWMO_CODE_ONTBREEKT' }
  | { readonly code: 'IWMO_CODE_VERSCHILT'; readonly catalogus: string; readonly contract: string }
  | { readonly code: 'CONTRACT_ONTBREEKT'; readonly productcode: string }
  | { readonly code: 'EENHEID_PAST_NIET'; readonly productcode: string; readonly eenheden: readonly string[] }

/** `regels` zijn die van het contract dat nu geldt met deze aanbieder; geen als er geen contract is. */
export function codeVoor(vraag: Codevraag, regels: readonly Contractregel[]): Result<Product, Codeweigering> {
  const eigen = regels.filter((r) => r.catalogusproduct === vraag.product)
  const nu = eigen.filter((r) => geldt(r, vraag.dag))
  const [contract] = nu
  if (contract !== undefined && vraag.code !== null && contract.code !== vraag.code)
    return fout({ code: 'IWMO_CODE_VERSCHILT', catalogus: vraag.code, contract: contract.code })
  if (contract !== undefined) return metEenheid(vraag, contract.code, nu)
  if (vraag.code === null) return fout(eigen[0] ? zonderContract(eigen[0].code) : { code: 'IWMO_CODE_ONTBREEKT' })
  return metEenheid(
    vraag,
    vraag.code,
    regels.filter((r) => r.code === vraag.code && r.catalogusproduct === null && geldt(r, vraag.dag)),
  )
}

const zonderContract = (productcode: string): Codeweigering => ({ code: 'CONTRACT_ONTBREEKT', productcode })
const geldt = (r: Contractregel, dag: Datum): boolean => r.van <= dag && (r.tot === null || dag <= r.tot)

/** Een uurtarief dekt ook minuten (TR341, IV081). */
const gedektDoor: Readonly<Record<string, readonly string[]>> = { '01': ['01', '04'] }

/** Anders wordt toegewezen wat daarna niet te declareren is. */
function metEenheid({ eenheid }: Codevraag, code: string, regels: readonly Contractregel[]): Result<Product, Codeweigering> {
  const passend = regels.find((r) => (gedektDoor[eenheid] ?? [eenheid]).includes(r.eenheid))
  if (passend) return ok({ categorie: passend.categorie, code })
  if (regels.length === 0) return fout(zonderContract(code))
  return fout({ code: 'EENHEID_PAST_NIET', productcode: code, eenheden: [...new Set(regels.map((r) => r.eenheid))] })
}
