import { expect, it } from 'vitest'
import { draai } from './draai.testhulp.ts'

it.each([
  [['simuleer'], 'Geef --caseload <bestand>, of --database.'],
  [['simuleer', '--database'], 'Geef met --gemeente de CBS-code van de gemeente.'],
  [['simuleer', '--database', '--gemeente', '9999', '--vanaf', '1-1-2027'], 'Geef --vanaf als jjjj-mm-dd.'],
  [['simuleer', '--database', '--gemeente', '9999', '--tegen', 'x@2027-01'], 'hier is geen database'],
])('%j zegt wat er mist', async (argumenten, tekst) => {
  const { code, fout } = await draai(argumenten)
  expect(code).toBe(2)
  expect(fout).toContain(tekst)
})
