/** Het logboek verzegelen: per gemeente, in stukken, tot er niets meer open staat. */
import { metOpenLogboek, verzegel } from '#storage/auditketen.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { alsSysteem } from '../handeling/systeem.ts'

/** Geeft hoeveel regels er verzegeld zijn. Mag in elk proces tegelijk draaien. */
export async function verzegelLogboek(dienst: Dienst, gemeente: string): Promise<number> {
  let totaal = 0
  for (;;) {
    const stuk = await alsSysteem(dienst, gemeente, (tx) => verzegel(tx, gemeente, dienst.nu()))
    totaal += stuk
    if (stuk === 0) return totaal
  }
}

/** Alle gemeenten waar iets open staat; één vraag als er niets te doen is. */
export async function verzegelLogboeken(dienst: Dienst): Promise<number> {
  let totaal = 0
  for (const gemeente of await metOpenLogboek(dienst.db)) totaal += await verzegelLogboek(dienst, gemeente)
  return totaal
}
