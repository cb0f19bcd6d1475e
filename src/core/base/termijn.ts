/**
 * Wanneer een wettelijke termijn afloopt (Algemene termijnenwet, artikel 1 tot en met 4). Termijnen uit een contract in
 * werkdagen zijn iets anders: zie `werkdagen.ts`.
 */
import { dagEnMaand, type Datum, dagnummer, inWoorden, jaarVan, plusDagen, plusMaanden, weekdag } from '#core/base/datum.ts'
import { wettelijkeFeestdagen } from '#core/base/feestdagen.ts'
import { invariant } from '#core/base/invariant.ts'

export type Duur = { readonly dagen: number } | { readonly weken: number } | { readonly maanden: number }

/** Een dag waarop de termijn niet mocht eindigen, en waarom: "zondag", "Hemelvaartsdag". */
export type Verschuiving = { readonly datum: Datum; readonly waarom: string }
export type Termijn = {
  readonly uiterlijk: Datum
  /** Waar de termijn zonder de Algemene termijnenwet op uitkomt. */
  readonly geteldTot: Datum
  readonly verschoven: readonly Verschuiving[]
}

const feestdagnamen = new Map<number, ReadonlyMap<Datum, string>>()

function feestdagOp(d: Datum): string | undefined {
  const jaar = jaarVan(d)
  let namen = feestdagnamen.get(jaar)
  if (!namen) {
    namen = new Map(wettelijkeFeestdagen(jaar).map(({ datum, naam }) => [datum, naam]))
    feestdagnamen.set(jaar, namen)
  }
  return namen.get(d)
}

/** Waarom op deze dag geen termijn eindigt, of null als het een gewone dag is. */
export function vrijeDag(d: Datum, gelijkgesteld: readonly Datum[] = []): string | null {
  const dag = weekdag(d)
  if (dag >= 6) return dag === 6 ? 'zaterdag' : 'zondag'
  return feestdagOp(d) ?? (gelijkgesteld.includes(d) ? 'gelijkgestelde dag' : null)
}

/**
 * De termijn na `start`; de dag zelf telt niet mee. `gelijkgesteld`: dagen die bij koninklijk besluit met een feestdag
 * gelijkstaan.
 */
export function rekenTermijn(start: Datum, duur: Duur, gelijkgesteld: readonly Datum[] = []): Termijn {
  const geteldTot = telAf(start, duur)
  const verschoven: Verschuiving[] = []
  if (teLangVoorDeWet(duur)) return { uiterlijk: geteldTot, geteldTot, verschoven }
  const minstens = duurtDrieDagen(duur) ? 2 : 0
  let uiterlijk = geteldTot
  for (;;) {
    const waarom = vrijeDag(uiterlijk, gelijkgesteld) ?? (heeftWerkdagen(start, uiterlijk, minstens, gelijkgesteld) ? null : teWeinig)
    if (waarom === null) return { uiterlijk, geteldTot, verschoven }
    verschoven.push({ datum: uiterlijk, waarom })
    uiterlijk = plusDagen(uiterlijk, 1)
  }
}

/** De laatste dag van een wettelijke termijn. */
export const eindeTermijn = (start: Datum, duur: Duur, gelijkgesteld: readonly Datum[] = []): Datum =>
  rekenTermijn(start, duur, gelijkgesteld).uiterlijk

const teWeinig = 'nog geen twee werkdagen in de termijn'

function telAf(start: Datum, duur: Duur): Datum {
  const aantal = 'dagen' in duur ? duur.dagen : 'weken' in duur ? duur.weken : duur.maanden
  invariant(Number.isInteger(aantal) && aantal > 0, 'een termijn is een heel aantal van minstens één')
  if (!('maanden' in duur)) return plusDagen(start, 'dagen' in duur ? aantal : aantal * 7)
  const eind = plusMaanden(start, aantal)
  invariant(eind, 'de termijn eindigt voor 2200')
  return eind
}

/** Artikel 4: de wet geldt niet voor termijnen van meer dan 90 dagen, twaalf weken of drie maanden. */
function teLangVoorDeWet(duur: Duur): boolean {
  if ('dagen' in duur) return duur.dagen > 90
  return 'weken' in duur ? duur.weken > 12 : duur.maanden > 3
}

const duurtDrieDagen = (duur: Duur): boolean => !('dagen' in duur) || duur.dagen >= 3

/** Artikel 2: of er van de dag na `start` tot en met `tot` minstens zoveel gewone dagen zijn. */
function heeftWerkdagen(start: Datum, tot: Datum, minstens: number, gelijkgesteld: readonly Datum[]): boolean {
  let geteld = 0
  for (let d = tot; d > start && geteld < minstens; d = plusDagen(d, -1)) if (vrijeDag(d, gelijkgesteld) === null) geteld++
  return geteld >= minstens
}

/** Dagen die er nog zijn: 0 op de laatste dag, negatief als het te laat is. */
export const resterendeDagen = (vandaag: Datum, uiterlijk: Datum): number => dagnummer(uiterlijk) - dagnummer(vandaag)

/** "nog 3 dagen, tot 14 december", "vandaag", "2 dagen te laat". Een ander jaar staat erbij. */
export function restantInWoorden(vandaag: Datum, uiterlijk: Datum): string {
  const over = resterendeDagen(vandaag, uiterlijk)
  if (over === 0) return 'vandaag'
  if (over < 0) return `${dagen(-over)} te laat`
  return `nog ${dagen(over)}, tot ${jaarVan(vandaag) === jaarVan(uiterlijk) ? dagEnMaand(uiterlijk) : inWoorden(uiterlijk)}`
}

const dagen = (aantal: number): string => (aantal === 1 ? '1 dag' : `${aantal} dagen`)
