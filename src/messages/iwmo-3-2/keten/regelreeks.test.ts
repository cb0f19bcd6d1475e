import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Declaratieclient, type Prestatie, Regelreeks } from './regelreeks.ts'

const dag = fc.constantFrom('2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28')
const prestatie = fc.record({
  ProductReferentie: fc.oneof(
    fc.record({ ReferentieNummer: fc.string({ maxLength: 4 }) }),
    fc.record({ ReferentieNummer: fc.string({ maxLength: 4 }), VorigReferentieNummer: fc.string({ maxLength: 4 }) }),
  ),
  ToewijzingNummer: fc.nat(5),
  ProductCategorie: fc.constantFrom('02', '03'),
  ProductCode: fc.constantFrom('02A01', '02A02'),
  ProductPeriode: fc.record({ Begindatum: dag, Einddatum: dag }),
  GeleverdVolume: fc.nat(),
  Eenheid: fc.constantFrom('01', '04', '82', '83'),
  // Genoeg verschil om een code meer soorten te geven dan er naast elkaar worden onthouden.
  ProductTarief: fc.option(fc.nat(20), { nil: undefined }),
  IngediendBedrag: fc.record({ Bedrag: fc.nat(), DebetCredit: fc.constantFrom('D', 'C') }),
}) as unknown as fc.Arbitrary<Prestatie>
const client = fc.record({
  Bsn: fc.constantFrom('999990019', '999990032', '999990044'),
  Prestaties: fc.record({ Prestatie: fc.array(prestatie, { minLength: 1, maxLength: 30 }) }),
}) as unknown as fc.Arbitrary<Declaratieclient>

/** Zoals zij uit een stroom komt: regel voor regel, zonder dat de cliënten er al waren. */
function uitStroom(clienten: readonly Declaratieclient[]): Regelreeks {
  const reeks = new Regelreeks()
  for (const c of clienten) {
    for (const p of c.Prestaties.Prestatie) reeks.neemRegel(p)
    reeks.sluitClient(c.Bsn)
  }
  return reeks
}
const alle = (reeks: Regelreeks): Declaratieclient[] => reeks.bsns.map((_, i) => reeks.clientOp(i))

it('elke regel en elke cliënt komt er precies zo weer uit', () => {
  fc.assert(
    fc.property(fc.array(client, { maxLength: 6 }), (clienten) => {
      const reeks = uitStroom(clienten)
      expect(alle(reeks)).toEqual(clienten)
      expect(new Set(reeks.soorten.map((s) => JSON.stringify(s))).size).toBe(reeks.soorten.length)
    }),
  )
})

it('wat van een cliënt nog niet compleet is gaat mee naar het volgende deel, en er valt niets tussenuit', () => {
  fc.assert(
    fc.property(fc.array(client, { maxLength: 4 }), client, fc.nat(30), (klaar, bezig, hoever) => {
      const reeks = uitStroom(klaar)
      const regels = bezig.Prestaties.Prestatie
      for (const p of regels.slice(0, hoever)) reeks.neemRegel(p)
      const compleet = reeks.compleet
      const over = reeks.splits()
      for (const p of regels.slice(hoever)) over.neemRegel(p)
      over.sluitClient(bezig.Bsn)
      expect(reeks.aantal).toBe(compleet)
      expect([...alle(reeks), ...alle(over)]).toEqual([...klaar, bezig])
    }),
  )
})

it('een cliënt die er al was blijft hetzelfde object: codes in een antwoord horen bij een plek in het bericht', () => {
  fc.assert(
    fc.property(fc.array(client, { minLength: 1, maxLength: 3 }), (clienten) => {
      const reeks = Regelreeks.van(clienten)
      for (const [i, c] of clienten.entries()) expect(reeks.clientOp(i)).toBe(c)
    }),
  )
})
