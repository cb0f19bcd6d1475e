/** De wachtrij: wat per gemeente in één keer gebeurt, en een taak die niet te vroeg begint. */
import { setTimeout as rust } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { maakTestdatabase, type Testdatabase } from './postgres/testdatabase.testhulp.ts'
import { maakKysely } from './transactie.ts'
import { openWachtrij, type Wachtrij, zorgVoorWachtrij } from './wachtrij.ts'

let database: Testdatabase
let wachtrij: Wachtrij
beforeAll(async () => {
  database = await maakTestdatabase()
  wachtrij = await openWachtrij(database.app, () => undefined)
})
afterAll(async () => {
  await wachtrij.stop()
  await database.sluit()
})
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

it('veel taken voor één gemeente zijn één keer werk, en elke gemeente komt aan de beurt', async () => {
  const db = maakKysely(database.app)
  for (let n = 0; n < 30; n++) await wachtrij.zet(db, 'bericht', { gemeente: n % 3 === 0 ? '0002' : '0001', id: id(n) })
  const gedaan: string[] = []
  await wachtrij.voerUit('bericht', async ({ gemeente }) => void gedaan.push(gemeente))
  const open = async () =>
    Number((await database.eigenaar.query(`select count(*) as n from pgboss.job where state <> 'completed'`)).rows[0].n)
  while ((await open()) > 0) await rust(50)
  expect(gedaan.sort()).toEqual(['0001', '0002'])
})

it('een andere soort doet elke taak, en begint niet eerder dan gevraagd', async () => {
  const db = maakKysely(database.app)
  await wachtrij.zet(db, 'simulatie', { gemeente: '0001', id: id(1) }, new Date(Date.now() + 3_600_000))
  await wachtrij.zet(db, 'simulatie', { gemeente: '0001', id: id(2) })
  const gedaan: string[] = []
  await wachtrij.voerUit('simulatie', async (taak) => void gedaan.push(taak.id))
  // De eerste staat vooraan, maar haar uur is nog niet om.
  while (gedaan.length < 1) await rust(50)
  expect(gedaan).toEqual([id(2)])
  await database.eigenaar.query(`update pgboss.job set start_after = now() where name = 'simulatie' and state = 'created'`)
  while (gedaan.length < 2) await rust(50)
  expect(gedaan).toEqual([id(2), id(1)])
})

it('programma’s die tegelijk starten zetten haar allemaal klaar, zonder elkaar in de weg te zitten', async () => {
  // Zonder beurt gaat het mis zodra er twee tegelijk rechten geven; zo vaak dat dat hier niet uitblijft.
  for (let keer = 0; keer < 20; keer++) await Promise.all([1, 2, 3].map(() => zorgVoorWachtrij(database.eigenaar)))
})
