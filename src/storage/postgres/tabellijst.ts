/**
 * Welke tabellen geen zaakgegevens van één gemeente zijn. Alles wat hier niet staat hoort bij een gemeente, ook een tabel van morgen:
 * die moet dan aan de regels van `schemaregels.ts` voldoen.
 */

/** Landelijke lijsten: op een verdeelde server staan ze overal (reference table) en mag een gemeentetabel ernaar verwijzen. */
export const landelijk = ['gemeente', 'gelijkgestelde_dag', 'catalogus_inhoud', 'gemeentelijst'] as const

/** Van de installatie zelf; op een verdeelde server alleen op de coördinator. Niemand verwijst ernaar. */
export const vanDeInstallatie = ['migratie', 'identiteit', 'sessie'] as const

export const buitenGemeente: readonly string[] = [...landelijk, ...vanDeInstallatie]

/** Hier voegt de app alleen toe: een verbetering is een nieuwe rij. */
export const alleenToevoegen: readonly string[] = [
  'gebeurtenis',
  'antwoord',
  'bezoek',
  'advies',
  'indicatie',
  'audit',
  'auditzegel',
  'cataloguspublicatie',
  'instellingkeuze',
  'ketenclient',
  'berichtdeel',
  'afgewezen_regel',
  'toewijzing',
  'levering',
  'verzoek',
  'verzoekantwoord',
  'declaratie',
  'prestatie',
  'contract',
  'contracttarief',
  'oefenantwoord',
  'uitvalstap',
]

/** De schema's van deze toepassing; `pgboss` is de wachtrij en draagt alleen verwijzingen. */
export const schemas: readonly string[] = ['public', 'pgboss']
/** De wachtrij zelf gaat niet mee in een bewaring: wat wachtte staat ook in `outbox` en komt na herstel opnieuw in de rij. */
export const bewaardeSchemas: readonly string[] = ['public']
