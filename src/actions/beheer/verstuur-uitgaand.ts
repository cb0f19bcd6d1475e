/** Uitgaand werk van vastgelegde handelingen in de wachtrij zetten: elke regel precies één keer. */
import { leesUitgaand, markeerVerwerkt, metUitgaand } from '#storage/outbox.ts'
import type { Taaksoort, Wachtrij } from '#storage/wachtrij.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { alsSysteem } from '../handeling/systeem.ts'

export async function verstuurUitgaand(dienst: Dienst, wachtrij: Wachtrij): Promise<number> {
  let totaal = 0
  for (const gemeente of await metUitgaand(dienst.db)) {
    totaal += await alsSysteem(dienst, gemeente, async (tx) => {
      const taken = await leesUitgaand(tx, gemeente, 500)
      for (const taak of taken) await wachtrij.zet(tx, taak.soort as Taaksoort, { gemeente, id: (taak.gegevens as { id: string }).id })
      await markeerVerwerkt(
        tx,
        gemeente,
        taken.map((t) => t.id),
        dienst.nu(),
      )
      return taken.length
    })
  }
  return totaal
}
