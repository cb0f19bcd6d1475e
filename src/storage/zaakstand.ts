/** De zaak volgt haar gebeurtenissen: hier wat een onderzoek daarvan raakt. */
import type { Gebeurtenisrij } from './indicatiegebeurtenissen.ts'
import type { Tx } from './transactie.ts'

export function leesZaakgebeurtenissen(tx: Tx, gemeente: string, zaak: string): Promise<Gebeurtenisrij[]> {
  return tx
    .selectFrom('gebeurtenis')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('zaak', '=', zaak)
    .where('indicatie', 'is', null)
    .orderBy('datum')
    .orderBy('id')
    .execute()
}

type Zaakstandwijziging = { gemeente: string; id: string; stand: string; nu: Date; medewerker: string }

export async function zetZaakstand(tx: Tx, { gemeente, id, stand, nu, medewerker }: Zaakstandwijziging): Promise<void> {
  await tx
    .updateTable('zaak')
    .set((e) => ({ stand, versie: e('versie', '+', 1), gewijzigd_op: nu, gewijzigd_door: medewerker }))
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .execute()
}
