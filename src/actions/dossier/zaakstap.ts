/**
 * Eén gebeurtenis bij een zaak vastleggen: gedateerd, alleen toevoegen, en in dezelfde transactie de stand die eruit volgt.
 * De kolommen van de zaak zijn een samenvatting van haar gebeurtenissen.
 */
import type { Updateable } from 'kysely'
import { ok, type Result } from '#core/base/result.ts'
import { geldend, type NieuweGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import type { Zaakstand } from '#core/dossier/gebeurteniswoorden.ts'
import { wettelijkeTermijn, zaaktermijnen } from '#core/dossier/wettelijke-termijnen.ts'
import { beoordeelZaakgebeurtenis } from '#core/dossier/zaak.ts'
import { type Gebeurtenisrij, leesVanZaak, voegGebeurtenissenToe } from '#storage/gebeurtenissen.ts'
import type { Tabellen } from '#storage/tabellen.ts'
import { leesGelijkgesteldeDagen, leesZaak, wijzigZaak, type Zaakrij } from '#storage/zaken.ts'
import type { Werk } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { kijkerVan } from './toegang.ts'
import { verouderd } from './verouderd.ts'
import { toonZaakkop } from './zaakbeeld.ts'

export type Stap = { readonly id: string; readonly rijen: readonly Gebeurtenisrij[]; readonly stand: Zaakstand }

/** Beoordeelt de gebeurtenis tegen alles wat er al is. Er is nog niets bewaard. */
export async function beoordeelStap(w: Werk, zaak: Zaakrij, nieuw: NieuweGebeurtenis): Promise<Result<Stap, Weigering>> {
  const bestaande = await leesVanZaak(w.tx, w.actor.gemeente, zaak.id)
  const id = w.nieuweId()
  const rij: Gebeurtenisrij = {
    ...nieuw,
    id,
    zaak: zaak.id,
    indicatie: null,
    gemaakt_op: w.nu,
    gemaakt_door: w.actor.medewerker,
    maker: w.actor.naam,
  }
  const oordeel = beoordeelZaakgebeurtenis(bestaande, rij, { planTot: zaak.plan_tot, onderzoekUiterlijk: zaak.onderzoek_uiterlijk })
  return oordeel.ok ? ok({ id, rijen: [...bestaande, rij], stand: oordeel.value }) : weiger({ soort: 'regel', ...oordeel.fout })
}

/** Bewaart de gebeurtenis; de zaak zelf wijzigt de aanroeper of `volgStap`. */
export async function bewaarGebeurtenis(w: Werk, zaak: Zaakrij, stap: Stap): Promise<void> {
  const nieuw = stap.rijen.at(-1)
  if (!nieuw) return
  const { id, soort, datum, zin, gegevens, vervangt } = nieuw
  await voegGebeurtenissenToe(w.tx, kijkerVan(w), [{ id, inwoner: zaak.inwoner, zaak: zaak.id, soort, datum, zin, gegevens, vervangt }])
}

/** Brengt de samenvatting van de zaak bij. */
export async function volgStap(
  w: Werk,
  zaak: Zaakrij,
  versie: number,
  stap: Stap,
  ook: Updateable<Tabellen['zaak']> = {},
): Promise<Result<null, Weigering>> {
  const gelukt = await wijzigZaak(
    w.tx,
    { gemeente: w.actor.gemeente, id: zaak.id, versie },
    { ...(await samenvatting(w, zaak, stap)), ...ook, gewijzigd_op: w.nu, gewijzigd_door: w.actor.medewerker },
  )
  return gelukt ? ok(null) : zaakVerouderd(w, zaak)
}

async function samenvatting(w: Werk, zaak: Zaakrij, { rijen, stand }: Stap): Promise<Updateable<Tabellen['zaak']>> {
  const gelden = geldend(rijen)
  const wachten = gelden.findLast((r) => r.soort === 'wachten_begonnen' || r.soort === 'wachten_voorbij')
  const gesloten = stand === 'afgesloten' ? gelden.findLast((r) => r.soort === 'zaak_afgesloten') : undefined
  const ontvangen = gelden.find((r) => r.soort === 'melding_ontvangen')?.datum ?? zaak.ontvangen_op
  const aanvraag = gelden.findLast((r) => r.soort === 'aanvraag_ontvangen')
  const gelijkgesteld = await leesGelijkgesteldeDagen(w.tx)
  const termijnen = ontvangen === zaak.ontvangen_op ? undefined : zaaktermijnen(ontvangen, gelijkgesteld)
  return {
    stand,
    afgesloten_op: gesloten?.datum ?? null,
    wacht_op: stand !== 'afgesloten' && wachten?.soort === 'wachten_begonnen' ? String(wachten.gegevens.waarop) : null,
    besluit_uiterlijk: aanvraag ? wettelijkeTermijn('besluit', aanvraag.datum, gelijkgesteld).uiterlijk : null,
    ...(termijnen && { ontvangen_op: ontvangen, plan_tot: termijnen.planTot, onderzoek_uiterlijk: termijnen.onderzoekUiterlijk }),
  }
}

/** Een ander was eerder met deze zaak. */
export async function zaakVerouderd(w: Werk, zaak: Zaakrij) {
  const nu = (await leesZaak(w.tx, w.actor.gemeente, zaak.id)) ?? zaak
  return verouderd(w, 'Deze zaak', { door: nu.gewijzigd_door, op: nu.gewijzigd_op, versie: nu.versie, huidig: toonZaakkop(nu) })
}
