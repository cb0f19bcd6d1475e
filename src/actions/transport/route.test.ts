import { expect, it } from 'vitest'
import { routeVan } from './route.ts'

it.each([
  ['een bericht van ons gaat langs de weg van onze kant', 'https', null, true, true, 'https'],
  ['ook als die weg de map is', 'map', null, true, true, 'map'],
  ['zonder weg wacht het', 'map', null, false, true, 'wacht'],
  ['een antwoord op een bestand gaat als bestand, ook als onze weg https is', 'https', 'bestand', true, true, 'map'],
  [
    'is er geen map, dan gaat het langs https, waar het werk wordt als het niet in een envelop kan',
    'https',
    'bestand',
    false,
    true,
    'https',
  ],
  ['een antwoord op een envelop gaat in een envelop, ook als onze weg de map is', 'map', 'envelop', true, true, 'https'],
  ['is er geen adres, dan gaat het langs de map', 'map', 'envelop', true, false, 'map'],
  ['staat onze weg op geen, dan gaat er niets', 'geen', 'envelop', true, true, 'wacht'],
  ['ook geen antwoord op een bestand', 'geen', 'bestand', true, true, 'wacht'],
] as const)('%s', (_, weg, vraag, heeftMap, heeftAdres, route) => {
  expect(routeVan({ weg, vraag, heeftMap, heeftAdres })).toBe(route)
})
