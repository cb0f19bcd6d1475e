import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Feiten } from '../../keten/bron.ts'
import type { Toewijzinginhoud } from '../../keten/feit.ts'
import { standaardkeuzes } from '../../keten/keuzes.ts'
import { maakNummers } from './nummers.ts'
import { type Prestatie, Regelreeks } from './regelreeks.ts'
import { beoordeelRegels } from './wmo323.ts'

const [BSN, ANDER] = ['999990019', '999990032']
const januari = { Begindatum: '2026-01-01', Einddatum: '2026-01-31' }
const februari = { Begindatum: '2026-02-01', Einddatum: '2026-02-28' }

/** Weinig verschillende toewijzingen, zoals zij bij een grote aanbieder zijn; elke grens zit erin. */
const inhouden: readonly Toewijzinginhoud[] = [
  {
    aanbieder: '10000001',
    ingangsdatum: '2026-01-01',
    product: { Categorie: '02', Code: '02A01' },
    omvang: { Volume: 4, Eenheid: '04', Frequentie: '2' },
  },
  {
    aanbieder: '10000001',
    ingangsdatum: '2026-01-15',
    product: { Categorie: '02' },
    omvang: { Volume: 40, Eenheid: '04', Frequentie: '6' },
  },
  { aanbieder: '10000001', ingangsdatum: '2025-06-01', einddatum: '2026-01-20', redenWijziging: '13', product: { Categorie: '03' } },
  { aanbieder: '10000001', ingangsdatum: '2025-06-01', budget: 50_000 },
]
const tarief = (eenheid: string, hoogte: number) => ({ eenheid, tarief: hoogte, van: '2025-01-01' })
const contract = ['02A01', '02A02'].map((code) => ({ code, categorie: '02', tarieven: [tarief('04', 6_000), tarief('01', 100)] }))

const meestal = <T>(gewoon: T, ...anders: readonly T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(gewoon) }, fc.constantFrom(...anders))

/** Meestal van dezelfde soort en in orde: dan telt wat er per soort onthouden wordt. */
const regel = fc.record({
  toewijzing: fc.nat(11),
  vanAnder: meestal(false, true),
  code: meestal('02A01', '02A02', '02A09'),
  categorie: meestal('02', '03'),
  periode: meestal(februari, januari),
  eenheid: meestal('04', '01', '82'),
  tarief: meestal(6_000, 100, 77),
  volume: fc.constantFrom(1, 4, 16, 20, 21, 41),
  scheef: meestal(0, 1),
  nummer: fc.nat(200),
})
const verbruik = fc.array(fc.record({ toewijzing: fc.nat(11), volume: fc.constantFrom(1, 39, 40), bedrag: fc.constantFrom(0, 49_000) }))

const isVanAnder = (toewijzing: number): boolean => toewijzing % 3 === 0
/** Bij elke toewijzing van wie zij is en wat erin staat; `deel` geeft het gedeelde object, of elk een eigen. */
const zoeker = (deel: (inhoud: Toewijzinginhoud) => Toewijzinginhoud) => {
  const perNummer = Array.from({ length: 10 }, (_, i) => ({
    bsn: isVanAnder(i) ? ANDER : BSN,
    inhoud: deel(inhouden[i % 4] as Toewijzinginhoud),
  }))
  return (nummer: number, bsn: string) => (perNummer[nummer]?.bsn === bsn ? perNummer[nummer].inhoud : undefined)
}

it('wat per soort en toewijzing één keer wordt beoordeeld, geeft voor elke regel hetzelfde als haar apart beoordelen', () => {
  const gezien = new Set<string>()
  fc.assert(
    fc.property(fc.array(regel, { minLength: 2, maxLength: 40 }), verbruik, fc.array(fc.nat(11)), (regels, al, open) => {
      const prestaties = regels.map(({ toewijzing, code, categorie, periode, eenheid, tarief, volume, scheef, nummer }) => ({
        ProductReferentie: { ReferentieNummer: `R${nummer}` },
        ToewijzingNummer: toewijzing,
        ProductCategorie: categorie,
        ProductCode: code,
        ProductPeriode: periode,
        GeleverdVolume: volume,
        Eenheid: eenheid,
        ProductTarief: tarief,
        IngediendBedrag: { Bedrag: volume * tarief + scheef, DebetCredit: 'D' },
      })) as unknown as Prestatie[]
      const isVan = (n: number): boolean => isVanAnder(regels[n]?.toewijzing ?? 0) !== regels[n]?.vanAnder
      const clienten = [BSN, ANDER].map((Bsn, i) => ({
        Bsn,
        Prestaties: { Prestatie: prestaties.filter((_, n) => isVan(n) === (i === 1)) },
      }))
      const eerder = open.map((toewijzing, i) => ({
        toewijzing,
        referentie: `E${i}`,
        declaratie: 'E',
        bsn: BSN,
        categorie: '02',
        code: '02A01',
        van: februari.Begindatum,
        tot: februari.Einddatum,
        volume: 1,
        eenheid: '04',
        bedrag: 1,
        dc: 'D' as const,
        status: 'toegekend' as const,
        isGecrediteerd: false,
      }))
      const feiten = {
        partijen: { gemeente: '0677', aanbieder: '10000001' },
        toewijzingen: new Map(),
        bekendeClienten: new Set([BSN, ANDER]),
        prestaties: new Map([['R3', [{ status: 'toegekend' }]]]),
        openDebet: eerder,
        verbruik: new Map(al.map((v) => [v.toewijzing, { ...v, perEenheid: { '04': v.volume }, openRegels: 1 }])),
        contract: new Map(contract.map((c) => [c.code, [c]])),
      } as unknown as Feiten
      const oordeel = (toewijzing: ReturnType<typeof zoeker>) =>
        [
          ...beoordeelRegels(
            Regelreeks.van(clienten),
            {
              context: { feiten, keuzes: standaardkeuzes, systeemdatum: '2026-03-01' },
              eindePeriode: '2026-02-28',
              nummers: maakNummers(),
              toewijzing,
            },
            Number.POSITIVE_INFINITY,
          ),
        ].flatMap((stap) => stap.bevonden.map((b) => `${b.regel} ${b.sleutel} ${prestaties.indexOf(b.op as Prestatie)}`))
      const gedeeld = oordeel(zoeker((inhoud) => inhoud))
      expect(gedeeld).toEqual(oordeel(zoeker((inhoud) => ({ ...inhoud }))))
      for (const b of gedeeld) gezien.add(b.slice(0, 5))
    }),
    { numRuns: 500, seed: 20_261 },
  )
  // Genoeg geraakt om iets te zeggen.
  expect([...gezien].sort()).toEqual(
    'TR307 TR308 TR314 TR321 TR322 TR338 TR339 TR340 TR341 TR346 TR369 TR381 TR384 TR387 TR388 TR389 TR418'.split(' '),
  )
})
