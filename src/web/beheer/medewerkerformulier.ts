/** Van medewerker naar formulier en terug. Rollen zijn vinkjes; op de lijn gaat een lijst. */
import type { Medewerkerantwoord } from '#http/api/beheerroutes.ts'
import { type Rol, rollen } from '#core/dossier/rechtentabel.ts'
import type { Conflictveld } from '../onderdelen/conflict-verschil.ts'
import { rolnaam } from '../api/sessie.ts'

export type Medewerkerwaarden = {
  readonly naam: string
  readonly aanmeldnaam: string
  readonly rollen: Readonly<Record<Rol, boolean>>
  readonly team: string
}

const geenRollen = Object.fromEntries(rollen.map((r) => [r, false])) as Record<Rol, boolean>
export const leeg: Medewerkerwaarden = { naam: '', aanmeldnaam: '', rollen: geenRollen, team: '' }

export const naarFormulier = (m: Medewerkerantwoord): Medewerkerwaarden => ({
  naam: m.naam,
  aanmeldnaam: m.aanmeldnaam,
  rollen: { ...geenRollen, ...Object.fromEntries(m.rollen.map((r) => [r, true])) },
  team: m.team?.id ?? '',
})

export const naarVerzoek = (w: Medewerkerwaarden) => ({
  naam: w.naam,
  aanmeldnaam: w.aanmeldnaam,
  rollen: rollen.filter((r) => w.rollen[r]),
  team: w.team === '' ? null : w.team,
})

export const conflictvelden = (teams: readonly { id: string; naam: string }[]): readonly Conflictveld[] => [
  { plaats: '/naam', label: 'Naam' },
  { plaats: '/aanmeldnaam', label: 'Aanmeldnaam' },
  ...rollen.map((r) => ({ plaats: `/rollen/${r}`, label: `Rol ${rolnaam(r).toLowerCase()}`, toon: (w: unknown) => (w ? 'Ja' : 'Nee') })),
  {
    plaats: '/team',
    label: 'Team',
    leeg: 'Geen team',
    toon: (id) => teams.find((t) => t.id === id)?.naam ?? 'Een team dat er niet meer is',
  },
]

/** Wat een rol mag, in één zin: de beheerder kiest zonder de tabel te kennen. */
export const roluitleg: Readonly<Record<Rol, string>> = {
  consulent: 'Zoekt inwoners, legt meldingen vast, en werkt in de dossiers van zichzelf en zijn team.',
  teamleider: 'Leest alle dossiers van de gemeente, verdeelt het werk en beoordeelt noodtoegang.',
  administratie: 'Houdt namen, adressen en burgerservicenummers bij en verwerkt indicaties. Leest geen onderzoek.',
  contractmanager: 'Beheert contracten met aanbieders, de catalogus en de lezingen, en rekent wijzigingen door. Ziet geen personen.',
  toezichthouder: 'Leest alles mee, ook het logboek, en wijzigt niets.',
  beheerder: 'Beheert medewerkers, teams, sessies en achtergrondwerk. Komt in geen enkel dossier.',
}
