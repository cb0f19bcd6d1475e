/** Medewerkers zien, toevoegen en wijzigen. Niemand wijzigt zichzelf, en er blijft altijd een beheerder. */
import { ok, type Result } from '#core/base/result.ts'
import { leesMedewerkeropgave } from '#core/dossier/medewerker.ts'
import type { Rol } from '#core/dossier/rechtentabel.ts'
import {
  aanmeldnaamBezet,
  leesMedewerker,
  type Medewerkerrij,
  vergrendelBeheerders,
  voegMedewerkerToe as voegRijToe,
  wijzigMedewerker as wijzigRij,
  zoekMedewerkers,
} from '#storage/medewerkerbeheer.ts'
import { leesTeams } from '#storage/medewerkers.ts'
import { trekSessiesIn } from '#storage/sessies.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import { verouderd } from '../dossier/verouderd.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { nietGevonden, ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'

export type Medewerkerbeeld = {
  readonly id: string
  readonly versie: number
  readonly naam: string
  readonly aanmeldnaam: string
  readonly rollen: readonly Rol[]
  readonly team: { readonly id: string; readonly naam: string } | null
  readonly actief: boolean
  readonly gekoppeld: boolean
  /** Het eigen account: dat wijzigt een collega. */
  readonly uzelf: boolean
}
export type Medewerkerlijst = { readonly items: readonly Medewerkerbeeld[]; readonly volgende: string | null }

export const leesMedewerkers = (
  dienst: Dienst,
  aanroep: Aanroep,
  { zoek, ookGesloten, cursor, limiet }: { zoek?: string | undefined; ookGesloten: boolean; cursor?: string | undefined; limiet: number },
): Promise<Result<Medewerkerlijst, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'medewerkers_beheren')
    if (!mag.ok) return mag
    const rijen = await zoekMedewerkers(w.tx, w.actor.gemeente, {
      zoek: zoek?.trim() || undefined,
      ookGesloten,
      na: cursor,
      hoogstens: limiet + 1,
    })
    const items = rijen.slice(0, limiet)
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'medewerkers', id: 'lijst' }], doel: 'medewerkers beheren' })
    return ok({ items: items.map((r) => toon(w, r)), volgende: rijen.length > limiet ? (items.at(-1)?.id ?? null) : null })
  })

export const leesEenMedewerker = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Medewerkerbeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'medewerkers_beheren')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'medewerker', id }], doel: 'medewerkers beheren' })
    return haal(w, id)
  })

export type NieuweMedewerker = {
  readonly naam: string
  readonly aanmeldnaam: string
  readonly rollen: readonly string[]
  readonly team: string | null
}

export const voegMedewerkerToe = (dienst: Dienst, aanroep: Aanroep, ruw: NieuweMedewerker): Promise<Result<Medewerkerbeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'medewerkers_beheren')
    if (!mag.ok) return mag
    const gelezen = leesMedewerkeropgave({ naam: ruw.naam, aanmeldnaam: ruw.aanmeldnaam, rollen: ruw.rollen })
    if (!gelezen.ok) return ongeldig(gelezen.fout)
    const team = await eisTeam(w, ruw.team)
    if (!team.ok) return team
    const { gemeente, medewerker } = w.actor
    const id = w.nieuweId()
    const { rollen, ...wie } = gelezen.value
    const rij = {
      gemeente,
      id,
      identiteit: null,
      ...wie,
      rollen: [...rollen],
      team: ruw.team,
      gewijzigd_op: w.nu,
      gewijzigd_door: medewerker,
    }
    if (!(await voegRijToe(w.tx, rij))) return bezet
    w.noteer({ soort: 'aanmaken', objecten: [{ soort: 'medewerker', id, versie: 1 }], doel: `medewerker toevoegen (${rollen.join(', ')})` })
    return haal(w, id)
  })

export type Medewerkerwijziging = {
  readonly naam?: string | undefined
  readonly aanmeldnaam?: string | undefined
  readonly rollen?: readonly string[] | undefined
  readonly team?: string | null | undefined
  readonly actief?: boolean | undefined
  /** Alleen false: het account komt los van de persoon die het gebruikte. */
  readonly gekoppeld?: false | undefined
}

export const wijzigMedewerker = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  versie: number,
  ruw: Medewerkerwijziging,
): Promise<Result<Medewerkerbeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'medewerkers_beheren', id)
    if (!mag.ok) return mag
    const beheerders = await vergrendelBeheerders(w.tx, w.actor.gemeente)
    const oud = await leesMedewerker(w.tx, w.actor.gemeente, id)
    if (!oud) return nietGevonden('Deze medewerker', { objecten: [{ soort: 'medewerker', id }] })
    const nieuw = await beoordeel(w, oud, ruw, beheerders)
    if (!nieuw.ok) return nieuw
    if (oud.versie !== versie) return conflict(w, oud)
    const { gemeente, medewerker } = w.actor
    const gelukt = await wijzigRij(w.tx, { gemeente, id, versie }, { ...nieuw.value, gewijzigd_op: w.nu, gewijzigd_door: medewerker })
    if (!gelukt) return conflict(w, oud)
    // Wie geen toegang meer heeft, of een ander wordt, begint niet verder met een oude sessie.
    if (ruw.actief === false || ruw.gekoppeld === false) await trekSessiesIn(w.tx, gemeente, id, w.nu)
    w.noteer({
      soort: 'wijzigen',
      objecten: [{ soort: 'medewerker', id, versie: versie + 1 }],
      doel: `medewerker wijzigen: ${inWoorden(ruw)}`,
    })
    return haal(w, id)
  })

/** Rollen staan voluit in het logboek: wie wanneer welke rol kreeg moet terug te vinden zijn. */
const inWoorden = (ruw: Medewerkerwijziging): string =>
  Object.entries(ruw)
    .flatMap(([veld, waarde]) => (waarde === undefined ? [] : Array.isArray(waarde) ? `${veld} (${waarde.join(', ')})` : veld))
    .join(', ') || 'niets'

async function beoordeel(w: Werk, oud: Medewerkerrij, ruw: Medewerkerwijziging, beheerders: readonly string[]) {
  const { team, actief, gekoppeld, ...wie } = ruw
  const gelezen = leesMedewerkeropgave(wie)
  if (!gelezen.ok) return ongeldig(gelezen.fout)
  const { rollen, ...rest } = gelezen.value as Partial<{ naam: string; aanmeldnaam: string; rollen: readonly Rol[] }>
  const plek = await eisTeam(w, team ?? null)
  if (!plek.ok) return plek
  if (rest.aanmeldnaam !== undefined && (await aanmeldnaamBezet(w.tx, w.actor.gemeente, rest.aanmeldnaam, oud.id))) return bezet
  const blijft = actief !== false && (rollen ?? oud.rollen).includes('beheerder')
  if (!beheerders.includes(w.actor.medewerker) || (!blijft && beheerders.every((b) => b === oud.id))) return laatste
  return ok({
    ...rest,
    ...(rollen && { rollen: [...rollen] }),
    ...(team !== undefined && { team }),
    ...(actief !== undefined && { actief }),
    ...(gekoppeld === false && { identiteit: null }),
  })
}

async function eisTeam(w: Werk, team: string | null): Promise<Result<null, Weigering>> {
  if (team === null || (await leesTeams(w.tx, w.actor.gemeente)).some((t) => t.id === team)) return ok(null)
  return ongeldig([{ code: 'TEAM_ONBEKEND', plaats: '/team', tekst: 'Dit team is er niet. Kies een team uit de lijst.' }])
}

async function haal(w: Werk, id: string): Promise<Result<Medewerkerbeeld, Weigering>> {
  const rij = await leesMedewerker(w.tx, w.actor.gemeente, id)
  return rij ? ok(toon(w, rij)) : nietGevonden('Deze medewerker', { objecten: [{ soort: 'medewerker', id }] })
}

const toon = ({ actor }: Werk, r: Medewerkerrij): Medewerkerbeeld => ({
  id: r.id,
  versie: r.versie,
  naam: r.naam,
  aanmeldnaam: r.aanmeldnaam,
  rollen: r.rollen,
  team: r.team && r.teamnaam ? { id: r.team, naam: r.teamnaam } : null,
  actief: r.actief,
  gekoppeld: r.gekoppeld,
  uzelf: r.id === actor.medewerker,
})

const conflict = (w: Werk, r: Medewerkerrij) =>
  verouderd(w, 'Deze medewerker', { door: r.gewijzigd_door, op: r.gewijzigd_op, versie: r.versie, huidig: toon(w, r) })

const bezet = ongeldig([
  {
    code: 'AANMELDNAAM_BEKEND',
    plaats: '/aanmeldnaam',
    tekst: 'Er is al een medewerker met deze aanmeldnaam, misschien met een gesloten account. Zoek die op en open het account weer.',
  },
])
const laatste = weiger({
  soort: 'regel',
  code: 'LAATSTE_BEHEERDER',
  tekst: 'Er moet altijd iemand beheerder zijn die zich kan aanmelden.',
  watNu: 'Geef eerst een collega de rol beheerder.',
})
