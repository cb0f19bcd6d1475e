/** Teams zien, maken en een andere naam geven. Een team verdwijnt niet: dossiers en logboek verwijzen ernaar. */
import { ok, type Result } from '#core/base/result.ts'
import { hernoemTeam, leesTeamlijst, teamnaamBezet, type Teamrij, voegTeamToe } from '#storage/medewerkerbeheer.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { nietGevonden, ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'

export const leesTeamsBeheer = (dienst: Dienst, aanroep: Aanroep): Promise<Result<{ items: readonly Teamrij[] }, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'teams_beheren')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'teams', id: 'lijst' }], doel: 'teams beheren' })
    return ok({ items: await leesTeamlijst(w.tx, w.actor.gemeente) })
  })

export const maakTeam = (dienst: Dienst, aanroep: Aanroep, ruw: string): Promise<Result<Teamrij, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const naam = eisNaam(w, ruw)
    if (!naam.ok) return naam
    const id = w.nieuweId()
    if (!(await voegTeamToe(w.tx, { gemeente: w.actor.gemeente, id, naam: naam.value }))) return bezet
    w.noteer({ soort: 'aanmaken', objecten: [{ soort: 'team', id, versie: 1 }], doel: 'team maken' })
    return haal(w, id)
  })

export const wijzigTeam = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  versie: number,
  ruw: string,
): Promise<Result<Teamrij, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const naam = eisNaam(w, ruw)
    if (!naam.ok) return naam
    const oud = await haal(w, id)
    if (!oud.ok) return oud
    const { gemeente } = w.actor
    if (await teamnaamBezet(w.tx, gemeente, naam.value, id)) return bezet
    if (oud.value.versie !== versie || !(await hernoemTeam(w.tx, { gemeente, id, versie }, naam.value))) return gewijzigd(oud.value)
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

async function haal(w: Werk, id: string): Promise<Result<Teamrij, Weigering>> {
  const [team] = await leesTeamlijst(w.tx, w.actor.gemeente, id)
  return team ? ok(team) : nietGevonden('Dit team', { objecten: [{ soort: 'team', id }] })
}

const bezet = ongeldig([{ code: 'TEAM_BEKEND', plaats: '/naam', tekst: 'Er is al een team met deze naam.' }])
const gewijzigd = (huidig: Teamrij) =>
  weiger({
    soort: 'verouderd',
    code: 'VEROUDERD',
    tekst: 'Dit team is intussen gewijzigd. Er is niets overschreven.',
    watNu: 'Bekijk hoe het nu heet en probeer het opnieuw.',
    huidig,
    versie: huidig.versie,
  })
