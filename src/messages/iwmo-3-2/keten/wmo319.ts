/** De aanbieder beoordeelt het antwoord op zijn verzoek. */
import type { Verzoek, Vraag } from '../../keten/bron.ts'
import { toets, type Toets } from '../../keten/ketenregel.ts'
import type { WMO319 } from '../release.ts'
import type { Bevonden, Ketencontext } from './context.ts'
import { beoordeelKop } from './kop.ts'
import type { KetenregelId } from './regels.ts'

type Antwoord = WMO319['Antwoord']

export const vraag319 = (bericht: WMO319): Omit<Vraag, 'partijen' | 'sleutel'> => ({
  verzoeken: { referenties: [bericht.Antwoord.ReferentieAanbieder], bsns: [] },
})

const zoek = (a: Antwoord, { feiten }: Ketencontext): Verzoek | undefined =>
  feiten.verzoeken.find((v) => v.referentie === a.ReferentieAanbieder)
const eerdere = (a: Antwoord, c: Ketencontext): readonly string[] => zoek(a, c)?.antwoorden ?? []

const toetsen: readonly Toets<KetenregelId, Antwoord, Ketencontext>[] = [
  ['TR355', (a, c) => zoek(a, c) !== undefined],
  ['TR359', (a, c) => zoek(a, c)?.isGehonoreerd !== true],
  ['TR360', (a, c) => a.VerzoekAntwoord !== '2' || eerdere(a, c).length === 0],
  ['TR365', (a, c) => !eerdere(a, c).includes('1')],
]

export function beoordeel319(bericht: WMO319, context: Ketencontext): Bevonden[] {
  const { Antwoord: op } = bericht
  const kop = beoordeelKop(bericht.Header, zoek(op, context)?.ingangsdatums ?? [], context)
  return kop.length > 0 ? kop : toets(toetsen, { klasse: 'Antwoord', sleutel: op.ReferentieAanbieder, op }, context)
}
