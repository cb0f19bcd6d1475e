/** De gemeente beoordeelt een start. Weghalen gaat voor neerzetten, zodat een correctie in één bericht past (IV008). */
import { isActief, startsleutel } from '../../keten/afleiden.ts'
import type { Vraag } from '../../keten/bron.ts'
import type { Start, Stop } from '../../keten/feit.ts'
import { type Toets, toets } from '../../keten/ketenregel.ts'
import type { WMO305 } from '../release.ts'
import { type Bevonden, isAfgesproken, type Ketencontext, sleutel } from './context.ts'
import { beoordeelKop } from './kop.ts'
import { ingangsdatumVan, isToegewezen, naarStart } from './levering.ts'
import type { KetenregelId } from './regels.ts'

type StartProduct = WMO305['Client']['StartProducten']['StartProduct'][number]
type Context = Ketencontext & { readonly bsn: string; readonly starts: readonly Start[]; readonly stops: readonly Stop[] }

const producten = (bericht: WMO305): readonly StartProduct[] => bericht.Client.StartProducten.StartProduct

export const vraag305 = (bericht: WMO305): Omit<Vraag, 'partijen' | 'sleutel'> => ({
  toewijzingen: producten(bericht).flatMap((p) => p.ToewijzingNummer ?? []),
  leveringen: [bericht.Client.Bsn],
  productcodes: producten(bericht).flatMap((p) => p.Product?.Code ?? []),
})

const staatEr = (p: StartProduct, c: Context): boolean => c.starts.some((s) => startsleutel(s) === startsleutel(naarStart(p, c.bsn)))
const heeftStop = (p: StartProduct, c: Context): boolean => !isActief(naarStart(p, c.bsn), c.stops)

const bijWeghalen: readonly Toets<KetenregelId, StartProduct, Context>[] = [
  ['TR063', staatEr],
  ['TR071', (p, c) => !heeftStop(p, c)],
]
const bijNeerzetten: readonly Toets<KetenregelId, StartProduct, Context>[] = [
  ['TR019', isToegewezen],
  ['TR074', (p, c) => !staatEr(p, c)],
  // Taakgericht is er geen toewijzing waarop al geleverd wordt.
  ['TR326', (p, c) => p.ToewijzingNummer === undefined || !c.starts.some((s) => s.nummer === p.ToewijzingNummer && isActief(s, c.stops))],
  ['TR381', (p, c) => isAfgesproken(p.Product, c)],
]

export function beoordeel305(bericht: WMO305, context: Ketencontext): Bevonden[] {
  const { Bsn: bsn } = bericht.Client
  const kop = beoordeelKop(
    bericht.Header,
    producten(bericht).map((p) => ingangsdatumVan(p, context)),
    context,
  )
  if (kop.length > 0) return kop
  const { stops } = context.feiten.levering
  let starts = context.feiten.levering.starts.filter((s) => s.bsn === bsn)
  const langs = (op: StartProduct, toetsen: typeof bijWeghalen) =>
    toets(
      toetsen,
      { klasse: 'StartProduct', sleutel: sleutel(op.ToewijzingNummer ?? op.Product, op.Begindatum), op },
      { ...context, bsn, starts, stops },
    )

  const weg = producten(bericht)
    .filter((p) => p.StatusAanlevering === '3')
    .flatMap((p) => {
      const bevonden = langs(p, bijWeghalen)
      starts = starts.filter((s) => startsleutel(s) !== startsleutel(naarStart(p, bsn)))
      return bevonden
    })
  const nieuw = producten(bericht)
    .filter((p) => p.StatusAanlevering !== '3')
    .flatMap((p) => {
      const bevonden = langs(p, bijNeerzetten)
      starts = [...starts, naarStart(p, bsn)]
      return bevonden
    })
  return [...weg, ...nieuw]
}
