/** De lijst van indicaties stelt evenveel vragen, hoeveel indicaties er ook open staan. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { maakKysely } from '#storage/transactie.ts'
import type { Aanroep } from '../handeling/dienst.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { leesIndicatielijst } from './lees-indicatielijst.ts'
import { catalogushash, regelVoor, zetContract, zetProefinwoner, zetToeTeWijzen } from './proeftoewijzing.testhulp.ts'

let p: Proefwerkplek
let consulent: Aanroep
beforeAll(async () => {
  p = await maakProefwerkplek()
  consulent = await p.als('consulent')
})
afterAll(() => p.sluit())

it('elke indicatie krijgt haar eigen stand, met één vraag over de contracten voor allemaal', async () => {
  const { actor } = consulent
  const producten = Object.entries(p.uitgaven[0]?.versies.at(-1)?.producten ?? {}).flatMap(([naam, product]) =>
    product.eenheid === 'dagdeel' ? [] : [naam],
  )
  const [met = '', ...zonder] = producten
  expect(zonder.length).toBeGreaterThan(1)
  await zetContract(p, actor.gemeente, '98765432', regelVoor(met))
  const { inwoner } = await zetProefinwoner(p, actor)
  const hash = await catalogushash(p, actor.gemeente)
  const indiceer = (product: string) => zetToeTeWijzen(p, actor, { inwoner, product, hash, van: '2026-12-01', tot: '2027-05-31' })
  const lees = async () => {
    const vragen: string[] = []
    const lijst = await leesIndicatielijst({ ...p.dienst, db: maakKysely(p.app, (sql) => void vragen.push(sql)) }, consulent, inwoner)
    if (!lijst.ok) throw new Error(lijst.fout.code)
    return { vragen, standen: new Map(lijst.value.items.map((i) => [i.product, i.toewijzing.stand])) }
  }
  await indiceer(met)
  // De eerste keer komt de catalogus erbij; daarna staat die in het geheugen.
  await lees()
  const een = await lees()
  expect([...een.standen]).toEqual([[met, 'nog_niet']])
  for (const product of zonder) await indiceer(product)
  const alle = await lees()
  expect(alle.standen).toEqual(new Map([[met, 'nog_niet'], ...zonder.map((product) => [product, 'geen_contract'] as const)]))
  expect(alle.vragen).toHaveLength(een.vragen.length)
  expect(alle.vragen.filter((sql) => sql.includes('contracttarief'))).toHaveLength(1)
})
