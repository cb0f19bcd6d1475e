import type { GevondenUitspraak } from '#core/catalogus/uitleg/naslag.ts'

export type Deel = { readonly sleutel: string; readonly titel: string; readonly soorten: readonly string[] }

/** De kopjes van een productpagina, in leesvolgorde, met de soorten uitspraken die eronder horen. */
export const delen: readonly Deel[] = [
  { sleutel: 'wat', titel: 'Wat is het', soorten: ['definitie'] },
  { sleutel: 'voor-wie', titel: 'Voor wie', soorten: ['criterium'] },
  { sleutel: 'wanneer-niet', titel: 'Wanneer niet', soorten: ['uitsluiting'] },
  { sleutel: 'hoeveel', titel: 'Hoeveel en hoe lang', soorten: ['eenheid', 'grens'] },
  { sleutel: 'wie-levert', titel: 'Wie levert het', soorten: ['personeel', 'mix'] },
  { sleutel: 'groep', titel: 'Groep', soorten: [] },
  { sleutel: 'bereik', titel: 'Bereikbaarheid en plaats', soorten: ['bereikbaarheid', 'locatie', 'vervoer'] },
  { sleutel: 'plan', titel: 'Plan en evaluatie', soorten: ['planregel', 'evaluatie'] },
  { sleutel: 'signaleren', titel: 'Signaleren en afstemmen', soorten: ['signalering', 'proces'] },
  { sleutel: 'rechten', titel: 'Rechten van de inwoner', soorten: ['recht'] },
  { sleutel: 'samen', titel: 'Samen met andere begeleiding', soorten: [] },
  { sleutel: 'organisatie', titel: 'Eisen aan de organisatie', soorten: ['certificering'] },
]

/** Onder welk kopje een uitspraak staat. Groepsgrootte en stapeling gaan voor op de soort. */
export function deelVan(u: GevondenUitspraak): string {
  if (groepsgrootte(u) !== null || noemtGroep(u)) return 'groep'
  if (u.soort === 'grens' && u.werkt.includes('stapeling')) return 'samen'
  // Een definitie die alleen voor de stapeling telt ("staat in de matrix als…") hoort daar ook.
  if (u.soort === 'definitie' && u.werkt.length > 0 && u.werkt.every((w) => w === 'stapeling')) return 'samen'
  return delen.find((d) => d.soorten.includes(u.soort))?.sleutel ?? 'wat'
}

/** Het aantal inwoners per professional, als de waarde van de uitspraak dat noemt. */
export function groepsgrootte(u: GevondenUitspraak): number | null {
  for (const [sleutel, waarde] of Object.entries(blok(u.waarde)))
    if (/^(clienten|inwoners)Per/.test(sleutel) && typeof waarde === 'number') return waarde
  return null
}

const noemtGroep = (u: GevondenUitspraak) => 'tellenMee' in blok(u.waarde) || 'groepsgrootte' in blok(u.waarde)

export function blok(waarde: unknown): Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde) ? (waarde as Record<string, unknown>) : {}
}

export const soortnamen: Record<string, string> = {
  definitie: 'definitie',
  criterium: 'criterium',
  uitsluiting: 'uitsluiting',
  grens: 'grens',
  eenheid: 'eenheid en prijs',
  planregel: 'regel voor het plan',
  personeel: 'eis aan personeel',
  mix: 'mix van niveaus',
  certificering: 'eis aan de organisatie',
  bereikbaarheid: 'bereikbaarheid',
  locatie: 'plaats',
  vervoer: 'vervoer',
  signalering: 'signaleren',
  evaluatie: 'evaluatie',
  proces: 'werkwijze',
  recht: 'recht van de inwoner',
}

/** Wat elk deel van de keten met een uitspraak doet. */
export const ketennamen: Record<string, string> = {
  advies: 'bij het advies: welk product past',
  indicatie: 'bij het vaststellen van de indicatie',
  omvang: 'bij het bepalen van de omvang',
  stapeling: 'bij het combineren van producten',
  toewijzing: 'bij de toewijzing aan een aanbieder',
  plan: 'in het plan van de begeleiding',
  levering: 'bij het plannen en leveren',
  evaluatie: 'bij de evaluatie',
  declaratie: 'bij de declaratie',
  contract: 'bij het contract met de aanbieder',
  toezicht: 'bij het toezicht',
}
