/**
 * De beslissing over een caseload als een paar overgangen: elke overgang leest één byte met de antwoorden op een paar
 * vragen. Een toestand is de verzameling knopen die dan nog mogelijk is, zoals in de automaat; de laatste overgang geeft
 * de uitkomst. Overgangen ontstaan pas als ze voorkomen, dus de tabellen blijven klein, hoeveel vragen er ook zijn.
 */
import { stapVan } from '#core/advies/automaat.ts'
import type { Veld } from '#core/advies/caseload-codes.ts'
import { type Diagram, eindnummer, isEind, type Ref } from '#core/advies/diagram.ts'

export const BYTE = 256
export type Byteveld = { readonly niveau: number } & Veld

export type Overgang = {
  readonly diagram: Diagram
  readonly velden: readonly Byteveld[]
  readonly toestanden: (readonly Ref[])[]
  readonly nummers: Map<string, number>
  /** Op `toestand + byte` de volgende toestand, of na de laatste overgang de uitkomst. -1: nog niet uitgerekend. */
  tabel: Int32Array
  /** Nummer van deze knopen na de overgang. */
  volgende(knopen: readonly Ref[]): number
}

/**
 * De overgangen voor de functie `wortel`, één per groep velden in de volgorde van het diagram; het aantal groepen is een
 * veelvoud van drie. De eerste begint bij toestand 0. Zijn er aan het eind nog meer eindpunten mogelijk, dan is de uitkomst `meer`.
 */
export function maakOvergangen(d: Diagram, wortel: Ref, groepen: readonly (readonly Byteveld[])[], meer: number): Overgang[] {
  let volgende = (knopen: readonly Ref[]): number => (knopen.length === 1 && isEind(knopen[0] as Ref) ? eindnummer(knopen[0] as Ref) : meer)
  // Van achter naar voren, want een overgang verwijst naar de toestanden van de volgende.
  const uit = [...groepen].reverse().map((velden) => {
    const hier: Overgang = { diagram: d, velden, toestanden: [], nummers: new Map(), tabel: new Int32Array(BYTE).fill(-1), volgende }
    volgende = (knopen) => nummerVan(hier, knopen)
    return hier
  })
  volgende([wortel])
  return uit.reverse()
}

/** Het nummer van een toestand is de plaats waar haar rij in de tabel begint. */
function nummerVan(o: Overgang, knopen: readonly Ref[]): number {
  const sleutel = knopen.join(',')
  const bestaand = o.nummers.get(sleutel)
  if (bestaand !== undefined) return bestaand
  const plaats = BYTE * (o.toestanden.push(knopen) - 1)
  o.nummers.set(sleutel, plaats)
  if (plaats === o.tabel.length) {
    const groter = new Int32Array(2 * plaats).fill(-1)
    groter.set(o.tabel)
    o.tabel = groter
  }
  return plaats
}

function bereken(o: Overgang, plaats: number): number {
  let knopen = o.toestanden[Math.floor(plaats / BYTE)] as readonly Ref[]
  for (const { niveau, lezer, gewicht } of o.velden) {
    const code = Math.floor((plaats % BYTE) / gewicht) % lezer.klasse.length
    knopen = stapVan(o.diagram, knopen, niveau, lezer.klasse[code] as number)
  }
  const doel = o.volgende(knopen)
  o.tabel[plaats] = doel
  return doel
}

/** Zet elk geval alle overgangen verder, met drie tegelijk. `codes` is bij elke overgang de byte van elk geval, vier in één getal. */
export function zetStappen(overgangen: readonly Overgang[], codes: readonly Int32Array[], toestand: Int32Array, aantal: number): void {
  for (let g = 0; g < overgangen.length; g += 3) {
    const drie = drieVanaf(overgangen, g)
    const bytes = drieVanaf(codes, g)
    for (let klaar = 0; klaar < aantal; ) {
      klaar = zetDrie(drie[0].tabel, drie[1].tabel, drie[2].tabel, bytes, toestand, klaar, aantal)
      if (klaar < aantal) vulAan(drie, bytes, toestand[klaar] as number, klaar)
    }
  }
}

type Drie<T> = readonly [T, T, T]
const drieVanaf = <T>(rij: readonly T[], n: number): Drie<T> => [rij[n] as T, rij[n + 1] as T, rij[n + 2] as T]

/** Rekent uit wat dit geval nog miste; daarna kan het verder. */
function vulAan(overgangen: Drie<Overgang>, codes: Drie<Int32Array>, toestand: number, geval: number): void {
  let hier = toestand
  overgangen.forEach((o, n) => {
    const plaats = hier + (((codes[n]?.[geval >> 2] as number) >>> (8 * (geval & 3))) & 255)
    const doel = o.tabel[plaats] as number
    hier = doel < 0 ? bereken(o, plaats) : doel
  })
}

/**
 * Geeft het geval waarbij een tabel nog niets weet, of het aantal. Rekenen gebeurt erbuiten en de bytes komen per vier,
 * want elke aanroep en elke rij die deze lus leest telt bij elk geval.
 */
function zetDrie(
  een: Int32Array,
  twee: Int32Array,
  drie: Int32Array,
  [codesEen, codesTwee, codesDrie]: Drie<Int32Array>,
  toestand: Int32Array,
  van: number,
  aantal: number,
): number {
  let i = van
  while (i < aantal) {
    const a = codesEen[i >> 2] as number
    const b = codesTwee[i >> 2] as number
    const c = codesDrie[i >> 2] as number
    const tot = (i | 3) + 1
    for (; i < tot; i++) {
      const schuif = 8 * (i & 3)
      const naEen = een[(toestand[i] as number) + ((a >>> schuif) & 255)] as number
      if (naEen < 0) return i
      const naTwee = twee[naEen + ((b >>> schuif) & 255)] as number
      if (naTwee < 0) return i
      const naDrie = drie[naTwee + ((c >>> schuif) & 255)] as number
      if (naDrie < 0) return i
      toestand[i] = naDrie
    }
  }
  return aantal
}
