/** De gemeente beoordeelt een declaratie: regel voor regel, eerst alle credits, dan alle debets (OP366). */
import { eerder } from '../../dagen.ts'
import type { Debetsleutel, Vraag } from '../../keten/bron.ts'
import { toets, type Toets } from '../../keten/ketenregel.ts'
import type { WMO323 } from '../release.ts'
import { beoordeelCredit } from './credit.ts'
import type { Bevonden, Ketencontext } from './context.ts'
import { type Debetoordeel, maakDebetoordeel } from './debet.ts'
import { beoordeelKop } from './kop.ts'
import { type Lopend, maakLopend, type Toewijzingzoeker } from './lopend.ts'
import { elkNummerNieuw, maakNummers, type Nummers } from './nummers.ts'
import { type Declaratieclient, Regelreeks } from './regelreeks.ts'
import type { KetenregelId } from './regels.ts'

type Declaratie = WMO323['Declaratie']

export type Regelvraag = Required<
  Pick<Vraag, 'toewijzingen' | 'bekendeClienten' | 'prestaties' | 'openDebet' | 'verbruik' | 'productcodes'>
>

/** Wat deze regels nodig hebben. Een grote declaratie kan zo in delen van een aantal cliënten beoordeeld worden. */
export function vraagRegels(reeks: Regelreeks): Regelvraag {
  const nummers = uniek(reeks.toewijzing)
  return {
    toewijzingen: nummers,
    bekendeClienten: uniek(reeks.bsns),
    prestaties: uniek(referentiesIn(reeks)),
    openDebet: debetsleutelsIn(reeks, () => true),
    verbruik: nummers,
    productcodes: productcodesIn(reeks),
  }
}

/** De nummers van de regels, en die zij terugdraaien. */
export const referentiesIn = ({ referentie, vorige, soorten }: Regelreeks): readonly string[] =>
  soorten.some((s) => s.dc === 'C') ? [...referentie, ...vorige.filter((v) => v !== undefined)] : referentie

/** Van de debetregels op deze toewijzingen. */
export function debetsleutelsIn(reeks: Regelreeks, isGevraagd: (toewijzing: number) => boolean): Debetsleutel[] {
  const sleutels: Debetsleutel[] = []
  for (const [regel, toewijzing] of reeks.toewijzing.entries()) {
    const { dc, van } = reeks.soortOp(regel)
    if (dc === 'D' && isGevraagd(toewijzing)) sleutels.push({ toewijzing, van })
  }
  return sleutels
}

export const productcodesIn = ({ soorten }: Regelreeks): string[] => uniek(soorten.map((s) => s.code))

export const vraag323 = (bericht: WMO323): Omit<Vraag, 'partijen' | 'sleutel'> => ({
  ...vraagRegels(Regelreeks.van(bericht.Declaratie.Clienten.Client)),
  declaraties: { nummers: [bericht.Declaratie.DeclaratieNummer], identificaties: [], bsns: [] },
  laatsteDeclaratieperiode: true,
})

export const uniek = <T>(dingen: readonly T[]): T[] => [...new Set(dingen)]

const opDeclaratie: readonly Toets<KetenregelId, Declaratie, Ketencontext>[] = [
  ['TR318', (d, { feiten: { laatsteDeclaratieperiode: laatste } }) => laatste === null || !eerder(d.DeclaratiePeriode.Begindatum, laatste)],
  ['TR333', (d, { feiten }) => !feiten.declaraties.some((eerdere) => eerdere.nummer === d.DeclaratieNummer)],
]

export function beoordeel323(bericht: WMO323, context: Ketencontext): Bevonden[] {
  const ingangsdatums = [...context.feiten.toewijzingen.values()].map((t) => t.ingangsdatum)
  const bovenaan = beoordeelBovenaan(bericht, ingangsdatums, context)
  if (bovenaan.length > 0) return bovenaan
  const om = { context, eindePeriode: bericht.Declaratie.DeclaratiePeriode.Einddatum, nummers: maakNummers() }
  const inEens = beoordeelRegels(Regelreeks.van(bericht.Declaratie.Clienten.Client), om, Number.POSITIVE_INFINITY)
  return [...inEens].flatMap(({ bevonden }) => bevonden)
}

/** De kop en de declaratie zelf; is daar iets mis, dan tellen de regels niet meer. `ingangsdatums` zijn die van alle toewijzingen erin. */
export function beoordeelBovenaan({ Header, Declaratie: op }: WMO323, ingangsdatums: readonly string[], context: Ketencontext): Bevonden[] {
  const kop = beoordeelKop(Header, ingangsdatums, context)
  return kop.length > 0 ? kop : toets(opDeclaratie, { klasse: 'DeclaratieAntwoord', sleutel: op.DeclaratieNummer, op }, context)
}

/** Wat er bij het oordeel over een deel van de regels hoort. */
export type Regelom = {
  readonly context: Ketencontext
  readonly eindePeriode: string
  readonly nummers: Nummers
  /** Zonder: de toewijzingen in de feiten. */
  readonly toewijzing?: Toewijzingzoeker
}
/** Wat er gevonden is over cliënten die nu beoordeeld zijn; `clienten` zijn die waar iets over te melden is. */
export type Regeloordeel = { readonly bevonden: readonly Bevonden[]; readonly clienten: readonly Declaratieclient[] }

/**
 * Het oordeel over deze regels, in stappen van zoveel werk, ook binnen één cliënt: dan kan iets anders voorgaan. Elke stap geeft wat er
 * sinds de vorige af is.
 */
export function* beoordeelRegels(reeks: Regelreeks, om: Regelom, perStap: number): Generator<Regeloordeel, void> {
  const lopend = maakLopend(om.context, om.eindePeriode, om.nummers, om.toewijzing)
  const loop: Loop = { reeks, lopend, debet: maakDebetoordeel(lopend), perStap, gedaan: 0 }
  let af: { bevonden: Bevonden[]; clienten: Declaratieclient[] } = { bevonden: [], clienten: [] }
  for (let client = 0; client < reeks.bsns.length; client++) {
    const bevonden = yield* beoordeelClient(client, loop)
    if (bevonden.length > 0) {
      for (const b of bevonden) af.bevonden.push(b)
      af.clienten.push(reeks.clientOp(client))
    }
    if (!isStap(loop, CLIENT)) continue
    yield af
    af = { bevonden: [], clienten: [] }
  }
  yield af
}

type Loop = {
  readonly reeks: Regelreeks
  readonly lopend: Lopend
  readonly debet: Debetoordeel
  readonly perStap: number
  gedaan: number
}

const NOG_NIETS: Regeloordeel = { bevonden: [], clienten: [] }

/** Eén cliënt. Credit en debet op één toewijzing horen altijd bij dezelfde cliënt, dus per cliënt is hetzelfde als over het bericht. */
function* beoordeelClient(client: number, loop: Loop): Generator<Regeloordeel, readonly Bevonden[]> {
  const { reeks, lopend } = loop
  const bsn = reeks.bsns[client] as string
  // Een nummer is gezien in de volgorde van het bericht, ook als de regel of de cliënt wordt afgewezen.
  const dubbel = neemNummers(client, loop)
  if (!lopend.feiten.bekendeClienten.has(bsn)) {
    loop.gedaan += reeks.tot(client) - reeks.van(client)
    return [{ regel: 'TR304', klasse: 'Client', sleutel: bsn, op: reeks.clientOp(client) }]
  }
  const bevonden: Bevonden[] = []
  for (const beurt of ['C', 'D'] as const)
    for (let regel = reeks.van(client); regel < reeks.tot(client); regel++) {
      const soort = reeks.soortOp(regel)
      if (soort.dc !== beurt) continue
      const context = { lopend, bsn, isDubbel: dubbel.has(regel), reeks, client, regel }
      const p = reeks.regelOp(regel)
      const gevonden = beurt === 'C' ? beoordeelCredit(p, context) : loop.debet(p, soort, context)
      if (gevonden.length > 0) bevonden.push(...gevonden)
      if (isStap(loop, REGEL)) yield NOG_NIETS
    }
  return bevonden
}

/** Hoeveel werk iets is, geteld in regels. */
const REGEL = 1
const CLIENT = 8
function isStap(loop: Loop, werk: number): boolean {
  loop.gedaan += werk
  if (loop.gedaan < loop.perStap) return false
  loop.gedaan = 0
  return true
}

const GEEN_DUBBELE: ReadonlySet<number> = new Set()
/** De regels van deze cliënt waarvan het nummer er al was. */
function neemNummers(client: number, { reeks, lopend }: Loop): ReadonlySet<number> {
  if (lopend.nummers === elkNummerNieuw) return GEEN_DUBBELE
  let dubbel: Set<number> | undefined
  for (let regel = reeks.van(client); regel < reeks.tot(client); regel++)
    if (!lopend.nummers(reeks.referentie[regel] as string)) (dubbel ??= new Set()).add(regel)
  return dubbel ?? GEEN_DUBBELE
}
