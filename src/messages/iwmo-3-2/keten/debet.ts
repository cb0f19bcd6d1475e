/** Een debetregel: past hij bij de toewijzing, bij wat er al op staat en bij het contract? */
import { eerder, later } from '../../dagen.ts'
import { type Tarief, tarievenOp } from '../../keten/contract.ts'
import type { Omvang, Toewijzinginhoud } from '../../keten/feit.ts'
import { eerste, laatste, maandVan } from '../../keten/kalender.ts'
import { toets, type Toets, voldoet } from '../../keten/ketenregel.ts'
import { isBedrag, isEenheid, isMogelijkBedrag, isTarief } from '../../keten/tarief.ts'
import { maxInPeriode, maxOverToewijzing, pastEenheid, rekenfactor } from '../../keten/volume.ts'
import { type Bevonden, isAfgesproken } from './context.ts'
import { GEEN_BEVINDING, opElkeRegel, type Regelcontext, waarVan } from './credit.ts'
import type { Lopend } from './lopend.ts'
import type { KetenregelId } from './regels.ts'
import type { Prestatie, Regelsoort } from './regelreeks.ts'

const EURO = '83'

/** `tarieven`: die van de productcode op de dag die telt; null als er geen contract bekend is. */
type Debetcontext = Regelcontext & { readonly t: Toewijzinginhoud | undefined; readonly tarieven: readonly Tarief[] | null }
type MetToewijzing = Debetcontext & { readonly t: Toewijzinginhoud; readonly paar: Paar }

const opDebet: readonly Toets<KetenregelId, Prestatie, Debetcontext>[] = [
  ...opElkeRegel,
  ['TR338', (_, { t }) => t !== undefined],
  ['TR389', (p, { lopend }) => !lopend.heeftOpenDebet(p)],
  ['TR381', (p, { lopend }) => isAfgesproken({ Categorie: p.ProductCategorie, Code: p.ProductCode }, lopend)],
  ['TR346', (p, { tarieven }) => p.Eenheid === EURO || p.ProductTarief === undefined || klopt(p, p.ProductTarief, tarieven)],
  ['TR418', (p, c) => p.ProductTarief === undefined || isAfgesprokenTarief(p, p.ProductTarief, c)],
]

const tegenToewijzing: readonly Toets<KetenregelId, Prestatie, MetToewijzing>[] = [
  ['TR307', (p, { t }) => !eerder(p.ProductPeriode.Begindatum, t.ingangsdatum)],
  ['TR308', (p, { t }) => t.einddatum === undefined || !later(p.ProductPeriode.Einddatum, t.einddatum)],
  ['TR339', (p, { t }) => t.product === undefined || t.product.Categorie === p.ProductCategorie],
  ['TR340', (p, { t }) => t.product?.Code === undefined || t.product.Code === p.ProductCode],
  ['TR341', (p, { t, ...c }) => (t.omvang === undefined ? isContracteenheid(p, c) : pastEenheid(t.omvang.Eenheid, p.Eenheid))],
  ['TR384', (_, { t }) => t.redenWijziging !== '13'],
  ['TR387', (p, { t }) => p.ProductPeriode.Begindatum === beginVan(p.ProductPeriode.Begindatum, t)],
  ['TR388', (p, { t }) => p.ProductPeriode.Einddatum === eindVan(p.ProductPeriode.Einddatum, t)],
  ['TR321', (p, { paar }) => volumeVan(p) <= paar.inPeriode],
  [
    'TR322',
    (p, { t, paar, lopend }) =>
      paar.samen === Number.POSITIVE_INFINITY || lopend.volume(p.ToewijzingNummer, t.omvang?.Eenheid ?? '') + volumeVan(p) <= paar.samen,
  ],
  ['TR369', (p, { t, lopend }) => t.budget === undefined || binnenBudget(p, t.budget, lopend)],
]

/** Toetsen die alleen naar de soort van de regel, de inhoud van de toewijzing en het contract kijken. */
const perPaar: ReadonlySet<KetenregelId> = new Set<KetenregelId>([
  'TR319',
  'TR381',
  'TR418',
  'TR307',
  'TR308',
  'TR339',
  'TR340',
  'TR341',
  'TR384',
  'TR387',
  'TR388',
])
const isPerPaar = ([id]: readonly [KetenregelId, ...unknown[]]): boolean => perPaar.has(id)
const isPerRegel = (toets: readonly [KetenregelId, ...unknown[]]): boolean => !isPerPaar(toets)
const debetPerPaar = opDebet.filter(isPerPaar)
const debetPerRegel = opDebet.filter(isPerRegel)
const toewijzingPerPaar = tegenToewijzing.filter(isPerPaar)
const toewijzingPerRegel = tegenToewijzing.filter(isPerRegel)

/** Wat voor elke regel van een soort op een toewijzing met deze inhoud gelijk is. */
type Paar = {
  /** Nog niet bekend tot de eerste regel erlangs is gelegd. */
  isGoed: boolean | undefined
  /** Hoeveel rekeneenheden er in de productperiode passen, en over de hele toewijzing; oneindig zonder grens. */
  readonly inPeriode: number
  readonly samen: number
}

/** Het oordeel over debetregels. Wat per soort en toewijzing gelijk is wordt één keer beoordeeld. */
export type Debetoordeel = (p: Prestatie, soort: Regelsoort, context: Regelcontext) => readonly Bevonden[]

export function maakDebetoordeel(lopend: Lopend): Debetoordeel {
  const paren = new Map<Regelsoort, Map<Toewijzinginhoud, Paar>>()
  const tarievenPerSoort = new Map<Regelsoort, readonly Tarief[] | null>()
  const tarievenVan = (soort: Regelsoort): readonly Tarief[] | null => {
    let gevonden = tarievenPerSoort.get(soort)
    if (gevonden === undefined) tarievenPerSoort.set(soort, (gevonden = tarievenOpDag(soort, lopend)))
    return gevonden
  }
  const paarVan = (p: Prestatie, soort: Regelsoort, t: Toewijzinginhoud): Paar => {
    let bij = paren.get(soort)
    if (bij === undefined) paren.set(soort, (bij = new Map()))
    let paar = bij.get(t)
    if (paar === undefined) bij.set(t, (paar = { isGoed: undefined, ...grenzen(p, t, lopend) }))
    return paar
  }
  return (p, soort, om) => {
    const t = lopend.toewijzing(p.ToewijzingNummer, om.bsn)
    const tarieven = tarievenVan(soort)
    if (t === undefined) return toets(opDebet, waarVan(om), { ...om, t, tarieven })
    const { bsn, isDubbel, reeks, client, regel } = om
    // Veld voor veld: uitspreiden kost bij elke regel meer dan het hele oordeel.
    const context = { lopend, bsn, isDubbel, reeks, client, regel, t, tarieven, paar: paarVan(p, soort, t) }
    context.paar.isGoed ??= voldoet(debetPerPaar, p, context) && voldoet(toewijzingPerPaar, p, context)
    if (!context.paar.isGoed || !voldoet(debetPerRegel, p, context) || !voldoet(toewijzingPerRegel, p, context))
      return [...toets(opDebet, waarVan(context), context), ...toets(tegenToewijzing, waarVan(context), context)]
    lopend.neemDebet(p)
    return GEEN_BEVINDING
  }
}

/** De eerste van de maand, of de ingangsdatum als die later in die maand ligt. */
function beginVan(dag: string, t: Toewijzinginhoud): string {
  const maand = maandVan(dag)
  return later(t.ingangsdatum, maand.tot) ? maand.van : laatste(maand.van, t.ingangsdatum)
}
/** De laatste van de maand, of de einddatum als die eerder in die maand ligt. */
function eindVan(dag: string, t: Toewijzinginhoud): string {
  const maand = maandVan(dag)
  return t.einddatum === undefined || eerder(t.einddatum, maand.van) ? maand.tot : eerste(maand.tot, t.einddatum)
}

/** Volume telt alleen met een omvang, en alleen in een eenheid die daarbij past (anders zegt TR341 het). */
function grenzen(p: Prestatie, t: Toewijzinginhoud, { keuzes }: Lopend): Pick<Paar, 'inPeriode' | 'samen'> {
  if (!heeftOmvang(t) || !pastEenheid(t.omvang.Eenheid, p.Eenheid)) return ONBEGRENSD
  const factor = rekenfactor(t.omvang.Eenheid)
  const periode = { van: p.ProductPeriode.Begindatum, tot: p.ProductPeriode.Einddatum }
  return { inPeriode: maxInPeriode(t, periode, keuzes) * factor, samen: maxOverToewijzing(t, keuzes) * factor }
}
const ONBEGRENSD = { inPeriode: Number.POSITIVE_INFINITY, samen: Number.POSITIVE_INFINITY }
const heeftOmvang = (t: Toewijzinginhoud): t is Toewijzinginhoud & { readonly omvang: Omvang } => t.omvang !== undefined
const volumeVan = (p: Prestatie): number => p.GeleverdVolume * rekenfactor(p.Eenheid)

/** De regeltekst telt volume op; naast een bedrag aan geld heeft dat alleen zin als de eenheid euro's is. */
function binnenBudget(p: Prestatie, budget: number, lopend: Lopend): boolean {
  if (lopend.keuzes.budgetTelt === 'bedrag') return lopend.bedrag(p.ToewijzingNummer) + p.IngediendBedrag.Bedrag <= budget
  return lopend.ruwVolume(p.ToewijzingNummer) + p.GeleverdVolume <= budget
}

function tarievenOpDag({ code, van, tot }: Regelsoort, { feiten, keuzes }: Lopend): readonly Tarief[] | null {
  return feiten.contract === null ? null : tarievenOp(feiten.contract.get(code) ?? [], keuzes.tariefOp === 'begin' ? van : tot)
}

function klopt(p: Prestatie, tarief: number, afgesproken: readonly Tarief[] | null): boolean {
  const regel = { eenheid: p.Eenheid, volume: p.GeleverdVolume, tarief, bedrag: p.IngediendBedrag.Bedrag }
  return afgesproken === null ? isMogelijkBedrag(regel) : isBedrag(afgesproken, regel)
}

type Afspraak = Pick<Debetcontext, 'tarieven' | 'lopend'>

function isAfgesprokenTarief(p: Prestatie, tarief: number, { tarieven, lopend }: Afspraak): boolean {
  return tarieven === null ? lopend.keuzes.zonderContract === 'niet_beoordelen' : isTarief(tarieven, p.Eenheid, tarief)
}

/** Zonder omvang geldt de eenheid van het contract; staat de code daar niet in, dan zeggen TR381 en TR418 het. */
function isContracteenheid(p: Prestatie, { tarieven, lopend }: Afspraak): boolean {
  if (tarieven === null) return lopend.keuzes.zonderContract === 'niet_beoordelen'
  return tarieven.length === 0 || isEenheid(tarieven, p.Eenheid)
}
