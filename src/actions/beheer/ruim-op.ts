/** Opruimen wat niet bewaard hoeft te worden. */
import { type Bewaartermijnen, gemeentecodes, ruimGemeenteOp } from '#storage/opruimen.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { alsSysteem } from '../handeling/systeem.ts'

export type { Bewaartermijnen }

/** Geeft hoeveel rijen er weg zijn, over alle gemeenten. */
export async function ruimOp(dienst: Dienst, termijnen: Bewaartermijnen): Promise<number> {
  let totaal = 0
  for (const gemeente of await gemeentecodes(dienst.db))
    totaal += await alsSysteem(dienst, gemeente, (tx) => ruimGemeenteOp(tx, gemeente, dienst.nu(), termijnen))
  return totaal
}
