/** Antwoorden, vragen en producten in gewone woorden: dezelfde op het scherm, op papier en in een samenvatting. */
import type { Antwoord } from '#core/advies/advies.ts'
import type { Catalogus, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

export const weetIkNiet = 'weet ik niet'

/** `a`, `a en b`, `a, b en c`. */
export function opsomming(delen: readonly string[], voegwoord = 'en'): string {
  if (delen.length <= 1) return delen[0] ?? ''
  return `${delen.slice(0, -1).join(', ')} ${voegwoord} ${delen.at(-1)}`
}

/** Getal met komma, zoals mensen het schrijven. */
export function getalTekst(getal: number): string {
  return new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 4, useGrouping: getal >= 10_000 }).format(getal)
}

/** `1 vraag`, `2 vragen`. */
export function aantal(n: number, enkelvoud: string, meervoud: string): string {
  return `${getalTekst(n)} ${n === 1 ? enkelvoud : meervoud}`
}

export function keuzesVan(vraag: Vraag): { id: string; tekst: string }[] {
  return vraag.soort === 'keuze' || vraag.soort === 'meerkeuze' ? waardenVan(vraag.waarden) : waardenVan(undefined)
}

/** Het antwoord zoals je het voorleest. */
export function antwoordTekst(vraag: Vraag, antwoord: Antwoord | null | undefined): string {
  if (antwoord === null || antwoord === undefined) return 'nog niet bekend'
  if (typeof antwoord === 'number')
    return vraag.soort === 'getal' && vraag.eenheid ? `${getalTekst(antwoord)} ${vraag.eenheid}` : getalTekst(antwoord)
  const naam = (id: string) => keuzesVan(vraag).find((k) => k.id === id)?.tekst ?? id.replaceAll('_', ' ')
  if (typeof antwoord === 'string') return naam(antwoord)
  return antwoord.length === 0 ? 'geen van deze' : opsomming(antwoord.map(naam))
}

/** Een antwoord dat minstens zoveel plaats inneemt als elk ander: om ruimte voor vrij te houden. */
export function langsteAntwoord(vraag: Vraag): Antwoord {
  if (vraag.soort === 'getal') return vraag.max ?? 9999
  const keuzes = keuzesVan(vraag)
  if (vraag.soort === 'meerkeuze') return keuzes.map((k) => k.id)
  return keuzes.reduce((langste, k) => (k.tekst.length > langste.tekst.length ? k : langste), { id: '', tekst: '' }).id
}

/** Korte naam van een vraag, voor in een zin of lijst. */
export function vraagNaam(catalogus: Catalogus, id: string): string {
  const vraag = catalogus.vragen[id]
  if (vraag) return vraag.kort ?? vraag.tekst.replace(/\?$/, '')
  return id
}

export function productNaam(catalogus: Catalogus, code: string): string {
  return catalogus.producten[code]?.naam ?? code
}

/** `Begeleiding A of Begeleiding B`. */
export function productNamen(catalogus: Catalogus, codes: readonly string[], voegwoord = 'of'): string {
  return opsomming(
    codes.map((c) => productNaam(catalogus, c)),
    voegwoord,
  )
}

/** Leest wat iemand in een getalveld typt: komma of punt, binnen de grenzen van de vraag. */
export function leesGetal(vraag: Vraag & { soort: 'getal' }, tekst: string): { getal: number } | { fout: string } | { leeg: true } {
  const schoon = tekst.trim().replace(/\s/g, '').replace(',', '.')
  if (schoon === '') return { leeg: true }
  const eenheid = vraag.eenheid ? ` ${vraag.eenheid}` : ''
  if (!/^-?\d+(\.\d+)?$/.test(schoon))
    return {
      fout: `Vul een getal in, bijvoorbeeld ${getalTekst(Math.max(vraag.min, 3))}${eenheid}. Weet u het niet, kies dan Weet ik niet.`,
    }
  const getal = Number(schoon)
  if (getal < vraag.min) return { fout: `Vul ${getalTekst(vraag.min)}${eenheid} of meer in.` }
  if (vraag.max !== undefined && getal > vraag.max) return { fout: `Vul ${getalTekst(vraag.max)}${eenheid} of minder in.` }
  const decimalen = vraag.decimalen ?? 0
  if ((schoon.split('.')[1] ?? '').replace(/0+$/, '').length > decimalen)
    return {
      fout:
        decimalen === 0
          ? 'Vul een heel getal in, zonder cijfers achter de komma.'
          : `Vul hooguit ${decimalen} ${decimalen === 1 ? 'cijfer' : 'cijfers'} achter de komma in.`,
    }
  return { getal }
}
