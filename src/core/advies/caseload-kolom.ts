/**
 * Een vraag in een blok van een caseload als code per geval. Code 0 is niet beantwoord; wat de andere codes betekenen zegt
 * `klasse`. Een kolom van losse bytes heeft zijn codes al bijna klaar staan, en die lezen we met acht gevallen tegelijk.
 */
import type { Antwoord } from '#core/advies/advies.ts'
import { alsAntwoord, type Kolom } from '#core/advies/caseload.ts'
import type { Variabele } from '#core/advies/voorwaarden.ts'
import { type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

/** Waar een kolom in een blok staat: haar waarden, en daarna een bit per geval of het bekend is. */
type Plaats = { readonly waarden: number; readonly bits: number }
export type Blok = { readonly bytes: Uint8Array; readonly zicht: DataView; readonly aantal: number; readonly plaatsen: readonly Plaats[] }

export function maakBlok(kolommen: readonly Kolom[], bytes: Uint8Array, aantal: number): Blok {
  let plaats = 0
  const plaatsen = kolommen.map((k) => {
    const hier = { waarden: plaats, bits: plaats + k.breedte * aantal }
    plaats = hier.bits + Math.ceil(aantal / 8)
    return hier
  })
  return { bytes, zicht: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), aantal, plaatsen }
}

export type Kolomlezer = {
  /** Klasse per code; -1 is onbekend. */
  readonly klasse: readonly number[]
  /** Schrijft de code van elk geval vanaf geval `vanaf`. */
  schrijf(blok: Blok, uit: Uint8Array, vanaf: number): void
  /** Bij een kolom van losse bytes met hoogstens 127 waarden: haar nummer. De code van byte b is dan b + 1. */
  readonly kolom?: number
}

/** Lezer voor de kolom van deze variabele, of van het antwoord waar ze uit volgt. Zonder kolom is ze nergens beantwoord. */
export function maakKolomlezer(catalogus: CatalogusInhoud, keuze: Keuze, v: Variabele, kolommen: readonly Kolom[]): Kolomlezer {
  const vraag = catalogus.vragen[v.id]
  const nooit = (klasse: number): Kolomlezer => ({ klasse: [klasse], schrijf: ({ aantal }, uit, vanaf) => void uit.fill(0, vanaf, aantal) })
  if (v.soort === 'overschrijving' || !vraag) return nooit(0)
  const open = vraag.soort === 'janee' && vraag.afwezig ? v.klassen.van(vraag.afwezig) : -1
  const { aantal } = v.klassen
  const eigen = leesKolom(v.id, vraag.soort, kolommen, { open, aantal, van: maakKlasse(vraag, v, open) }) ?? nooit(open)
  const bron = vraag.soort === 'janee' ? vraag.bepaaldDoor : undefined
  if (!bron) return eigen
  const grens = typeof bron.vanaf === 'object' ? Number(leesInstelling(catalogus, keuze, bron.vanaf.instelling)) : bron.vanaf
  const uitBron = leesKolom(bron.vraag, 'getal', kolommen, {
    open: -1,
    aantal,
    van: (antwoord) => v.klassen.van((antwoord as number) >= grens ? 'ja' : 'nee'),
  })
  return uitBron ? metBron(eigen, uitBron) : eigen
}

/** Klasse van een opgeslagen antwoord. Een keuze die deze versie niet (meer) kent, is hier niet beantwoord of telt in een lijst niet mee. */
function maakKlasse(vraag: Vraag, { klassen }: Variabele, open: number): (antwoord: Antwoord) => number {
  if (vraag.soort !== 'keuze' && vraag.soort !== 'meerkeuze') return (antwoord) => klassen.van(antwoord)
  const kent = new Set(waardenVan(vraag.waarden).map((w) => w.id))
  if (vraag.soort === 'keuze') return (antwoord) => (kent.has(antwoord as string) ? klassen.van(antwoord) : open)
  return (antwoord) => klassen.van((antwoord as readonly string[]).filter((w) => kent.has(w)))
}

/** Staat het antwoord waar dit uit volgt erbij, dan telt dat. Codes van de bron liggen boven die van de eigen kolom. */
function metBron(eigen: Kolomlezer, uitBron: Kolomlezer): Kolomlezer {
  let bron = new Uint8Array(0)
  return {
    klasse: [...eigen.klasse, ...uitBron.klasse.slice(1)],
    schrijf(blok, uit, vanaf) {
      if (bron.length < blok.aantal) bron = new Uint8Array(blok.aantal)
      eigen.schrijf(blok, uit, vanaf)
      uitBron.schrijf(blok, bron, vanaf)
      for (let i = vanaf; i < blok.aantal; i++) if (bron[i] !== 0) uit[i] = (bron[i] as number) + eigen.klasse.length - 1
    },
  }
}

type Klassevan = { readonly open: number; readonly aantal: number; van(antwoord: Antwoord): number }

/** Een vraag die van soort veranderde is een andere vraag: haar oude antwoord telt hier niet. */
function leesKolom(id: string, soort: Vraag['soort'], kolommen: readonly Kolom[], klassen: Klassevan): Kolomlezer | undefined {
  const nr = kolommen.findIndex((k) => k.vraag === id && k.soort === soort)
  const kolom = kolommen[nr]
  if (!kolom) return undefined
  return kolom.soort === 'janee' || kolom.soort === 'keuze' ? leesWaarden(kolom, nr, klassen) : leesGetallen(kolom, nr, klassen)
}

/** Een kolom waarin de byte het nummer van een waarde is. Bytes die geen waarde zijn, zijn niet beantwoord. */
function leesWaarden(kolom: Kolom, nr: number, { open, van }: Klassevan): Kolomlezer {
  const { length } = kolom.waarden as readonly string[]
  return {
    klasse: [open, ...Array.from({ length }, (_, n) => van(alsAntwoord(kolom, n)))],
    schrijf({ bytes, plaatsen, aantal }, uit, vanaf) {
      const { waarden, bits } = plaatsen[nr] as Plaats
      for (let i = vanaf; i < aantal; i++) {
        const byte = bytes[waarden + i] as number
        uit[i] = isBekend(bytes, bits, i) && byte < length ? byte + 1 : 0
      }
    },
    ...(length < 128 && { kolom: nr }),
  }
}

/** Een kolom van getallen of lijsten: de code is de klasse plus één. Een lijst met bits die bij geen waarde horen is niet beantwoord. */
function leesGetallen(kolom: Kolom, nr: number, { open, aantal: klassen, van }: Klassevan): Kolomlezer {
  const geldig = kolom.soort === 'getal' ? Number.POSITIVE_INFINITY : 2 ** (kolom.waarden as readonly string[]).length
  const bereken = (n: number): number => (n < geldig ? van(alsAntwoord(kolom, n)) + 1 : 0)
  const perByte = kolom.breedte === 1 ? Uint8Array.from({ length: 256 }, (_, n) => bereken(n)) : null
  return {
    klasse: [open, ...Array(klassen).keys()],
    schrijf({ bytes, zicht, plaatsen, aantal }, uit, vanaf) {
      const { waarden, bits } = plaatsen[nr] as Plaats
      for (let i = vanaf; i < aantal; i++) {
        if (!isBekend(bytes, bits, i)) uit[i] = 0
        else if (perByte) uit[i] = perByte[bytes[waarden + i] as number] as number
        else uit[i] = bereken(kolom.breedte === 2 ? zicht.getUint16(waarden + 2 * i, true) : zicht.getUint32(waarden + 4 * i, true))
      }
    },
  }
}

const isBekend = (bytes: Uint8Array, bits: number, i: number): boolean => (((bytes[bits + (i >> 3)] as number) >> (i & 7)) & 1) === 1
