import type { Berichtstand } from '#core/toewijzing/berichtstand.ts'

/** Wat goed is, wat wacht, en waar iemand naar moet kijken. De tellingen en de grafiek gebruiken dezelfde drie groepen. */
export const standgroep: Readonly<Record<Berichtstand, 'goed' | 'wacht' | 'mis'>> = {
  klaargezet: 'wacht',
  niet_bezorgd: 'mis',
  wacht_op_antwoord: 'wacht',
  verzonden: 'goed',
  aangenomen: 'goed',
  deels: 'mis',
  afgekeurd: 'mis',
  schemafout: 'mis',
  vreemd: 'mis',
  dubbel: 'mis',
  vervangen: 'goed',
  teruggenomen: 'goed',
}
