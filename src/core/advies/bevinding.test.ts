import { expect, it } from 'vitest'
import type { Antwoorden } from '#core/advies/advies.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { bevindingzin } from './bevinding.ts'

const catalogus = {
  vragen: {
    langdurig: { soort: 'janee', tekst: 'Is de hulp langer nodig?', eisen: ['X-1'] },
    maanden: { soort: 'getal', tekst: 'Hoe lang is de hulp nodig?', eenheid: 'maanden', min: 0 },
    gedrag: { soort: 'meerkeuze', tekst: 'Welk gedrag ziet u?', waarden: { stil: 'zich terugtrekken', boos: 'boos worden' } },
    besluiten: { soort: 'janee', tekst: 'Lukt besluiten nemen?', eisen: ['X-2', 'X-3'] },
    contact: { soort: 'janee', tekst: 'Lukt contact houden?', eisen: ['X-2', 'X-4'] },
  },
} as unknown as Catalogus

it.each<[string, string | null, Antwoorden, string | null]>([
  ['X-1', 'langdurig', { langdurig: 'nee' }, 'Is de hulp langer nodig? Nee.'],
  ['X-9', 'maanden', { maanden: 12 }, 'Hoe lang is de hulp nodig? 12 maanden.'],
  ['X-9', 'gedrag', { gedrag: ['stil', 'boos'] }, 'Welk gedrag ziet u? Zich terugtrekken en boos worden.'],
  ['X-9', 'gedrag', { gedrag: [] }, 'Welk gedrag ziet u? Geen van deze.'],
  ['X-1', 'langdurig', {}, 'Is de hulp langer nodig? Nog niet bekend.'],
  ['X-1', null, { maanden: 3 }, null],
  ['X-9', 'onbekende-vraag', {}, null],
  // Eén van de twee is genoeg: dan horen beide antwoorden erbij, ook als de rekenkern de eerste vraag noemt.
  ['X-2', 'besluiten', { besluiten: 'ja', contact: 'nee' }, 'Lukt besluiten nemen? Ja. Lukt contact houden? Nee.'],
  ['X-2', 'besluiten', { contact: 'nee' }, 'Lukt contact houden? Nee.'],
  ['X-3', 'besluiten', { besluiten: 'ja', contact: 'nee' }, 'Lukt besluiten nemen? Ja.'],
])('uitspraak %s op vraag %s bij %j geeft %s', (eis, vraag, antwoorden, zin) => {
  expect(bevindingzin(catalogus, { eis, vraag }, antwoorden)).toBe(zin)
})
