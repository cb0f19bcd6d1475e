/** Waarmee een achtergrondtaak zich bindt: één gemeente, geen medewerker, de rol 'systeem'. */
import { inTransactie, type Tx } from '#storage/transactie.ts'
import type { Dienst } from './dienst.ts'

/** Eén transactie als systeem. Alles wat `werk` doet blijft, tenzij het gooit. */
export const alsSysteem = <T>(dienst: Pick<Dienst, 'db'>, gemeente: string, werk: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransactie(dienst.db, { gemeente, medewerker: null, rollen: ['systeem'], team: null }, async (tx) => ({
    bewaar: true,
    waarde: await werk(tx),
  }))
