import { expect, it } from 'vitest'
import type { Antwoorden } from '#core/advies/advies.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { bevindingzin } from './bevinding.ts'

const catalogus = {
  vragen: {
    langdurig: { soort: 'janee', tekst: 'Is de hulp langer nodig?' },
    maanden: { soort: 'getal', tekst: 'Hoe lang is de hulp nodig?', eenheid: 'maanden', min: 0 },
    gedrag: { soort: 'meerkeuze', tekst: 'Welk gedrag ziet u?', waarden: { stil: 'zich terugtrekken', boos: 'boos worden' } },
  },
} as unknown as Catalogus

it.each<[string | null, Antwoorden, string | null]>([
  ['langdurig', { langdurig: 'nee' }, 'Is de hulp langer nodig? Nee.'],
  ['maanden', { maanden: 12 }, 'Hoe lang is de hulp nodig? 12 maanden.'],
  ['gedrag', { gedrag: ['stil', 'boos'] }, 'Welk gedrag ziet u? Zich terugtrekken en boos worden.'],
  ['gedrag', { gedrag: [] }, 'Welk gedrag ziet u? Geen van deze.'],
  ['langdurig', {}, 'Is de hulp langer nodig? Dat weten we nog niet.'],
  [null, { langdurig: 'nee' }, null],
  ['onbekende-vraag', {}, null],
])('vraag %s bij %j geeft %s', (vraag, antwoorden, zin) => {
  expect(bevindingzin(catalogus, vraag, antwoorden)).toBe(zin)
})
