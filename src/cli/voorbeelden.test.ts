/**
 * De voorbeelden in docs/voorbeelden zijn byte voor byte de uitvoer van de opdracht. Verandert een catalogus of de vorm
 * met opzet, schrijf ze dan opnieuw met `VERNIEUW=1 npx vitest run src/cli/voorbeelden.test.ts` en lees het verschil na.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draai, wortel } from './draai.testhulp.ts'

const map = join(wortel, 'docs/voorbeelden')
const invoer = readdirSync(map).filter((n) => n.endsWith('.in.json'))

describe('docs/voorbeelden', () => {
  it('heeft er tien, van elk van de drie opdrachten', () => {
    expect(invoer).toHaveLength(10)
    expect(new Set(invoer.map((n) => n.split('-')[0]))).toEqual(new Set(['advies', 'stapeling', 'omvang']))
  })

  it.each(invoer)('%s', async (naam) => {
    const [opdracht = ''] = naam.split('-')
    const gedraaid = await draai([opdracht, '--catalogi', join(wortel, 'catalogi'), '--json', join(map, naam)])
    expect(gedraaid.fout).toBe('')
    const pad = join(map, naam.replace('.in.', '.uit.'))
    if (process.env.VERNIEUW) writeFileSync(pad, gedraaid.uit)
    expect(gedraaid.uit).toBe(readFileSync(pad, 'utf8'))
    const antwoord = JSON.parse(gedraaid.uit)
    const geweigerd = antwoord.toegestaan === false || antwoord.bezwaren?.length > 0
    expect(gedraaid.code).toBe(geweigerd ? 1 : 0)
  })
})
