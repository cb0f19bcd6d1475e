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
      { code: '02A01', categorie: '02', eenheid: '04', tarief: 6250, van: '2026-01-01', tot: null, catalogusproduct: 'lopen', naam: null },
      { code: '02A09', categorie: '02', eenheid: '04', tarief: 6250, van: '2026-01-01', tot: null, catalogusproduct: null, naam: null },
    ])
  })
  const vanaf = 'van: "2026-01-01"'
  const twee = (a: string, b: string) => fouten(bestand(`${a}\n${b}`))
  it('heeft voor een product van de catalogus zo veel codes als er afgesproken zijn', () => {
    expect(twee(regel('02A01', lopen, vanaf), regel('02A02', lopen, vanaf))).toEqual([])
  })
  it('noemt bij een code meer producten van de catalogus; elk krijgt zijn eigen regel', () => {
    const uit = lees(bestand(regel('02A01', 'naam: dag, catalogusproduct: [lopen, fietsen, lopen], ', vanaf)))
    const tarieven = uit.ok ? uit.value.contracten[0]?.tarieven : []
    expect(tarieven?.map((t) => [t.code, t.catalogusproduct, t.naam])).toEqual([
      ['02A01', 'lopen', 'dag'],
      ['02A01', 'fietsen', 'dag'],
    ])
  })
  const dubbel = /^4: Voor deze code en eenheid gelden hier twee tarieven op één dag\. Noem bij elk/
  it.each<[string, string, string, RegExp[]]>([
    ['voor een ander product', lopen, 'catalogusproduct: fietsen, ', []],
    ['onder een andere naam', `naam: dag, ${lopen}`, `naam: avond, ${lopen}`, []],
    ['voor hetzelfde product', lopen, lopen, [dubbel]],
    ['voor een product dat er ook bij staat', lopen, 'catalogusproduct: [fietsen, lopen], ', [dubbel]],
    ['naast een zonder product', lopen, '', [dubbel]],
    ['naast een zonder naam', `naam: dag, ${lopen}`, lopen, [dubbel]],
  ])('een tweede tarief onder dezelfde code, %s', (_, een, ander, verwacht) => {
    expect(twee(regel('02A01', een, vanaf), regel('02A01', ander, 'van: "2026-06-01"'))).toEqual(
      verwacht.map((zin) => expect.stringMatching(zin)),
    )
    expect(twee(regel('02A01', een, 'van: "2026-01-01", tot: "2026-05-31"'), regel('02A01', ander, 'van: "2026-06-01"'))).toEqual([])
  })
  it('zet een code bij één product niet onder twee categorieën op één dag', () => {
    const ander = regel('02A01', lopen, vanaf).replace('"02"', '"07"')
    expect(twee(regel('02A01', lopen, vanaf), ander)).toEqual([
      '4: Code 02A01 staat hier op één dag onder twee categorieën voor hetzelfde product.',
    ])
  })
  it('zonder aanhalingstekens is een product dat op een getal lijkt een fout', () => {
    expect(fouten(bestand(regel('02A01', 'catalogusproduct: 12, ', 'van: "2026-01-01"')))).toEqual([
      expect.stringMatching(/^3: Hier hoort de sleutel van een product/),
    ])
  })
})
