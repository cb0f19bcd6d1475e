import type { Gebruik } from '#core/catalogus/uitleg/gebruik.ts'

/** Per soort plaats: het kopje boven de lijst en het adres waar die plaats staat. */
export const gebruikskoppen: Record<Gebruik['soort'], string> = {
  vraag: 'Vragen',
  afgeleid: 'Afgeleide waarden',
  rij: 'Rijen van beslistabellen',
  waarschuwing: 'Waarschuwingen',
  lijst: 'Punten van een genummerde lijst',
  resultaat: 'Resultaten',
  bouwsteen: 'Bouwstenen',
  omvang: 'Omvang',
  kenmerk: 'Vergelijkingstabel',
  cel: 'Cellen van de stapelingsmatrix',
  vaststellen: 'Bij het vaststellen van een indicatie',
  stapeling: 'Regels voor samen inzetten',
  instelling: 'Instellingen',
  toelichting: 'Toelichtingen',
  vignet: 'Voorbeeldsituaties',
}

export function gebruiksadres(gebruik: Gebruik, pad: (...delen: string[]) => string): string {
  switch (gebruik.soort) {
    case 'vraag':
      return `${pad('tabellen')}#vraag-${gebruik.sleutel}`
    case 'afgeleid':
      return `${pad('tabellen')}#afgeleid-${gebruik.sleutel}`
    case 'rij':
      return `${pad('tabellen')}#rij-${gebruik.tabel}-${gebruik.rij}`
    case 'waarschuwing':
      return `${pad('tabellen')}#waarschuwing-${gebruik.tabel}-${gebruik.code}`
    case 'vaststellen':
      return pad('instellingen')
    case 'instelling':
    case 'toelichting':
      return `${pad('instellingen')}#${gebruik.amb}`
    case 'cel':
      return `${pad('matrix')}#${gebruik.rij}-${gebruik.kolom}`
    case 'stapeling':
      return pad('matrix')
    case 'kenmerk':
      return pad('vergelijk')
    case 'omvang':
      return pad('omvang')
    case 'vignet':
      return pad('probeer')
    case 'lijst':
    case 'resultaat':
    case 'bouwsteen':
      return pad('product', gebruik.product)
  }
}
