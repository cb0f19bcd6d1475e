/** Een database openen om berichten te verwerken: bijgewerkt, met de sleutels ernaast, en elke gemeente die langskomt bestaat. */
import { fout, type Result } from '#core/base/result.ts'
import { bestaatGemeente, zorgVoorGemeente } from '#storage/berichten/contracten.ts'
import { maakKluis } from '#storage/kluis.ts'
import { zorgVoorSleutelbos } from '#storage/sleutelbos.ts'
import { maakKysely, type Tx } from '#storage/transactie.ts'
import { werkDatabaseBij } from '#storage/werk-bij.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { alsEigenaar, type Databaseconfig, type Databaseweigering } from '../database/beheer.ts'
import { ONBEKENDE_GEMEENTE } from './verwerk-bericht.ts'

export type Ketenopties = { readonly database: Databaseconfig; readonly sleutels: string; nu(): Date }
export type OpenKeten = {
  readonly dienst: Pick<Dienst, 'db' | 'kluis' | 'nu'>
  readonly eigenaar: Tx
  zorgVoorGemeente(code: string): Promise<void>
}

/** Opent, voert `werk` uit en sluit weer. */
export async function metKeten<T>(
  { database, sleutels, nu }: Ketenopties,
  werk: (keten: OpenKeten) => Promise<T>,
): Promise<Result<T, Databaseweigering>> {
  const bos = await zorgVoorSleutelbos(sleutels)
  if (!bos.ok) return fout({ code: 'SLEUTELBOS', soort: 'invoer', tekst: `De sleutelbos ${sleutels} is niet te gebruiken: ${bos.fout}.` })
  const kluis = maakKluis(bos.value)
  return alsEigenaar(database, async (pool, { app }) => {
    await werkDatabaseBij(pool, database.meld)
    const [db, eigenaar] = [maakKysely(app), maakKysely(pool)]
    return werk({ dienst: { db, kluis, nu }, eigenaar, zorgVoorGemeente: maakGemeentezorg(eigenaar) })
  })
}

/** Eén opdracht per gemeente die nog niet langskwam. */
export function maakGemeentezorg(eigenaar: Tx): (code: string) => Promise<void> {
  const gezien = new Set<string>()
  return async (code) => {
    if (gezien.has(code)) return
    await zorgVoorGemeente(eigenaar, code, code === ONBEKENDE_GEMEENTE ? 'onbekende gemeente' : `gemeente ${code}`)
    gezien.add(code)
  }
}

/** Zonder de eigenaar komt er geen gemeente bij: een onbekende is dan een storing die blijft staan tot de beheerder haar toevoegt. */
export const maakGemeentecontrole =
  (db: Tx) =>
  async (code: string): Promise<void> => {
    if (!(await bestaatGemeente(db, code)))
      throw new Error(`De gemeente ${code} bestaat hier niet; voeg haar toe met de eigenaar van de database (DATABASE_BEHEER_URL).`)
  }
