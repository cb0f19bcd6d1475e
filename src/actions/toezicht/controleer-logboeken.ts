/** De keten van het logboek van elke gemeente nalopen; de eerste breuk bij naam. Wat nog niet verzegeld is, is geen breuk. */
import { controleerKeten } from '#storage/auditketen.ts'
import { gemeentecodes } from '#storage/opruimen.ts'
import type { Bevinding } from '#storage/postgres/schemaregels.ts'
import type { Tx } from '#storage/transactie.ts'
import { alsSysteem } from '../handeling/systeem.ts'

export async function ketenbevindingen(db: Tx): Promise<Bevinding[]> {
  const bevindingen: Bevinding[] = []
  for (const gemeente of await gemeentecodes(db)) {
    const { breuk } = await alsSysteem({ db }, gemeente, (tx) => controleerKeten(tx, gemeente))
    if (breuk) {
      const tekst = `de keten breekt bij zegel ${breuk.volgnummer}: ${breuk.wat}. Vergelijk met een back-up van vóór die dag en meld het de functionaris gegevensbescherming`
      bevindingen.push({ regel: 'LOGBOEK_KETEN', object: `gemeente ${gemeente}, regel ${breuk.audit}`, tekst })
    }
  }
  return bevindingen
}
