/** De indicaties van een inwoner, met bij elke hoe het met de toewijzing staat en of deze medewerker haar mag toewijzen. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { toewijzingstandVan, type Toewijzingszin, vraagtToewijzing, zonderContract } from '#core/toewijzing/toewijzingstand.ts'
import { isVoorbij } from '#core/toewijzing/voorbij.ts'
import { groepeer } from '#core/base/groepeer.ts'
import { leesAanbiedersVoor } from '#storage/berichten/contracten.ts'
import { leesToewijzingenBij, type Toewijzingsrij } from '#storage/berichten/toewijzingen.ts'
import { leesIndicatiesVanInwoner } from '#storage/indicaties.ts'
import { leesOnderzoekenVanZaak } from '#storage/onderzoeken.ts'
import { eisToegang } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { type Indicatiebeeld, indicatiesVan } from '../onderzoek/indicatiebeeld.ts'
import { DOEL_INDICATIE } from '../onderzoek/stel-indicatie-vast.ts'
import { antwoordOp, isIngetrokken } from './lees-toewijzingen.ts'
import { aanbiedersOp, type Contractvraag, contractvraag } from './lees-keuzes.ts'
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
  const ids = indicaties.map((i) => i.id)
  const toewijzingen = groepeer(await leesToewijzingenBij(w.tx, w.actor.gemeente, ids), (r) => r.indicatie)
  const standen = indicaties.map((i) => ({ i, stand: standVan(i, toewijzingen.get(i.id) ?? [], w.dienst.vandaag()) }))
  const open = standen.flatMap(({ i, stand }) => (stand.stand === 'nog_niet' && i.looptijd !== null ? [i.id] : []))
  const zonder = await zonderAanbieder(w, inwoner, new Set(open))
  return standen.map(({ i, stand }) => {
    const t = zonder.has(i.id) ? zonderContract : stand
    return {
      ...i,
      toewijzing: {
        ...t,
        aanzet: mag && i.leveringsvorm === 'zin' && vraagtToewijzing(t.stand) && !isVoorbij(i.looptijd ?? i, w.dienst.vandaag()),
      },
    }
  })
}

function standVan(i: Indicatiebeeld, rijen: readonly Toewijzingsrij[], vandaag: Datum): Toewijzingszin {
  const toewijzingen = rijen.map((r) => ({ aanbieder: r.naam ?? r.aanbieder, antwoord: antwoordOp(r), ingetrokken: isIngetrokken(r) }))
  return toewijzingstandVan({ ...i, toewijzingen, buitenom: buitenomAan(i) }, vandaag)
}

/** Welke van deze indicaties op hun eerste dag met geen aanbieder een contract hebben: één vraag voor allemaal. */
async function zonderAanbieder(w: Werk, inwoner: string, welke: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (welke.size === 0) return new Set()
  const rijen = (await leesIndicatiesVanInwoner(w.tx, w.actor.gemeente, inwoner)).filter((r) => welke.has(r.id))
  const vragen: { rij: (typeof rijen)[number]; vraag: Contractvraag }[] = []
  for (const rij of rijen) vragen.push({ rij, vraag: await contractvraag(w, rij) })
  const tarieven = await leesAanbiedersVoor(
    w.tx,
    w.actor.gemeente,
    vragen.map(({ vraag }) => vraag),
  )
  const zonder = vragen.filter(({ rij, vraag }) => {
    const op = { ...vraag, dag: rij.van as Datum, eenheid: omvangVan(rij)?.eenheid ?? '' }
    return aanbiedersOp(op, tarieven).aanbieders.length === 0
  })
  return new Set(zonder.map(({ rij }) => rij.id))
}

/** Wie de laatste opdracht kreeg die nog geldt. */
function buitenomAan({ gebeurtenissen }: Indicatiebeeld): string | null {
  const opdracht = gebeurtenissen.findLast((g) => g.geldt && g.soort === 'opdracht_buitenom')
  return opdracht ? (opdracht.gegevens as { aanbieder: string }).aanbieder : null
}
