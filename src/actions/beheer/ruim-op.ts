/** Opruimen wat niet bewaard hoeft te worden. */
import { gemeentecodes, ruimVerzoekenOp } from '#storage/opruimen.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { alsSysteem } from '../handeling/systeem.ts'

export async function ruimOp(dienst: Dienst): Promise<number> {
  let totaal = 0
  for (const gemeente of await gemeentecodes(dienst.db))
    totaal += await alsSysteem(dienst, gemeente, (tx) => ruimVerzoekenOp(tx, gemeente, dienst.nu()))
  return totaal
}
