/** Woorden en kleine zinnen die de schermen van het dossier delen. */
import type { Datum } from '#core/base/datum.ts'
import { leeftijd } from '#core/dossier/inwoner.ts'
import { zaaksoorten } from '#core/dossier/melding.ts'
import { toonNaam, volledigeNaam } from '#core/dossier/naam.ts'
import type { Identiteitantwoord } from '#http/api/dossier/vormen.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'

export type Naam = Identiteitantwoord['naam']

export const naamInKop = (naam: Naam): string => volledigeNaam(naam)
export const naamInZin = (naam: Naam): string => toonNaam(naam)

/** "12 april 1950 (76 jaar)"; bij wie overleden is zonder leeftijd. */
export function geboren(geboortedatum: string | null, vandaag: string, overledenOp: string | null = null): string | null {
  if (geboortedatum === null) return null
  const jaren = overledenOp === null ? leeftijd(geboortedatum as Datum, vandaag as Datum) : null
  return `${schrijfDatum(geboortedatum)}${jaren === null ? '' : ` (${jaren} jaar)`}`
}

export const soortnaam = (soort: string): string => zaaksoorten[soort as keyof typeof zaaksoorten] ?? soort

const relatiewoorden = {
  eigen: 'U behandelt deze inwoner',
  team: 'Uw team helpt deze inwoner',
  nood: 'U hebt noodtoegang',
  gemeente: 'Een ander team helpt deze inwoner',
} as const
export const relatiewoord = (relatie: Identiteitantwoord['relatie'], heeftTeam: boolean): string =>
  relatie === 'gemeente' && !heeftTeam ? 'Nog geen team helpt deze inwoner' : relatiewoorden[relatie]
