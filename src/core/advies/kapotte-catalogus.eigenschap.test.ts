import fc from 'fast-check'
import { expect, it } from 'vitest'
import { controleerCatalogus } from '#core/catalogus/controle/controleer.ts'
import { laadMetPlaatsen } from '#core/catalogus/laden/laad.ts'
import { kleineBestanden, kleineCatalogus } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import { maakAdviseur } from './adviseur.ts'
import { controleerTabellen } from './controleer-tabellen.ts'

/** Een woord uit de catalogus of een stuk YAML dat daar ook had kunnen staan. */
const stuk = fc.oneof(
  fc.constantFrom(
    'ja',
    'nee',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '\n',
    '  ',
    '#',
    '"',
    '&a ',
    '*a',
    'null',
    '0',
    '-1',
    'instelling',
    'alle',
    'last',
    'zwaar',
    'hulpNodig',
    'LICHT',
  ),
  fc.string({ maxLength: 4 }),
)
const ingreep = fc.record({ plek: fc.nat(kleineCatalogus.length), weg: fc.nat(12), erbij: stuk })

it('een catalogus met willekeurige typefouten wordt geladen of geweigerd met een plaats, nooit half en nooit met een storing', () => {
  fc.assert(
    fc.property(fc.array(ingreep, { minLength: 1, maxLength: 3 }), (ingrepen) => {
      let tekst = kleineCatalogus
      for (const { plek, weg, erbij } of ingrepen) tekst = tekst.slice(0, plek) + erbij + tekst.slice(plek + weg)
      const bron = kleineBestanden().slice(1)
      const geladen = laadMetPlaatsen([{ pad: 'alles.yaml', tekst }, ...bron])
      const fouten = geladen.ok ? controleerCatalogus(geladen.value) : geladen.fout
      const regels = tekst.split('\n').length
      for (const f of fouten) {
        expect(f.regel).toBeGreaterThan(0)
        expect(f.regel).toBeLessThanOrEqual(regels)
        expect(f.kolom).toBeGreaterThan(0)
        expect([f.bestand, f.code, f.tekst, f.watNu].every((t) => t !== '')).toBe(true)
      }
      if (!geladen.ok || fouten.length > 0) return
      if (controleerTabellen(geladen.value).length > 0) return
      // Wat door alle controles komt, moet ook echt kunnen rekenen.
      const adviseur = maakAdviseur(geladen.value.catalogus, {})
      for (const t of adviseur.tabellen) expect(adviseur.adviseer(t, { antwoorden: {} }).rijen.length).toBeGreaterThan(0)
    }),
    { seed: 29, numRuns: 80 },
  )
})
