import { describe, expect, it } from 'vitest'
import { leesContract } from './lees-contract.ts'

const bestand = (producten: string, aanbieder = '{ agb: "98765432", naam: Zorg in Nergens }') =>
  `gemeenten: ["9990"]\nproducten:\n${producten}\naanbieders:\n  - ${aanbieder}\n`
const lees = (tekst: string) => leesContract('contract.yaml', tekst)
const fouten = (tekst: string) => {
  const uit = lees(tekst)
  return uit.ok ? [] : uit.fout.map((f) => `${f.regel}: ${f.tekst}`)
}
const regel = (code: string, product: string, dagen: string) =>
  `  - { code: ${code}, categorie: "02", ${product}tarieven: [{ eenheid: "04", tarief: 6250, ${dagen} }] }`
const lopen = 'catalogusproduct: lopen, '

describe('een contractbestand', () => {
  it('zegt per code welk product van de catalogus ermee geleverd wordt; het hoeft niet', () => {
    const uit = lees(bestand(`${regel('02A01', lopen, 'van: "2026-01-01"')}\n${regel('02A09', '', 'van: "2026-01-01"')}`))
    expect(uit.ok && uit.value.contracten[0]?.tarieven).toEqual([
      { code: '02A01', categorie: '02', eenheid: '04', tarief: 6250, van: '2026-01-01', tot: null, catalogusproduct: 'lopen' },
      { code: '02A09', categorie: '02', eenheid: '04', tarief: 6250, van: '2026-01-01', tot: null, catalogusproduct: null },
    ])
  })
  it('heeft voor een product van de catalogus op één dag één code, aansluitend mag', () => {
    const twee = (van: string) =>
      bestand(`${regel('02A01', lopen, 'van: "2026-01-01", tot: "2026-06-30"')}\n${regel('02A02', lopen, `van: "${van}"`)}`)
    expect(fouten(twee('2026-06-30'))).toEqual(['4: Voor het product lopen van de catalogus gelden hier twee codes op één dag.'])
    expect(fouten(twee('2026-07-01'))).toEqual([])
  })
  it('heeft op één dag één tarief per code en eenheid, ook bij een ander product', () => {
    const dubbel = `${regel('02A01', lopen, 'van: "2026-01-01"')}\n${regel('02A01', 'catalogusproduct: fietsen, ', 'van: "2026-06-01"')}`
    expect(fouten(bestand(dubbel))).toEqual(['4: Voor dit product en deze eenheid gelden hier twee tarieven op één dag.'])
  })
  it('zonder aanhalingstekens is een product dat op een getal lijkt een fout', () => {
    expect(fouten(bestand(regel('02A01', 'catalogusproduct: 12, ', 'van: "2026-01-01"')))).toEqual([
      expect.stringMatching(/^3: Hier hoort de sleutel van een product/),
    ])
  })
})
