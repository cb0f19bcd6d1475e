/**
 * De toets naast een naïeve die elke dag en elk paar langsloopt, op willekeurige catalogi: andere matrix (ook scheef),
 * andere families, andere maxima, pgb en wissel van aanbieder.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dagnummer, OPEN_EINDE, vanDagnummer } from '#core/base/datum.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Stapeling } from '#core/catalogus/vorm.ts'
import type { Indicatie } from './indicatie.ts'
import { maakStapelingstoets, type Stapelingstoets } from './stapeling.ts'
import { eenCatalogus, eenProduct } from './verzonnen-catalogus.testhulp.ts'
import { verschuif } from './voorstellen.ts'

const codes = ['P', 'Q', 'R', 'S']
const eersteDag = dagnummer(vanDagnummer(20_000))
const laatsteDag = eersteDag + 45

type Proef = {
  catalogus: Catalogus
  scheef: boolean
  families: string[]
  maxima: Record<string, number>
  wisseldagen: number
  pgbTeltMee: boolean
}

const instelling = (standaard: Json) => ({
  amb: 'AMB-90',
  titel: 't',
  eisen: [],
  lezingen: [{ waarde: standaard, tekst: 't' }],
  standaard,
  werkt: [],
})

const proef: fc.Arbitrary<Proef> = fc
  .record({
    cellen: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
    scheef: fc.boolean(),
    families: fc.array(fc.constantFrom('f', 'g'), { minLength: 4, maxLength: 4 }),
    maxima: fc.record({ f: fc.integer({ min: 1, max: 3 }), g: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: [] }),
    wisseldagen: fc.constantFrom(0, 0, 3, Number.POSITIVE_INFINITY),
    pgbTeltMee: fc.boolean(),
  })
  .map(({ cellen, scheef, families, maxima, wisseldagen, pgbTeltMee }) => {
    const nee = (i: number, j: number) => cellen[scheef ? i * 4 + j : Math.min(i, j) * 4 + Math.max(i, j)]
    const stapeling: Stapeling = {
      volgorde: codes,
      matrix: Object.fromEntries(codes.map((code, i) => [code, codes.map((_, j) => (nee(i, j) ? 'Nee' : 'Ja'))])),
      cellen: Object.fromEntries(codes.map((code, i) => [code, codes.map((_, j) => `X-ST-${10 + i * 4 + j}`)])),
      perFamilie: { maximum: maxima as Record<string, number>, eis: 'X-MAX-01', uitkomst: 'blokkeren', tekst: 'Niet te veel tegelijk.' },
      pgbTeltMee: { instelling: 'pgb' },
      zelfdeProductBijTweeAanbieders: { instelling: 'twee' },
      overlapDagenBijWissel: { instelling: 'dagen' },
    }
    const catalogus = eenCatalogus({
      stapeling,
      producten: Object.fromEntries(codes.map((code, i) => [code, eenProduct({ naam: `Product ${code}`, familie: families[i] ?? 'f' })])),
      instellingen: {
        pgb: instelling(pgbTeltMee ? 'ja' : 'nee'),
        twee: instelling(wisseldagen === Number.POSITIVE_INFINITY ? 'ja' : 'nee'),
        dagen: instelling(Number.isFinite(wisseldagen) ? wisseldagen : 0),
      },
    })
    return { catalogus, scheef, families, maxima: maxima as Record<string, number>, wisseldagen, pgbTeltMee }
  })

const indicatie: fc.Arbitrary<Indicatie> = fc
  .record({
    product: fc.constantFrom(...codes, 'ELDERS'),
    begin: fc.integer({ min: 0, max: 30 }),
    lengte: fc.option(fc.integer({ min: 1, max: 15 }), { freq: 8 }),
    nieuw: fc.boolean(),
    aanbieder: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    pgb: fc.constantFrom(undefined, true, undefined),
  })
  .map(({ product, begin, lengte, nieuw, aanbieder, pgb }) => ({
    product,
    van: vanDagnummer(eersteDag + begin),
    ...(lengte === null ? {} : { tot: vanDagnummer(eersteDag + begin + lengte - 1) }),
    ...(nieuw ? { nieuw } : {}),
    ...(aanbieder ? { aanbieder } : {}),
    ...(pgb ? { pgb } : {}),
  }))
const rijtje = fc.array(indicatie, { maxLength: 7 })

const laatste = (een: Indicatie) => (een.tot ? dagnummer(een.tot) : OPEN_EINDE)
const loopt = (een: Indicatie, dag: number) => dagnummer(een.van) <= dag && dag <= laatste(een)
const dagen = Array.from({ length: laatsteDag - eersteDag + 1 }, (_, i) => eersteDag + i)
const teltMee = (p: Proef, een: Indicatie) => codes.includes(een.product) && (p.pgbTeltMee || !een.pgb)
const tweeAanbieders = (a: Indicatie, b: Indicatie) =>
  a.product === b.product && !!a.aanbieder && !!b.aanbieder && a.aanbieder !== b.aanbieder
const familie = (p: Proef, een: Indicatie) => p.families[codes.indexOf(een.product)] ?? ''

/** Blokkeert dit paar op een dag dat ze samen lopen? */
function paarBlokkeert(p: Proef, a: Indicatie, b: Indicatie): boolean {
  const samen = Math.min(laatste(a), laatste(b)) - Math.max(dagnummer(a.van), dagnummer(b.van)) + 1
  if (samen <= (tweeAanbieders(a, b) ? p.wisseldagen : 0)) return false
  if (familie(p, a) === familie(p, b) && p.maxima[familie(p, a)] === 1) return true
  const [rij, kolom] = a.van < b.van || (a.van === b.van && codes.indexOf(a.product) <= codes.indexOf(b.product)) ? [a, b] : [b, a]
  return p.catalogus.stapeling.matrix?.[rij.product]?.[codes.indexOf(kolom.product)] === 'Nee'
}

/** Telt per dag de indicaties van een familie; hetzelfde product bij twee aanbieders is er één als dat altijd mag. */
function teVeel(p: Proef, actief: Indicatie[], f: string): boolean {
  const maximum = p.maxima[f]
  if (maximum === undefined || maximum === 1) return false
  const leden = actief.filter((een) => familie(p, een) === f)
  let aantal = leden.length
  if (p.wisseldagen === Number.POSITIVE_INFINITY) {
    aantal = 0
    for (const code of codes) {
      const van = (aanbieder?: string) => leden.filter((een) => een.product === code && een.aanbieder === aanbieder).length
      aantal += van(undefined) + Math.max(van('a'), van('b'))
    }
  }
  return aantal > maximum
}

/** Past `een` naast de anderen? Alleen botsingen waar `een` zelf bij is tellen. */
function past(p: Proef, een: Indicatie, anderen: Indicatie[]): boolean {
  if (anderen.some((ander) => paarBlokkeert(p, een, ander))) return false
  return !dagen.some((dag) => loopt(een, dag) && teVeel(p, [een, ...anderen.filter((ander) => loopt(ander, dag))], familie(p, een)))
}

function naief(p: Proef, alle: Indicatie[]): boolean {
  const mee = alle.filter((een) => teltMee(p, een))
  const paarFout = mee.some((a, i) => mee.slice(0, i).some((b) => paarBlokkeert(p, a, b)))
  return (
    !paarFout &&
    !dagen.some((dag) =>
      ['f', 'g'].some((f) =>
        teVeel(
          p,
          mee.filter((een) => loopt(een, dag)),
          f,
        ),
      ),
    )
  )
}

it('het oordeel hangt niet af van de volgorde van de invoer', () => {
  fc.assert(
    fc.property(
      proef,
      rijtje.chain((r) => fc.tuple(fc.constant(r), fc.shuffledSubarray(r, { minLength: r.length }))),
      (p, [recht, anders]) => {
        const toets = maakStapelingstoets(p.catalogus, {})
        expect(toets.beoordeel(anders)).toEqual(toets.beoordeel(recht))
        expect(toets.mag(anders)).toBe(toets.mag(recht))
      },
    ),
    { seed: 8, numRuns: 1500 },
  )
})

it('het oordeel en de dagen zijn die van de naïeve toets', () => {
  fc.assert(
    fc.property(proef, rijtje, (p, alle) => {
      const toets = maakStapelingstoets(p.catalogus, {})
      const oordeel = toets.beoordeel(alle)
      expect(oordeel.toegestaan).toBe(naief(p, alle))
      expect(toets.mag(alle)).toBe(oordeel.toegestaan)
      const paren = toets
        .botsingen(alle)
        .filter((botsing) => !botsing.melding.code.startsWith('MAX_') || p.maxima[familie(p, botsing.schuift)] === 1)
      const mee = alle.filter((een) => teltMee(p, een))
      for (const [i, a] of mee.entries()) {
        for (const b of mee.slice(0, i)) {
          const gevonden = paren.filter(({ indicaties }) => indicaties.includes(a) && indicaties.includes(b))
          const verwacht = paarBlokkeert(p, a, b) ? dagen.filter((dag) => loopt(a, dag) && loopt(b, dag)) : []
          expect(gevonden.flatMap((botsing) => dagenVan(botsing.melding))).toEqual(verwacht)
        }
      }
    }),
    { seed: 9, numRuns: 1500 },
  )
})

const dagenVan = ({ van, tot }: { van: Indicatie['van']; tot: Indicatie['van'] | null }) =>
  dagen.filter((dag) => loopt({ product: '', van, ...(tot ? { tot } : {}) }, dag))

it('een familiemaximum van twee of meer wordt gemeld op precies de dagen dat het te veel is', () => {
  fc.assert(
    fc.property(proef, rijtje, (p, alle) => {
      const meldingen = maakStapelingstoets(p.catalogus, {})
        .beoordeel(alle)
        .conflicten.filter((c) => c.code.startsWith('MAX_'))
      const mee = alle.filter((een) => teltMee(p, een))
      for (const f of ['f', 'g'].filter((naam) => (p.maxima[naam] ?? 1) > 1)) {
        const vanFamilie = meldingen.filter((c) => p.families[codes.indexOf(c.producten[0] ?? '')] === f)
        const verwacht = dagen.filter((dag) =>
          teVeel(
            p,
            mee.filter((een) => loopt(een, dag)),
            f,
          ),
        )
        expect(vanFamilie.flatMap(dagenVan)).toEqual(verwacht)
        for (const melding of vanFamilie) {
          for (const dag of dagenVan(melding)) {
            const lopend = mee.filter((een) => familie(p, een) === f && loopt(een, dag)).map((een) => een.product)
            expect([...melding.producten].sort()).toEqual(lopend.sort())
          }
        }
      }
    }),
    { seed: 10, numRuns: 1500 },
  )
})

it('de eerste mogelijke datum past, en geen eerdere', () => {
  fc.assert(
    fc.property(proef, rijtje, (p, alle) => {
      const botsingen = maakStapelingstoets(p.catalogus, {}).botsingen(alle)
      const mee = alle.filter((een) => teltMee(p, een))
      for (const { schuift, eersteMogelijkeDatum: datum, soort } of botsingen) {
        if (soort === 'waarschuwing') continue
        const anderen = mee.filter((een) => een !== schuift)
        const tot = datum === null ? laatsteDag : dagnummer(datum)
        for (let dag = dagnummer(schuift.van); dag < tot; dag++) expect(past(p, verschuif(schuift, vanDagnummer(dag)), anderen)).toBe(false)
        if (datum !== null) expect(past(p, verschuif(schuift, datum), anderen)).toBe(true)
      }
    }),
    { seed: 11, numRuns: 1500 },
  )
})

it('grote rijen geven hetzelfde oordeel als elk paar apart', () => {
  const veel = fc.array(indicatie, { minLength: 17, maxLength: 40 })
  const zonderMaximum = proef.map(
    (p): Proef => ({ ...p, maxima: {}, catalogus: { ...p.catalogus, stapeling: { ...p.catalogus.stapeling, perFamilie: undefined } } }),
  )
  const elkPaar = (toets: Stapelingstoets, alle: Indicatie[]) => alle.every((a, i) => alle.slice(0, i).every((b) => toets.mag([a, b])))
  fc.assert(
    fc.property(zonderMaximum, veel, (p, alle) => {
      const toets = maakStapelingstoets(p.catalogus, {})
      expect(toets.mag(alle)).toBe(elkPaar(toets, alle))
    }),
    { seed: 12 },
  )
})
