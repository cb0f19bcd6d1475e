import { expect, it } from 'vitest'
import { voegSamen } from './inzagen-samen.ts'

const regel = (wie: string, op: string, doel: string, reden: string | null = null, wat = 'Bekeken') => ({
  wie,
  op: `2026-11-25T${op}Z`,
  doel,
  reden,
  wat,
})

it('één keer kijken is één regel; een andere persoon, minuut, reden of daad niet', () => {
  const samen = voegSamen([
    regel('Noor', '09:00:20.000', 'tijdlijn'),
    regel('Noor', '09:00:10.000', 'inwoner'),
    regel('Noor', '09:00:05.000', 'inwoner'),
    regel('Noor', '08:59:59.000', 'inwoner'),
    regel('Sem', '08:59:58.000', 'inwoner'),
    regel('Sem', '08:59:57.000', 'inwoner', 'Spoed'),
    regel('Sem', '08:59:56.000', 'adres', null, 'Gewijzigd'),
  ])
  expect(samen.map((r) => [r.wie, r.doel])).toEqual([
    ['Noor', 'tijdlijn; inwoner'],
    ['Noor', 'inwoner'],
    ['Sem', 'inwoner'],
    ['Sem', 'inwoner'],
    ['Sem', 'adres'],
  ])
})
