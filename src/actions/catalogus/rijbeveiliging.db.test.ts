import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { rollen, type Rol } from '#core/dossier/rechtentabel.ts'
import { inTransactie, type Tx } from '#storage/transactie.ts'
import { nieuweId } from '../handeling/id.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { vraagAuditcontrole } from '../toezicht/auditcontroles.ts'
import { kiesInstellingen } from './kies-instellingen.ts'
import { maakProefcatalogus, type Proefcatalogus } from './proefcatalogus.testhulp.ts'
import { vraagSimulatie } from './vraag-simulatie.ts'

let p: Proefwerkplek
let c: Proefcatalogus
beforeAll(async () => {
  p = await maakProefwerkplek()
  c = await maakProefcatalogus(p)
  const cato = await p.als('contractmanager', c.gemeente)
  const vanaf = '2027-03-01' as Datum
  const uitkomsten = [
    await vraagSimulatie(p.dienst, cato, { vanaf, instellingen: { pgbTelt: 'ja' } }),
    await kiesInstellingen(p.dienst, cato, { vanaf, instellingen: { pgbTelt: 'ja' }, reden: 'Besluit van het college.' }),
    await vraagAuditcontrole(p.dienst, await p.als('toezichthouder', c.gemeente)),
  ]
  for (const u of uitkomsten) if (!u.ok) throw new Error(u.fout.tekst)
})
afterAll(() => p.sluit())

/** Rechtstreeks in de database, met de binding van deze medewerker en zonder de handelingen ertussen. */
const als = async <T>(rol: Rol, doe: (tx: Tx) => Promise<T>, gemeente = c.gemeente): Promise<T> => {
  const { actor } = await p.als(rol, gemeente)
  return inTransactie(p.dienst.db, actor, async (tx) => ({ bewaar: false, waarde: await doe(tx) }))
}
const tel = async (tx: Tx, tabel: 'simulatie' | 'auditcontrole' | 'instellingkeuze') =>
  Number(
    (
      await tx
        .selectFrom(tabel)
        .select((e) => e.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const lukt = (poging: Promise<unknown>) =>
  poging.then(
    () => true,
    () => false,
  )
const besluit = async (rol: Rol) => {
  const { actor } = await p.als(rol, c.gemeente)
  return {
    gemeente: c.gemeente,
    id: nieuweId(p.klok.nu),
    geldig_van: '2027-05-01',
    reden: 'Rechtstreeks.',
    gedaan_op: p.klok.nu,
    gedaan_door: actor.medewerker,
  }
}

describe('catalogusbeheer en toezicht, rechtstreeks in de database', () => {
  it.each([
    ['simulatie', ['contractmanager', 'teamleider', 'toezichthouder']],
    ['auditcontrole', ['toezichthouder', 'beheerder']],
    ['instellingkeuze', rollen],
  ] as const)('%s lezen alleen wie dat mag; een andere gemeente niets', async (tabel, wie) => {
    for (const rol of rollen) {
      expect([rol, await als(rol, (tx) => tel(tx, tabel))]).toEqual([rol, (wie as readonly Rol[]).includes(rol) ? 1 : 0])
      expect([rol, await als(rol, (tx) => tel(tx, tabel), p.gemeenten[0]?.code)]).toEqual([rol, 0])
    }
  })

  it('een publicatie of keuze vastleggen kan alleen de contractmanager, en alleen in de eigen gemeente', async () => {
    for (const rol of rollen) {
      const rij = await besluit(rol)
      const keuze = (tx: Tx) =>
        tx
          .insertInto('instellingkeuze')
          .values({ ...rij, sleutel: 'pgbTelt', waarde: sql`'"nee"'::jsonb` })
          .execute()
      const publicatie = (tx: Tx) =>
        tx
          .insertInto('cataloguspublicatie')
          .values({ ...rij, catalogus: 'veenmeer', versie: '2027-01', hash: c.eerste.hash })
          .execute()
      const mag = rol === 'contractmanager'
      expect([rol, await lukt(als(rol, keuze)), await lukt(als(rol, publicatie))]).toEqual([rol, mag, mag])
      expect([rol, await lukt(als(rol, keuze, p.gemeenten[0]?.code))]).toEqual([rol, false])
    }
  })

  it('een besluit dat er staat is door niemand te wijzigen of weg te halen', async () => {
    for (const opdracht of [
      sql`update instellingkeuze set reden = 'iets anders'`,
      sql`delete from instellingkeuze`,
      sql`update cataloguspublicatie set geldig_van = '2020-01-01'`,
      sql`delete from cataloguspublicatie`,
      sql`delete from auditcontrole`,
    ])
      for (const rol of rollen) expect([rol, await lukt(als(rol, (tx) => opdracht.execute(tx)))]).toEqual([rol, false])
  })
})
