/** Een creditregel neemt een toegekende debetregel terug. Op inhoud wijst de gemeente hem niet af, alleen technisch (IV085). */
import { later } from '../../dagen.ts'
import type { BekendePrestatie } from '../../keten/bron.ts'
import { toets, type Toets, voldoet } from '../../keten/ketenregel.ts'
import type { Bevonden } from './context.ts'
import type { Lopend } from './lopend.ts'
import type { KetenregelId } from './regels.ts'
import type { Prestatie, Regelreeks } from './regelreeks.ts'

export type Regelcontext = {
  readonly lopend: Lopend
  readonly bsn: string
  /** Of het nummer van deze regel eerder in dit bericht staat. */
  readonly isDubbel: boolean
  /** Waar de regel staat; `client` en `regel` zijn plekken in de reeks. */
  readonly reeks: Regelreeks
  readonly client: number
  readonly regel: number
}

/** De regel zoals zij in het bericht staat, voor wie er iets over te melden heeft. */
export function waarVan({ reeks, client, regel }: Regelcontext) {
  const op = reeks.clientOp(client).Prestaties.Prestatie[regel - reeks.van(client)] as Prestatie
  return { klasse: 'Prestatie', sleutel: op.ProductReferentie.ReferentieNummer, op }
}
export const GEEN_BEVINDING: readonly Bevonden[] = []

/** Voor credit en debet gelijk. */
export const opElkeRegel: readonly Toets<KetenregelId, Prestatie, Regelcontext>[] = [
  ['TR314', (p, { lopend, isDubbel }) => !isDubbel && !isBezet(p.ProductReferentie.ReferentieNummer, lopend)],
  ['TR319', (p, { lopend }) => !later(p.ProductPeriode.Einddatum, lopend.eindePeriode)],
]

const isBezet = (nummer: string, { feiten, keuzes }: Lopend): boolean =>
  (feiten.prestaties.get(nummer) ?? []).some((p) => p.status !== 'afgewezen' || keuzes.referentieNummerNaAfwijzing === 'bezet')

const debetVan = (p: Prestatie, { lopend }: Regelcontext): BekendePrestatie | undefined =>
  lopend.debet(p.ProductReferentie.VorigReferentieNummer ?? '')

const opCredit: readonly Toets<KetenregelId, Prestatie, Regelcontext>[] = [
  ...opElkeRegel,
  ['TR323', (p, c) => isGelijk(p, debetVan(p, c), c.bsn)],
  [
    'TR390',
    (p, c) => {
      const debet = debetVan(p, c)
      return debet === undefined || !c.lopend.isGecrediteerd(debet)
    },
  ],
]

/** Alles gelijk, behalve nummer, vorig nummer en D of C (IV091). */
const isGelijk = (p: Prestatie, debet: BekendePrestatie | undefined, bsn: string): boolean =>
  debet !== undefined &&
  debet.bsn === bsn &&
  debet.toewijzing === p.ToewijzingNummer &&
  debet.categorie === p.ProductCategorie &&
  debet.code === p.ProductCode &&
  debet.van === p.ProductPeriode.Begindatum &&
  debet.tot === p.ProductPeriode.Einddatum &&
  debet.volume === p.GeleverdVolume &&
  debet.eenheid === p.Eenheid &&
  debet.tarief === p.ProductTarief &&
  debet.bedrag === p.IngediendBedrag.Bedrag

export function beoordeelCredit(p: Prestatie, context: Regelcontext): readonly Bevonden[] {
  const debet = debetVan(p, context)
  if (debet === undefined || !voldoet(opCredit, p, context)) return toets(opCredit, waarVan(context), context)
  context.lopend.neemCredit(p, debet)
  return GEEN_BEVINDING
}
