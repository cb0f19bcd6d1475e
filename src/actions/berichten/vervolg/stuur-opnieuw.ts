/** Een bericht van ons nog eens versturen: dezelfde bytes onder hetzelfde nummer, zodat de ander een herhaling herkent. */
import { ok, type Result } from '#core/base/result.ts'
import { markeerOnverzonden } from '#storage/berichten/berichten.ts'
import { heeftEnvelop, zetHerhalingKlaar, zetOpnieuwKlaar } from '#storage/berichten/enveloppen.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel } from '../../handeling/handel.ts'
import { type Weigering, weiger } from '../../handeling/weigering.ts'
import { eisBericht } from '../inzage/berichttoegang.ts'
import { type Berichtbeeld, beeldVan } from '../inzage/lees-bericht.ts'
import { eisVervolg } from './vervolgbericht.ts'

export const stuurOpnieuw = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Berichtbeeld, Weigering>> =>
  handel<Berichtbeeld>(dienst, aanroep, async (w) => {
    const gevonden = await eisVervolg(w, id, 'opnieuw')
    if (!gevonden.ok) return gevonden
    const { gemeente } = w.actor
    const wij = { gemeente, partij: gemeente }
    if (await heeftEnvelop(w.tx, wij, id)) {
      const klaar = (await zetOpnieuwKlaar(w.tx, wij, id, w.nu)) || (await zetHerhalingKlaar(w.tx, wij, id, w.nu))
      if (!klaar) return geenEnvelop
    } else await markeerOnverzonden(w.tx, wij, id)
    w.stuur({ soort: 'bericht', gegevens: { id } })
    w.noteer({
      soort: 'wijzigen',
      objecten: [{ soort: 'bericht', id }],
      doel: 'bericht opnieuw versturen',
      ...(gevonden.value.inwoner !== null && { inwoner: gevonden.value.inwoner }),
    })
    const toegang = await eisBericht(w, id, 'bericht_lezen')
    return toegang.ok ? ok(await beeldVan(w, toegang.value)) : toegang
  })

const geenEnvelop = weiger({
  soort: 'regel',
  code: 'NIET_OPNIEUW_TE_BEZORGEN',
  tekst:
    'Dit bericht is zo niet te bezorgen: de ander keurde het na ontvangst af, of er is geen envelop om het in te sturen, of het gaat al.',
  watNu: 'Kijk bij de uitval wat eraan te doen is.',
})
