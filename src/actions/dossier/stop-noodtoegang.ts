/** Noodtoegang eerder beëindigen dan zij vanzelf stopt: alleen wie haar vroeg, en alleen zolang zij geldt. */
import type { Result } from '#core/base/result.ts'
import { leesNoodtoegang, stopNoodtoegang as stop } from '#storage/noodtoegangen.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { nietGevonden, type Weigering, weiger } from '../handeling/weigering.ts'
import { haalNoodtoegang, type Noodtoegang } from './noodtoegang.ts'
import { eisOoit } from './toegang.ts'

export const stopNoodtoegang = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Noodtoegang, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisOoit(w, 'noodtoegang_vragen')
    if (!mag.ok) return mag
    const rij = await leesNoodtoegang(w.tx, w.actor.gemeente, id)
    if (!rij) return nietGevonden('Deze noodtoegang', { objecten: [{ soort: 'noodtoegang', id }] })
    if (rij.medewerker !== w.actor.medewerker) return vanEenAnder
    if (!(await stop(w.tx, id))) return alVoorbij
    w.noteer({ soort: 'noodtoegang', inwoner: rij.inwoner, objecten: [{ soort: 'noodtoegang', id }], doel: 'noodtoegang eerder gestopt' })
    return haalNoodtoegang(w, id)
  })

const vanEenAnder = weiger({
  soort: 'regel',
  code: 'NOODTOEGANG_VAN_EEN_ANDER',
  tekst: 'Alleen wie de noodtoegang vroeg, kan haar stoppen.',
  watNu: 'Beoordeel haar als zij niet terecht is, of wacht tot zij vanzelf stopt.',
})
const alVoorbij = weiger({
  soort: 'botst',
  code: 'NOODTOEGANG_VOORBIJ',
  tekst: 'Deze noodtoegang is al voorbij.',
  watNu: 'U hoeft niets te doen.',
})
