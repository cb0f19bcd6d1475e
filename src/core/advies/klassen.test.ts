import { describe, expect, it } from 'vitest'
import { maakKlassen } from '#core/advies/klassen.ts'

const basis = { thema: 't', tekst: 'vraag', eisen: [] }

describe('klassen van een getal', () => {
  const maanden = { soort: 'getal' as const, ...basis, min: 0, decimalen: 1, eenheid: 'maanden' }

  it.each([
    ['vanaf 3', { soort: 'bereik' as const, vanaf: 3 }, 2.9, 3],
    ['tot 3 (3 zelf niet)', { soort: 'bereik' as const, tot: 3 }, 2.9, 3],
    ['tot en met 3', { soort: 'bereik' as const, totEnMet: 3 }, 3, 3.1],
    ['vanaf 2,3, dat binair niet precies bestaat', { soort: 'bereik' as const, vanaf: 2.3 }, 2.2, 2.3],
  ])('%s snijdt precies op de grens', (_, toets, ervoor, erna) => {
    const k = maakKlassen(maanden, [toets])
    expect(k.aantal).toBe(2)
    expect([k.van(ervoor), k.van(erna)]).toEqual([0, 1])
  })

  it('noemt een klasse in gewone woorden', () => {
    const k = maakKlassen(maanden, [
      { soort: 'bereik', vanaf: 3 },
      { soort: 'bereik', tot: 6 },
    ])
    expect([0, 1, 2].map((n) => k.inWoorden([n]))).toEqual(['minder dan 3', '3 tot 6', '6 of meer'])
    expect(k.inWoorden([0, 1, 2])).toBe('elk aantal')
    expect(k.inWoorden([1, 2])).toBe('3 of meer')
  })

  it('kent geen klasse onder het minimum van de vraag', () => {
    expect(maakKlassen(maanden, [{ soort: 'bereik', vanaf: 0 }]).aantal).toBe(1)
  })
})

describe('klassen van een lijst', () => {
  const lijst = { soort: 'meerkeuze' as const, ...basis, waarden: { a: 'appel', b: 'banaan', c: 'citroen', anders: 'anders' } }

  it('telt alleen wat de regels tellen', () => {
    const k = maakKlassen(lijst, [
      { soort: 'aantal', minstens: 1 },
      { soort: 'aantal', minstens: 1, uit: ['a', 'b', 'c'] },
    ])
    expect(k.aantal).toBe(3)
    expect(k.van([])).not.toBe(k.van(['anders']))
    expect(k.van(['anders'])).not.toBe(k.van(['a']))
    expect(k.van(['a', 'b'])).toBe(k.van(['c', 'anders']))
  })

  it('een lege lijst heet "geen van deze"', () => {
    const k = maakKlassen(lijst, [{ soort: 'aantal', minstens: 1 }])
    expect(k.inWoorden([k.van([])])).toBe('geen van deze')
  })

  it('blijft klein bij twintig waarden', () => {
    const waarden = Array.from({ length: 20 }, (_, i) => `w${i}`)
    const k = maakKlassen({ soort: 'meerkeuze', ...basis, waarden }, [
      { soort: 'aantal', minstens: 2 },
      { soort: 'aantal', minstens: 1, uit: ['w0'] },
    ])
    expect(k.aantal).toBe(4)
    expect(k.van(['w0', 'w1'])).not.toBe(k.van(['w0']))
  })
})
