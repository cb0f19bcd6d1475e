/** Teams zien, maken en een andere naam geven. Een team verdwijnt niet: dossiers en logboek verwijzen ernaar. */
import { ok, type Result } from '#core/base/result.ts'
import { hernoemTeam, leesTeamlijst, teamnaamBezet, type Teamrij, voegTeamToe } from '#storage/medewerkerbeheer.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import { verouderd } from '../dossier/verouderd.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { nietGevonden, ongeldig, type Weigering } from '../handeling/weigering.ts'

export type Teambeeld = Pick<Teamrij, 'id' | 'naam' | 'versie' | 'medewerkers'>
const toon = ({ id, naam, versie, medewerkers }: Teamrij): Teambeeld => ({ id, naam, versie, medewerkers })

export const leesTeamsBeheer = (dienst: Dienst, aanroep: Aanroep): Promise<Result<{ items: readonly Teambeeld[] }, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'teams_beheren')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'teams', id: 'lijst' }], doel: 'teams beheren' })
    return ok({ items: (await leesTeamlijst(w.tx, w.actor.gemeente)).map(toon) })
  })

export const maakTeam = (dienst: Dienst, aanroep: Aanroep, ruw: string): Promise<Result<Teambeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const naam = eisNaam(w, ruw)
    if (!naam.ok) return naam
    const id = w.nieuweId()
    const { gemeente, medewerker } = w.actor
    const team = { gemeente, id, naam: naam.value, gewijzigd_op: w.nu, gewijzigd_door: medewerker }
    if (!(await voegTeamToe(w.tx, team))) return bezet
    w.noteer({ soort: 'aanmaken', objecten: [{ soort: 'team', id, versie: 1 }], doel: 'team maken' })
    return haal(w, id)
  })

export const wijzigTeam = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  versie: number,
  ruw: string,
): Promise<Result<Teambeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const naam = eisNaam(w, ruw)
    if (!naam.ok) return naam
    const oud = await zoek(w, id)
    if (!oud.ok) return oud
    const { gemeente, medewerker } = w.actor
    if (oud.value.versie !== versie) return conflict(w, oud.value)
    if (await teamnaamBezet(w.tx, gemeente, naam.value, id)) return bezet
    const nieuw = { naam: naam.value, gewijzigd_op: w.nu, gewijzigd_door: medewerker }
    if (!(await hernoemTeam(w.tx, { gemeente, id, versie }, nieuw))) return eerderGewijzigd(w, id)
    w.noteer({ soort: 'wijzigen', objecten: [{ soort: 'team', id, versie: versie + 1 }], doel: 'team een andere naam geven' })
    return haal(w, id)
  })

function eisNaam(w: Werk, ruw: string): Result<string, Weigering> {
  const mag = eisInGemeente(w, 'teams_beheren')
  if (!mag.ok) return mag
  const naam = ruw.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (naam !== '' && naam.length <= 60) return ok(naam)
  return ongeldig([{ code: 'NAAM_ONGELDIG', plaats: '/naam', tekst: 'Geef het team een naam van hoogstens 60 tekens.' }])
}

async function zoek(w: Werk, id: string): Promise<Result<Teamrij, Weigering>> {
  const [team] = await leesTeamlijst(w.tx, w.actor.gemeente, id)
  return team ? ok(team) : nietGevonden('Dit team', { objecten: [{ soort: 'team', id }] })
}

async function haal(w: Werk, id: string): Promise<Result<Teambeeld, Weigering>> {
  const team = await zoek(w, id)
  return team.ok ? ok(toon(team.value)) : team
}

/** Een ander schreef tussen lezen en schrijven: lees wat hij ervan maakte. */
async function eerderGewijzigd(w: Werk, id: string) {
  const nu = await zoek(w, id)
  return nu.ok ? conflict(w, nu.value) : nu
}

const bezet = ongeldig([{ code: 'TEAM_BEKEND', plaats: '/naam', tekst: 'Er is al een team met deze naam.' }])

const conflict = (w: Werk, t: Teamrij) =>
  verouderd(w, 'Dit team', { door: t.gewijzigd_door, op: t.gewijzigd_op, versie: t.versie, huidig: toon(t) })
