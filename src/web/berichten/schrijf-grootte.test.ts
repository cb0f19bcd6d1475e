import { expect, it } from 'vitest'
import { schrijfGrootte } from './schrijf-grootte.ts'

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1540, '1,5 kB'],
  [184_549_376, '185 MB'],
  [2_000_000_000, '2.000 MB'],
])('%i bytes is %s', (bytes, tekst) => expect(schrijfGrootte(bytes)).toBe(tekst))
