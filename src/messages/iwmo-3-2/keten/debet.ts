/** Een debetregel: past hij bij de toewijzing, bij wat er al op staat en bij het contract? */
import { eerder, later } from '../../dagen.ts'
import type { Tarief } from '../../keten/contract.ts'
import type { Omvang, Toewijzing } from '../../keten/feit.ts'
import { eerste, laatste, maandVan } from '../../keten/kalender.ts'
import { toets, type Toets } from '../../keten/ketenregel.ts'
import { isBedrag, isEenheid, isMogelijkBedrag, isTarief } from '../../keten/tarief.ts'
import { maxInPeriode, maxOverToewijzing, pastEenheid, rekenfactor } from '../../keten/volume.ts'
import { type Bevonden, isAfgesproken } from './context.ts'
import { opElkeRegel, type Regelcontext } from './credit.ts'
import type { Lopend } from './lopend.ts'
import type { KetenregelId } from './regels.ts'
import type { Prestatie } from './wmo323.ts'

const EURO = '83'

const opDebet: readonly Toets<KetenregelId, Prestatie, Regelcontext>[] = [
  ...opElkeRegel,
  ['TR338', (p, c) => toewijzingVan(p, c) !== undefined],
  ['TR389', (p, { lopend }) => !lopend.heeftOpenDebet(p)],
  ['TR381', (p, { lopend }) => isAfgesproken({ Categorie: p.ProductCategorie, Code: p.ProductCode }, lopend)],
  ['TR346', (p, { lopend }) => p.Eenheid === EURO || p.ProductTarief === undefined || klopt(p, p.ProductTarief, tarieven(p, lopend))],
  ['TR418', (p, { lopend }) => p.ProductTarief === undefined || isAfgesprokenTarief(p, p.ProductTarief, lopend)],
]

type MetToewijzing = Regelcontext & { readonly t: Toewijzing }
const tegenToewijzing: readonly Toets<KetenregelId, Prestatie, MetToewijzing>[] = [
  ['TR307', (p, { t }) => !eerder(p.ProductPeriode.Begindatum, t.ingangsdatum)],
  ['TR308', (p, { t }) => t.einddatum === undefined || !later(p.ProductPeriode.Einddatum, t.einddatum)],
  ['TR339', (p, { t }) => t.product === undefined || t.product.Categorie === p.ProductCategorie],
  ['TR340', (p, { t }) => t.product?.Code === undefined || t.product.Code === p.ProductCode],
  ['TR341', (p, { t, lopend }) => (t.omvang === undefined ? isContracteenheid(p, lopend) : pastEenheid(t.omvang.Eenheid, p.Eenheid))],
  ['TR384', (_, { t }) => t.redenWijziging !== '13'],
  ['TR387', (p, { t }) => p.ProductPeriode.Begindatum === beginVan(p.ProductPeriode.Begindatum, t)],
  ['TR388', (p, { t }) => p.ProductPeriode.Einddatum === eindVan(p.ProductPeriode.Einddatum, t)],
  ['TR321', (p, { t, lopend }) => past(p, t, (met) => volumeVan(p) <= grensInPeriode(p, met, lopend))],
  ['TR322', (p, { t, lopend }) => past(p, t, (met) => lopend.volume(t) + volumeVan(p) <= grensSamen(met, lopend))],
  ['TR369', (p, { t, lopend }) => t.budget === undefined || binnenBudget(p, t, t.budget, lopend)],
]

function toewijzingVan(p: Prestatie, { lopend: { feiten }, bsn }: Regelcontext): Toewijzing | undefined {
  const t = feiten.toewijzingen.get(p.ToewijzingNummer)
  return t?.bsn === bsn && t.aanbieder === feiten.partijen.aanbieder ? t : undefined
}

export function beoordeelDebet(op: Prestatie, context: Regelcontext): Bevonden[] {
  const waar = { klasse: 'Prestatie', sleutel: op.ProductReferentie.ReferentieNummer, op }
  const t = toewijzingVan(op, context)
  const bevonden = toets(opDebet, waar, context)
  if (t !== undefined) bevonden.push(...toets(tegenToewijzing, waar, { t, ...context }))
  if (bevonden.length === 0) context.lopend.neemDebet(op)
  return bevonden
}

/** De eerste van de maand, of de ingangsdatum als die later in die maand ligt. */
function beginVan(dag: string, t: Toewijzing): string {
  const maand = maandVan(dag)
  return later(t.ingangsdatum, maand.tot) ? maand.van : laatste(maand.van, t.ingangsdatum)
}
/** De laatste van de maand, of de einddatum als die eerder in die maand ligt. */
function eindVan(dag: string, t: Toewijzing): string {
  const maand = maandVan(dag)
  return t.einddatum === undefined || eerder(t.einddatum, maand.van) ? maand.tot : eerste(maand.tot, t.einddatum)
}

/** Volume telt alleen met een omvang, en alleen in een eenheid die daarbij past (anders zegt TR341 het). */
const past = (p: Prestatie, t: Toewijzing, voldoet: (met: MetOmvang) => boolean): boolean =>
  !heeftOmvang(t) || !pastEenheid(t.omvang.Eenheid, p.Eenheid) || voldoet(t)
const heeftOmvang = (t: Toewijzing): t is MetOmvang => t.omvang !== undefined
const volumeVan = (p: Prestatie): number => p.GeleverdVolume * rekenfactor(p.Eenheid)

type MetOmvang = Toewijzing & { readonly omvang: Omvang }
const grensInPeriode = (p: Prestatie, t: MetOmvang, { keuzes }: Lopend): number =>
  maxInPeriode(t, { van: p.ProductPeriode.Begindatum, tot: p.ProductPeriode.Einddatum }, keuzes) * rekenfactor(t.omvang.Eenheid)
const grensSamen = (t: MetOmvang, { keuzes }: Lopend): number => maxOverToewijzing(t, keuzes) * rekenfactor(t.omvang.Eenheid)

/** De regeltekst telt volume op; naast een bedrag aan geld heeft dat alleen zin als de eenheid euro's is. */
function binnenBudget(p: Prestatie, t: Toewijzing, budget: number, lopend: Lopend): boolean {
  if (lopend.keuzes.budgetTelt === 'bedrag') return lopend.bedrag(t) + p.IngediendBedrag.Bedrag <= budget
  return lopend.ruwVolume(t) + p.GeleverdVolume <= budget
}

/** De tarieven van deze productcode op de dag die telt; null als er geen contract bekend is. */
function tarieven(p: Prestatie, { feiten, keuzes, tarievenOp }: Lopend): readonly Tarief[] | null {
  const dag = keuzes.tariefOp === 'begin' ? p.ProductPeriode.Begindatum : p.ProductPeriode.Einddatum
  return feiten.contract === null ? null : tarievenOp(p.ProductCode, dag)
}

function klopt(p: Prestatie, tarief: number, afgesproken: readonly Tarief[] | null): boolean {
  const regel = { eenheid: p.Eenheid, volume: p.GeleverdVolume, tarief, bedrag: p.IngediendBedrag.Bedrag }
  return afgesproken === null ? isMogelijkBedrag(regel) : isBedrag(afgesproken, regel)
}

function isAfgesprokenTarief(p: Prestatie, tarief: number, lopend: Lopend): boolean {
  const afgesproken = tarieven(p, lopend)
  return afgesproken === null ? lopend.keuzes.zonderContract === 'niet_beoordelen' : isTarief(afgesproken, p.Eenheid, tarief)
}

/** Zonder omvang geldt de eenheid van het contract; staat de code daar niet in, dan zeggen TR381 en TR418 het. */
function isContracteenheid(p: Prestatie, lopend: Lopend): boolean {
  const afgesproken = tarieven(p, lopend)
  if (afgesproken === null) return lopend.keuzes.zonderContract === 'niet_beoordelen'
  return afgesproken.length === 0 || isEenheid(afgesproken, p.Eenheid)
}
