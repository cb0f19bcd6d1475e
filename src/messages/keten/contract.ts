/** Wat gemeente en aanbieder hebben afgesproken, zover regels van niveau 4 het nodig hebben. Bedragen zijn hele eurocenten. */
import { eerder, later } from '../dagen.ts'

export type Tarief = {
  readonly eenheid: string
  /** Niet bij eenheid 83: die kent geen tarief. */
  readonly tarief?: number
  readonly van: string
  readonly tot?: string
  /** Tarieven van één afspraak onder deze code horen bij elkaar; een code kan er meer dragen. Zonder: allemaal van dezelfde. */
  readonly afspraak?: string
}
export type Contractproduct = { readonly code: string; readonly categorie: string; readonly tarieven: readonly Tarief[] }

/** Een gemeentecode met de dagen waarop zij in de lijst van het CBS staat. */
export type Gemeentecode = { readonly code: string; readonly van?: string; readonly tot?: string }

export const geldtOp = ({ van, tot }: { readonly van?: string; readonly tot?: string }, dag: string): boolean =>
  (van === undefined || !later(van, dag)) && (tot === undefined || !eerder(tot, dag))

/** De tarieven van een productcode op een dag. */
export const tarievenOp = (producten: readonly Contractproduct[], dag: string): Tarief[] =>
  producten.flatMap((p) => p.tarieven.filter((t) => geldtOp(t, dag)))
