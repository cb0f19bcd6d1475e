/**
 * Hoe lang elk antwoord in de keten mag duren, en of dat gehaald is. Werkdagen zijn dagen die volgens de Algemene termijnenwet geen
 * zaterdag, zondag of feestdag zijn. Puur.
 */
import { type Datum, dagnummer, jaarVan, plusDagen, weekdag } from '#core/base/datum.ts'
import { wettelijkeFeestdagen } from '#core/base/feestdagen.ts'
import { plusWerkdagen } from '#core/base/werkdagen.ts'

type Norm = { readonly werkdagen: number } | { readonly dagen: number } | { readonly tot: 'einde_volgende_maand' }
type Regel = {
  /** Nummer in de standaard; SAP: het administratieprotocol. */
  readonly regel: string
  readonly wie: 'wij' | 'aanbieder'
  readonly norm: Norm
  readonly titel: string
  readonly uitleg: string
}

export const reactietermijnen = {
  retour: {
    regel: 'OP090',
    wie: 'aanbieder',
    norm: { werkdagen: 3 },
    titel: 'Antwoord op een bericht van ons',
    uitleg: 'Binnen 3 werkdagen na ontvangst komt een retourbericht.',
  },
  eigen_retour: {
    regel: 'OP090',
    wie: 'wij',
    norm: { werkdagen: 3 },
    titel: 'Ons antwoord op een bericht',
    uitleg: 'Binnen 3 werkdagen na ontvangst sturen wij een retourbericht.',
  },
  declaratieantwoord: {
    regel: 'OP090x4',
    wie: 'wij',
    norm: { werkdagen: 10 },
    titel: 'Ons antwoord op een declaratie',
    uitleg: 'Binnen 10 werkdagen na ontvangst sturen wij het declaratieantwoord.',
  },
  start: {
    regel: 'OP271',
    wie: 'aanbieder',
    norm: { werkdagen: 5 },
    titel: 'Start van de hulp gemeld',
    uitleg: 'Binnen 5 werkdagen na de start, of na ontvangst van een toewijzing met terugwerkende kracht.',
  },
  stop: {
    regel: 'OP272',
    wie: 'aanbieder',
    norm: { werkdagen: 5 },
    titel: 'Einde van de hulp gemeld',
    uitleg: 'Binnen 5 werkdagen na de laatste dag.',
  },
  verzoek_toewijzing: {
    regel: 'OP274',
    wie: 'wij',
    norm: { werkdagen: 5 },
    titel: 'Ons antwoord op een verzoek om toewijzing',
    uitleg: 'Binnen 5 werkdagen een toewijzing of een antwoord.',
  },
  verzoek_wijziging: {
    regel: 'OP346',
    wie: 'wij',
    norm: { werkdagen: 5 },
    titel: 'Ons antwoord op een verzoek om wijziging',
    uitleg: 'Binnen 5 werkdagen een toewijzing of een antwoord.',
  },
  in_onderzoek: {
    regel: 'OP274',
    wie: 'wij',
    norm: { dagen: 56 },
    titel: 'Besluit na “in onderzoek”',
    uitleg: 'Binnen 8 weken na de dagtekening van het verzoek een toewijzing of een afwijzing.',
  },
  declaratie: {
    regel: 'SAP',
    wie: 'aanbieder',
    norm: { tot: 'einde_volgende_maand' },
    titel: 'Declaratie over een maand',
    uitleg: 'Uiterlijk op de laatste dag van de maand erna.',
  },
} as const satisfies Record<string, Regel>
export type Termijnsoort = keyof typeof reactietermijnen
export const termijnsoorten = Object.keys(reactietermijnen) as readonly Termijnsoort[]

/** Waar een termijn over gaat: vanaf wanneer hij loopt, en wanneer het klaar was. */
export type Termijnfeit = { readonly soort: Termijnsoort; readonly vanaf: Datum; readonly klaarOp: Datum | null }
export type Termijnstand = 'op_tijd' | 'te_laat' | 'loopt' | 'verlopen'
export type Termijnoordeel = { readonly uiterlijk: Datum; readonly stand: Termijnstand; readonly dagenTeLaat: number }

export function beoordeelReactie(
  { soort, vanaf, klaarOp }: Termijnfeit,
  vandaag: Datum,
  gelijkgesteld: readonly Datum[] = [],
): Termijnoordeel {
  const uiterlijk = uiterlijkeDag(reactietermijnen[soort].norm, vanaf, gelijkgesteld)
  const dagenTeLaat = Math.max(0, dagnummer(klaarOp ?? vandaag) - dagnummer(uiterlijk))
  const stand = klaarOp === null ? (dagenTeLaat > 0 ? 'verlopen' : 'loopt') : dagenTeLaat > 0 ? 'te_laat' : 'op_tijd'
  return { uiterlijk, stand, dagenTeLaat }
}

export type Termijntabel = readonly {
  readonly soorten: readonly Termijnsoort[]
  readonly vanaf: readonly Datum[]
  readonly dagen: readonly Datum[]
}[]

/** De uiterste dag van elke soort voor elke eerste dag van `van` tot en met `tot`: voor wie er duizenden tegelijk beoordeelt. */
export function maakTermijntabel(van: Datum, tot: Datum, gelijkgesteld: readonly Datum[] = []): Termijntabel {
  const vanaf: Datum[] = []
  for (let d = van; d <= tot; d = plusDagen(d, 1)) vanaf.push(d)
  const normen = new Set(termijnsoorten.map(normVan))
  return [...normen].map((norm) => ({
    soorten: termijnsoorten.filter((soort) => normVan(soort) === norm),
    vanaf,
    dagen: uiterlijkeDagen(JSON.parse(norm) as Norm, vanaf, gelijkgesteld),
  }))
}

/** Soorten met dezelfde norm delen hun uiterste dagen. */
const normVan = (soort: Termijnsoort): string => JSON.stringify(reactietermijnen[soort].norm)

function uiterlijkeDagen(norm: Norm, vanaf: readonly Datum[], gelijkgesteld: readonly Datum[]): Datum[] {
  const [eerste, laatste] = [vanaf[0], vanaf.at(-1)]
  if (!('werkdagen' in norm) || eerste === undefined || laatste === undefined)
    return vanaf.map((d) => uiterlijkeDag(norm, d, gelijkgesteld))
  const einde = uiterlijkeDag(norm, laatste, gelijkgesteld)
  const vrij = new Set(gelijkgesteld)
  for (let jaar = jaarVan(eerste); jaar <= jaarVan(einde); jaar++) for (const d of feestdagenVan(jaar)) vrij.add(d)
  const werkdagen: Datum[] = []
  for (let d = eerste; d < einde; ) {
    d = plusDagen(d, 1)
    if (weekdag(d) <= 5 && !vrij.has(d)) werkdagen.push(d)
  }
  let volgende = 0
  return vanaf.map((d) => {
    while ((werkdagen[volgende] ?? einde) <= d) volgende++
    return werkdagen[volgende + norm.werkdagen - 1] ?? einde
  })
}

function uiterlijkeDag(norm: Norm, vanaf: Datum, gelijkgesteld: readonly Datum[]): Datum {
  if ('werkdagen' in norm) return plusWerkdagen(vanaf, norm.werkdagen, vrijeDagenRond(vanaf, gelijkgesteld))
  if ('dagen' in norm) return plusDagen(vanaf, norm.dagen)
  return eindeVolgendeMaand(vanaf)
}

const feestdagen = new Map<number, readonly Datum[]>()
function vrijeDagenRond(dag: Datum, gelijkgesteld: readonly Datum[]): Datum[] {
  const jaar = jaarVan(dag)
  return [...gelijkgesteld, ...[jaar, jaar + 1].flatMap(feestdagenVan)]
}
function feestdagenVan(jaar: number): readonly Datum[] {
  const bekend = feestdagen.get(jaar) ?? wettelijkeFeestdagen(jaar).map((f) => f.datum)
  feestdagen.set(jaar, bekend)
  return bekend
}

/** De laatste dag van de maand na die van `dag`. */
function eindeVolgendeMaand(dag: Datum): Datum {
  const [jaar = 0, maand = 0] = dag.split('-').map(Number)
  const [j, m] = maand >= 11 ? [jaar + 1, maand - 10] : [jaar, maand + 2]
  return plusDagen(`${j}-${String(m).padStart(2, '0')}-01` as Datum, -1)
}
