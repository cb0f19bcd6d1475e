/** Van een fout van zod naar onze invoerfouten: code, JSON Pointer en een Nederlandse zin, zonder wat er stond te herhalen. */
import type * as z from 'zod'
import { wijzer } from '#core/base/invoer.ts'
import type { Invoerfout } from '#core/base/result.ts'

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
  return fout.issues.map((i) => ({ code: i.code.toUpperCase(), plaats: wijzer(...(i.path as (string | number)[])), tekst: zin(i) }))
}

function zin(i: z.core.$ZodIssue): string {
  switch (i.code) {
    case 'invalid_type':
      return i.input === undefined && !i.message.includes('received')
        ? `Vul dit in; verwacht wordt ${soorten[i.expected] ?? i.expected}.`
        : `Verwacht wordt ${soorten[i.expected] ?? i.expected}.`
    case 'too_small':
      return i.origin === 'string' ? (i.minimum === 1 ? 'Vul dit in.' : `Gebruik minstens ${i.minimum} tekens.`) : `Minstens ${i.minimum}.`
    case 'too_big':
      return i.origin === 'string' ? `Gebruik hoogstens ${i.maximum} tekens.` : `Hoogstens ${i.maximum}.`
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
