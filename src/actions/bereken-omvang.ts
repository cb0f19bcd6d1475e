/** De omvang van een indicatie berekenen uit normregels of dagdelen. */
import { leesOmvang } from '#core/indicatie/lees-omvang.ts'
import { berekenOmvang as bereken, type Omvang } from '#core/indicatie/omvang.ts'
import { ok, type Result } from '#core/base/result.ts'
import { invoerWeigering, kiesCatalogus, metKeuze, type Opties, type Weigering } from './kies.ts'

export async function berekenOmvang(opties: Opties, ruw: unknown): Promise<Result<Omvang, Weigering>> {
  const open = await kiesCatalogus(opties, ruw)
  if (!open.ok) return open
  const invoer = leesOmvang(open.value.catalogus, metKeuze(open.value, ruw, opties))
  if (!invoer.ok) return invoerWeigering(invoer.fout)
  return ok(bereken(open.value.catalogus, invoer.value.keuze, invoer.value.opgave))
}
