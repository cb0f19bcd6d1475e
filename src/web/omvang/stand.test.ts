import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { pers, regelsoorten } from '#core/indicatie/normregels.ts'
import { eenCatalogus, eenProduct } from '#core/indicatie/verzonnen-catalogus.testhulp.ts'
import { alsGetal, bereken } from './bereken.ts'
import { berekeningTekst, breukTekst } from '#core/indicatie/regelwoorden.ts'
import { breukGetal } from './breuk-getal.ts'
import {
  haalRegelWeg,
  kiesProduct,
  legeStand,
  leesStand,
  naarBestand,
  naarFragment,
  type Omvangstand,
  vanBestand,
  vanFragment,
  voegNormToe,
  voegRegelToe,
  wijzigRegel,
} from './stand.ts'

const kader = {
  naam: 'Oefennormen',
  versie: '1',
  geldigVan: '2030-01-01',
  bron: 'verzonnen',
  synthetisch: true,
  zwaarten: { licht: 'licht', zwaar: 'zwaar' },
  activiteiten: [
    { code: 'N1', gebied: 'huis', tekst: 'opruimen', keer: { aantal: 1, per: '2weken' as const }, minuten: { licht: 45, zwaar: 90 } },
    { code: 'N2', gebied: 'geld', tekst: 'post', keer: { aantal: 1.5, per: 'maand' as const }, minuten: { licht: 30, zwaar: 60 } },
  ],
}
const c: Catalogus = eenCatalogus({
  producten: {
    TUIN: eenProduct({ naam: 'Hulp in de tuin', familie: 'huis', omvang: { wijze: 'normregels', eisen: [] } }),
    ZANG: eenProduct({
      naam: 'Zangclub',
      familie: 'club',
      eenheid: 'dagdeel',
      dagdeelUren: 4,
      omvang: { wijze: 'dagdelen', eisen: [], resultaatVerplicht: 'X-ZA-01' },
      resultaten: [{ code: 'zingen', tekst: 'beter zingen', eis: 'X-ZA-01' }],
    }),
  },
  normenkaders: { oefen: kader },
  instellingen: {
    normenkader: {
      amb: 'AMB-90',
      titel: 'Normenkader',
      eisen: [],
      standaard: 'leeg',
      lezingen: [
        { waarde: 'leeg', tekst: 'geen' },
        { waarde: 'oefen', tekst: 'oefen' },
      ],
      werkt: ['omvang'],
    },
  },
})
const begin: Omvangstand = { ...legeStand(c), product: 'TUIN' }
const metKader: Omvangstand = { ...begin, instellingen: { normenkader: 'oefen' } }

describe('regels van een omvang', () => {
  it('neemt een norm over met minuten en frequentie van de zwaarte', () => {
    const s = voegNormToe(metKader, kader, 'N2', 'zwaar')
    expect(s.regels[0]).toMatchObject({ activiteit: 'N2', minuten: '60', aantal: '1,5', per: 'maand', zwaarte: 'zwaar' })
    expect(wijzigRegel(s, '1', { zwaarte: 'licht' }, kader).regels[0]?.minuten).toBe('30')
    expect(haalRegelWeg(s, '1').regels).toEqual([])
  })
  it('een ander product houdt de regels en laat vreemde resultaten vallen', () => {
    const s = { ...kiesProduct(begin, c, 'ZANG'), resultaten: ['zingen'] }
    expect(kiesProduct(s, c, 'TUIN').resultaten).toEqual([])
  })
})

describe('rekenen terwijl iemand typt', () => {
  it('rekent exact en rondt één keer af', () => {
    const s = voegNormToe(voegNormToe(metKader, kader, 'N1', 'licht'), kader, 'N2', 'licht')
    const b = bereken(c, s)
    expect(b.perRegel.get('1')?.minutenPerWeek).toBe('45/2')
    expect(b.omvang?.totaal).toMatchObject({ minutenPerWeek: '855/26', afgerond: 35 })
    expect(b.omvang?.synthetisch).toBe(true)
  })
  it('een onaffe regel telt nog niet mee', () => {
    const s = voegRegelToe(voegRegelToe(begin, 'norm', { activiteit: 'lopen', minuten: '30' }), 'norm')
    const b = bereken(c, s)
    expect(b.perRegel.size).toBe(1)
    expect(b.omvang?.totaal).toMatchObject({ afgerond: 30 })
  })
  it('een fout in één regel staat bij die regel en houdt de rest niet tegen', () => {
    const s = voegRegelToe(voegRegelToe(begin, 'norm', { activiteit: 'lopen', minuten: '30' }), 'norm', {
      activiteit: 'zwemmen',
      minuten: 'veel',
    })
    const b = bereken(c, s)
    expect(b.veldfouten.get('regel 2')).toContain('veel')
    expect(b.omvang?.totaal).toMatchObject({ afgerond: 30 })
  })
  it('aftrek telt af en vraagt wie het opvangt', () => {
    const s = voegRegelToe(voegRegelToe(begin, 'norm', { activiteit: 'lopen', minuten: '60' }), 'aftrek', {
      activiteit: 'lopen',
      minuten: '15',
    })
    const b = bereken(c, s)
    expect(b.omvang?.totaal).toMatchObject({ minutenPerWeek: '45' })
    expect(b.waarschuwingen.find((m) => m.code === 'AFTREK_ZONDER_REDEN')?.regel).toBe('2')
  })
  it('een afwijking zonder motivering is een bezwaar bij die regel', () => {
    const b = bereken(c, voegRegelToe(begin, 'afwijking', { activiteit: 'lopen', minuten: '-10' }))
    expect(b.bezwaren.find((m) => m.code === 'OMVANG_AFWIJKING_ONGEMOTIVEERD')?.regel).toBe('1')
  })
  it('wijst een datum aan die niet klopt en rekent door', () => {
    const s = { ...voegRegelToe(begin, 'norm', { activiteit: 'lopen', minuten: '30' }), van: '2030-05-01', tot: '2030-04-01' }
    const b = bereken(c, s)
    expect(b.veldfouten.get('tot')).toContain('voor de eerste')
    expect(b.omvang).not.toBeNull()
    expect(bereken(c, { ...s, van: '' }).veldfouten.has('van')).toBe(true)
  })
  it('dagdelen: leeg is nog niet bekend, een half dagdeel wordt geweigerd, een resultaat is nodig', () => {
    const zang = kiesProduct(begin, c, 'ZANG')
    expect(bereken(c, zang).omvang).toBeNull()
    expect(bereken(c, { ...zang, dagdelen: '1,5' }).bezwaren.map((m) => m.code)).toContain('DAGDEEL_GEHEEL')
    const zonder = bereken(c, { ...zang, dagdelen: '4' })
    expect(zonder.bezwaren.map((m) => m.tekst)).toEqual(['Kies minstens één resultaat van Zangclub.'])
    expect(bereken(c, { ...zang, dagdelen: '4', resultaten: ['zingen'] }).bezwaren).toEqual([])
    expect(bereken(c, { ...zang, dagdelen: 'x' }).veldfouten.get('dagdelen')).toContain('geen aantal')
  })
  it('een vastgesteld getal dat niet te lezen is verbergt de som niet', () => {
    const s = { ...voegRegelToe(begin, 'norm', { activiteit: 'lopen', minuten: '30' }), vastgesteld: 'veel' }
    const b = bereken(c, s)
    expect(b.veldfouten.has('vastgesteld')).toBe(true)
    expect(b.omvang?.totaal).toMatchObject({ afgerond: 30 })
  })
  it.each([
    ['1,5', 1.5],
    [' 12 ', 12],
    ['−10', -10],
    ['tien', 'tien'],
    ['1e3', '1e3'],
  ])('leest %j', (tekst, verwacht) => expect(alsGetal(tekst)).toBe(verwacht))
})

describe('breuken in woorden', () => {
  it.each([
    ['45/2', '22½'],
    ['180/13', '13 11/13'],
    ['75', '75'],
    ['-10', '−10'],
    ['-1/2', '−½'],
    ['3/4', '¾'],
    ['90/13', '6 12/13'],
    ['0', '0'],
  ])('%s is %s', (exact, tekst) => expect(breukTekst(exact)).toBe(tekst))
  it('schrijft de berekening met een leesbare uitkomst', () => {
    expect(berekeningTekst('45 minuten × 1 per 2 weken = 45/2 minuten per week', '45/2')).toBe(
      '45 minuten × 1 per 2 weken = 22½ minuten per week',
    )
    expect(breukGetal('45/2')).toBe(22.5)
  })
})

describe('een omvang als bestand en link', () => {
  const tekst = fc.string({ maxLength: 20 })
  const regel = fc.record({
    soort: fc.constantFrom(...regelsoorten),
    per: fc.constantFrom(...pers),
    activiteit: tekst,
    minuten: tekst,
    aantal: tekst,
    zwaarte: fc.constantFrom('', 'licht'),
    resultaat: tekst,
  })
  const stand = fc.record({
    regels: fc.array(regel, { maxLength: 4 }).map((r) => r.map((x, i) => ({ ...x, id: String(i + 1), reden: '', motivering: '' }))),
    van: fc.constantFrom('', '2030-01-01'),
    dagdelen: tekst,
    instellingen: fc.constantFrom<Record<string, string>>({}, { normenkader: 'oefen' }),
  })
  it('heen en terug is hetzelfde', () => {
    fc.assert(
      fc.property(stand, (deel) => {
        const s: Omvangstand = { ...begin, ...deel }
        expect(vanFragment(c, `#${naarFragment(c, s)}`)).toEqual({ ok: true, value: s })
        expect(vanBestand(c, JSON.parse(naarBestand(c, s, false)))).toEqual({ ok: true, value: s })
      }),
      { seed: 2 },
    )
  })
  it('verzonnen normen zijn ook in het bestand gemerkt', () => expect(naarBestand(c, metKader, true)).toContain('SYNTHETISCH'))
  it('redenen en onderbouwing staan niet in de link', () => {
    const s = voegRegelToe({ ...begin, situatie: 'Verhaal' }, 'aftrek', {
      activiteit: 'koken',
      minuten: '5',
      reden: 'Zus Anna',
      motivering: 'Want',
    })
    expect(naarFragment(c, s)).not.toMatch(/Verhaal|Anna|Want/)
  })
  it.each([
    ['een onbekend product', { product: 'WEG' }],
    ['regels die geen lijst zijn', { regels: 3 }],
    ['een regel zonder soort', { regels: [{ per: 'week' }] }],
    ['te veel regels', { regels: Array.from({ length: 1001 }, () => ({ soort: 'norm', per: 'week' })) }],
    ['een tekst die geen tekst is', { situatie: 4 }],
    ['een te lange tekst', { situatie: 'x'.repeat(5000) }],
    ['een lezing die er niet is', { instellingen: { weg: 1 } }],
  ])('weigert %s', (_, anders) => expect(leesStand(c, { ...begin, ...anders }).ok).toBe(false))
  it.each(['#iets=1', '#lezing:x={', '#@product=WEG', '#@product=%E0%A4%A'])('weigert de link %s', (f) =>
    expect(vanFragment(c, f).ok).toBe(false),
  )
})
