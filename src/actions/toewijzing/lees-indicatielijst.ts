/** De indicaties van een inwoner, met bij elke hoe het met de toewijzing staat en of deze medewerker haar mag toewijzen. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { toewijzingstandVan, type Toewijzingszin, vraagtToewijzing, zonderContract } from '#core/toewijzing/toewijzingstand.ts'
import { leesToewijzingenBij, type Toewijzingsrij } from '#storage/berichten/toewijzingen.ts'
import { type Indicatierij, leesIndicatiesVanInwoner } from '#storage/indicaties.ts'
import { leesOnderzoekenVanZaak } from '#storage/onderzoeken.ts'
import { eisToegang } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { type Indicatiebeeld, indicatiesVan } from '../onderzoek/indicatiebeeld.ts'
import { DOEL_INDICATIE } from '../onderzoek/stel-indicatie-vast.ts'
import { antwoordOp, isIngetrokken } from './lees-toewijzingen.ts'
import { aanbiedersOp } from './lees-keuzes.ts'
import { omvangVan } from './bereid-voor.ts'

type Regel = Indicatiebeeld & { readonly toewijzing: Toewijzingszin & { readonly aanzet: boolean } }
type Lijst = { items: Regel[]; volgende: null }

/** Op begindag; met `zaak` alleen wat uit een onderzoek van die zaak kwam. */
export function leesIndicatielijst(
  dienst: Dienst,
  aanroep: Aanroep,
  inwoner: string,
  zaak?: string | undefined,
): Promise<Result<Lijst, Weigering>> {
  return handel<Lijst>(dienst, aanroep, async (w) => {
    const toegang = await eisToegang(w, inwoner, 'indicatie_lezen')
    if (!toegang.ok) return toegang
    const alle = await indicatiesVan(w, inwoner, dienst.vandaag())
    const uit = zaak === undefined ? null : new Set((await leesOnderzoekenVanZaak(w.tx, w.actor.gemeente, zaak)).map((o) => o.id))
    const gekozen = uit === null ? alle : alle.filter((i) => i.onderzoek !== null && uit.has(i.onderzoek))
    const items = await metToewijzing(w, inwoner, gekozen)
    const objecten = items.length > 0 ? items.map((i) => ({ soort: 'indicatie', id: i.id })) : [{ soort: 'inwoner', id: inwoner }]
    w.noteer({ soort: 'lezen', objecten, inwoner, doel: DOEL_INDICATIE })
    return ok({ items, volgende: null })
  })
}

async function metToewijzing(w: Werk, inwoner: string, indicaties: readonly Indicatiebeeld[]): Promise<Regel[]> {
  if (indicaties.length === 0) return []
  const mag = (await eisToegang(w, inwoner, 'toewijzing_maken')).ok
  const toewijzingen = await leesToewijzingenBij(
    w.tx,
    w.actor.gemeente,
    indicaties.map((i) => i.id),
  )
  const rijen = new Map((await leesIndicatiesVanInwoner(w.tx, w.actor.gemeente, inwoner)).map((r) => [r.id, r]))
  const regels: Regel[] = []
  for (const i of indicaties) {
    const t = await standVan(
      w,
      i,
      toewijzingen.filter((r) => r.indicatie === i.id),
      rijen.get(i.id),
    )
    regels.push({ ...i, toewijzing: { ...t, aanzet: mag && i.leveringsvorm === 'zin' && vraagtToewijzing(t.stand) } })
  }
  return regels
}

async function standVan(
  w: Werk,
  i: Indicatiebeeld,
  rijen: readonly Toewijzingsrij[],
  rij: Indicatierij | undefined,
): Promise<Toewijzingszin> {
  const toewijzingen = rijen.map((r) => ({ aanbieder: r.naam ?? r.aanbieder, antwoord: antwoordOp(r), ingetrokken: isIngetrokken(r) }))
  const stand = toewijzingstandVan({ ...i, toewijzingen, buitenom: buitenomAan(i) }, w.dienst.vandaag())
  if (stand.stand !== 'nog_niet' || rij === undefined || i.looptijd === null) return stand
  const { aanbieders } = await aanbiedersOp(w, rij, i.looptijd.van as Datum, omvangVan(rij)?.eenheid ?? '')
  return aanbieders.length > 0 ? stand : zonderContract
}

/** Wie de laatste opdracht kreeg die nog geldt. */
function buitenomAan({ gebeurtenissen }: Indicatiebeeld): string | null {
  const opdracht = gebeurtenissen.findLast((g) => g.geldt && g.soort === 'opdracht_buitenom')
  return opdracht ? (opdracht.gegevens as { aanbieder: string }).aanbieder : null
}
