import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { maakStapelingstoets } from '#core/indicatie/stapeling.ts'
import { eenCatalogus } from '#core/indicatie/verzonnen-catalogus.testhulp.ts'
import { voorstellen } from '#core/indicatie/voorstellen.ts'
import { ANDERS, invoerVan, leegFormulier, leesFormulier } from './formulier.ts'
import {
  haalWeg,
  legeStand,
  leesStand,
  motiveer,
  naarBestand,
  naarFragment,
  nieuwId,
  pasToe,
  type Rij,
  vanBestand,
  vanFragment,
  vanSessie,
  zetRij,
} from './stand.ts'
import { venster } from '#web/onderdelen/tijdas.ts'
import { maakTijdlijn } from './tijdlijn.ts'

const c = eenCatalogus()
const rij = (id: string, product: string, van: string, tot?: string, delen: Partial<Rij> = {}): Rij =>
  ({ id, product, van, ...(tot ? { tot } : {}), ...delen }) as Rij
const leeg = legeStand(c)
const twee = zetRij(
  zetRij(leeg, rij('1', 'TUIN', '2030-01-01', '2030-06-30')),
  rij('2', 'KEUKEN', '2030-06-01', undefined, { nieuw: true }),
)

describe('indicaties op het scherm', () => {
  it('voegt toe, vervangt en haalt weg', () => {
    expect(twee.rijen.map((r) => r.product)).toEqual(['TUIN', 'KEUKEN'])
    expect(zetRij(twee, rij('1', 'ZANG', '2030-01-01')).rijen.map((r) => r.product)).toEqual(['ZANG', 'KEUKEN'])
    expect(haalWeg(twee, '1').rijen.map((r) => r.id)).toEqual(['2'])
    expect(nieuwId(twee.rijen)).toBe('3')
  })
  it('er is hoogstens één nieuwe indicatie', () => {
    const s = zetRij(twee, rij('3', 'DANS', '2030-01-01', undefined, { nieuw: true }))
    expect(s.rijen.filter((r) => r.nieuw).map((r) => r.id)).toEqual(['3'])
  })
  it('een uitweg toepassen lost het conflict op en laat de ander staan', () => {
    const toets = maakStapelingstoets(c, {})
    for (const keuze of [0, 1]) {
      let s = twee
      for (let stap = 0; stap < 3; stap++) {
        const botsing = toets.botsingen(s.rijen).find((b) => b.soort === 'conflict')
        if (!botsing) break
        const voorstel = voorstellen(c, botsing)[keuze]
        if (!voorstel) throw new Error('er is een uitweg')
        s = pasToe(s, voorstel)
      }
      expect(toets.beoordeel(s.rijen).toegestaan).toBe(true)
      expect(s.rijen.length).toBe(2)
    }
  })
})

describe('indicaties als bestand en link', () => {
  const een = fc.record({
    product: fc.constantFrom('TUIN', 'KEUKEN', 'ZANG', 'Vervoer, met komma & meer'),
    begin: fc.integer({ min: 0, max: 3000 }),
    lengte: fc.option(fc.integer({ min: 0, max: 800 }), { nil: undefined }),
    pgb: fc.boolean(),
    aanbieder: fc.option(fc.constantFrom('De Brug', 'A, B & C: é'), { nil: undefined }),
  })
  const stand = fc.tuple(fc.array(een, { maxLength: 6 }), fc.nat(5)).map(([lijst, nieuw]) => ({
    ...leeg,
    rijen: lijst.map((e, i) => {
      const van = plusDagen('2026-01-01' as Datum, e.begin)
      return {
        id: String(i + 1),
        product: e.product,
        van,
        ...(e.lengte === undefined ? {} : { tot: plusDagen(van, e.lengte) }),
        ...(i === nieuw ? { nieuw: true } : {}),
        ...(e.pgb ? { pgb: true } : {}),
        ...(e.aanbieder ? { aanbieder: e.aanbieder } : {}),
      }
    }),
  }))
  it('heen en terug is hetzelfde', () => {
    fc.assert(
      fc.property(stand, (s) => {
        expect(vanFragment(c, `#${naarFragment(c, s)}`)).toEqual({ ok: true, value: s })
        expect(vanBestand(c, JSON.parse(naarBestand(c, s)))).toEqual({ ok: true, value: s })
        expect(vanSessie(c, JSON.parse(JSON.stringify(s)))).toEqual(s)
      }),
      { seed: 3 },
    )
  })
  it('een motivering staat in het bestand en niet in de link', () => {
    const s = motiveer(twee, 'CODE TUIN+KEUKEN', 'Verhaal')
    const terug = vanBestand(c, JSON.parse(naarBestand(c, s)))
    expect(terug.ok && terug.value.motiveringen).toEqual({ 'CODE TUIN+KEUKEN': 'Verhaal' })
    expect(naarFragment(c, s)).not.toContain('Verhaal')
    expect(motiveer(s, 'CODE TUIN+KEUKEN', '').motiveringen).toEqual({})
  })
  it.each([
    '#indicatie=TUIN,2030-02-30',
    '#indicatie=TUIN,2030-02-01,2030-01-01',
    '#iets=1',
    '#lezing:weg=1',
    '#lezing:x={',
    '#indicatie=%E0%A4%A,2030-01-01',
  ])('weigert %s', (f) => expect(vanFragment(c, f).ok).toBe(false))
  it('weigert een bestand van een ander scherm', () =>
    expect(vanBestand(c, { soort: 'meedoen-situatie', catalogus: 'waterland' }).ok).toBe(false))
  it('zegt per indicatie waar het misgaat', () => {
    const r = leesStand(c, {
      indicaties: [
        { product: 'TUIN', van: '2030-02-30' },
        { product: 'TUIN', van: '2030-01-01', tot: '2029-01-01' },
      ],
    })
    expect(r.ok || r.fout.map((f) => f.plaats)).toEqual(['indicaties, 0, van', 'indicaties, 1, tot'])
  })
})

describe('het formulier', () => {
  it('leest een indicatie, met open einde', () => {
    const r = leesFormulier({ ...leegFormulier, product: 'TUIN', van: '2030-01-01' }, '7')
    expect(r).toEqual({ ok: true, value: { id: '7', product: 'TUIN', van: '2030-01-01', nieuw: true } })
    expect(r.ok && invoerVan(r.value, ['TUIN'])).toMatchObject({ product: 'TUIN', van: '2030-01-01', tot: '' })
  })
  it('kent een product buiten de catalogus bij naam', () => {
    const r = leesFormulier({ ...leegFormulier, product: ANDERS, anders: ' Vervoer ', van: '2030-01-01' }, '1')
    expect(r.ok && r.value.product).toBe('Vervoer')
    expect(r.ok && invoerVan(r.value, ['TUIN'])).toMatchObject({ product: ANDERS, anders: 'Vervoer' })
  })
  it('zegt per veld wat te doen', () => {
    expect(leesFormulier(leegFormulier, '1')).toMatchObject({ ok: false, fout: { product: expect.any(String), van: expect.any(String) } })
    const r = leesFormulier({ ...leegFormulier, product: 'TUIN', van: '2030-02-01', tot: '2030-01-31' }, '1')
    expect(r.ok || r.fout.tot).toContain('voor de eerste')
  })
})

describe('de tijdlijn', () => {
  it('is leeg zonder indicaties', () => expect(maakTijdlijn(c, [], [])).toBeNull())
  it('past alles in hele maanden, minstens een half jaar', () => {
    const t = maakTijdlijn(c, [rij('1', 'TUIN', '2030-03-10', '2030-03-12')], [])
    expect(t?.maanden.map((m) => m.tekst)).toEqual(['mrt', 'apr', 'mei', 'jun', 'jul', 'aug'])
    expect(t?.jaren.map((j) => j.tekst)).toEqual(['2030'])
  })
  it('zet wat in één product overlapt onder elkaar en wat erna komt erachter', () => {
    const t = maakTijdlijn(
      c,
      [
        rij('1', 'TUIN', '2030-01-01', '2030-03-31'),
        rij('2', 'TUIN', '2030-03-01', '2030-04-30'),
        rij('3', 'TUIN', '2030-04-01', '2030-06-30'),
      ],
      [],
    )
    expect(t?.banen[0]?.banen.map((b) => b.map((x) => x.rij.id))).toEqual([['1', '3'], ['2']])
  })
  it('arceert de dagen van een conflict in beide banen', () => {
    const botsingen = maakStapelingstoets(c, {}).botsingen(twee.rijen)
    const t = maakTijdlijn(c, twee.rijen, botsingen)
    expect(t?.banen.map((b) => b.strepen.length > 0)).toEqual([true, true])
    const streep = t?.banen[0]?.strepen[0]
    const balk = t?.banen[0]?.banen[0]?.[0]
    expect((streep?.links ?? 0) + (streep?.breedte ?? 0)).toBeCloseTo((balk?.links ?? 0) + (balk?.breedte ?? 0))
  })
  it('blijft leesbaar over vele jaren', () => {
    const t = maakTijdlijn(c, [rij('1', 'TUIN', '1990-05-01', '2050-05-01')], [])
    expect(t?.maanden.length).toBeLessThanOrEqual(14)
    expect(venster([])).toBeNull()
  })
  it('balken vallen binnen het beeld', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 2000 }), fc.boolean()), {
          minLength: 1,
          maxLength: 8,
        }),
        (lijst) => {
          const rijen = lijst.map(([begin, lengte, open], i) => {
            const van = plusDagen('2020-01-01' as Datum, begin)
            return rij(String(i), 'TUIN', van, open ? undefined : plusDagen(van, lengte))
          })
          for (const balk of maakTijdlijn(c, rijen, [])?.banen.flatMap((b) => b.banen.flat()) ?? []) {
            expect(balk.links).toBeGreaterThanOrEqual(0)
            expect(balk.links + balk.breedte).toBeLessThanOrEqual(100.0001)
            expect(balk.breedte).toBeGreaterThan(0)
          }
        },
      ),
      { seed: 4 },
    )
  })
})
