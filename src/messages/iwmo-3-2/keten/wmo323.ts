/** De gemeente beoordeelt een declaratie: regel voor regel, eerst alle credits, dan alle debets (OP366). */
import { eerder } from '../../dagen.ts'
import type { Vraag } from '../../keten/bron.ts'
import { toets, type Toets } from '../../keten/ketenregel.ts'
import type { WMO323 } from '../release.ts'
import { beoordeelCredit } from './credit.ts'
import type { Bevonden, Ketencontext } from './context.ts'
import { beoordeelDebet } from './debet.ts'
import { beoordeelKop } from './kop.ts'
import { maakLopend, type Lopend } from './lopend.ts'
import type { KetenregelId } from './regels.ts'

type Declaratie = WMO323['Declaratie']
export type Declaratieclient = Declaratie['Clienten']['Client'][number]
export type Prestatie = Declaratieclient['Prestaties']['Prestatie'][number]

const clienten = (bericht: WMO323): readonly Declaratieclient[] => bericht.Declaratie.Clienten.Client
const regels = (client: Declaratieclient): readonly Prestatie[] => client.Prestaties.Prestatie
export const isCredit = (p: Prestatie): boolean => p.IngediendBedrag.DebetCredit === 'C'
const isDebet = (p: Prestatie): boolean => !isCredit(p)

export type Clientenvraag = Required<
  Pick<Vraag, 'toewijzingen' | 'bekendeClienten' | 'prestaties' | 'openDebet' | 'verbruik' | 'productcodes'>
>

/** Wat deze cliënten nodig hebben. Een grote declaratie kan zo in delen van een aantal cliënten beoordeeld worden. */
export function vraagClienten(deel: readonly Declaratieclient[]): Clientenvraag {
  const alle = deel.flatMap(regels)
  const nummers = uniek(alle.map((p) => p.ToewijzingNummer))
  const debet = alle.filter((p) => !isCredit(p)).map((p) => ({ toewijzing: p.ToewijzingNummer, van: p.ProductPeriode.Begindatum }))
  const vorige = alle.flatMap((p) => p.ProductReferentie.VorigReferentieNummer ?? [])
  return {
    toewijzingen: nummers,
    bekendeClienten: uniek(deel.map((c) => c.Bsn)),
    prestaties: uniek([...alle.map((p) => p.ProductReferentie.ReferentieNummer), ...vorige]),
    openDebet: debet,
    verbruik: nummers,
    productcodes: uniek(alle.map((p) => p.ProductCode)),
  }
}

export const vraag323 = (bericht: WMO323): Omit<Vraag, 'partijen' | 'sleutel'> => ({
  ...vraagClienten(clienten(bericht)),
  declaraties: { nummers: [bericht.Declaratie.DeclaratieNummer], identificaties: [], bsns: [] },
  laatsteDeclaratieperiode: true,
})

const uniek = <T>(dingen: readonly T[]): T[] => [...new Set(dingen)]

const opDeclaratie: readonly Toets<KetenregelId, Declaratie, Ketencontext>[] = [
  ['TR318', (d, { feiten: { laatsteDeclaratieperiode: laatste } }) => laatste === null || !eerder(d.DeclaratiePeriode.Begindatum, laatste)],
  ['TR333', (d, { feiten }) => !feiten.declaraties.some((eerdere) => eerdere.nummer === d.DeclaratieNummer)],
]

export function beoordeel323(bericht: WMO323, context: Ketencontext): Bevonden[] {
  const ingangsdatums = [...context.feiten.toewijzingen.values()].map((t) => t.ingangsdatum)
  const bovenaan = beoordeelBovenaan(bericht, ingangsdatums, context)
  if (bovenaan.length > 0) return bovenaan
  return maakClientoordeel(context, bericht.Declaratie.DeclaratiePeriode.Einddatum, new Set())(clienten(bericht))
}

/** De kop en de declaratie zelf; is daar iets mis, dan tellen de regels niet meer. `ingangsdatums` zijn die van alle toewijzingen erin. */
export function beoordeelBovenaan({ Header, Declaratie: op }: WMO323, ingangsdatums: readonly string[], context: Ketencontext): Bevonden[] {
  const kop = beoordeelKop(Header, ingangsdatums, context)
  return kop.length > 0 ? kop : toets(opDeclaratie, { klasse: 'DeclaratieAntwoord', sleutel: op.DeclaratieNummer, op }, context)
}

/**
 * Oordeelt over cliënten zo veel als er gegeven worden, en onthoudt wat zij al gebruikten. `eerder` zijn nummers uit eerdere delen: een
 * ReferentieNummer is uniek over het hele bericht.
 */
export function maakClientoordeel(
  context: Ketencontext,
  eindePeriode: string,
  eerder: ReadonlySet<string>,
): (clienten: readonly Declaratieclient[]) => Bevonden[] {
  const stappen = maakClientstappen(context, eindePeriode, eerder, Number.POSITIVE_INFINITY)
  return (deel) => {
    const loop = stappen(deel)
    for (let stap = loop.next(); ; stap = loop.next()) if (stap.done) return stap.value
  }
}

/** Een oordeel dat tussendoor stilstaat: steeds na zoveel regels. Wie het laat lopen krijgt aan het eind alles wat er gevonden is. */
export type Clientstappen = (clienten: readonly Declaratieclient[]) => Generator<undefined, Bevonden[]>

/** Hetzelfde oordeel in stappen van zoveel regels, ook binnen één cliënt. */
export function maakClientstappen(
  context: Ketencontext,
  eindePeriode: string,
  eerder: ReadonlySet<string>,
  perStap: number,
): Clientstappen {
  const lopend = maakLopend(context, eindePeriode, eerder)
  return function* (deel) {
    const bevonden: Bevonden[] = []
    for (const client of deel) yield* beoordeelClient(client, lopend, perStap, bevonden)
    return bevonden
  }
}

/** Eén cliënt. Credit en debet op één toewijzing horen altijd bij dezelfde cliënt, dus per cliënt is hetzelfde als over het bericht. */
function* beoordeelClient(client: Declaratieclient, lopend: Lopend, perStap: number, bevonden: Bevonden[]): Generator<undefined, void> {
  // Een nummer is gezien in de volgorde van het bericht, ook als de regel of de cliënt wordt afgewezen.
  const dubbel = new Set(regels(client).filter((p) => !lopend.neemNummer(p.ProductReferentie.ReferentieNummer)))
  if (!lopend.feiten.bekendeClienten.has(client.Bsn))
    return void bevonden.push({ regel: 'TR304', klasse: 'Client', sleutel: client.Bsn, op: client })
  const context = { lopend, bsn: client.Bsn, dubbel }
  let gedaan = 0
  for (const [isBeurt, beoordeel] of [[isCredit, beoordeelCredit] as const, [isDebet, beoordeelDebet] as const])
    for (const p of regels(client)) {
      if (!isBeurt(p)) continue
      bevonden.push(...beoordeel(p, context))
      if (++gedaan % perStap === 0) yield
    }
}
