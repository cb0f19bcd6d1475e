/** De tabel 6.4 (individueel, bron B) voor @gorules/zen-engine: dezelfde rijen, hit policy first. */
import { ZenEngine } from '@gorules/zen-engine'
import type { Antwoorden } from '#core/advies/advies.ts'
import { type Meetregel, mediaan, regel } from './meting.ts'

const velden = [
  'wlzPassend',
  'kanZelfstandigWonen',
  'bereikbaarheid24x7Nodig',
  'hulpvraagUitstelbaar',
  'problematiekStabiel',
  'acuutIngrijpen',
  'multiproblematiek',
  'nietPlanbareOndersteuningNodig',
  'stapNaarZelfstandigWonenTeGroot',
  'behoudZelfstandigWonenBijTerugval',
] as const
type Rij = { rij: string; uitkomst: string; als: Partial<Record<(typeof velden)[number], string>> }

const jaOfMeestal = '"ja","meestal"'
export const rijen: Rij[] = [
  { rij: 'B1', uitkomst: 'geen_product', als: { wlzPassend: '"ja"' } },
  { rij: 'B2', uitkomst: 'geen_product', als: { kanZelfstandigWonen: '"nee"', bereikbaarheid24x7Nodig: '"ja"' } },
  {
    rij: 'B3',
    uitkomst: 'geen_product',
    als: { kanZelfstandigWonen: '"nee"', bereikbaarheid24x7Nodig: '"nee"', hulpvraagUitstelbaar: '"nee"' },
  },
  { rij: 'B4', uitkomst: 'BT', als: { kanZelfstandigWonen: '"ja"', bereikbaarheid24x7Nodig: '"ja"' } },
  { rij: 'B5', uitkomst: 'BT', als: { kanZelfstandigWonen: '"ja"', bereikbaarheid24x7Nodig: '"nee"', hulpvraagUitstelbaar: '"nee"' } },
  ...(['stapNaarZelfstandigWonenTeGroot', 'behoudZelfstandigWonenBijTerugval'] as const).map(
    (grond): Rij => ({
      rij: 'B6',
      uitkomst: 'BT',
      als: {
        kanZelfstandigWonen: '"ja"',
        bereikbaarheid24x7Nodig: '"nee"',
        hulpvraagUitstelbaar: jaOfMeestal,
        problematiekStabiel: '"ja"',
        nietPlanbareOndersteuningNodig: '"ja"',
        [grond]: '"ja"',
      },
    }),
  ),
  {
    rij: 'B6',
    uitkomst: 'BT',
    als: {
      kanZelfstandigWonen: '"ja"',
      bereikbaarheid24x7Nodig: '"nee"',
      hulpvraagUitstelbaar: jaOfMeestal,
      problematiekStabiel: '"nee"',
      nietPlanbareOndersteuningNodig: '"ja"',
      behoudZelfstandigWonenBijTerugval: '"ja"',
    },
  },
  {
    rij: 'B7',
    uitkomst: 'BX',
    als: { bereikbaarheid24x7Nodig: '"nee"', hulpvraagUitstelbaar: jaOfMeestal, problematiekStabiel: '"nee"', multiproblematiek: '"ja"' },
  },
  {
    rij: 'B8',
    uitkomst: 'BX',
    als: { bereikbaarheid24x7Nodig: '"nee"', hulpvraagUitstelbaar: jaOfMeestal, problematiekStabiel: '"nee"', multiproblematiek: '"nee"' },
  },
  {
    rij: 'B9',
    uitkomst: 'BI',
    als: { bereikbaarheid24x7Nodig: '"nee"', hulpvraagUitstelbaar: '"ja"', problematiekStabiel: '"ja"', acuutIngrijpen: '"nooit"' },
  },
  {
    rij: 'B10',
    uitkomst: 'eerst_bespreken',
    als: {
      bereikbaarheid24x7Nodig: '"nee"',
      hulpvraagUitstelbaar: '"meestal"',
      problematiekStabiel: '"ja"',
      acuutIngrijpen: '"nooit","incidenteel"',
    },
  },
  {
    rij: 'B11',
    uitkomst: 'eerst_bespreken',
    als: { bereikbaarheid24x7Nodig: '"nee"', hulpvraagUitstelbaar: '"ja"', problematiekStabiel: '"ja"', acuutIngrijpen: '"incidenteel"' },
  },
  {
    rij: 'B12',
    uitkomst: 'eerst_bespreken',
    als: {
      bereikbaarheid24x7Nodig: '"nee"',
      hulpvraagUitstelbaar: jaOfMeestal,
      problematiekStabiel: '"ja"',
      acuutIngrijpen: '"noodzakelijk"',
    },
  },
]

const graaf = {
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    {
      id: 'tabel',
      type: 'decisionTableNode',
      name: 'tabel',
      position: { x: 0, y: 0 },
      content: {
        hitPolicy: 'first',
        inputs: velden.map((veld) => ({ id: veld, name: veld, field: veld })),
        outputs: [
          { id: 'o_rij', name: 'rij', field: 'rij' },
          { id: 'o_uitkomst', name: 'uitkomst', field: 'uitkomst' },
        ],
        rules: rijen.map((r, i) => ({
          _id: `r${i}`,
          ...Object.fromEntries(velden.map((v) => [v, r.als[v] ?? ''])),
          o_rij: `"${r.rij}"`,
          o_uitkomst: `"${r.uitkomst}"`,
        })),
      },
    },
    { id: 'uit', type: 'outputNode', name: 'uit', position: { x: 0, y: 0 } },
  ],
  edges: [
    { id: 'e1', type: 'edge', sourceId: 'in', targetId: 'tabel' },
    { id: 'e2', type: 'edge', sourceId: 'tabel', targetId: 'uit' },
  ],
}

type Zen = (antwoorden: Antwoorden, uitleg: boolean) => Promise<{ rij: string; uitkomst: string; microseconden: number }>

/** Beslist met zen; `microseconden` is de tijd die zen zelf meldt, zonder de oversteek naar Node. Uitleg is haar `trace`: de rij en de invoer. */
export async function maakZen(): Promise<Zen> {
  const engine = new ZenEngine()
  const beslissing = engine.createDecision(Buffer.from(JSON.stringify(graaf)))
  return async (antwoorden, uitleg) => {
    const { performance, result } = await beslissing.evaluate(antwoorden, { trace: uitleg })
    return { ...(result as { rij: string; uitkomst: string }), microseconden: alsMicroseconden(performance) }
  }
}

/**
 * Nanoseconden per geval op de eigen klok van zen, in elke ronde gemiddeld over de gevallen. Per geval telt de mediaan van
 * alle rondes, zodat een ronde waarin de machine iets anders deed zen niet benadeelt.
 */
export async function meetZen(zen: Zen, gevallen: readonly Antwoorden[], uitleg: boolean, naam: string, rondes = 9): Promise<Meetregel> {
  const perRonde: number[][] = []
  for (let ronde = -1; ronde < rondes; ronde++) {
    const tijden: number[] = []
    for (const g of gevallen) tijden.push((await zen(g, uitleg)).microseconden * 1000)
    if (ronde >= 0) perRonde.push(tijden)
  }
  const gemiddelde = (reeks: readonly number[]): number => reeks.reduce((som, t) => som + t, 0) / reeks.length
  const rustig = gevallen.map((_, i) => mediaan(perRonde.map((tijden) => tijden[i] as number)))
  return { ...regel(naam, perRonde.map(gemiddelde), 'ns'), mediaan: gemiddelde(rustig) }
}

function alsMicroseconden(tekst: string): number {
  const [, getal, eenheid] = /^([\d.]+)\s*(\S+)$/.exec(tekst) ?? []
  return Number(getal) * (eenheid === 'ms' ? 1000 : eenheid === 'ns' ? 0.001 : eenheid === 's' ? 1e6 : 1)
}
