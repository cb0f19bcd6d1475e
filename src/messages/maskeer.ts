/** Burgerservicenummers onleesbaar maken, in een gelezen bericht en in de tekst van een bericht dat misschien niet te lezen is. */
import { isElfproef } from './iwmo-3-2/regels/persoon.ts'
import type { Klasse, Simpel } from './vorm.ts'

type Waarde = Readonly<Record<string, unknown>>

const isBsn = (tekst: string): boolean => /^\d{9}$/.test(tekst) && isElfproef(tekst)
/** Alleen de laatste twee cijfers blijven staan: genoeg om te vergelijken, te weinig om te gebruiken. */
const masker = (bsn: string): string => '*'.repeat(7) + bsn.slice(-2)

/** Het bericht zonder leesbare burgerservicenummers, ook niet in vrije tekst. */
export function maskeerBsn(klasse: Klasse, waarde: Waarde): Waarde {
  return Object.fromEntries(
    Object.entries(waarde).map(([naam, deel]) => {
      const inhoud = klasse.velden[naam]?.inhoud
      if (inhoud === undefined) return [naam, deel]
      const een = (d: unknown) => (inhoud.soort === 'simpel' ? maskeerTekst(inhoud, d) : maskeerBsn(inhoud, d as Waarde))
      return [naam, Array.isArray(deel) ? deel.map(een) : een(deel)]
    }),
  )
}

function maskeerTekst(type: Simpel, waarde: unknown): unknown {
  if (typeof waarde !== 'string' || type.basis !== 'string') return waarde
  if (type.naam === 'LDT_BurgerServicenummer') return masker(waarde)
  return maskeerVrij(waarde)
}

/** Negen cijfers die een burgerservicenummer kunnen zijn, waar zij ook staan. */
export const maskeerVrij = (tekst: string): string =>
  tekst.replace(/(?<!\d)\d{9}(?!\d)/g, (cijfers) => (isBsn(cijfers) ? masker(cijfers) : cijfers))

/**
 * De XML zelf zonder leesbare burgerservicenummers, ook als hij kapot is. Wat een nummer in stukken kan knippen (een opmerking, een
 * instructie, een nul) valt weg, en een cijfer dat anders geschreven is wordt eerst gewoon.
 */
export function maskeerXml(xml: string): string {
  const heel = xml
    .replace(/\0|<!--[\s\S]*?(-->|$)|<\?(?!xml\s)[\s\S]*?(\?>|$)/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)(\]\]>|$)/g, (_, tekst: string) => tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .replace(/&#(?:0*(4[89]|5[0-7])|x0*(3[0-9]));/gi, (_, tien?: string, zestien?: string) =>
      String.fromCodePoint(tien === undefined ? Number.parseInt(zestien as string, 16) : Number(tien)),
    )
  const zonderBsn = heel.replace(
    /(<(?:[\w.-]+:)?Bsn(?:\s[^<>]*)?>)([^<]*)/g,
    (_, open: string, inhoud: string) => open + (/\d/.test(inhoud) ? masker(inhoud.trim()) : inhoud),
  )
  return maskeerVrij(zonderBsn)
}
