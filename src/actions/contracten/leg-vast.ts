/** Contracten vastleggen: alles of niets, met een reden. Het vorige blijft te lezen. */
import { ok, type Result } from '#core/base/result.ts'
import { type Contractrij, leesGeldendeContracten, vergrendelContracten } from '#storage/berichten/contractbeheer.ts'
import { bewaarContract } from '#storage/berichten/contracten.ts'
import { leesReden } from '../catalogus/reden.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { type Contractinvoer, leesOpgave } from './lees-opgave.ts'
import { vergelijk } from './stel-voor.ts'

export type Vastlegging = Contractinvoer & {
  readonly reden: string
  /** Het contract dat iemand voor zich had toen hij wijzigde; `null`: een nieuwe aanbieder. Zonder wordt er niet op gelet. */
  readonly basis?: string | null | undefined
}
export type Vastgelegd = { readonly items: readonly { readonly agb: string; readonly contract: string }[] }

export function legContractenVast(dienst: Dienst, aanroep: Aanroep, v: Vastlegging): Promise<Result<Vastgelegd, Weigering>> {
  return handel<Vastgelegd>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'contract_wijzigen')
    if (!mag.ok) return mag
    const reden = leesReden(v.reden)
    if (!reden.ok) return reden
    const { gemeente, medewerker } = w.actor
    const opgave = leesOpgave(v, gemeente)
    if (!opgave.ok) return opgave
    await vergrendelContracten(w.tx, gemeente)
    if (v.basis !== undefined) {
      const nu = (await leesGeldendeContracten(w.tx, gemeente)).find((c) => c.aanbieder === opgave.value.contracten[0]?.aanbieder)
      if ((nu?.id ?? null) !== v.basis) return weiger(v.basis === null ? alBekend : verouderd(nu))
    }
    const anders = new Set((await vergelijk(w, opgave.value)).filter((c) => c.verandert).map((c) => c.agb))
    if (anders.size === 0) return weiger(ongewijzigd)
    const items: { agb: string; contract: string }[] = []
    for (const c of opgave.value.contracten.filter((x) => anders.has(x.aanbieder))) {
      const id = w.nieuweId()
      await bewaarContract(w.tx, { ...c, id, geladenOp: w.nu, geladenDoor: medewerker, reden: reden.value })
      items.push({ agb: c.aanbieder, contract: id })
    }
    w.noteer({
      soort: 'aanmaken',
      objecten: items.map((i) => ({ soort: 'contract', id: i.contract })),
      doel: 'contract met een aanbieder vastleggen Wmo 2.6.4',
      reden: reden.value,
    })
    return ok({ items })
  })
}

const alBekend: Weigering = {
  soort: 'botst',
  code: 'AANBIEDER_BESTAAT',
  tekst: 'Met deze aanbieder is al een contract.',
  watNu: 'Open de aanbieder en wijzig het contract daar.',
}
const verouderd = (nu: Contractrij | undefined): Weigering => ({
  soort: 'verouderd',
  code: 'VEROUDERD',
  tekst: 'Een collega wijzigde dit contract net.',
  watNu: 'Laad de aanbieder opnieuw en kijk of uw wijziging nog past.',
  ...(nu && {
    wie: nu.door ?? 'Het beheer van de server',
    wanneer: nu.geladen_op.toISOString(),
    huidig: { contract: nu.id },
  }),
})
const ongewijzigd: Weigering = {
  soort: 'regel',
  code: 'CONTRACT_ONGEWIJZIGD',
  tekst: 'Dit is al precies wat er vastligt.',
  watNu: 'Er hoeft niets te gebeuren.',
}
