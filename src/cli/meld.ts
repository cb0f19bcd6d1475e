/** Fouten en antwoorden naar buiten: mensen lezen stderr, programma's lezen met --json één JSON-waarde op stdout. */
import type { Invoerfout } from '#core/base/result.ts'
import { type Catalogusfout, toonCatalogusfout } from '#core/catalogus/laden/fout.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'

export function schrijfJson(omgeving: Omgeving, waarde: unknown): void {
  omgeving.uit(`${JSON.stringify(waarde, null, 2)}\n`)
}

/** Ongeldige invoer: per fout waar, wat en wat nu. */
export function meldInvoerfouten(omgeving: Omgeving, fouten: readonly Invoerfout[], json: boolean, bron = 'invoer'): Afsluitcode {
  for (const f of fouten) omgeving.fout(`${bron}${f.plaats ? ` ${f.plaats}` : ''}: ${f.tekst} [${f.code}]\n`)
  if (json) schrijfJson(omgeving, { fouten })
  return 2
}

/** Een catalogus die niet klopt: bestand, regel en kolom, zodat een editor erheen springt. */
export function meldCatalogusfouten(omgeving: Omgeving, fouten: readonly Catalogusfout[], json: boolean): Afsluitcode {
  for (const f of fouten) omgeving.fout(`${toonCatalogusfout(f)}\n`)
  if (json)
    schrijfJson(omgeving, {
      fouten: fouten.map((f) => ({ code: f.code, plaats: `${f.bestand}:${f.regel}:${f.kolom}`, tekst: f.tekst, watNu: f.watNu })),
    })
  return 2
}
