import { expect, it } from 'vitest'
import { leesZoekterm } from './zoekterm-lezen.ts'

it.each([
  ['  ', { soort: 'niets' }],
  ['Jansen', { soort: 'naam', naam: 'Jansen' }],
  [' van der Berg ', { soort: 'naam', naam: 'van der Berg' }],
  ['12-04-1950', { soort: 'geboortedatum', datum: '1950-04-12' }],
  ['999990019', { soort: 'bsn', bsn: '999990019' }],
  ['9999 90.019', { soort: 'bsn', bsn: '9999 90.019' }],
  ['999990018', { soort: 'bsn', bsn: '999990018' }],
  ['12345', { soort: 'naam', naam: '12345' }],
])('%s', (getypt, gelezen) => {
  expect(leesZoekterm(getypt)).toEqual(gelezen)
})
