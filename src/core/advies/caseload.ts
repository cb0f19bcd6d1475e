/**
 * Een hele caseload beslissen: gevallen in kolommen van bytes, zonder objecten per geval.
 *
 * Vorm van een bestand: één regel JSON (de kop), daarna blokken van hoogstens `blok` gevallen. In een blok staat per
 * kolom van de kop eerst de waarde van elk geval (`breedte` bytes, laagste byte voorop), dan een bit per geval: bekend of niet.
 * De kop noemt de waarden waar de getallen voor staan, zodat een caseload ook tegen een latere catalogusversie leesbaar is.
 */
import type { Antwoord, Geval } from '#core/advies/advies.ts'
import { type Besliskaart, maakBesliskaart } from '#core/advies/tabel.ts'
import type { Variabele } from '#core/advies/voorwaarden.ts'
import { invariant } from '#core/base/invariant.ts'
import { type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud, Uitkomst, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

export type Kolom = {
  readonly vraag: string
  readonly soort: Vraag['soort']
  readonly breedte: 1 | 2 | 4
  /** keuze en meerkeuze: de waarden in volgorde (nummer, resp. bit). janee: ja, nee. */
  readonly waarden?: readonly string[]
  /** getal: het opgeslagen gehele getal is de waarde × 10^decimalen. */
  readonly decimalen?: number
}
export type CaseloadKop = {
  readonly soort: 'meedoen-caseload'
  readonly vorm: 1
  readonly catalogus: string
  readonly versie: string
  readonly hash: string
  readonly aantal: number
  readonly blok: number
  readonly herkomst: string
  readonly kolommen: readonly Kolom[]
}

/** Kolommen voor alle vragen van een catalogus. */
export function kolommenVan(catalogus: CatalogusInhoud): Kolom[] {
  return Object.entries(catalogus.vragen).map(([vraag, v]): Kolom => {
    if (v.soort === 'getal') return { vraag, soort: v.soort, breedte: 4, decimalen: v.decimalen ?? 0 }
    const waarden = v.soort === 'janee' ? ['ja', 'nee'] : waardenVan(v.waarden).map((w) => w.id)
    return {
      vraag,
      soort: v.soort,
      breedte: v.soort === 'meerkeuze' ? (waarden.length <= 8 ? 1 : waarden.length <= 16 ? 2 : 4) : 1,
      waarden,
    }
  })
}

/** Bytes van een blok met `aantal` gevallen. */
export const blokBytes = (kolommen: readonly Kolom[], aantal: number): number =>
  kolommen.reduce((som, k) => som + k.breedte * aantal + Math.ceil(aantal / 8), 0)

/** Pakt gevallen in één blok. */
export function pakBlok(kolommen: readonly Kolom[], gevallen: readonly Geval['antwoorden'][]): Uint8Array {
  const bytes = new Uint8Array(blokBytes(kolommen, gevallen.length))
  const zicht = new DataView(bytes.buffer)
  let plaats = 0
  for (const kolom of kolommen) {
    const bits = plaats + kolom.breedte * gevallen.length
    gevallen.forEach((antwoorden, i) => {
      const antwoord = antwoorden[kolom.vraag]
      if (antwoord === undefined) return
      const n = alsGetal(kolom, antwoord)
      if (kolom.breedte === 1) zicht.setUint8(plaats + i, n)
      else if (kolom.breedte === 2) zicht.setUint16(plaats + 2 * i, n, true)
      else zicht.setUint32(plaats + 4 * i, n, true)
      bytes[bits + (i >> 3)] = (bytes[bits + (i >> 3)] as number) | (1 << (i & 7))
    })
    plaats = bits + Math.ceil(gevallen.length / 8)
  }
  return bytes
}

function alsGetal(kolom: Kolom, antwoord: Antwoord): number {
  if (kolom.soort === 'getal') return Math.round((antwoord as number) * 10 ** (kolom.decimalen ?? 0))
  const nummer = (w: string): number => {
    const n = (kolom.waarden as readonly string[]).indexOf(w)
    invariant(n >= 0, `waarde ${w} hoort bij ${kolom.vraag}`)
    return n
  }
  if (kolom.soort === 'meerkeuze') return (antwoord as readonly string[]).reduce((som, w) => som + 2 ** nummer(w), 0)
  return nummer(antwoord as string)
}

/** Het antwoord achter een opgeslagen getal. */
export function alsAntwoord(kolom: Kolom, n: number): Antwoord {
  if (kolom.soort === 'getal') return n / 10 ** (kolom.decimalen ?? 0)
  const waarden = kolom.waarden as readonly string[]
  return kolom.soort === 'meerkeuze' ? waarden.filter((_, i) => Math.floor(n / 2 ** i) % 2 === 1) : (waarden[n] as string)
}

export type Caseloadbeslisser = {
  readonly tabellen: readonly string[]
  /** Per tabel de namen van de uitkomsten: een productcode, `eerst_vragen`, `eerst_bespreken P Q`, `geen_product GROND`. */
  readonly namen: Readonly<Record<string, readonly string[]>>
  /** Nummer van de uitkomst per geval, per tabel. De rijen zijn geldig tot de volgende aanroep. */
  beslis(blok: Uint8Array, aantal: number): Readonly<Record<string, Int32Array>>
}

/** Beslisser voor caseloads met deze kolommen. Vragen die de catalogus niet kent tellen niet mee; vragen zonder kolom zijn onbekend. */
export function maakCaseloadbeslisser(catalogus: CatalogusInhoud, keuze: Keuze, kolommen: readonly Kolom[]): Caseloadbeslisser {
  const kaarten = Object.keys(catalogus.tabellen).map((id) =>
    maakTabelbeslisser(catalogus, keuze, maakBesliskaart(catalogus, keuze, id), kolommen),
  )
  return {
    tabellen: kaarten.map((k) => k.id),
    namen: Object.fromEntries(kaarten.map((k) => [k.id, k.namen])),
    beslis: (blok, aantal) => {
      const plaatsen = plaatsenIn(kolommen, aantal)
      return Object.fromEntries(kaarten.map((k) => [k.id, k.beslis(blok, aantal, plaatsen)]))
    },
  }
}

export const naamVanUitkomst = (u: Uitkomst): string =>
  'product' in u ? u.product : 'geen' in u ? `geen_product ${u.geen}` : `eerst_bespreken ${u.bespreken.join(' ')}`

type Plaats = { readonly waarden: number; readonly bits: number }
function plaatsenIn(kolommen: readonly Kolom[], aantal: number): Plaats[] {
  let plaats = 0
  return kolommen.map((k) => {
    const hier = { waarden: plaats, bits: plaats + k.breedte * aantal }
    plaats = hier.bits + Math.ceil(aantal / 8)
    return hier
  })
}

/** Zet een kolom van het blok om in klassen van één variabele; -1 is onbekend. */
type Vuller = (blok: Uint8Array, aantal: number, plaatsen: readonly Plaats[], uit: Int8Array) => void

function maakTabelbeslisser(catalogus: CatalogusInhoud, keuze: Keuze, kaart: Besliskaart, kolommen: readonly Kolom[]) {
  const { variabelen, diagram } = kaart.boek
  const nodig = new Set(diagram.niveaus)
  const vullers = variabelen.map((v, niveau) => (nodig.has(niveau) ? maakVuller(catalogus, keuze, v, kolommen) : undefined))
  const eerstVragen = kaart.uitkomst.length
  const namen = [...kaart.uitkomst.map(naamVanUitkomst), 'eerst_vragen']
  const uitkomstVan: number[] = []
  let klassen: (Int8Array | undefined)[] = []
  let uit = new Int32Array(0)

  function beslis(blok: Uint8Array, aantal: number, plaatsen: readonly Plaats[]): Int32Array {
    if (uit.length < aantal) {
      uit = new Int32Array(aantal)
      klassen = vullers.map((v) => (v ? new Int8Array(aantal) : undefined))
    }
    vullers.forEach((vul, niveau) => vul?.(blok, aantal, plaatsen, klassen[niveau] as Int8Array))
    kaart.rijAutomaat.loopBlok(klassen, aantal, uit)
    const { verzamelingen } = kaart.rijAutomaat
    for (let n = uitkomstVan.length; n < verzamelingen.length; n++) {
      const mogelijk = new Set((verzamelingen[n] as readonly number[]).map((rij) => kaart.uitkomstVanRij[rij] as number))
      uitkomstVan.push(mogelijk.size === 1 ? ([...mogelijk][0] as number) : eerstVragen)
    }
    for (let i = 0; i < aantal; i++) uit[i] = uitkomstVan[uit[i] as number] as number
    return uit
  }
  return { id: kaart.id, namen, beslis }
}

function maakVuller(catalogus: CatalogusInhoud, keuze: Keuze, v: Variabele, kolommen: readonly Kolom[]): Vuller {
  const vraag = catalogus.vragen[v.id]
  if (v.soort === 'overschrijving' || !vraag) return (_, aantal, __, uit) => void uit.fill(0, 0, aantal)
  const open = vraag.soort === 'janee' && vraag.afwezig ? v.klassen.van(vraag.afwezig) : -1
  // Een keuze die deze versie niet (meer) kent, is voor deze versie niet beantwoord.
  const kent = (antwoord: Antwoord): boolean => vraag.soort !== 'keuze' || v.klassen.voorbeelden.includes(antwoord)
  const eigen = maakKolomlezer(v.id, kolommen, (antwoord) => (kent(antwoord) ? v.klassen.van(antwoord) : open))
  const bron = vraag.soort === 'janee' ? vraag.bepaaldDoor : undefined
  const grens =
    bron && typeof bron.vanaf === 'object' ? Number(leesInstelling(catalogus, keuze, bron.vanaf.instelling)) : Number(bron?.vanaf)
  const uitBron = bron && maakKolomlezer(bron.vraag, kolommen, (antwoord) => v.klassen.van((antwoord as number) >= grens ? 'ja' : 'nee'))
  return (blok, aantal, plaatsen, uit) => {
    uit.fill(open, 0, aantal)
    eigen?.(blok, aantal, plaatsen, uit)
    uitBron?.(blok, aantal, plaatsen, uit)
  }
}

/** Schrijft de klasse van elk bekend antwoord; wat onbekend is laat hij staan. */
function maakKolomlezer(id: string, kolommen: readonly Kolom[], klasse: (antwoord: Antwoord) => number): Vuller | undefined {
  const nr = kolommen.findIndex((k) => k.vraag === id)
  const kolom = kolommen[nr]
  if (!kolom) return undefined
  const tabel = kolom.breedte === 1 && kolom.soort !== 'getal' ? maakKlassetabel(kolom, klasse) : undefined
  return (blok, aantal, plaatsen, uit) => {
    const { waarden, bits } = plaatsen[nr] as Plaats
    if (tabel) {
      for (let i = 0; i < aantal; i++)
        if (((blok[bits + (i >> 3)] as number) >> (i & 7)) & 1) uit[i] = tabel[blok[waarden + i] as number] as number
      return
    }
    const zicht = new DataView(blok.buffer, blok.byteOffset, blok.byteLength)
    for (let i = 0; i < aantal; i++) {
      if (!(((blok[bits + (i >> 3)] as number) >> (i & 7)) & 1)) continue
      const plaats = waarden + kolom.breedte * i
      const n =
        kolom.breedte === 1 ? zicht.getUint8(plaats) : kolom.breedte === 2 ? zicht.getUint16(plaats, true) : zicht.getUint32(plaats, true)
      uit[i] = klasse(alsAntwoord(kolom, n))
    }
  }
}

/** Klasse per opgeslagen byte; bytes die geen waarde zijn worden onbekend. */
function maakKlassetabel(kolom: Kolom, klasse: (antwoord: Antwoord) => number): Int8Array {
  const aantal = (kolom.waarden as readonly string[]).length
  const geldig = kolom.soort === 'meerkeuze' ? 2 ** aantal : aantal
  return Int8Array.from({ length: 256 }, (_, n) => (n < geldig ? klasse(alsAntwoord(kolom, n)) : -1))
}
