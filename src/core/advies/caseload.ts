/**
 * De vorm van een caseload: gevallen in kolommen van bytes, zonder objecten per geval.
 *
 * Vorm van een bestand: één regel JSON (de kop), daarna blokken van hoogstens `blok` gevallen. In een blok staat per
 * kolom van de kop eerst de waarde van elk geval (`breedte` bytes, laagste byte voorop), dan een bit per geval: bekend of niet.
 * De kop noemt de waarden waar de getallen voor staan, zodat een caseload ook tegen een latere catalogusversie leesbaar is.
 */
import type { Antwoord, Geval } from '#core/advies/advies.ts'
import { invariant } from '#core/base/invariant.ts'
import type { CatalogusInhoud, Vraag } from '#core/catalogus/vorm.ts'
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
