/** Bezwaren van zod in gewoon Nederlands. */
import type * as z from 'zod'

/** Van het lezen zelf, dan nog zonder zin maar met wat er stond; of van de uitkomst. */
type Bezwaar = z.core.$ZodIssue | z.core.$ZodRawIssue

const soorten: Record<string, string> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'ja of nee (true of false)',
  array: 'een lijst',
  object: 'een blok met velden',
  record: 'een blok met velden',
}

/** Alleen wat op een veldnaam lijkt komt terug; wie een nummer als veld stuurt, ziet het niet in een foutmelding terug. */
const veldnaam = /^[A-Za-z][A-Za-z_-]{0,40}$/

const vormen: Record<string, string> = {
  uuid: 'Dit is geen verwijzing (uuid).',
  date: 'Schrijf een bestaande dag als jjjj-mm-dd, bijvoorbeeld 2026-03-01.',
  datetime: 'Schrijf een tijdstip met zone, bijvoorbeeld 2026-03-01T09:00:00Z.',
  email: 'Dit is geen e-mailadres.',
}

/** Of er niets stond; een bezwaar uit de uitkomst zegt dat alleen in zijn zin. */
export const ontbreekt = (i: Bezwaar): boolean =>
  i.message === undefined ? i.input === undefined : i.input === undefined && i.message.endsWith('received undefined')

/**
 * Wat er aan een vorm niet klopt, in een zin, zonder te herhalen wat er stond. Ook als `error` bij het lezen van een bestand: een eigen
 * zin in de vorm gaat dan voor.
 */
export function vormzin(i: Bezwaar): string {
  switch (i.code) {
    case 'invalid_type':
      return ontbreekt(i)
        ? `Vul dit in; verwacht wordt ${soorten[i.expected] ?? i.expected}.`
        : `Verwacht wordt ${soorten[i.expected] ?? i.expected}.`
    case 'too_small':
      if (i.origin === 'string') return i.minimum === 1 ? 'Vul dit in.' : `Gebruik minstens ${i.minimum} tekens.`
      return i.origin === 'array' ? `Geef er minstens ${i.minimum}.` : `Minstens ${i.minimum}.`
    case 'too_big':
      if (i.origin === 'string') return `Gebruik hoogstens ${i.maximum} tekens.`
      return i.origin === 'array' ? `Geef er hoogstens ${i.maximum}.` : `Hoogstens ${i.maximum}.`
    case 'invalid_format':
      return vormen[i.format] ?? 'Dit heeft niet de juiste vorm.'
    case 'invalid_value':
      return `Kies uit: ${i.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return `Deze velden bestaan hier niet: ${i.keys.map((naam) => (veldnaam.test(naam) ? naam : '(onleesbaar)')).join(', ')}.`
    default:
      // Een eigen controle in het schema schrijft zelf een Nederlandse zin.
      return i.code === 'custom' ? (i.message ?? 'Dit klopt niet.') : 'Dit klopt niet.'
  }
}
