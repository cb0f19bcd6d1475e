import { describe, expect, it } from 'vitest'
import { invariant } from '#core/base/invariant.ts'
import { gebruikVan } from './gebruik.ts'
import { laadCatalogus } from '#core/catalogus/laden/laad.ts'
import { alleUitspraken, documentnaam, openPunten, passagesVan, regelsVan, uitsprakenVan, vindUitspraak } from './naslag.ts'
import { vergelijkingstabel } from './vergelijkingstabel.ts'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'

const extra = `
gedeeld:
  - {eis: Z-AL-01, soort: recht, tekst: De inwoner kiest mee., citaat: [kiest, mee], werkt: [], producten: [LICHT, ZWAAR]}
passages:
  - {document: bron, regels: "1", eisen: [Z-LI-01, Z-AL-01]}
  - {document: bron, regels: "1-1", eisen: [Z-LI-01]}
vergelijking:
  - {onderwerp: Soort, uit: familie}
  - {onderwerp: Eenheid, uit: eenheid}
  - {onderwerp: Inspraak, uit: {uitspraak: [Z-AL-01]}}
  - {onderwerp: Alleen licht, uit: {uitspraak: [Z-LI-01]}}
  - {onderwerp: Kleur, uit: {kenmerk: kleur}}
`
const geladen = laadCatalogus(kleineBestanden('\nstapeling:', `${extra}\nstapeling:`))
invariant(geladen.ok, JSON.stringify(geladen))
const catalogus = geladen.value

describe('opzoeken in een catalogus', () => {
  it('vindt eigen en gedeelde uitspraken, de eigen eerst', () => {
    expect(uitsprakenVan(catalogus, 'LICHT').map((u) => u.eis)).toEqual(['Z-LI-01', 'Z-LI-02', 'Z-AL-01'])
    expect(vindUitspraak(catalogus, 'Z-AL-01')).toMatchObject({
      producten: ['LICHT', 'ZWAAR'],
      citaten: ['kiest', 'mee'],
      document: 'bron',
    })
    expect(vindUitspraak(catalogus, 'Z-ZZ-99')).toBeUndefined()
    expect(alleUitspraken(catalogus)).toHaveLength(4)
  })

  it('gaat van uitspraak naar passage en regel', () => {
    expect(passagesVan(catalogus, 'Z-LI-01').map((p) => [p.van, p.tot])).toEqual([
      [1, 1],
      [1, 1],
    ])
    expect(regelsVan(catalogus, 'bron')).toEqual(['De bron zegt: er is hulp nodig.'])
    expect(regelsVan(catalogus, 'weg')).toEqual([])
    expect(documentnaam('a.b.txt')).toBe('a-b-txt')
  })

  it('voegt sleutels van één open punt samen', () => {
    expect(openPunten(catalogus).map((p) => p.sleutels)).toEqual([['grens'], ['vervoer'], ['maanden'], ['modus']])
  })

  it('noemt elke plaats die een uitspraak gebruikt', () => {
    expect(gebruikVan(catalogus, 'Z-LI-01').map((g) => g.soort)).toEqual([
      'vraag',
      'vraag',
      'vraag',
      'rij',
      'rij',
      'instelling',
      'instelling',
      'instelling',
    ])
    expect(gebruikVan(catalogus, 'Z-LI-02').map((g) => g.soort)).toEqual(['cel', 'cel', 'cel', 'cel'])
    expect(gebruikVan(catalogus, 'Z-AL-01')).toEqual([])
  })
})

describe('de vergelijkingstabel', () => {
  const regels = vergelijkingstabel(catalogus, ['LICHT', 'ZWAAR'])
  it('een cel die de bron niet noemt is leeg, niet nee', () => {
    expect(regels.map((r) => Object.values(r.cellen).map((c) => c.tekst))).toEqual([
      ['alleen', 'alleen'],
      ['uur', 'uur'],
      ['ja', 'ja'],
      ['ja', null],
      [null, null],
    ])
  })

  it('merkt alleen de verschillen tussen de gekozen producten', () => {
    expect(regels.filter((r) => r.verschilt).map((r) => r.onderwerp)).toEqual(['Alleen licht'])
    expect(vergelijkingstabel(catalogus, ['LICHT']).some((r) => r.verschilt)).toBe(false)
  })
})
