/** Een eigen, gemigreerde database voor een testbestand: een kopie van het sjabloon, binnen een tiende seconde. */
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { inject } from 'vitest'
import { zorgVoorDatabase } from './rollen.ts'
import { metDatabase } from './testserver.testhulp.ts'
import { maakPool, metVerbinding, naam, type Verbinding } from './verbinding.ts'

export type Testdatabase = {
  /** Zoals het programma aanmeldt: mag alleen wat de migraties toestaan. */
  app: pg.Pool
  /** De eigenaar van de tabellen. */
  eigenaar: pg.Pool
  verbindingen: { app: Verbinding; eigenaar: Verbinding }
  naam: string
  sluit(): Promise<void>
}

/** `leeg` geeft een database zonder migraties. */
export async function maakTestdatabase(opties: { leeg?: boolean; verbindingen?: number } = {}): Promise<Testdatabase> {
  const server = inject('testserver')
  const database = `meedoen_test_${randomBytes(6).toString('hex')}`
  await metVerbinding(server.beheer, (client) => zorgVoorDatabase(client, database, opties.leeg ? 'template0' : server.sjabloon))
  const verbindingen = { app: metDatabase(server.app, database), eigenaar: metDatabase(server.eigenaar, database) }
  // Op een drukke machine wacht de laatste van tweehonderd tegelijk langer dan een gebruiker zou willen; dat is hier geen fout.
  const app = maakPool(verbindingen.app, 'meedoen test', { max: opties.verbindingen ?? 10, geduldMs: 0 })
  const eigenaar = maakPool(verbindingen.eigenaar, 'meedoen test eigenaar', { max: 3, geduldMs: 0 })
  return {
    app,
    eigenaar,
    verbindingen,
    naam: database,
    async sluit() {
      await Promise.all([app.end(), eigenaar.end()])
      await metVerbinding(server.beheer, (client) => client.query(`drop database ${naam(database)} with (force)`))
    },
  }
}
