/** De gemeente beoordeelt een stop, tijdelijk (reden 20) of definitief. Weghalen gaat voor neerzetten (IV008). */
import { later, vergelijk } from '../../dagen.ts'
import { leveringsleutel, startsleutel, stopsleutel } from '../../keten/afleiden.ts'
import type { Vraag } from '../../keten/bron.ts'
import type { Stop } from '../../keten/feit.ts'
import { type Toets, toets } from '../../keten/ketenregel.ts'
import type { WMO307 } from '../release.ts'
import { type Bevonden, isAfgesproken, type Ketencontext, sleutel } from './context.ts'
import { beoordeelKop } from './kop.ts'
import { ingangsdatumVan, isToegewezen, naarStop } from './levering.ts'
import type { KetenregelId } from './regels.ts'

type StopProduct = WMO307['Client']['StopProducten']['StopProduct'][number]
type Context = Ketencontext & { readonly bsn: string; readonly stops: readonly Stop[] }

const TIJDELIJK = '20'
const producten = (bericht: WMO307): readonly StopProduct[] => bericht.Client.StopProducten.StopProduct

export const vraag307 = (bericht: WMO307): Omit<Vraag, 'partijen' | 'sleutel'> => ({
  toewijzingen: producten(bericht).flatMap((p) => p.ToewijzingNummer ?? []),
  leveringen: [bericht.Client.Bsn],
  productcodes: producten(bericht).flatMap((p) => p.Product?.Code ?? []),
})

const staatEr = (p: StopProduct, c: Context): boolean => c.stops.some((s) => stopsleutel(s) === stopsleutel(naarStop(p, c.bsn)))
/** De stops die al op dezelfde levering staan. */
const opLevering = (p: StopProduct, c: Context): readonly Stop[] =>
  c.stops.filter((s) => leveringsleutel(s) === leveringsleutel(naarStop(p, c.bsn)))

const bijWeghalen: readonly Toets<KetenregelId, StopProduct, Context>[] = [['TR063', staatEr]]
const bijNeerzetten: readonly Toets<KetenregelId, StopProduct, Context>[] = [
  ['TR019', isToegewezen],
  ['TR074', (p, c) => !staatEr(p, c)],
  ['TR381', (p, c) => isAfgesproken(p.Product, c)],
  ['TR382', (p, c) => c.feiten.levering.starts.some((s) => startsleutel(s) === startsleutel(naarStop(p, c.bsn)))],
  ['TR413', (p, c) => p.RedenBeeindiging !== TIJDELIJK || !opLevering(p, c).some((s) => s.reden === TIJDELIJK)],
  ['TR414', (p, c) => !opLevering(p, c).some((s) => later(s.einddatum, p.Einddatum))],
  ['TR415', (p, c) => !opLevering(p, c).some((s) => s.reden !== TIJDELIJK)],
]

export function beoordeel307(bericht: WMO307, context: Ketencontext): Bevonden[] {
  const { Bsn: bsn } = bericht.Client
  const kop = beoordeelKop(
    bericht.Header,
    producten(bericht).map((p) => ingangsdatumVan(p, context)),
    context,
  )
  if (kop.length > 0) return kop
  let stops = context.feiten.levering.stops.filter((s) => s.bsn === bsn)
  const langs = (op: StopProduct, toetsen: typeof bijWeghalen) => {
    const waar = {
      klasse: 'StopProduct',
      sleutel: sleutel(op.ToewijzingNummer ?? op.Product, op.Begindatum, op.RedenBeeindiging, op.Einddatum),
      op,
    }
    return toets(toetsen, waar, { ...context, bsn, stops })
  }

  const weg = producten(bericht)
    .filter((p) => p.StatusAanlevering === '3')
    .flatMap((p) => {
      const bevonden = langs(p, bijWeghalen)
      stops = stops.filter((s) => stopsleutel(s) !== stopsleutel(naarStop(p, bsn)))
      return bevonden
    })
  // Op einddatum, en tijdelijk voor definitief: de volgorde in het bericht heeft geen betekenis (OP080).
  const neer = producten(bericht)
    .filter((p) => p.StatusAanlevering !== '3')
    .sort(opVerloop)
  const nieuw = neer.flatMap((p) => {
    const bevonden = langs(p, bijNeerzetten)
    stops = [...stops, naarStop(p, bsn)]
    return bevonden
  })
  return [...weg, ...nieuw]
}

const opVerloop = (a: StopProduct, b: StopProduct): number =>
  vergelijk(a.Einddatum, b.Einddatum) || Number(b.RedenBeeindiging === TIJDELIJK) - Number(a.RedenBeeindiging === TIJDELIJK)
