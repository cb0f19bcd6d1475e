import { describe, expect, it } from 'vitest'
import { ketenregels } from '#messages/iwmo-3-2/keten/regels.ts'
import { inWoorden, perOorzaak } from './uitval.ts'

const op = (klasse: string, sleutel: string, regel: string, code = '9338') => ({ klasse, sleutel, regel, code })
const kort = (regels: Parameters<typeof perOorzaak>[1]) =>
  perOorzaak('afgewezen', regels).map(({ klasse, regel, aantal }) => [klasse, regel, aantal])

describe('werk per oorzaak', () => {
  it('een declaratieregel waar drie dingen aan mankeren is één keer werk, bij de eerste oorzaak', () => {
    const regels = [op('Prestatie', 'R1', 'TR339'), op('Prestatie', 'R1', 'TR340'), op('Prestatie', 'R1', 'TR346')]
    expect(kort(regels)).toEqual([['Prestatie', 'TR339', 1]])
  })
  it('regels met dezelfde oorzaak zijn samen één keer werk, met een andere oorzaak een tweede', () => {
    const regels = ['R1', 'R2'].flatMap((r) => [op('Prestatie', r, 'TR339'), op('Prestatie', r, 'TR346')])
    expect(kort([...regels, op('Prestatie', 'R3', 'TR346')])).toEqual([
      ['Prestatie', 'TR339', 2],
      ['Prestatie', 'TR346', 1],
    ])
  })
  it('op de kop is elke regel een eigen oorzaak', () => {
    expect(kort([op('Header', '', 'CS050'), op('Header', '', 'TR302')])).toHaveLength(2)
  })
})

describe('wat er mis is', () => {
  it.each(Object.entries(ketenregels))('%s zegt wat er mis is, en niet hoe het hoort', (regel, { code, tekst }) => {
    const gezegd = inWoorden(code, regel).tekst
    expect(gezegd).not.toBe(tekst)
    expect(gezegd).toMatch(/^[A-Z“].{20,110}[.]$/)
  })
  it('van een regel binnen het bericht is te lezen dat zij niet klopt', () => {
    expect(inWoorden('0001', 'TR416').tekst).toMatch(/^Dit klopt niet in het bericht. Het hoort zo: “.*”\.$/)
  })
  it('en hoe dat bij die regel meestal komt, met wat de verzender dan doet', () => {
    expect(inWoorden('0001', 'TR416')).toMatchObject({
      oorzaak: 'De hulp over één periode is in deze declaratie in twee regels gezet.',
      doe: 'Neem de regels samen tot één regel met het hele volume en bedrag. Stuur het bericht daarna opnieuw, met een nieuw nummer.',
    })
    expect(inWoorden('0001', 'CS002').oorzaak).toContain('burgerservicenummer')
    expect(inWoorden('0001', null).oorzaak).toContain('verkeerd ingevuld')
  })
})
