/** Wat start en stop gemeen hebben. */
import type { Start, Stop } from '../../keten/feit.ts'
import type { WMO305, WMO307 } from '../release.ts'
import type { Ketencontext } from './context.ts'

type StartProduct = WMO305['Client']['StartProducten']['StartProduct'][number]
type StopProduct = WMO307['Client']['StopProducten']['StopProduct'][number]

export const naarStart = (p: StartProduct | StopProduct, bsn: string): Start => ({
  bsn,
  nummer: p.ToewijzingNummer,
  product: p.Product,
  begindatum: p.Begindatum,
  toewijzingIngangsdatum: p.ToewijzingIngangsdatum,
})
export const naarStop = (p: StopProduct, bsn: string): Stop => ({ ...naarStart(p, bsn), reden: p.RedenBeeindiging, einddatum: p.Einddatum })

/** TR019: alleen als er een nummer is; taakgericht is er geen toewijzing. */
export function isToegewezen(p: StartProduct | StopProduct, { feiten, bsn }: Ketencontext & { readonly bsn: string }): boolean {
  if (p.ToewijzingNummer === undefined) return true
  const t = feiten.toewijzingen.get(p.ToewijzingNummer)
  return t !== undefined && t.bsn === bsn && t.aanbieder === feiten.partijen.aanbieder
}

/** De ingangsdatum van de toewijzing waar dit over gaat, zo goed als die te kennen is (TR378). */
export const ingangsdatumVan = (p: StartProduct | StopProduct, { feiten }: Ketencontext): string =>
  (p.ToewijzingNummer === undefined ? undefined : feiten.toewijzingen.get(p.ToewijzingNummer)?.ingangsdatum) ??
  p.ToewijzingIngangsdatum ??
  p.Begindatum
