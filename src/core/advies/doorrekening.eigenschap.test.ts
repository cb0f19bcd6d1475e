import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maakAdviseur } from '#core/advies/adviseur.ts'
import { beslisLos, type Kant, maakDoorrekening, pasAan, type Situatie } from '#core/advies/doorrekening.ts'
import { willekeurigeCatalogus, willekeurigGeval } from '#core/advies/willekeurig.testhulp.ts'
import type { Catalogus, CatalogusInhoud } from '#core/catalogus/vorm.ts'

const kant = (c: CatalogusInhoud, hash: string): Kant => ({ catalogus: { ...c, hash } as Catalogus, keuze: {} })
const beideMetGevallen = fc
  .tuple(willekeurigeCatalogus, willekeurigeCatalogus)
  .chain(([a, b]) => fc.record({ a: fc.constant(a), b: fc.constant(b), gevallen: fc.array(willekeurigGeval(a), { maxLength: 30 }) }))

it('samen doorrekenen geeft hetzelfde als elk geval apart, ook met overschrijvingen en tegen een andere catalogus', () => {
  fc.assert(
    fc.property(beideMetGevallen, ({ a, b, gevallen }) => {
      const [ka, kb] = [kant(a, 'a'), kant(b, 'b')]
      const situaties = gevallen.map((g): Situatie => ({ antwoorden: g.antwoorden, overschrijvingen: g.overschrijvingen }))
      const samen = maakDoorrekening(ka, kb)
      // In stukken, zoals een stroom uit de database.
      samen.tel(ka.catalogus, situaties.slice(0, 7))
      samen.tel(ka.catalogus, situaties.slice(7))
      const [adviseurA, adviseurB] = [maakAdviseur(a, {}), maakAdviseur(b, {})]
      for (const tabel of samen.tabellen) {
        const apart = new Map<string, number>()
        for (const s of situaties) {
          const [van, naar] = [pasAan(ka.catalogus, {}, s), pasAan(kb.catalogus, {}, s)]
          if (!van || !naar) continue
          const sleutel = `${beslisLos(ka.catalogus, adviseurA, tabel, van)} → ${beslisLos(kb.catalogus, adviseurB, tabel, naar)}`
          apart.set(sleutel, (apart.get(sleutel) ?? 0) + 1)
        }
        const geteld = samen.uitkomst().tabellen[tabel]
        const veranderd = [...apart].filter(([s]) => s.split(' → ')[0] !== s.split(' → ')[1])
        expect(Object.fromEntries(geteld?.overgangen?.map((o) => [`${o.van} → ${o.naar}`, o.aantal]) ?? [])).toEqual(
          Object.fromEntries(veranderd),
        )
        const totaal = [...apart.values()].reduce((s, n) => s + n, 0)
        expect(geteld?.uitkomsten.reduce((s, u) => s + u.aantal, 0)).toBe(totaal)
        expect(geteld?.tegen?.reduce((s, u) => s + u.aantal, 0)).toBe(totaal)
      }
    }),
    { numRuns: 150, seed: 20_260_731 },
  )
})
