import { minutenInWoorden } from '#core/indicatie/normregels.ts'

type Omvang = { readonly minutenPerWeek: number | null; readonly dagdelenPerWeek: number | null }

/** De omvang van een indicatie in één regel. */
export function omvangzin({ minutenPerWeek, dagdelenPerWeek }: Omvang): string {
  if (minutenPerWeek !== null) return minutenInWoorden(minutenPerWeek)
  return dagdelenPerWeek === null ? 'Nog niet bekend' : `${dagdelenPerWeek} ${dagdelenPerWeek === 1 ? 'dagdeel' : 'dagdelen'} per week`
}
