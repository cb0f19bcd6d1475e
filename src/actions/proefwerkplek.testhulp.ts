/** Een werkende dienst op een eigen testdatabase: de meegeleverde catalogi, twee proefgemeenten, een klok die de test zet. */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import type { Datum } from '#core/base/datum.ts'
import { datumVanTijdstip, vanMs } from '#core/base/tijdstip.ts'
import { maakKluis } from '#storage/kluis.ts'
import { maakTestdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { leesProefmedewerkers } from '#storage/sessies.ts'
import { maakKysely, type Tx } from '#storage/transactie.ts'
import { openWachtrij, type Wachtrij } from '#storage/wachtrij.ts'
import { zorgVoorProefgemeenten } from './demo/proefgemeenten.ts'
import type { Rol } from '#core/dossier/rechtentabel.ts'
import type { Aanroep, Dienst } from './handeling/dienst.ts'
import { leesAlleCatalogi, type Uitgave } from './lees-catalogi.ts'

const catalogi = fileURLToPath(new URL('../../catalogi', import.meta.url))

export type Proefwerkplek = {
  dienst: Dienst
  uitgaven: readonly Uitgave[]
  gemeenten: { code: string; naam: string }[]
  /** De pool van de app, en Kysely boven de eigenaar (leest alles, om te controleren). */
  app: pg.Pool
  eigenaar: Tx
  klok: { nu: Date }
  /** SQL als eigenaar, buiten het programma om. */
  knoei(sql: string): Promise<unknown>
  /** Opent de wachtrij en geeft haar aan de dienst; gaat vanzelf weer dicht. */
  metWachtrij(): Promise<Wachtrij>
  /** Een aanroep als de n-de medewerker met deze rol. */
  als(rol: Rol, gemeente?: string, welke?: number): Promise<Aanroep>
  sluit(): Promise<void>
}

export async function maakProefwerkplek(): Promise<Proefwerkplek> {
  const database = await maakTestdatabase()
  const uitgaven = await leesAlleCatalogi(catalogi)
  if (!uitgaven.ok) throw new Error('de meegeleverde catalogi laden')
  const klok = { nu: new Date('2026-11-25T09:00:00Z') }
  const db = maakKysely(database.app)
  const eigenaar = maakKysely(database.eigenaar)
  const gemeenten = await zorgVoorProefgemeenten(db, eigenaar, uitgaven.value, klok.nu)
  let wachtrij: Wachtrij | undefined
  const dienst: Dienst & { wachtrij?: Wachtrij } = {
    db,
    kluis: maakKluis({ actief: 's1', sleutels: { s1: randomBytes(32) }, indexsleutel: randomBytes(32) }),
    nu: () => klok.nu,
    vandaag: () => datumVanTijdstip(vanMs(klok.nu.getTime())) as Datum,
    catalogi,
    versie: 'test',
  }
  return {
    dienst,
    uitgaven: uitgaven.value,
    gemeenten,
    app: database.app,
    eigenaar,
    klok,
    knoei: (opdracht) => database.eigenaar.query(opdracht),
    als: async (rol, gemeente = gemeenten[0]?.code, welke = 0) => {
      const gevonden = (await leesProefmedewerkers(db)).filter((m) => m.gemeente === gemeente && m.rollen.includes(rol))[welke]
      if (!gevonden) throw new Error(`geen ${rol} in ${gemeente}`)
      const rij = await eigenaar.selectFrom('medewerker').select('team').where('id', '=', gevonden.medewerker).executeTakeFirstOrThrow()
      const actor = {
        gemeente: gevonden.gemeente,
        medewerker: gevonden.medewerker,
        naam: gevonden.naam,
        rollen: gevonden.rollen as Rol[],
        team: rij.team,
      }
      return { actor, correlatie: 'test', toegangspunt: 'test' }
    },
    metWachtrij: async () => (dienst.wachtrij = wachtrij ??= await openWachtrij(database.app, () => undefined)),
    sluit: async () => {
      await wachtrij?.stop()
      await database.sluit()
    },
  }
}
