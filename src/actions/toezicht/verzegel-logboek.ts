/** Het logboek verzegelen: per gemeente, in stukken, tot er niets meer open staat. */
import { verzegel } from '#storage/auditketen.ts'
import { inTransactie } from '#storage/transactie.ts'
import type { Dienst } from '../handeling/dienst.ts'

/** Geeft hoeveel regels er verzegeld zijn. Mag in elk proces tegelijk draaien. */
export async function verzegelLogboek(dienst: Dienst, gemeente: string): Promise<number> {
  let totaal = 0
  for (;;) {
    const stuk = await inTransactie(dienst.db, systeem(gemeente), async (tx) => ({
      bewaar: true,
      waarde: await verzegel(tx, gemeente, dienst.nu()),
    }))
    totaal += stuk
    if (stuk === 0) return totaal
  }
}

/** Waarmee een achtergrondtaak zich bindt. */
export const systeem = (gemeente: string) => ({ gemeente, medewerker: null, rollen: ['systeem'], team: null })
