/** Wat er verandert terwijl een declaratie regel voor regel beoordeeld wordt: een aangenomen regel telt mee voor de volgende. */
import type { BekendePrestatie, Feiten } from '../../keten/bron.ts'
import type { Toewijzinginhoud } from '../../keten/feit.ts'
import { groepeer } from '#core/base/groepeer.ts'
import { inRekeneenheden, rekenfactor } from '../../keten/volume.ts'
import type { Nummers } from './nummers.ts'
import type { Ketencontext } from './context.ts'
import type { Prestatie } from './regelreeks.ts'

export type Lopend = Ketencontext & {
  readonly feiten: Feiten
  readonly eindePeriode: string
  readonly nummers: Nummers
  /** De toegekende debetregel met dit nummer. */
  debet(nummer: string): BekendePrestatie | undefined
  isGecrediteerd(debet: BekendePrestatie): boolean
  heeftOpenDebet(p: Prestatie): boolean
  /** De toewijzing met dit nummer, als zij van deze cliënt bij deze aanbieder is. */
  toewijzing(nummer: number, bsn: string): Toewijzinginhoud | undefined
  /** Wat er op de toewijzing staat, in rekeneenheden van haar eenheid. */
  volume(nummer: number, toegewezen: string): number
  /** Alle volumes opgeteld zoals zij er staan, wat de eenheid ook is. */
  ruwVolume(nummer: number): number
  bedrag(nummer: number): number
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

/** De toewijzing met dit nummer, als zij van deze cliënt bij deze aanbieder is. */
export type Toewijzingzoeker = Lopend['toewijzing']

const zoekIn =
  ({ toewijzingen, partijen }: Feiten): Toewijzingzoeker =>
  (nummer, bsn) => {
    const t = toewijzingen.get(nummer)
    return t?.bsn === bsn && t.aanbieder === partijen.aanbieder ? t : undefined
  }

export function maakLopend(
  context: Ketencontext,
  eindePeriode: string,
  nummers: Nummers,
  toewijzing: Toewijzingzoeker = zoekIn(context.feiten),
): Lopend {
  const { feiten } = context
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
  return {
    ...context,
    eindePeriode,
    nummers,
    debet: (nummer) => feiten.prestaties.get(nummer)?.find((p) => p.dc === 'D' && p.status === 'toegekend'),
    isGecrediteerd: (debet) => debet.isGecrediteerd || gecrediteerd.has(debet.referentie),
    heeftOpenDebet: (p) => open.size > 0 && (open.get(debetsleutel(delenVan(p))) ?? []).some((d) => !gecrediteerd.has(d.referentie)),
    toewijzing,
    volume: (nummer, toegewezen) => {
      const eerder = feiten.verbruik.get(nummer)
      return (eerder === undefined ? 0 : inRekeneenheden(eerder.perEenheid, toegewezen)) + (erbij.get(nummer)?.volume ?? 0)
    },
    ruwVolume: (nummer) =>
      Object.values(feiten.verbruik.get(nummer)?.perEenheid ?? {}).reduce((som, v) => som + v, 0) + (erbij.get(nummer)?.ruw ?? 0),
    bedrag: (nummer) => (feiten.verbruik.get(nummer)?.bedrag ?? 0) + (erbij.get(nummer)?.bedrag ?? 0),
    neemCredit: (p, debet) => {
      gecrediteerd.add(debet.referentie)
      tel(p, -1)
    },
    neemDebet: (p) => tel(p, 1),
  }
}
