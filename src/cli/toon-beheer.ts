/** De uitkomst van een opdracht van de beheerder: als JSON of in een zin, en een weigering op stderr. */
import type { Databaseweigering } from '#actions/database/beheer.ts'
import type { Result } from '#core/base/result.ts'
import { schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'

export function toonBeheer<T>(
  omgeving: Omgeving,
  { json }: { json?: boolean },
  uitkomst: Result<T, Databaseweigering>,
  zin: (waarde: T) => string,
): Afsluitcode {
  if (!uitkomst.ok) {
    const { code, tekst, soort } = uitkomst.fout
    omgeving.fout(`${tekst} [${code}]\n`)
    if (json) schrijfJson(omgeving, { fouten: [{ code, plaats: '', tekst }] })
    return soort === 'invoer' ? 2 : 1
  }
  if (json) schrijfJson(omgeving, uitkomst.value)
  else omgeving.uit(`${zin(uitkomst.value)}\n`)
  return 0
}
