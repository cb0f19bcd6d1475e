/** De hulp noemt elke opdracht; wie er een noemt krijgt die, ook al wordt de rest niet geladen. */
import { expect, it } from 'vitest'
import { draai } from './draai.testhulp.ts'

it('elke opdracht uit de hulp is er ook als alleen zij geladen wordt', async () => {
  const { uit } = await draai(['--help'])
  const namen = [...uit.slice(uit.indexOf('Opdrachten:')).matchAll(/^ {2}([a-z]+) /gm)].map((m) => m[1] as string)
  expect(namen).toContain('bericht')
  expect(namen.length).toBeGreaterThan(10)
  for (const naam of namen) {
    const hulp = await draai([naam, '--help'])
    expect(hulp.code).toBe(0)
    expect(hulp.uit).toContain(`Gebruik: meedoen ${naam}`)
  }
})

it('een naam die niet bestaat lijkt op een die wel bestaat, ook als het de naam van een eigenschap is', async () => {
  expect((await draai(['berich'])).fout).toContain('bericht')
  expect(await draai(['toString'])).toMatchObject({ code: 2 })
})
