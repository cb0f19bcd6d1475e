import { afterAll, beforeAll, expect, it } from 'vitest'
import { nieuweId } from '../handeling/id.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { ruimOp } from './ruim-op.ts'

let p: Proefwerkplek
beforeAll(async () => {
  p = await maakProefwerkplek()
})
afterAll(() => p.sluit())

const DAG = 24 * 60 * 60_000

it('sessies, uitgaand werk en eenmalige verzoeken gaan weg na de ingestelde tijd, en geen dag eerder; wat nog geldt blijft', async () => {
  const { actor } = await p.als('consulent')
  const { gemeente, medewerker } = actor
  const dagen = (n: number) => new Date(p.klok.nu.getTime() - n * DAG)
  const sessie = (naam: string, verlooptOp: Date, ingetrokkenOp: Date | null) => ({
    id: nieuweId(p.klok.nu),
    sleutel_hash: Buffer.from(naam),
    csrf: naam,
    identiteit: nieuweId(p.klok.nu),
    gemeente,
    medewerker,
    gemaakt_op: dagen(90),
    laatst_op: dagen(90),
    verloopt_op: verlooptOp,
    ingetrokken_op: ingetrokkenOp,
    toegangspunt: 'proef',
  })
  const uit = (soort: string, verwerktOp: Date | null) => ({
    gemeente,
    id: nieuweId(p.klok.nu),
    soort,
    gegevens: '{}',
    gemaakt_op: dagen(90),
    verwerkt_op: verwerktOp,
  })
  const verzoek = (sleutel: string, op: Date) => ({ gemeente, medewerker, sleutel, verzoek: Buffer.from('x'), gemaakt_op: op })
  await p.eigenaar
    .insertInto('sessie')
    .values([
      sessie('verlopen', dagen(11), null),
      sessie('ingetrokken', dagen(-1), dagen(11)),
      sessie('net verlopen', dagen(9), null),
      sessie('geldig', dagen(-1), null),
    ])
    .execute()
  await p.eigenaar
    .insertInto('outbox')
    .values([uit('gedaan', dagen(11)), uit('net gedaan', dagen(9)), uit('wacht', null)])
    .execute()
  await p.eigenaar
    .insertInto('idempotentie')
    .values([verzoek('oud', dagen(4)), verzoek('nieuw', dagen(2))])
    .execute()

  expect(await ruimOp(p.dienst, { voorbijDagen: 10, verzoekDagen: 3 })).toBe(4)

  const sessies = await p.eigenaar.selectFrom('sessie').select('csrf').orderBy('csrf').execute()
  expect(sessies.map((s) => s.csrf)).toEqual(['geldig', 'net verlopen'])
  expect((await p.eigenaar.selectFrom('outbox').select('soort').orderBy('soort').execute()).map((o) => o.soort)).toEqual([
    'net gedaan',
    'wacht',
  ])
  expect((await p.eigenaar.selectFrom('idempotentie').select('sleutel').execute()).map((i) => i.sleutel)).toEqual(['nieuw'])
})
