import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesreeks, getallenreeks, tekstreeks } from './reeks.ts'
import { maakTestdatabase, type Testdatabase } from './testdatabase.testhulp.ts'

let database: Testdatabase
beforeAll(async () => {
  database = await maakTestdatabase()
})
afterAll(() => database.sluit())
const terug = async (reeks: Buffer, soort: string) =>
  (await database.app.query(`select $1::${soort}[] as w, cardinality($1::${soort}[]) as n`, [reeks])).rows[0]

it('een binaire lijst komt aan zoals zij is, ook leeg, met null en met tekens van meer bytes', async () => {
  const teksten = ['', 'a', 'é€😀', '{"komma, aanhaling\\', undefined, 'NULL']
  expect(await terug(tekstreeks(teksten), 'text')).toEqual({ w: teksten.map((t) => t ?? null), n: 6 })
  const getallen = [0, -1, 2_147_483_647, -2_147_483_648]
  expect(await terug(getallenreeks(getallen), 'int')).toEqual({ w: getallen, n: 4 })
  const bytes = [Buffer.of(), Buffer.of(0, 255, 92)]
  expect(await terug(bytesreeks(bytes), 'bytea')).toEqual({ w: bytes, n: 2 })
  for (const [leeg, soort] of [
    [tekstreeks([]), 'text'],
    [getallenreeks([]), 'int'],
    [bytesreeks([]), 'bytea'],
  ] as const)
    expect(await terug(leeg, soort)).toEqual({ w: [], n: 0 })
})
