/** Tekst uit een bericht naar een waarde, en terug. Zegt in gewone taal wat er niet klopt; persoonsgegevens herhaalt het niet. */
import { codesVan, type Simpel } from './vorm.ts'

export type Gelezen = { readonly waarde: string | number } | { readonly fout: string }

/** Leest één waarde volgens de facetten van haar type. */
export function leesWaarde(type: Simpel, ruw: string): Gelezen {
  // Getal, datum en tijd: wit eromheen telt niet (whiteSpace=collapse). Tekst blijft letterlijk.
  const tekst = type.basis === 'string' ? ruw : ruw.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '')
  const fout = vormfout(type, tekst)
  if (fout !== null) return { fout }
  return { waarde: type.basis === 'integer' ? naarGetal(tekst) : tekst }
}

const naarGetal = (tekst: string): number => Number(tekst) + 0 || 0

/** Schrijft een waarde; het omgekeerde van lezen. */
export const schrijfWaarde = (waarde: string | number): string => String(waarde)

function vormfout(type: Simpel, tekst: string): string | null {
  if (type.codes !== undefined)
    return type.codes.codes[tekst] === undefined || !Object.hasOwn(type.codes.codes, tekst) ? codefout(type, tekst) : null
  switch (type.basis) {
    case 'integer':
      return getalfout(type, tekst)
    case 'date':
      return isDatum(tekst) && past(type, tekst) ? null : datumfout(tekst)
    case 'time':
      return isTijd(tekst) && past(type, tekst) ? null : `${toon(tekst)} is geen tijd zonder tijdzone. Schrijf uu:mm:ss.`
    case 'string':
      return tekstfout(type, tekst)
  }
}

const past = (type: Simpel, tekst: string): boolean => (type.patroon?.past(tekst) ?? true) && (type.beperking?.past(tekst) ?? true)

function codefout(type: Simpel, tekst: string): string {
  const codes = type.codes === undefined ? [] : codesVan(type.codes)
  const keuze = codes.length <= 25 ? ` Kies uit: ${codes.map((c) => `${c} (${type.codes?.codes[c]})`).join(', ')}.` : ''
  return `De code ${toon(tekst)} bestaat niet in codelijst ${type.codes?.naam} (${type.codes?.titel}).${keuze}`
}

function getalfout(type: Simpel, tekst: string): string | null {
  if (!/^[+-]?[0-9]+$/.test(tekst)) return `${toon(tekst)} is geen geheel getal.`
  const waarde = BigInt(tekst.replace('+', ''))
  const min = type.min ?? 0
  const max = type.max ?? Number.MAX_SAFE_INTEGER
  if (waarde < BigInt(min)) return `${toon(tekst)} is te klein; het laagste is ${min}.`
  if (waarde > BigInt(max)) return `${toon(tekst)} is te groot; het hoogste is ${max}.`
  return past(type, tekst) ? null : `Hier hoort precies ${type.beperking?.xsd}, er staat ${toon(tekst)}.`
}

function datumfout(tekst: string): string {
  return /^-?\d{4,}-\d\d-\d\d.+/.test(tekst)
    ? `${toon(tekst)} heeft een tijdzone of tijd. Schrijf alleen de dag: jjjj-mm-dd.`
    : `${toon(tekst)} is geen bestaande datum. Schrijf jjjj-mm-dd.`
}

function tekstfout(type: Simpel, tekst: string): string | null {
  const { minLengte = 0, maxLengte = Number.POSITIVE_INFINITY } = type
  // Een teken is één of twee eenheden: tellen hoeft alleen als dat verschil maakt.
  const lengte = tekst.length > maxLengte || tekst.length < minLengte * 2 ? aantalTekens(tekst) : tekst.length
  if (lengte < minLengte) return 'Het element is leeg. Vul het, of laat het element weg als het niet verplicht is.'
  if (lengte > maxLengte) return `De tekst is ${lengte} tekens lang; hooguit ${maxLengte} mag.`
  if (!(type.patroon?.past(tekst) ?? true)) return `De waarde heeft niet de goede vorm. Nodig: ${type.uitleg}.`
  if (!(type.beperking?.past(tekst) ?? true)) return `De waarde mag hier niet. De vorm is hier ${type.beperking?.xsd}.`
  return null
}

/** XSD telt tekens, geen UTF-16-eenheden. */
export function aantalTekens(tekst: string): number {
  let aantal = tekst.length
  for (let i = 0; i < tekst.length - 1; i++) if (tekst.charCodeAt(i) >= 0xd800 && tekst.charCodeAt(i) < 0xdc00) aantal--
  return aantal
}

const maandlengten = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** xs:date zoals XSD 1.0: vier of meer cijfers voor het jaar, jaar 0 bestaat niet, een min mag. */
export function isDatum(tekst: string): boolean {
  const m = /^-?(\d{4,9})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d)?$/.exec(tekst)
  if (!m) return false
  const [, jaartekst = '', maandtekst = '', dagtekst = ''] = m
  if (jaartekst.length > 4 && jaartekst.startsWith('0')) return false
  const jaar = Number(jaartekst)
  const maand = Number(maandtekst)
  const dag = Number(dagtekst)
  return jaar > 0 && maand >= 1 && maand <= 12 && dag >= 1 && dag <= dagenIn(jaar, maand)
}

export function dagenIn(jaar: number, maand: number): number {
  const schrikkel = maand === 2 && jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0)
  return (maandlengten[maand - 1] ?? 0) + (schrikkel ? 1 : 0)
}

/** xs:time: 24:00:00 bestaat, een schrikkelseconde niet. */
export const isTijd = (tekst: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)$/.test(tekst)

const toon = (tekst: string): string => `"${leesbaar(tekst, 30)}"`

/** Tekst uit een bericht in een melding: kort, zonder tekens die een scherm laten verspringen, en nooit met een BSN dat op de verkeerde plek staat. */
export function leesbaar(tekst: string, lengte: number): string {
  const zonderBsn = tekst.replace(/(?<!\d)\d{9}(?!\d)/g, (cijfers) => '*'.repeat(7) + cijfers.slice(-2))
  const veilig = zonderBsn.slice(0, lengte).replace(/[\r\n\t\u007f-\u009f\u2028-\u202e]/g, '·')
  return tekst.length > lengte ? `${veilig}…` : veilig
}
