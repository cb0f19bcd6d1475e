/** De rand van de stapelingstoets: aangeleverde JSON wordt hier één keer gecontroleerd; daarachter is alles vertrouwd. */
import { isBlok, onbekendeVelden, wijzer } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { type Keuze, leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { type Indicatie, leesIndicatie } from './indicatie.ts'

/** Zoveel heeft niemand; meer is een vergissing of kwade wil. */
export const MAX_INDICATIES = 1_000

export type Stapelingsinvoer = { readonly keuze: Keuze; readonly indicaties: readonly Indicatie[] }

const velden = ['catalogus', 'gemeente', 'instellingen', 'indicaties']

export function leesStapeling(catalogus: Catalogus, ruw: unknown): Result<Stapelingsinvoer, Invoerfout[]> {
  if (!isBlok(ruw)) return fout([{ code: 'INVOER_ONGELDIG', plaats: '', tekst: 'De invoer is een blok met een lijst `indicaties`.' }])
  const fouten = onbekendeVelden(ruw, velden, '')
  const keuze = leesKeuze(catalogus, ruw)
  if (!keuze.ok) fouten.push(...keuze.fout)
  const indicaties = leesIndicaties(ruw.indicaties, fouten)
  if (ruw.catalogus !== undefined && ruw.catalogus !== catalogus.catalogus.id) fouten.push(andereCatalogus(catalogus))
  return fouten.length > 0 || !keuze.ok ? fout(fouten) : ok({ keuze: keuze.value, indicaties })
}

function leesIndicaties(ruw: unknown, fouten: Invoerfout[]): Indicatie[] {
  const plaats = wijzer('indicaties')
  if (!Array.isArray(ruw)) {
    fouten.push({ code: 'INDICATIES_ONTBREKEN', plaats, tekst: 'Geef een lijst `indicaties`, elk met product, van en eventueel tot.' })
    return []
  }
  if (ruw.length > MAX_INDICATIES) {
    const tekst = `Er staan ${ruw.length} indicaties; het kunnen er hoogstens ${MAX_INDICATIES} zijn. Toets één inwoner per keer.`
    fouten.push({ code: 'TE_VEEL_INDICATIES', plaats, tekst })
    return []
  }
  return ruw.map((een, i) => leesIndicatie(een, wijzer('indicaties', i), fouten)).filter((een) => een !== null)
}

export const andereCatalogus = (catalogus: Catalogus): Invoerfout => ({
  code: 'ANDERE_CATALOGUS',
  plaats: wijzer('catalogus'),
  tekst: `De invoer noemt een andere catalogus dan ${catalogus.catalogus.id}. Kies die catalogus, of laat het veld weg.`,
})
