/** Van een fout van zod naar onze invoerfouten: code, JSON Pointer en een Nederlandse zin, zonder wat er stond te herhalen. */
import type * as z from 'zod'
import { wijzer } from '#core/base/invoer.ts'
import type { Invoerfout } from '#core/base/result.ts'
import { ontbreekt, vormzin } from '#core/base/vormzin.ts'
import type { vormproblemen } from './problemen.ts'

export function naarInvoerfouten(fout: z.ZodError): Invoerfout[] {
  return fout.issues.map((i) => ({ code: codeVan(i), plaats: wijzer(...(i.path as (string | number)[])), tekst: vormzin(i) }))
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
