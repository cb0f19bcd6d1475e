/** Codes van de standaard in de woorden van een scherm. */
import { minutenInWoorden } from '#core/indicatie/normregels.ts'
import { eenheid, frequentie, redenWijziging } from '#messages/iwmo-3-2/codelijsten.ts'
import { hoeveelheid } from '#messages/toon.ts'
import type { Omvang } from '#messages/keten/feit.ts'

const naam = (lijst: { readonly codes: Readonly<Record<string, string>> }, code: string): string => lijst.codes[code] ?? code

export const eenheidzin = (code: string): string => naam(eenheid, code).toLowerCase()
export const redenzin = (code: string): string => naam(redenWijziging, code)

const MINUUT = '01'
/** "3 uur per week", "4 dagdelen per week". */
export function omvangzin({ Volume: volume, Eenheid: e, Frequentie: f }: Omvang): string {
  return `${hoeveel(volume, e)} ${f === '6' ? 'in totaal' : naam(frequentie, f).toLowerCase()}`
}

/** "2 uur en 30 minuten", "4 dagdelen". */
export const hoeveel = (volume: number, e: string): string =>
  e === MINUUT ? minutenInWoorden(volume).replace(/ per week$/, '') : hoeveelheid(volume, e)
