import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Geval } from '#core/advies/advies.ts'
import { maakAdviseur } from '#core/advies/adviseur.ts'
import { kolommenVan, pakBlok } from '#core/advies/caseload.ts'
import { maakCaseloadbeslisser } from '#core/advies/caseload-beslisser.ts'
import { domein, referentie } from '#core/advies/referentie.testhulp.ts'
import { catalogusMetGeval, willekeurigeCatalogus, willekeurigGeval } from '#core/advies/willekeurig.testhulp.ts'

const omgekeerd = <T>(o: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(o).reverse())

describe('het advies op willekeurige catalogi en antwoorden', () => {
  it('is gelijk aan de opsomming van alle invullingen', () => {
    fc.assert(
      fc.property(catalogusMetGeval, ({ c, geval }) => {
        const advies = maakAdviseur(c, {}).adviseer('hoofd', geval)
        const verwacht = referentie(c, 'hoofd', geval)
        const { uitkomst, rij, rijen, kandidaten, vraag } = advies
        expect({ uitkomst, rij, rijen, kandidaten, vraag }).toEqual({
          uitkomst: verwacht.uitkomst,
          rij: verwacht.rij,
          rijen: verwacht.rijen,
          kandidaten: verwacht.kandidaten,
          vraag: verwacht.vraag,
        })
        if (verwacht.openVragen) expect(advies.openVragen).toEqual(verwacht.openVragen)
        for (const r of advies.redenen) expect(r.oordeel).toBe(verwacht.oordelen[r.eis])
      }),
      { seed: 23, numRuns: 400 },
    )
  })

  it('hangt niet af van de volgorde waarin vragen beantwoord zijn', () => {
    fc.assert(
      fc.property(catalogusMetGeval, ({ c, geval }) => {
        const a = maakAdviseur(c, {})
        expect(a.adviseer('hoofd', { ...geval, antwoorden: omgekeerd(geval.antwoorden) })).toEqual(a.adviseer('hoofd', geval))
      }),
      { seed: 24, numRuns: 200 },
    )
  })

  it('verandert een gegeven advies niet door één antwoord meer te weten', () => {
    fc.assert(
      fc.property(catalogusMetGeval, ({ c, geval }) => {
        const adviseur = maakAdviseur(c, {})
        const eerst = adviseur.adviseer('hoofd', geval)
        if (eerst.uitkomst === 'eerst_vragen') return
        for (const id of Object.keys(c.vragen).filter((v) => geval.antwoorden[v] === undefined)) {
          for (const antwoord of domein(c, id)) {
            const daarna = adviseur.adviseer('hoofd', { ...geval, antwoorden: { ...geval.antwoorden, [id]: antwoord } })
            expect([daarna.uitkomst, daarna.product, daarna.grond]).toEqual([eerst.uitkomst, eerst.product, eerst.grond])
          }
        }
      }),
      { seed: 25, numRuns: 150 },
    )
  })

  it('noemt als kleinste wijziging antwoorden waarmee het product er echt uitkomt', () => {
    fc.assert(
      fc.property(catalogusMetGeval, ({ c, geval }) => {
        const adviseur = maakAdviseur(c, {})
        for (const { product, wijzigingen } of adviseur.waaromNiet('hoofd', geval)) {
          if (!wijzigingen) {
            const zonderAntwoorden: Geval = { antwoorden: {}, overschrijvingen: geval.overschrijvingen ?? {} }
            const rijen = referentie(c, 'hoofd', zonderAntwoorden).rijen
            expect(c.tabellen.hoofd?.rijen.filter((r) => rijen.includes(r.rij)).map((r) => r.dan)).not.toContainEqual({ product })
          } else {
            const antwoorden = { ...geval.antwoorden, ...Object.fromEntries(wijzigingen.map((w) => [w.vraag, w.voorbeeld])) }
            expect(adviseur.adviseer('hoofd', { ...geval, antwoorden }).product).toBe(product)
          }
        }
      }),
      { seed: 26, numRuns: 200 },
    )
  })

  it('zegt bij elk antwoord op een vraag wat het gevolg is', () => {
    fc.assert(
      fc.property(catalogusMetGeval, ({ c, geval }) => {
        const adviseur = maakAdviseur(c, {})
        const { vraag } = adviseur.adviseer('hoofd', geval)
        if (!vraag) return
        const gevolgen = adviseur.gevolgen('hoofd', vraag, geval)
        for (const g of gevolgen) {
          const advies = adviseur.adviseer('hoofd', { ...geval, antwoorden: { ...geval.antwoorden, [vraag]: g.voorbeeld } })
          expect([advies.uitkomst, advies.kandidaten]).toEqual([g.uitkomst, g.kandidaten])
        }
      }),
      { seed: 27, numRuns: 100 },
    )
  })
})

describe('de gecompileerde beslisser', () => {
  it.each([
    ['met de overgangen van het vorige blok', {}],
    ['opnieuw begonnen, als er te veel toestanden waren', { maxToestanden: 0 }],
  ])('beslist een caseload zoals het uitleggende advies en zoals de opsomming: %s', (_, grenzen) => {
    const metGevallen = willekeurigeCatalogus.chain((c) =>
      fc.record({ c: fc.constant(c), gevallen: fc.array(willekeurigGeval(c), { minLength: 1, maxLength: 40 }) }),
    )
    fc.assert(
      fc.property(metGevallen, ({ c, gevallen }) => {
        const kolommen = kolommenVan(c)
        const beslisser = maakCaseloadbeslisser(c, {}, kolommen, grenzen)
        const antwoorden = gevallen.map((g) => g.antwoorden)
        beslisser.beslis(pakBlok(kolommen, antwoorden.slice(0, 1)), 1)
        const uit = beslisser.beslis(pakBlok(kolommen, antwoorden), antwoorden.length).hoofd as Int32Array
        const adviseur = maakAdviseur(c, {})
        antwoorden.forEach((antwoorden, i) => {
          const advies = adviseur.adviseer('hoofd', { antwoorden })
          const naam = beslisser.namen.hoofd?.[uit[i] as number] as string
          expect(naam.split(' ')[0]).toBe(advies.product ?? advies.uitkomst)
          if (advies.grond) expect(naam).toBe(`geen_product ${advies.grond}`)
          expect(advies.uitkomst).toBe(referentie(c, 'hoofd', { antwoorden }).uitkomst)
        })
      }),
      { seed: 28, numRuns: 150 },
    )
  })
})
