/** Een lezing kiezen in een formulier: elke lezing heeft een nummer, een eigen waarde heet `eigen`. */
import { gelijk, type Json } from '#core/catalogus/instellingen.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Instellingantwoord } from '#http/api/catalogus/vormen.ts'

export const EIGEN = 'eigen'

/** Welke lezing nu geldt; `eigen` als de waarde van de gemeente zelf is, null als er nog niets vastligt. */
export function gekozenLezing({ lezingen, waarde, vrij }: Instellingantwoord): string | null {
  const plaats = lezingen.findIndex((l) => gelijk(l.waarde as Json, waarde as Json))
  return plaats >= 0 ? String(plaats) : vrij === null ? null : EIGEN
}

/** De gekozen waarde, of wat er aan de eigen waarde niet klopt. */
export function waardeVan(i: Instellingantwoord, gekozen: string, eigen: string): Result<Json, string> {
  if (gekozen === '') return fout('Kies een lezing.')
  if (gekozen !== EIGEN) return ok(i.lezingen[Number(gekozen)]?.waarde as Json)
  return leesEigen(i, eigen.trim())
}

function leesEigen({ vrij }: Instellingantwoord, eigen: string): Result<Json, string> {
  if (eigen === '') return fout('Vul de eigen waarde in, of kies een lezing hierboven.')
  if (vrij === 'tekst') return ok(eigen)
  if (vrij === 'getal') {
    const getal = Number(eigen.replace(',', '.'))
    return Number.isFinite(getal) && getal >= 0 ? ok(getal) : fout('Vul een getal van 0 of meer in.')
  }
  try {
    return ok(JSON.parse(eigen) as Json)
  } catch {
    return fout(`Schrijf ${vrij === 'lijst' ? 'een lijst als ["a", "b"]' : 'een blok als {"sleutel": "waarde"}'}.`)
  }
}

export const schrijfEigen = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : JSON.stringify(waarde ?? ''))
