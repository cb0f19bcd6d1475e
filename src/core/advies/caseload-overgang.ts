/**
 * De beslissing over een caseload als een paar overgangen: elke overgang leest één byte met de antwoorden op een paar
 * vragen. Een toestand is de verzameling knopen die dan nog mogelijk is, zoals in de automaat; de laatste overgang geeft
 * de uitkomst. Overgangen ontstaan pas als ze voorkomen, dus de tabellen blijven klein, hoeveel vragen er ook zijn.
 */
import { stapVan } from '#core/advies/automaat.ts'
import type { Veld } from '#core/advies/caseload-codes.ts'
import { type Diagram, eindnummer, isEind, type Ref } from '#core/advies/diagram.ts'

export const BYTE = 256
/** De toestand waarin elk geval begint. Rij 0 van een tabel is van niemand: daar staat overal dat het nog niet is uitgerekend. */
export const BEGIN = BYTE
export type Byteveld = { readonly niveau: number } & Veld

export type Overgang = {
  readonly diagram: Diagram
  readonly velden: readonly Byteveld[]
  readonly toestanden: (readonly Ref[])[]
  readonly nummers: Map<string, number>
  /** Op `toestand + byte` de volgende toestand, of na de laatste overgang de uitkomst. */
  tabel: Int32Array
  /** Wat er staat als het nog niet is uitgerekend: 0, en bij de laatste overgang -1. */
  readonly leeg: number
  /** Nummer van deze knopen na de overgang. */
  volgende(knopen: readonly Ref[]): number
}

/**
 * De overgangen voor de functie `wortel`, één per groep velden in de volgorde van het diagram; het aantal groepen is een
 * veelvoud van drie. Zijn er aan het eind nog meer eindpunten mogelijk, dan is de uitkomst `meer`.
 */
export function maakOvergangen(d: Diagram, wortel: Ref, groepen: readonly (readonly Byteveld[])[], meer: number): Overgang[] {
  let volgende = (knopen: readonly Ref[]): number => (knopen.length === 1 && isEind(knopen[0] as Ref) ? eindnummer(knopen[0] as Ref) : meer)
  // Van achter naar voren, want een overgang verwijst naar de toestanden van de volgende.
  const uit = [...groepen].reverse().map((velden, n) => {
    const leeg = n === 0 ? -1 : 0
    const hier: Overgang = {
      diagram: d,
      velden,
      toestanden: [[]],
      nummers: new Map(),
      tabel: new Int32Array(BYTE).fill(leeg),
      leeg,
      volgende,
    }
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
    const groter = new Int32Array(2 * plaats).fill(o.leeg)
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
      klaar = zetDrie(drie, bytes, toestand, klaar, aantal)
      if (klaar < aantal) for (let i = klaar; i < klaar + 4; i++) vulAan(drie, bytes, toestand[i] as number, i)
    }
  }
}

type Drie<T> = readonly [T, T, T]
const drieVanaf = <T>(rij: readonly T[], n: number): Drie<T> => [rij[n] as T, rij[n + 1] as T, rij[n + 2] as T]

/** Rekent uit wat dit geval nog miste. */
function vulAan(overgangen: Drie<Overgang>, codes: Drie<Int32Array>, toestand: number, geval: number): void {
  let hier = toestand
  overgangen.forEach((o, n) => {
    const plaats = hier + (((codes[n]?.[geval >> 2] as number) >>> (8 * (geval & 3))) & 255)
    const doel = o.tabel[plaats] as number
    hier = doel === o.leeg ? bereken(o, plaats) : doel
  })
}

/**
 * Zet gevallen een stap verder, vier tegelijk. Geeft het eerste viertal waar nog iets uit te rekenen valt, of het aantal.
 * Wie ergens nog niets vindt komt via rij 0 vanzelf op `leeg` uit, dus één vraag per viertal is genoeg. Rekenen gebeurt
 * erbuiten: een aanroep in deze lus maakt haar een paar keer zo traag.
 */
function zetDrie(
  overgangen: Drie<Overgang>,
  [codesEen, codesTwee, codesDrie]: Drie<Int32Array>,
  toestand: Int32Array,
  van: number,
  aantal: number,
): number {
  const [{ tabel: een }, { tabel: twee }, { tabel: drie, leeg }] = overgangen
  for (let i = van; i < aantal; i += 4) {
    const a = codesEen[i >> 2] as number
    const b = codesTwee[i >> 2] as number
    const c = codesDrie[i >> 2] as number
    const na0 = volg(een, twee, drie, toestand[i] as number, a & 255, b & 255, c & 255)
    const na1 = volg(een, twee, drie, toestand[i + 1] as number, (a >> 8) & 255, (b >> 8) & 255, (c >> 8) & 255)
    const na2 = volg(een, twee, drie, toestand[i + 2] as number, (a >> 16) & 255, (b >> 16) & 255, (c >> 16) & 255)
    const na3 = volg(een, twee, drie, toestand[i + 3] as number, a >>> 24, b >>> 24, c >>> 24)
    if (na0 === leeg || na1 === leeg || na2 === leeg || na3 === leeg) return i
    toestand[i] = na0
    toestand[i + 1] = na1
    toestand[i + 2] = na2
    toestand[i + 3] = na3
  }
  return aantal
}

function volg(een: Int32Array, twee: Int32Array, drie: Int32Array, toestand: number, a: number, b: number, c: number): number {
  const naEen = een[toestand + a] as number
  const naTwee = twee[naEen + b] as number
  return drie[naTwee + c] as number
}
