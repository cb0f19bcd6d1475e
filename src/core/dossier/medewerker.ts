/** Wat een beheerder over een medewerker opgeeft, nagekeken: naam, aanmeldnaam, rollen. */
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { type Rol, rollen as alleRollen } from '#core/dossier/rechtentabel.ts'

export type Medewerkeropgave = { readonly naam: string; readonly aanmeldnaam: string; readonly rollen: readonly Rol[] }

/** Alleen wat gegeven is wordt nagekeken; de rest blijft zoals het was. */
export function leesMedewerkeropgave<T extends Partial<Record<keyof Medewerkeropgave, unknown>>>(
  ruw: T,
): Result<{ [K in keyof T & keyof Medewerkeropgave]: Medewerkeropgave[K] }, Invoerfout[]> {
  const fouten: Invoerfout[] = []
  const uit: Partial<Record<keyof Medewerkeropgave, unknown>> = {}
  const meld = (plaats: string, code: string, tekst: string) => void fouten.push({ plaats, code, tekst })
  if (ruw.naam !== undefined) {
    uit.naam = netjes(ruw.naam)
    if (uit.naam === '' || String(uit.naam).length > 100) meld('/naam', 'NAAM_ONGELDIG', 'Geef de naam, hoogstens 100 tekens.')
  }
  if (ruw.aanmeldnaam !== undefined) {
    // Uitgevers schrijven een e-mailadres soms met hoofdletters; wij vergelijken in kleine letters.
    uit.aanmeldnaam = netjes(ruw.aanmeldnaam).toLowerCase()
    if (!/^[^\s]{3,200}$/.test(String(uit.aanmeldnaam)))
      meld('/aanmeldnaam', 'AANMELDNAAM_ONGELDIG', 'Geef het e-mailadres van het werkaccount, of het nummer dat de aanmelddienst gebruikt.')
  }
  if (ruw.rollen !== undefined) {
    const gekozen = Array.isArray(ruw.rollen) ? ruw.rollen : []
    uit.rollen = alleRollen.filter((rol) => gekozen.includes(rol))
    const vreemd = gekozen.filter((rol) => !alleRollen.includes(rol as Rol))
    if (vreemd.length > 0) meld('/rollen', 'ROL_ONBEKEND', `Kies uit: ${alleRollen.join(', ')}.`)
    else if (gekozen.length === 0)
      meld('/rollen', 'ROL_ONTBREEKT', 'Kies minstens één rol. Hoort iemand er niet meer bij, sluit dan het account.')
  }
  return fouten.length > 0 ? fout(fouten) : ok(uit as { [K in keyof T & keyof Medewerkeropgave]: Medewerkeropgave[K] })
}

const netjes = (ruw: unknown): string => (typeof ruw === 'string' ? ruw.normalize('NFC').replace(/\s+/g, ' ').trim() : '')
