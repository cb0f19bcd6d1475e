/** Van wie een bestand komt dat het schema weigert: wat er in de kop staat, zonder te eisen dat de rest klopt. Alleen om te tonen. */
import { maskeerVrij } from './maskeer.ts'

export type RuimeKop = {
  readonly afzender: string | null
  readonly ontvanger: string | null
  readonly identificatie: string | null
  readonly dagtekening: string | null
}

/** De kop staat vooraan; verder hoeft er niets gelezen te worden. */
const VOORAAN = 4096

export function leesRuimeKop(bytes: Uint8Array): RuimeKop {
  const begin = new TextDecoder().decode(bytes.subarray(0, VOORAAN))
  const eerste = (naam: string, vorm: string): string | null =>
    new RegExp(`<(?:[\\w.-]+:)?${naam}(?:\\s[^<>]*)?>\\s*(${vorm})\\s*</`).exec(begin)?.[1] ?? null
  const identificatie = eerste('Identificatie', '[\\w.-]{1,12}')
  return {
    afzender: eerste('Afzender', '\\d{4}|\\d{8}'),
    ontvanger: eerste('Ontvanger', '\\d{4}|\\d{8}'),
    identificatie: identificatie && maskeerVrij(identificatie),
    dagtekening: eerste('Dagtekening', '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])'),
  }
}
