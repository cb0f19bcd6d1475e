/** Werken in een administratie van de keten: één transactie, gebonden aan gemeente en partij, als systeem. */
import type { Administratie } from '#storage/berichten/clientboek.ts'
import { inTransactie, type Tx } from '#storage/transactie.ts'
import type { Dienst } from '../handeling/dienst.ts'

export type { Administratie } from '#storage/berichten/clientboek.ts'

/** Alles wat `werk` doet blijft, tenzij het gooit. */
export const inAdministratie = <T>(dienst: Pick<Dienst, 'db'>, wij: Administratie, werk: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransactie(dienst.db, { ...wij, medewerker: null, rollen: ['systeem'], team: null }, async (tx) => ({
    bewaar: true,
    waarde: await werk(tx),
  }))
