/** Codes van de standaard in de woorden van een scherm. */
import { minutenInWoorden } from '#core/indicatie/normregels.ts'
import { eenheid, frequentie, redenWijziging } from '#messages/iwmo-3-2/codelijsten.ts'
import type { Omvang } from '#messages/keten/feit.ts'

const naam = (lijst: { readonly codes: Readonly<Record<string, string>> }, code: string): string => lijst.codes[code] ?? code

export const eenheidzin = (code: string): string => naam(eenheid, code).toLowerCase()
export const redenzin = (code: string): string => naam(redenWijziging, code)

const MINUUT = '01'
const DAGDEEL = '16'
/** "3 uur per week", "4 dagdelen per week". */
export function omvangzin({ Volume: volume, Eenheid: e, Frequentie: f }: Omvang): string {
  return `${hoeveel(volume, e)} ${f === '6' ? 'in totaal' : naam(frequentie, f).toLowerCase()}`
}

function hoeveel(volume: number, e: string): string {
  if (e === MINUUT) return minutenInWoorden(volume).replace(/ per week$/, '')
  if (e === DAGDEEL) return volume === 1 ? '1 dagdeel' : `${volume} dagdelen`
  return `${volume} ${eenheidzin(e)}`
}
