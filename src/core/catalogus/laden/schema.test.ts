import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { catalogusSchema } from './schema.ts'

it('docs/catalogus.schema.json is het schema van de huidige vorm (npm run -s meedoen -- catalogus schema > docs/catalogus.schema.json)', () => {
  const bewaard = readFileSync(new URL('../../../../docs/catalogus.schema.json', import.meta.url), 'utf8')
  expect(`${JSON.stringify(catalogusSchema(), null, 2)}\n`).toBe(bewaard)
})
