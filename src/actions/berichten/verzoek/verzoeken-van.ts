/** De verzoeken in een bericht van een aanbieder, met wat er gevraagd wordt voor wie de inhoud leest. */
import { leesVerzoekenUit } from '#storage/berichten/verzoeken.ts'
import { leesGelijkgesteldeDagen } from '#storage/zaken.ts'
import type { Werk } from '../../handeling/handel.ts'
import type { Berichttoegang } from '../inzage/berichttoegang.ts'
import { isTeGroot, leesInhoud } from '../inzage/inhoud.ts'
import { toonVerzoek, type Verzoekbeeld } from './verzoekbeeld.ts'
import { vraagzinnen } from './vraagzinnen.ts'

export async function verzoekenVan(w: Werk, { bericht, mag }: Berichttoegang): Promise<Verzoekbeeld[]> {
  if (bericht.richting !== 'in' || (bericht.naam !== 'WMO315' && bericht.naam !== 'WMO317')) return []
  const rijen = await leesVerzoekenUit(w.tx, w.actor.gemeente, bericht.id)
  const leest = mag('bericht_inhoud_lezen').ok && !isTeGroot(bericht)
  const zinnen = leest ? vraagzinnen(await leesInhoud(w, bericht)) : new Map<string, readonly string[]>()
  const kijk = { nu: w.nu, vandaag: w.dienst.vandaag(), gelijkgesteld: await leesGelijkgesteldeDagen(w.tx), mag }
  return rijen.map((r) => toonVerzoek(r, zinnen.get(r.referentie) ?? [], kijk))
}
