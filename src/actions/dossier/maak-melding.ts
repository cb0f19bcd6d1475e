/** Een melding vastleggen: van dit moment lopen de wettelijke termijnen. */
import type { Datum } from '#core/base/datum.ts'
import { jaarVan } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { maakGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { leesMelding, type Melding } from '#core/dossier/melding.ts'
import { zaaktermijnen } from '#core/dossier/wettelijke-termijnen.ts'
import { leesBehandelaars, leesTeams } from '#storage/medewerkers.ts'
import { voegGebeurtenissenToe } from '#storage/gebeurtenissen.ts'
import { leesGelijkgesteldeDagen, neemInwonerAan, volgendNummer, voegZaakToe } from '#storage/zaken.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { eisToegang, kijkerVan, type Toegang } from './toegang.ts'

/** Wat de maker te weten komt, ook als de zaak naar een ander team gaat en verder niet te zien is. */
export type Meldingbewijs = {
  readonly id: string
  readonly versie: number
  readonly nummer: string
  readonly inwoner: string
  readonly planTot: Datum
  readonly onderzoekUiterlijk: Datum
  readonly team: { readonly id: string; readonly naam: string } | null
  /** Of de maker de zaak zelf kan openen. */
  readonly teOpenen: boolean
}

export const maakMelding = (dienst: Dienst, aanroep: Aanroep, ruw: unknown): Promise<Result<Meldingbewijs, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const gelezen = leesMelding(ruw, dienst.vandaag())
    if (!gelezen.ok) return ongeldig(gelezen.fout)
    const melding = gelezen.value
    const toegang = await eisToegang(w, melding.inwoner, 'melding_aanmaken')
    if (!toegang.ok) return toegang
    const plek = await bepaalPlek(w, melding, toegang.value)
    if (!plek.ok) return plek
    const bewijs = await bewaar(w, melding, plek.value)
    w.noteer({
      soort: 'aanmaken',
      inwoner: melding.inwoner,
      zaak: bewijs.id,
      objecten: [{ soort: 'zaak', id: bewijs.id, versie: 1 }],
      doel: 'melding vastleggen Wmo 2.3.2',
    })
    return ok(bewijs)
  })

type Plek = {
  readonly behandelaar: string | null
  readonly team: string | null
  readonly teamnaam: string | null
  readonly teOpenen: boolean
}

/**
 * Wie de inwoner niet al helpt, geeft zichzelf met een melding geen toegang tot het dossier: zij gaat naar het team van de inwoner.
 * Hoort een inwoner nog bij geen team, dan neemt het team van de maker hem aan.
 */
async function bepaalPlek(w: Werk, m: Melding, toegang: Toegang): Promise<Result<Plek, Weigering>> {
  const { gemeente, team: mijnTeam } = w.actor
  const aangenomen = toegang.band.team === null && mijnTeam !== null
  if (aangenomen) await neemInwonerAan(w.tx, m.inwoner)
  const eigenteam = toegang.band.team ?? mijnTeam
  // Niet met noodtoegang: die gaat voorbij, een behandelaar blijft.
  const mag = aangenomen || toegang.mag('zaak_overdragen').ok
  if (!mag && (m.behandelaar !== null || (m.team !== null && m.team !== eigenteam))) return anderTeam
  const collega = m.behandelaar === null ? null : (await leesBehandelaars(w.tx, gemeente)).find((c) => c.id === m.behandelaar)
  if (collega === undefined)
    return ongeldig([
      { code: 'DOEL_ONBEKEND', plaats: '/behandelaar', tekst: 'Deze collega behandelt geen zaken. Kies iemand uit de lijst.' },
    ])
  const team = collega?.team ?? m.team ?? eigenteam
  const gevonden = (await leesTeams(w.tx, gemeente)).find((t) => t.id === team)
  if (team !== null && !gevonden)
    return ongeldig([{ code: 'DOEL_ONBEKEND', plaats: '/team', tekst: 'Dit team is er niet. Kies een team uit de lijst.' }])
  const teOpenen = toegang.mag('dossier_lezen').ok || aangenomen || collega?.id === w.actor.medewerker
  return ok({ behandelaar: collega?.id ?? null, team, teamnaam: gevonden?.naam ?? null, teOpenen })
}

async function bewaar(w: Werk, m: Melding, plek: Plek): Promise<Meldingbewijs> {
  const { gemeente, medewerker } = w.actor
  const [id, vandaag] = [w.nieuweId(), w.dienst.vandaag()]
  const { planTot, onderzoekUiterlijk } = zaaktermijnen(m.ontvangenOp, await leesGelijkgesteldeDagen(w.tx))
  const nummer = await volgendNummer(w.tx, gemeente, jaarVan(vandaag))
  await voegZaakToe(w.tx, {
    gemeente,
    id,
    nummer,
    inwoner: m.inwoner,
    soort: m.soort,
    stand: 'ontvangen',
    hulpvraag: m.hulpvraag,
    kanaal: m.kanaal,
    gemeld_door: m.gemeldDoor,
    ontvangen_op: m.ontvangenOp,
    plan_tot: planTot,
    onderzoek_uiterlijk: onderzoekUiterlijk,
    wacht_op: null,
    behandelaar: plek.behandelaar,
    team: plek.team,
    afgesloten_op: null,
    gemaakt_op: w.nu,
    gewijzigd_op: w.nu,
    gewijzigd_door: medewerker,
  })
  const eerste = maakGebeurtenis('melding_ontvangen', m.ontvangenOp, { kanaal: m.kanaal, gemeldDoor: m.gemeldDoor })
  await voegGebeurtenissenToe(w.tx, kijkerVan(w), [{ ...eerste, id: w.nieuweId(), inwoner: m.inwoner, zaak: id }])
  const team = plek.team && plek.teamnaam ? { id: plek.team, naam: plek.teamnaam } : null
  return { id, versie: 1, nummer, inwoner: m.inwoner, planTot, onderzoekUiterlijk, team, teOpenen: plek.teOpenen }
}

const anderTeam = weiger({
  soort: 'regel',
  code: 'ANDER_TEAM',
  tekst: 'Deze inwoner hoort bij een ander team. De melding gaat daarheen, zonder behandelaar.',
  watNu: 'Laat behandelaar en team leeg. Is er haast, bel dan het team.',
})
