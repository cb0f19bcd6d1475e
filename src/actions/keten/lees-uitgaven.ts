/** Met welke uitgaven van de standaard gewerkt wordt, wanneer zij gelden, en wat er buiten die dagen binnenkwam. */
import { ok, type Result } from '#core/base/result.ts'
import { releases, type Uitgavestand, uitgaveOm, uitgaveOp } from '#messages/releases.ts'
import { telBuitenUitgave } from '#storage/berichten/uitgaven.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'

export type Uitgavebeeld = {
  readonly naam: string
  readonly vanaf: string
  readonly tot: string | null
  readonly stand: Uitgavestand
  /** Of wij vandaag hierin schrijven. */
  readonly schrijven: boolean
  readonly berichten: number
  /** Ontvangen met een dagtekening buiten de dagen waarop zij geldt. */
  readonly buiten: number
}

export function leesUitgaven(dienst: Dienst, aanroep: Aanroep): Promise<Result<{ items: Uitgavebeeld[]; volgende: null }, Weigering>> {
  return handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'keten_bewaken')
    if (!mag.ok) return mag
    const vandaag = dienst.vandaag()
    const items: Uitgavebeeld[] = []
    for (const r of releases) {
      const naam = `${r.standaard} ${r.versie}`
      const tot = r.geldigTot ?? null
      const aantallen = await telBuitenUitgave(w.tx, w.actor.gemeente, { release: naam, vanaf: r.geldigVanaf, tot })
      items.push({ naam, vanaf: r.geldigVanaf, tot, stand: uitgaveOp(r, vandaag), schrijven: uitgaveOm(vandaag) === r, ...aantallen })
    }
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'uitgaven', id: w.actor.gemeente }], doel: 'berichtenverkeer bewaken Wmo 2.6.4' })
    return ok({ items, volgende: null })
  })
}
