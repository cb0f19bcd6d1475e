/** Bedragen op het scherm en uit een invoerveld; daartussen alleen hele eurocenten. */
const vorm = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })

export const schrijfBedrag = (eurocent: number | null): string => (eurocent === null ? 'geen tarief' : vorm.format(eurocent / 100))

/** "62,50", "€ 62.50" en "1.062,5" worden hele eurocenten; null als het geen bedrag is. */
export function leesBedrag(tekst: string): number | null {
  const kaal = tekst.replace(/[€\s]/g, '').replace(/\.(?=\d{3}(\D|$))/g, '')
  const [, heel, deel = ''] = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(kaal) ?? []
  return heel === undefined ? null : Number(heel) * 100 + Number(deel.padEnd(2, '0'))
}
