import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const wortel = dirname(dirname(fileURLToPath(import.meta.url)))
const lees = (pad) => readFileSync(join(wortel, pad), 'utf8')
const documenten = ['.', 'docs', 'docs/besluiten'].flatMap((map) =>
  readdirSync(join(wortel, map))
    .filter((naam) => naam.endsWith('.md'))
    .map((naam) => join(map, naam)),
)

it.each(documenten)('elke verwijzing in %s bestaat', (pad) => {
  const doelen = [...lees(pad).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map((m) => m[1] ?? m[2])
  const lokaal = doelen.filter((doel) => !/^([a-z]+:|#)/.test(doel)).map((doel) => doel.replace(/#.*/, ''))
  expect(lokaal.filter((doel) => !existsSync(join(wortel, dirname(pad), doel)))).toEqual([])
})

it('de README noemt alleen opdrachten die er zijn', () => {
  const { scripts } = JSON.parse(lees('package.json'))
  const genoemd = [...lees('README.md').matchAll(/npm (?:run (?:-s )?)?([a-z]+)/g)].map((m) => m[1]).filter((naam) => naam !== 'ci')
  expect([...new Set(genoemd)].filter((naam) => !scripts[naam])).toEqual([])
})

it('publiccode.yml past bij package.json', () => {
  const publiccode = parse(lees('publiccode.yml'))
  const pakket = JSON.parse(lees('package.json'))
  expect(publiccode.softwareVersion).toBe(pakket.version)
  expect(publiccode.legal.license).toBe(pakket.license)
  for (const taal of Object.values(publiccode.description)) {
    expect(taal.shortDescription.length).toBeLessThanOrEqual(150)
    expect(taal.longDescription.length).toBeGreaterThanOrEqual(150)
  }
})

it('elk besluit heeft datum, stand, aanleiding, besluit en gevolgen, en de nummers lopen door', () => {
  const namen = readdirSync(join(wortel, 'docs/besluiten')).sort()
  expect(namen.map((naam) => Number(naam.slice(0, 4)))).toEqual(namen.map((_, i) => i + 1))
  for (const naam of namen)
    expect(lees(join('docs/besluiten', naam))).toMatch(
      /^# \d{4} [\s\S]*- Date: [\d-]+\n- Status: [\s\S]*## Context[\s\S]*## Decision[\s\S]*## Consequences/,
    )
})
