/** Wat er verandert terwijl een declaratie regel voor regel beoordeeld wordt: een aangenomen regel telt mee voor de volgende. */
import type { BekendePrestatie, Feiten } from '../../keten/bron.ts'
import { type Tarief, tarievenOp } from '../../keten/contract.ts'
import type { Toewijzing } from '../../keten/feit.ts'
import { groepeer } from '#core/base/groepeer.ts'
import { inRekeneenheden, rekenfactor } from '../../keten/volume.ts'
import type { Ketencontext } from './context.ts'
import type { Prestatie } from './wmo323.ts'

export type Lopend = Ketencontext & {
  readonly feiten: Feiten
  readonly eindePeriode: string
  /** True als het nummer in dit bericht nog niet voorkwam. */
  neemNummer(nummer: string): boolean
  /** De toegekende debetregel met dit nummer. */
  debet(nummer: string): BekendePrestatie | undefined
  isGecrediteerd(debet: BekendePrestatie): boolean
  heeftOpenDebet(p: Prestatie): boolean
  /** De afgesproken tarieven van een productcode op een dag. */
  tarievenOp(code: string, dag: string): readonly Tarief[]
  /** Wat er op de toewijzing staat, in rekeneenheden. */
  volume(t: Toewijzing): number
  /** Alle volumes opgeteld zoals zij er staan, wat de eenheid ook is. */
  ruwVolume(t: Toewijzing): number
  bedrag(t: Toewijzing): number
  neemCredit(p: Prestatie, debet: BekendePrestatie): void
  neemDebet(p: Prestatie): void
}

type Debetdelen = { toewijzing: number; categorie: string; code: string; van: string; tot: string }
const debetsleutel = (p: Debetdelen): string => [p.toewijzing, p.categorie, p.code, p.van, p.tot].join('|')
const delenVan = (p: Prestatie): Debetdelen => ({
  toewijzing: p.ToewijzingNummer,
  categorie: p.ProductCategorie,
  code: p.ProductCode,
  van: p.ProductPeriode.Begindatum,
  tot: p.ProductPeriode.Einddatum,
})

/** `eerder`: nummers die al in een eerder deel van dit bericht stonden. */
export function maakLopend(context: Ketencontext, eindePeriode: string, eerder: ReadonlySet<string>): Lopend {
  const { feiten } = context
  const gezien = new Set(eerder)
  const gecrediteerd = new Set<string>()
  // Alleen wat er al was: twee debetregels met dezelfde sleutel in één bericht zijn TR416, en dus al afgewezen.
  const open = groepeer(feiten.openDebet, debetsleutel)
  const erbij = new Map<number, { volume: number; ruw: number; bedrag: number }>()
  const tel = (p: Prestatie, teken: 1 | -1) => {
    let som = erbij.get(p.ToewijzingNummer)
    if (som === undefined) {
      som = { volume: 0, ruw: 0, bedrag: 0 }
      erbij.set(p.ToewijzingNummer, som)
    }
    som.volume += teken * p.GeleverdVolume * rekenfactor(p.Eenheid)
    som.ruw += teken * p.GeleverdVolume
    som.bedrag += teken * p.IngediendBedrag.Bedrag
  }
  const tarieven = new Map<string, readonly Tarief[]>()
  return {
    ...context,
    eindePeriode,
    neemNummer: (nummer) => !gezien.has(nummer) && gezien.add(nummer).has(nummer),
    debet: (nummer) => feiten.prestaties.get(nummer)?.find((p) => p.dc === 'D' && p.status === 'toegekend'),
    isGecrediteerd: (debet) => debet.isGecrediteerd || gecrediteerd.has(debet.referentie),
    heeftOpenDebet: (p) =>
      (open.size === 0 ? [] : (open.get(debetsleutel(delenVan(p))) ?? [])).some((d) => !gecrediteerd.has(d.referentie)),
    tarievenOp: (code, dag) => {
      const sleutel = `${code}|${dag}`
      const bekend = tarieven.get(sleutel)
      if (bekend !== undefined) return bekend
      const nieuw = tarievenOp(feiten.contract?.get(code) ?? [], dag)
      tarieven.set(sleutel, nieuw)
      return nieuw
    },
    volume: (t) => {
      const eerder = feiten.verbruik.get(t.nummer)
      return (eerder === undefined ? 0 : inRekeneenheden(eerder.perEenheid, t.omvang?.Eenheid ?? '')) + (erbij.get(t.nummer)?.volume ?? 0)
    },
    ruwVolume: (t) =>
      Object.values(feiten.verbruik.get(t.nummer)?.perEenheid ?? {}).reduce((som, v) => som + v, 0) + (erbij.get(t.nummer)?.ruw ?? 0),
    bedrag: (t) => (feiten.verbruik.get(t.nummer)?.bedrag ?? 0) + (erbij.get(t.nummer)?.bedrag ?? 0),
    neemCredit: (p, debet) => {
      gecrediteerd.add(debet.referentie)
      tel(p, -1)
    },
    neemDebet: (p) => tel(p, 1),
  }
}
