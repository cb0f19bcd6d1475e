import { afterAll, expect, it } from 'vitest'
import { maakTestdatabase } from './testdatabase.testhulp.ts'

const databases = [await maakTestdatabase(), await maakTestdatabase()]
afterAll(() => Promise.all(databases.map((d) => d.sluit())))
const [een, ander] = databases as [(typeof databases)[0], (typeof databases)[0]]

it('elk testbestand heeft een eigen database', async () => {
  await een.eigenaar.query('create table alleen_hier (x integer)')
  const { rows } = await ander.eigenaar.query(`select to_regclass('alleen_hier') as tabel`)
  expect(rows).toEqual([{ tabel: null }])
})

it('de app meldt aan als meedoen_app en mag niets maken', async () => {
  const { rows } = await een.app.query('select session_user as rol')
  expect(rows).toEqual([{ rol: 'meedoen_app' }])
  await expect(een.app.query('create table van_de_app (x integer)')).rejects.toMatchObject({ code: '42501' })
})

it('een date is een kalenderdag als tekst, ook om middernacht in de zomer', async () => {
  const { rows } = await een.app.query(`select date '2027-07-01' as dag, 12345678901234567::bigint as groot`)
  expect(rows).toEqual([{ dag: '2027-07-01', groot: '12345678901234567' }])
})
