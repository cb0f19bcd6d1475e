/** Indicaties naast elkaar toetsen aan de stapelingsregels van een catalogus. */
import { leesStapeling } from '#core/indicatie/lees-stapeling.ts'
import { beoordeelStapeling, type Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import { ok, type Result } from '#core/base/result.ts'
import { invoerWeigering, kiesCatalogus, metKeuze, type Opties, type Weigering } from './kies.ts'

export async function toetsStapeling(opties: Opties, ruw: unknown): Promise<Result<Stapelingsoordeel, Weigering>> {
  const open = await kiesCatalogus(opties, ruw)
  if (!open.ok) return open
  const invoer = leesStapeling(open.value.catalogus, metKeuze(open.value, ruw, opties))
  if (!invoer.ok) return invoerWeigering(invoer.fout)
  return ok(beoordeelStapeling(open.value.catalogus, invoer.value.keuze, invoer.value.indicaties))
}
