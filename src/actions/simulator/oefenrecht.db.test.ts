/** Oefenen in de database zelf: bij een echte gemeente is er niets te zien en niets te bewaren, wie het ook vraagt. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransactie, type Tx } from '#storage/transactie.ts'
import type { Actor } from '../handeling/dienst.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'

let p: Proefwerkplek
let actor: Actor
let gemeente = ''
beforeAll(async () => {
  p = await maakProefwerkplek()
  actor = (await p.als('administratie')).actor
  gemeente = actor.gemeente
  await p.knoei(`insert into oefengedrag (gemeente, aanbieder, antwoord, wacht, eenheid, dubbel, laatste_eerst, gewijzigd_op)
    values ('${gemeente}', '98765401', 'zwijgt', 0, 'dagen', false, false, now())`)
})
afterAll(() => p.sluit())

const alsAdministratie = <T>(werk: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransactie(p.dienst.db, { ...actor, nu: p.klok.nu }, async (tx) => ({ bewaar: false, waarde: await werk(tx) }))
const gezien = () =>
  alsAdministratie(async (tx) => (await sql<{ n: number }>`select count(*)::int as n from oefengedrag`.execute(tx)).rows[0]?.n)
const schrijf = () =>
  alsAdministratie((tx) =>
    sql`insert into oefengedrag (gemeente, aanbieder, antwoord, wacht, eenheid, dubbel, laatste_eerst, gewijzigd_op)
      values (${gemeente}, '98765402', 'neemt_aan', 0, 'dagen', false, false, now())`.execute(tx),
  )
it('in een proefgemeente ziet en bewaart de administratie hoe een aanbieder zich gedraagt', async () => {
  expect(await gezien()).toBe(1)
  await expect(schrijf()).resolves.toBeDefined()
})
it('in een echte gemeente niet', async () => {
  await p.knoei(`update gemeente set verzonnen = false where code = '${gemeente}'`)
  expect(await gezien()).toBe(0)
  await expect(schrijf()).rejects.toThrow(/row-level security/)
})
