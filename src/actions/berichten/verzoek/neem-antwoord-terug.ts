/** Een antwoord op een verzoek terugnemen zolang het nog niet weg is: de aanbieder krijgt het nooit, en het verzoek staat weer zoals het stond. */
import { ok, type Result } from '#core/base/result.ts'
import { neemTerug, vergrendelPaar } from '#storage/berichten/berichten.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel } from '../../handeling/handel.ts'
import { type Weigering, weiger } from '../../handeling/weigering.ts'
import { eisBericht } from '../inzage/berichttoegang.ts'

export const neemAntwoordTerug = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<{ bericht: string }, Weigering>> =>
  handel<{ bericht: string }>(dienst, aanroep, async (w) => {
    const toegang = await eisBericht(w, id, 'verzoek_beantwoorden')
    if (!toegang.ok) return toegang
    const { gemeente } = w.actor
    const { aanbieder, inwoner } = toegang.value.bericht
    await vergrendelPaar(w.tx, { gemeente, partij: gemeente }, aanbieder)
    if (!(await neemTerug(w.tx, id))) return weiger(teLaat)
    w.noteer({
      soort: 'wijzigen',
      objecten: [{ soort: 'bericht', id }],
      doel: 'antwoord op een verzoek terugnemen voor het verstuurd is',
      ...(inwoner !== null && { inwoner }),
    })
    return ok({ bericht: id })
  })

const teLaat: Weigering = {
  soort: 'regel',
  code: 'TERUGNEMEN_TE_LAAT',
  tekst: 'Dit antwoord is al onderweg naar de aanbieder, of is al teruggenomen.',
  watNu:
    'Na “in onderzoek” wijst u de hulp toe of wijst u het verzoek af. Na een afwijzing kan toewijzen nog, zonder verwijzing naar het verzoek.',
  eis: 'TR365',
}
