import { expect, it } from 'vitest'
import { leesZoekterm } from './zoekterm-lezen.ts'

it.each([
  ['  ', { soort: 'niets' }],
  ['Jansen', { soort: 'naam', naam: 'Jansen' }],
  [' van der Berg ', { soort: 'naam', naam: 'van der Berg' }],
  ['12-04-1950', { soort: 'geboortedatum', datum: '1950-04-12' }],
  ['999990019', { soort: 'bsn', bsn: '999990019' }],
  ['9999 90.019', { soort: 'bsn', bsn: '9999 90.019' }],
  ['999990018', { soort: 'fout', tekst: 'Dit is geen geldig burgerservicenummer. Kijk of er cijfers verwisseld zijn.' }],
  ['9999900191', { soort: 'fout', tekst: 'Een burgerservicenummer heeft acht of negen cijfers. Tel de cijfers na.' }],
  ['31-02-1950', { soort: 'fout', tekst: 'De dag 31-2-1950 bestaat niet. Kijk de datum na.' }],
  ['12-04-50', { soort: 'fout', tekst: 'Schrijf het jaar met vier cijfers, bijvoorbeeld 31-12-2026.' }],
  ['12345', { soort: 'naam', naam: '12345' }],
])('%s', (getypt, gelezen) => {
  expect(leesZoekterm(getypt)).toEqual(gelezen)
})
