/**
 * Bundels: een paar regels als één opzoeking. Elke regel rust op een paar vragen en regels delen er vaak, dus een bundel heeft
 * maar weinig standen; wat er in een stand uit komt, rekenen we één keer uit. Wat alle bundels samen opleveren wordt ook
 * onthouden: gevallen die op elkaar lijken, lezen dezelfde uitkomst.
 */
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Regel } from '#core/advies/uitslag.ts'

/** Wat elke regel oplevert, op haar plaats. */
type PerRegel<T> = readonly (readonly T[])[]

/** Regels in bundels, in platte rijen: ze allemaal lezen is één lus door het geheugen. `U` is wat de regels samen opleveren. */
export type Bundels<T, U> = {
  readonly regels: readonly Regel<T>[]
  readonly groepen: readonly Groep[]
  readonly maak: (perRegel: PerRegel<T>) => U
  /** De zeven vragen van elke bundel: `gewicht × 65536 + niveau`. Wie er minder heeft, leest iets dat met gewicht 0 telt. */
  readonly vragen: readonly number[]
  /** Plaats in `nummers` van de stand waarin elke klasse 0 is; een klasse verschuift haar met `klasse × gewicht`. -1: niet te onthouden. */
  readonly basis: readonly number[]
  /** Wat er in een stand uit komt, als nummer in `delen`; 0 is nog niet uitgerekend. */
  readonly nummers: Int32Array
  /** Wat een bundel oplevert, elke inhoud één keer: voor elk van haar regels wat die zegt. */
  readonly delen: PerRegel<T>[]
  readonly nummerVan: Map<string, number>
  /** Werkruimte: het nummer dat elke bundel bij de laatste lezing opleverde. */
  readonly gelezen: Int32Array
  eerder: Eerder<U>
}

/** Eerdere uitkomsten, op de plaats die uit hun nummers volgt; een nieuwe vervangt wat er stond. */
type Eerder<U> = {
  readonly bits: number
  /** De nummers (`gelezen`) van de uitkomst op elke plaats. */
  readonly bij: Int32Array
  readonly uitkomsten: U[]
  vervangen: number
}

/** Plaatsen van regels die samen gelezen worden, en alle vragen waar ze op rusten. */
type Groep = { readonly regels: readonly number[]; readonly niveaus: readonly number[] }

/**
 * Regels gaan samen tot dit aantal standen, en zoveel onthoudt een bundel hoogstens. Elke vraag heeft er minstens drie
 * (onbekend telt mee), dus meer dan zeven vragen past nooit.
 */
const MAX_STANDEN = 4096
const VRAGEN = 7
/** Ruimte voor eerdere uitkomsten, als macht van twee: klein beginnen, groeien zolang er veel vervangen wordt. */
const MIN_BITS = 6
const MAX_BITS = 14
/** Het oneven getal bij 2³² / gulden snede: vermenigvuldigen verspreidt de bits naar boven. */
const SPREIDING = 0x9e3779b1

/** Bundelt regels. `breedte` is het aantal klassen per niveau; `maak` krijgt wat elke regel oplevert, in de volgorde van `regels`. */
export function maakBundels<T, U>(
  breedte: readonly number[],
  regels: readonly Regel<T>[],
  maak: (perRegel: PerRegel<T>) => U,
): Bundels<T, U> {
  const aantalStanden = (niveaus: readonly number[]): number => niveaus.reduce((n, niveau) => n * ((breedte[niveau] as number) + 1), 1)
  const groepen = verdeel(regels, aantalStanden)
  let plaats = 0
  const vragen: number[] = groepen.flatMap(() => Array(VRAGEN).fill(0))
  const basis = groepen.map(({ niveaus }, i) => {
    if (aantalStanden(niveaus) > MAX_STANDEN) return -1
    const gewichten = niveaus.map((_, k) => aantalStanden(niveaus.slice(0, k)))
    for (const [k, niveau] of niveaus.entries()) vragen[VRAGEN * i + k] = (gewichten[k] as number) * 65536 + niveau
    const begin = plaats
    plaats += aantalStanden(niveaus)
    return gewichten.reduce((som, g) => som + g, begin)
  })
  return {
    regels,
    groepen,
    maak,
    vragen,
    basis,
    nummers: new Int32Array(plaats),
    delen: [[]],
    nummerVan: new Map(),
    gelezen: new Int32Array(groepen.length),
    eerder: maakEerder(MIN_BITS, groepen.length),
  }
}

const maakEerder = <U>(bits: number, bundels: number): Eerder<U> => ({
  bits,
  bij: new Int32Array(bundels << bits),
  uitkomsten: new Array(1 << bits).fill(undefined),
  vervangen: 0,
})

/** Elke regel gaat naar de groep die er het minst van groeit: die haar vragen al het meest leest. */
function verdeel<T>(regels: readonly Regel<T>[], aantalStanden: (niveaus: readonly number[]) => number): Groep[] {
  const groepen: Groep[] = []
  regels.forEach((regel, r) => {
    const samen = groepen.map((groep) => [...new Set([...groep.niveaus, ...regel.niveaus])])
    let beste = -1
    let groei = Number.POSITIVE_INFINITY
    samen.forEach((niveaus, g) => {
      const standen = aantalStanden(niveaus)
      const maal = standen / aantalStanden((groepen[g] as Groep).niveaus)
      if (standen > MAX_STANDEN || maal >= groei) return
      beste = g
      groei = maal
    })
    if (beste < 0) groepen.push({ regels: [r], niveaus: regel.niveaus })
    else groepen[beste] = { regels: [...(groepen[beste] as Groep).regels, r], niveaus: samen[beste] as number[] }
  })
  return groepen
}

/** Wat alle regels samen opleveren: opgezocht, of de eerste keer uitgerekend. */
export function leesBundels<T, U>(bundels: Bundels<T, U>, bekend: Klassevector): U {
  const { vragen, basis, nummers, gelezen } = bundels
  if (basis.length === 0) return bundels.maak([])
  let hash = 0
  for (let i = 0, v = 0; i < basis.length; i++, v += VRAGEN) {
    // Uitgeschreven: een lus van zeven moet elke keer haar einde raden.
    const begin = basis[i] as number
    const stand =
      begin +
      verschuif(vragen[v] as number, bekend) +
      verschuif(vragen[v + 1] as number, bekend) +
      verschuif(vragen[v + 2] as number, bekend) +
      verschuif(vragen[v + 3] as number, bekend) +
      verschuif(vragen[v + 4] as number, bekend) +
      verschuif(vragen[v + 5] as number, bekend) +
      verschuif(vragen[v + 6] as number, bekend)
    const nummer = (begin < 0 ? 0 : (nummers[stand] as number)) || rekenUit(bundels, i, bekend, stand)
    gelezen[i] = nummer
    hash = Math.imul(hash ^ nummer, SPREIDING)
  }
  const { bits, bij, uitkomsten } = bundels.eerder
  const plaats = hash >>> (32 - bits)
  for (let i = 0, p = plaats * basis.length; i < basis.length; i++, p++) {
    if (bij[p] !== gelezen[i]) return voegSamen(bundels, hash)
  }
  return uitkomsten[plaats] as U
}

const verschuif = (vraag: number, bekend: Klassevector): number => Math.imul(bekend[vraag & 0xffff] as number, vraag >> 16)

/** Maakt de uitkomst van de gelezen nummers en onthoudt haar. */
function voegSamen<T, U>(bundels: Bundels<T, U>, hash: number): U {
  const { regels, groepen, maak, delen, gelezen } = bundels
  const perRegel: (readonly T[])[] = new Array(regels.length)
  for (let i = 0; i < groepen.length; i++) {
    const groep = (groepen[i] as Groep).regels
    const deel = delen[gelezen[i] as number] as PerRegel<T>
    for (let k = 0; k < groep.length; k++) perRegel[groep[k] as number] = deel[k] as readonly T[]
  }
  const uitkomst = maak(perRegel)
  const { bits, vervangen } = bundels.eerder
  if (vervangen >> bits > 0 && bits < MAX_BITS) bundels.eerder = maakEerder(bits + 1, groepen.length)
  bewaar(bundels.eerder, gelezen, hash, uitkomst)
  return uitkomst
}

function bewaar<U>(eerder: Eerder<U>, gelezen: Int32Array, hash: number, uitkomst: U): void {
  const plaats = hash >>> (32 - eerder.bits)
  eerder.bij.set(gelezen, plaats * gelezen.length)
  eerder.uitkomsten[plaats] = uitkomst
  eerder.vervangen++
}

function rekenUit<T, U>(
  { regels, groepen, nummers, delen, nummerVan }: Bundels<T, U>,
  i: number,
  bekend: Klassevector,
  stand: number,
): number {
  const deel = (groepen[i] as Groep).regels.map((r) => (regels[r] as Regel<T>).lees(bekend))
  const inhoud = `${i} ${JSON.stringify(deel)}`
  const nummer = nummerVan.get(inhoud) ?? delen.push(deel) - 1
  nummerVan.set(inhoud, nummer)
  if (stand >= 0) nummers[stand] = nummer
  return nummer
}
