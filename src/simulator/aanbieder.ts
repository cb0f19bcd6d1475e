/** Een gespeelde aanbieder: begint en stopt met leveren, doet verzoeken en declareert, over wat hem is toegewezen. */
import { isVerwijderd } from '#messages/keten/afleiden.ts'
import { declareer } from './declareer.ts'
import { herstelStart, start, stop } from './levering.ts'
import { wachtenden } from './paar.ts'
import { type Gemaakt, type Gespeeld, maakPartij } from './partij.ts'
import type { Aanbiedergedrag } from './scenario.ts'
import { toewijzingsverzoek, wijzigingsverzoek } from './verzoek.ts'
import type { Beeld, Zaak } from './zaak.ts'

export const maakAanbieder = (code: string, gedrag: Aanbiedergedrag, zaad: number): Gespeeld =>
  maakPartij({
    rol: 'aanbieder',
    code,
    zaad,
    weigert: gedrag.weigert,
    bekenden: [],
    initiatief: (paar, moment) => {
      const beeld: Beeld = { paar, moment, gedrag, zaad, nu: paar.stand.momentopname(paar.partijen) }
      return [...overClienten(beeld), ...declareer(beeld)]
    },
  })

/** Per cliënt hooguit één bericht tegelijk: pas na het antwoord volgt het volgende. */
function overClienten(beeld: Beeld): Gemaakt[] {
  const bezet = wachtenden(beeld.paar)
  return beeld.nu.toewijzingen.flatMap((t) => {
    const persoon = beeld.paar.personen.get(t.bsn)
    if (persoon === undefined || bezet.has(t.bsn) || isVerwijderd(t)) return []
    const zaak: Zaak = { ...beeld, t, persoon }
    const gemaakt = herstelStart(zaak) ?? stop(zaak) ?? start(zaak) ?? toewijzingsverzoek(zaak) ?? wijzigingsverzoek(zaak)
    if (gemaakt === null) return []
    bezet.add(t.bsn)
    return [gemaakt]
  })
}
