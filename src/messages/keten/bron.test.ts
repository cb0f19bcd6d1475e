/** Een bericht vraagt elke soort feiten hooguit één keer, hoe groot het ook is. */
import { expect, it } from 'vitest'
import { beoordeelKeten, vraagVan } from '../iwmo-3-2/keten/beoordeel.ts'
import { leesBericht } from '../codec.ts'
import { type Bron, haalFeiten } from './bron.ts'
import { standaardkeuzes } from './keuzes.ts'
import { alsBytes, declareer, maakOefening, regel, stuur, wijsToe, type Zending } from './oefening.testhulp.ts'

/** Telt de vragen; een functie met dezelfde antwoorden, geen nagemaakte bron. */
function tellend(bron: Bron): { bron: Bron; vragen: Map<string, number> } {
  const vragen = new Map<string, number>()
  const geteld = Object.entries(bron).map(([naam, vraag]) => [
    naam,
    (...argumenten: unknown[]) => {
      vragen.set(naam, (vragen.get(naam) ?? 0) + 1)
      return (vraag as (...a: unknown[]) => unknown)(...argumenten)
    },
  ])
  return { bron: Object.fromEntries(geteld) as Bron, vragen }
}

const maanden = ['2025-10', '2025-11', '2025-12']
const laatsteDag: Record<string, number> = { '2025-10': 31, '2025-11': 30, '2025-12': 31 }
const veel = (): Zending =>
  declareer(
    'D9',
    maanden.flatMap((maand) =>
      Array.from({ length: 100 }, (_, i) =>
        regel(`${maand}-${i}`, {
          ProductCode: `02A${String(i).padStart(2, '0')}`,
          ProductPeriode: { Begindatum: `${maand}-01`, Einddatum: `${maand}-${laatsteDag[maand]}` },
        }),
      ),
    ),
  )

it.each([
  ['WMO323 met driehonderd regels', veel()],
  ['WMO301', wijsToe({}, { ToewijzingNummer: 2, Product: { Categorie: '03', Code: '03A01' } })],
  ['WMO305', stuur('WMO305')],
  ['WMO307', stuur('WMO307')],
  ['WMO315', stuur('WMO315')],
  ['WMO317', stuur('WMO317')],
  ['WMO319', stuur('WMO319')],
  ['WMO325', stuur('WMO325')],
] as [string, Zending][])('%s', async (_, zending) => {
  const oefening = maakOefening()
  await oefening.verwerk(wijsToe())
  const gelezen = leesBericht(alsBytes(zending.naam, zending.waarde))
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  const { bron, vragen } = tellend(oefening.stand)
  const feiten = await haalFeiten(bron, vraagVan(gelezen.value))
  expect([...vragen.values()].every((aantal) => aantal === 1)).toBe(true)
  expect(vragen.size).toBeGreaterThan(3)
  const gevraagd = [...vragen]
  beoordeelKeten(gelezen.value, { feiten, keuzes: standaardkeuzes, systeemdatum: '2026-02-20' })
  expect([...vragen]).toEqual(gevraagd)
})

it('wie niets te vragen heeft, vraagt niets', async () => {
  const { bron, vragen } = tellend(maakOefening().stand)
  const gelezen = leesBericht(
    alsBytes(
      'WMO305',
      stuur('WMO305', (m) => m.Client.StartProducten.StartProduct.forEach((p) => (p.ToewijzingNummer = undefined))).waarde as never,
    ),
  )
  if (!gelezen.ok) throw new Error('onleesbaar')
  await haalFeiten(bron, vraagVan(gelezen.value))
  expect([...vragen.keys()].sort()).toEqual(['berichten', 'contract', 'gemeenten', 'leveringen'])
})
