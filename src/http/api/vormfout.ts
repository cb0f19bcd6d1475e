/** Van een fout van zod naar onze invoerfouten: code, JSON Pointer en een Nederlandse zin, zonder wat er stond te herhalen. */
import type * as z from 'zod'
import { wijzer } from '#core/base/invoer.ts'
import type { Invoerfout } from '#core/base/result.ts'
import type { vormproblemen } from './problemen.ts'

const soorten: Record<string, string> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'ja of nee (true of false)',
  array: 'een lijst',
  object: 'een blok met velden',
}

/** Alleen wat op een veldnaam lijkt komt terug; wie een nummer als veld stuurt, ziet het niet in een foutmelding terug. */
const veldnaam = /^[A-Za-z][A-Za-z_-]{0,40}$/

const vormen: Record<string, string> = {
  uuid: 'Dit is geen verwijzing (uuid).',
  date: 'Schrijf een bestaande dag als jjjj-mm-dd, bijvoorbeeld 2026-03-01.',
  datetime: 'Schrijf een tijdstip met zone, bijvoorbeeld 2026-03-01T09:00:00Z.',
  email: 'Dit is geen e-mailadres.',
}

export function naarInvoerfouten(fout: z.ZodError): Invoerfout[] {
  return fout.issues.map((i) => ({ code: codeVan(i), plaats: wijzer(...(i.path as (string | number)[])), tekst: zin(i) }))
}

/** Een lezer ziet Nederlandse codes, ook als de vorm al niet klopt; wat zij betekenen staat in `vormproblemen`. */
function codeVan(i: z.core.$ZodIssue): keyof typeof vormproblemen {
  switch (i.code) {
    case 'invalid_type':
      return ontbreekt(i) ? 'ONTBREEKT' : 'ANDERE_SOORT'
    case 'too_small':
      if (i.origin === 'string') return i.minimum === 1 ? 'ONTBREEKT' : 'TE_KORT'
      return i.origin === 'array' ? 'TE_WEINIG' : 'TE_LAAG'
    case 'too_big':
      return i.origin === 'string' ? 'TE_LANG' : i.origin === 'array' ? 'TE_VEEL_DELEN' : 'TE_HOOG'
    case 'invalid_value':
      return 'KEUZE_ONBEKEND'
    case 'unrecognized_keys':
      return 'VELD_ONBEKEND'
    default:
      return 'VORM_ONJUIST'
  }
}

const ontbreekt = (i: z.core.$ZodIssueInvalidType): boolean => i.input === undefined && !i.message.includes('received')

function zin(i: z.core.$ZodIssue): string {
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
      return i.code === 'custom' ? i.message : 'Dit klopt niet.'
  }
}
