/** Waarmee een bericht op niveau 3 en 4 beoordeeld wordt: de opgehaalde feiten, de lezing en de dag van vandaag. */
import type { Feiten } from '../../keten/bron.ts'
import type { Bevinding } from '../../keten/ketenregel.ts'
import type { Ketenkeuzes } from '../../keten/keuzes.ts'
import type { KetenregelId } from './regels.ts'

export type Ketencontext = {
  readonly feiten: Feiten
  readonly keuzes: Ketenkeuzes
  readonly systeemdatum: string
}
export type Bevonden = Bevinding<KetenregelId>

type MetProduct = { readonly Categorie: string; readonly Code?: string }

/** TR381: de code hoort volgens het contract bij de categorie. */
export function isAfgesproken(product: MetProduct | undefined, { feiten, keuzes }: Ketencontext): boolean {
  if (product?.Code === undefined) return true
  if (feiten.contract === null) return keuzes.zonderContract === 'niet_beoordelen'
  return (feiten.contract.get(product.Code) ?? []).some((p) => p.categorie === product.Categorie)
}

const alsTekst = (deel: unknown): string => (typeof deel === 'object' && deel !== null ? Object.values(deel).join(' ') : String(deel))
/** Een sleutel zoals mensen hem noemen: wat er niet is valt weg. */
export const sleutel = (...delen: readonly unknown[]): string =>
  delen
    .filter((deel) => deel !== undefined)
    .map(alsTekst)
    .join(' ')
