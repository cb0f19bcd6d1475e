import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Rol, rollen } from '#core/dossier/rechtentabel.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { inTransactie, type Tx } from '#storage/transactie.ts'

let p: Proefwerkplek
beforeAll(async () => {
  p = await maakProefwerkplek()
})
afterAll(() => p.sluit())

const als = async <T>(rol: Rol, werk: (tx: Tx) => Promise<T>): Promise<T> => {
  const { actor } = await p.als(rol)
  return inTransactie(p.dienst.db, { ...actor, nu: p.klok.nu }, async (tx) => ({ bewaar: false, waarde: await werk(tx) }))
}

describe.each(rollen)('%s', (rol) => {
  it('leest namen van alle collega’s van de eigen gemeente, en aanmeldnaam en rollen alleen van wie dat mag', async () => {
    const { actor } = await p.als(rol)
    const hier = await p.eigenaar.selectFrom('medewerker').select(['id', 'naam']).where('gemeente', '=', actor.gemeente).execute()
    const namen = await als(rol, async (tx) => (await sql<{ id: string; naam: string }>`select id, naam from collegas()`.execute(tx)).rows)
    const gezien = await als(rol, (tx) => tx.selectFrom('medewerker').select(['id', 'aanmeldnaam', 'rollen']).execute())
    const opId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(namen.sort(opId)).toEqual(hier.sort(opId))
    expect(gezien.map((m) => m.id).sort()).toEqual(rol === 'beheerder' ? hier.map((m) => m.id).sort() : [actor.medewerker])
  })
})

it('zoeken op alleen een woonplaats gebruikt de index, ook onder rijbeveiliging', async () => {
  const plan = await als('consulent', async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select i.id from inwoner i
      where i.gemeente = ${'9901'} and i.woonplaats_klein = lower(${'Verzonnen'}::text) order by i.zoeknaam, i.id limit 51`.execute(tx)
    return rows.map((r) => r['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/inwoner_woonplaats[\s\S]*Index Cond:.*woonplaats_klein = /)
})
