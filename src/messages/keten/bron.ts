/**
 * Wat een bericht van de buitenwereld moet weten: eerst de sleutels bij elkaar (`Vraag`), dan per soort één vraag voor het hele
 * bericht (`Bron`), dan oordelen zonder nog iets op te halen (`Feiten`). Een bron is een database of het geheugen.
 */
import type { Contractproduct, Gemeentecode } from './contract.ts'
import type { Berichtsleutel, Declaratiefeit, Partijen, Prestatie, Start, Stop, Toewijzing } from './feit.ts'
import { groepeer, opSleutel } from '#core/base/groepeer.ts'

type Straks<T> = T | Promise<T>

export type BekendBericht = { readonly sleutel: Berichtsleutel; readonly isAfgewezen: boolean }
export type Verzoek = {
  readonly referentie: string
  readonly soort: 'VOT' | 'VOW'
  readonly bsn: string
  readonly ingangsdatums: readonly string[]
  /** Alle antwoorden die er al zijn, in willekeurige volgorde. */
  readonly antwoorden: readonly ('1' | '2')[]
  /** Of er een toewijzing met deze referentie is. */
  readonly isGehonoreerd: boolean
}
export type Levering = { readonly starts: readonly Start[]; readonly stops: readonly Stop[] }
/** `ingediend`: er is nog geen antwoord. */
export type Prestatiestatus = 'ingediend' | 'toegekend' | 'afgewezen'
export type BekendePrestatie = Prestatie & { readonly status: Prestatiestatus; readonly isGecrediteerd: boolean }
/** Wat er op een toewijzing staat: ingediend en niet afgewezen, debet min credit. */
export type Verbruik = {
  readonly toewijzing: number
  readonly bedrag: number
  readonly perEenheid: Readonly<Record<string, number>>
  /** Toegekende debetregels zonder credit. */
  readonly openRegels: number
}
export type BekendeDeclaratie = Declaratiefeit & {
  /** Van de gevraagde cliënten degenen die in de declaratie staan. */
  readonly bsns: readonly string[]
}
export type Debetsleutel = { readonly toewijzing: number; readonly van: string }

/** Elke vraag gaat over een lijst sleutels. Wat niet bestaat, staat niet in het antwoord; de volgorde telt niet. */
export type Bron = {
  berichten(p: Partijen, naam: string, identificaties: readonly string[]): Straks<readonly BekendBericht[]>
  /** De geldende versie, ook van een andere aanbieder van deze gemeente. */
  toewijzingen(p: Partijen, nummers: readonly number[]): Straks<readonly Toewijzing[]>
  /** Alle toewijzingen van deze cliënten bij deze aanbieder. */
  toewijzingenVan(p: Partijen, bsns: readonly string[]): Straks<readonly Toewijzing[]>
  /** Wie van deze cliënten een toewijzing bij deze aanbieder heeft of had. */
  bekendeClienten(p: Partijen, bsns: readonly string[]): Straks<readonly string[]>
  /** Starts en stops die niet zijn weggehaald. */
  leveringen(p: Partijen, bsns: readonly string[]): Straks<Levering>
  verzoeken(p: Partijen, op: { readonly referenties: readonly string[]; readonly bsns: readonly string[] }): Straks<readonly Verzoek[]>
  /** Declaraties die als verzonden tellen, op nummer of op identificatie van hun bericht. */
  declaraties(p: Partijen, op: Declaratievraag): Straks<readonly BekendeDeclaratie[]>
  /** De eerste dag van de laatste periode waarover gedeclareerd is. */
  laatsteDeclaratieperiode(p: Partijen): Straks<string | null>
  prestaties(p: Partijen, referenties: readonly string[]): Straks<readonly BekendePrestatie[]>
  /** Debetregels zonder credit die niet zijn afgewezen, op toewijzing en begindatum. */
  openDebet(p: Partijen, sleutels: readonly Debetsleutel[]): Straks<readonly BekendePrestatie[]>
  verbruik(p: Partijen, toewijzingen: readonly number[]): Straks<readonly Verbruik[]>
  /** De afgesproken producten met deze codes, of null als er geen contract bekend is. */
  contract(p: Partijen, codes: readonly string[]): Straks<readonly Contractproduct[] | null>
  /** De gevraagde gemeentecodes met hun geldigheid, of null als er geen lijst is. */
  gemeenten(codes: readonly string[]): Straks<readonly Gemeentecode[] | null>
}
type Declaratievraag = { readonly nummers: readonly string[]; readonly identificaties: readonly string[]; readonly bsns: readonly string[] }

export type Vraag = {
  readonly partijen: Partijen
  readonly sleutel: Berichtsleutel
  readonly toewijzingen?: readonly number[]
  readonly toewijzingenVan?: readonly string[]
  readonly bekendeClienten?: readonly string[]
  readonly leveringen?: readonly string[]
  readonly verzoeken?: { readonly referenties: readonly string[]; readonly bsns: readonly string[] }
  readonly declaraties?: Declaratievraag
  readonly laatsteDeclaratieperiode?: true
  readonly prestaties?: readonly string[]
  readonly openDebet?: readonly Debetsleutel[]
  readonly verbruik?: readonly number[]
  readonly productcodes?: readonly string[]
}

/** Het antwoord, klaar om in op te zoeken. */
export type Feiten = {
  readonly partijen: Partijen
  readonly berichten: readonly BekendBericht[]
  readonly toewijzingen: ReadonlyMap<number, Toewijzing>
  readonly toewijzingenVan: readonly Toewijzing[]
  readonly bekendeClienten: ReadonlySet<string>
  readonly levering: Levering
  readonly verzoeken: readonly Verzoek[]
  readonly declaraties: readonly BekendeDeclaratie[]
  readonly laatsteDeclaratieperiode: string | null
  readonly prestaties: ReadonlyMap<string, readonly BekendePrestatie[]>
  readonly openDebet: readonly BekendePrestatie[]
  readonly verbruik: ReadonlyMap<number, Verbruik>
  /** Per productcode; null als er geen contract bekend is. */
  readonly contract: ReadonlyMap<string, readonly Contractproduct[]> | null
  readonly gemeenten: readonly Gemeentecode[] | null
}

/** Haalt alles wat een bericht nodig heeft in één keer op: hooguit één vraag per soort. */
export async function haalFeiten(bron: Bron, v: Vraag): Promise<Feiten> {
  const p = v.partijen
  const [berichten, toewijzingen, toewijzingenVan, clienten, levering, verzoeken, declaraties, periode, prestaties, debet, verbruik] =
    await Promise.all([
      bron.berichten(p, v.sleutel.naam, [v.sleutel.identificatie]),
      indien(v.toewijzingen, (k) => bron.toewijzingen(p, k)),
      indien(v.toewijzingenVan, (k) => bron.toewijzingenVan(p, k)),
      indien(v.bekendeClienten, (k) => bron.bekendeClienten(p, k)),
      v.leveringen === undefined ? { starts: [], stops: [] } : bron.leveringen(p, v.leveringen),
      v.verzoeken === undefined ? [] : bron.verzoeken(p, v.verzoeken),
      v.declaraties === undefined ? [] : bron.declaraties(p, v.declaraties),
      v.laatsteDeclaratieperiode ? bron.laatsteDeclaratieperiode(p) : null,
      indien(v.prestaties, (k) => bron.prestaties(p, k)),
      indien(v.openDebet, (k) => bron.openDebet(p, k)),
      indien(v.verbruik, (k) => bron.verbruik(p, k)),
    ])
  const [contract, gemeenten] = await Promise.all([bron.contract(p, v.productcodes ?? []), bron.gemeenten([p.gemeente])])
  return {
    partijen: p,
    berichten,
    toewijzingen: opSleutel(toewijzingen, (t) => t.nummer),
    toewijzingenVan,
    bekendeClienten: new Set(clienten),
    levering,
    verzoeken,
    declaraties,
    laatsteDeclaratieperiode: periode,
    prestaties: groepeer(prestaties, (r) => r.referentie),
    openDebet: debet,
    verbruik: opSleutel(verbruik, (r) => r.toewijzing),
    contract: contract === null ? null : groepeer(contract, (r) => r.code),
    gemeenten,
  }
}

const indien = <K, T>(sleutels: readonly K[] | undefined, haal: (sleutels: readonly K[]) => Straks<readonly T[]>): Straks<readonly T[]> =>
  sleutels === undefined || sleutels.length === 0 ? [] : haal(sleutels)
