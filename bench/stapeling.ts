/** De stapelingstoets op de matrix van regio B, naast twee lussen die met de hand geschreven zijn. */
import { deepStrictEqual, strictEqual } from 'node:assert'
import { dagnummer, parseDatum, vanDagnummer } from '#core/base/datum.ts'
import { maakToeval } from '#core/base/toeval.ts'
import type { Indicatie } from '#core/indicatie/indicatie.ts'
import { maakStapelingstoets } from '#core/indicatie/stapeling.ts'
import { open } from './gevallen.ts'
import { type Meting, mediaan, meetOmEnOm, regel, verhouding } from './meting.ts'
import { beoordeelMetDeHand, magMetDeHand } from './stapelingslus.ts'

const AANTAL = 2_000
const producten = ['BI', 'BX', 'GV', 'GO', 'BT']
const begin = dagnummer(parseDatum('2026-01-01') as NonNullable<ReturnType<typeof parseDatum>>)

/** Eén tot zes indicaties per inwoner over drie jaar; ongeveer de helft mag niet. */
function maakInwoners(zaad: number): Indicatie[][] {
  const toeval = maakToeval(zaad)
  const tot = (n: number): number => Math.floor(toeval() * n)
  return Array.from({ length: AANTAL }, () =>
    Array.from({ length: 1 + tot(6) }, (): Indicatie => {
      const van = begin + tot(1095)
      const einde = toeval() < 0.1 ? {} : { tot: vanDagnummer(van + 27 + tot(150)) }
      return { product: producten[tot(5)] as string, van: vanDagnummer(van), ...einde }
    }),
  )
}

/** Opeenvolgende indicaties zonder overlap, in willekeurige volgorde: hier is elk paar vergelijken verspild. */
function maakReeks(aantal: number, zaad: number): Indicatie[] {
  const toeval = maakToeval(zaad)
  return Array.from({ length: aantal }, (_, i) => ({
    product: 'BI',
    van: vanDagnummer(begin + i * 7),
    tot: vanDagnummer(begin + i * 7 + 6),
  }))
    .map((indicatie) => ({ indicatie, plek: toeval() }))
    .sort((a, b) => a.plek - b.plek)
    .map(({ indicatie }) => indicatie)
}

export async function meet(): Promise<Meting> {
  const catalogus = await open('regio-b')
  const toets = maakStapelingstoets(catalogus, {})
  const namen = Object.fromEntries(Object.entries(catalogus.producten).map(([code, product]) => [code, product.naam]))
  const inwoners = maakInwoners(7)
  for (const indicaties of inwoners) {
    deepStrictEqual(toets.beoordeel(indicaties), beoordeelMetDeHand(indicaties, namen))
    strictEqual(toets.mag(indicaties), magMetDeHand(indicaties))
  }
  let i = 0
  let som = 0
  const volgende = (): Indicatie[] => inwoners[(i = i + 1 === AANTAL ? 0 : i + 1)] as Indicatie[]
  const oordeel = meetOmEnOm(
    {
      meedoen: () => void (som += Number(toets.mag(volgende()))),
      lus: () => void (som += Number(magMetDeHand(volgende()))),
    },
    { aanroepen: 400_000, rondes: 9 },
  )
  const uitleg = meetOmEnOm(
    {
      meedoen: () => void (som += toets.beoordeel(volgende()).conflicten.length),
      lus: () => void (som += beoordeelMetDeHand(volgende(), namen).conflicten.length),
    },
    { aanroepen: 40_000, rondes: 9 },
  )
  const reeksen = Object.fromEntries([100, 1_000, 10_000].map((aantal) => [aantal, maakReeks(Math.min(aantal, 9_000), aantal)]))
  const groei = Object.entries(reeksen).map(([, reeks]) => {
    const tijden = meetOmEnOm({ reeks: () => void (som += Number(toets.mag(reeks))) }, { aanroepen: Math.ceil(30_000 / reeks.length) })
    return { aantal: reeks.length, perStuk: (tijden.reeks as number[]).map((ns) => ns / reeks.length) }
  })
  strictEqual(som > 0, true)
  const [klein, , groot] = groei.map(({ perStuk }) => mediaan(perStuk)) as [number, number, number]
  const v = (tijden: Record<string, number[]>): number => mediaan(tijden.meedoen as number[]) / mediaan(tijden.lus as number[])
  return {
    titel: 'Stapeling',
    uitleg: `${AANTAL.toLocaleString('nl-NL')} verzonnen inwoners met één tot zes indicaties, matrix van regio B. De lus met de hand vergelijkt elk paar met de regels in de code en geeft op elk geval hetzelfde oordeel, met dezelfde dagen, zinnen en eerste datum (vooraf gecontroleerd). De reeksen zijn indicaties na elkaar, zonder overlap.`,
    regels: [
      regel('Meedoen, alleen ja of nee', oordeel.meedoen as number[], 'ns'),
      regel('lus met de hand, alleen ja of nee', oordeel.lus as number[], 'ns'),
      regel('Meedoen, met uitleg', uitleg.meedoen as number[], 'ns'),
      regel('lus met de hand, zelfde uitleg', uitleg.lus as number[], 'ns'),
      ...groei.map(({ aantal, perStuk }) => regel(`reeks van ${aantal.toLocaleString('nl-NL')}, per indicatie`, perStuk, 'ns')),
    ],
    verhoudingen: [
      verhouding('ja of nee / lus met de hand', v(oordeel), '≤', 1.5),
      verhouding('met uitleg / lus met de hand', v(uitleg), '≤', 1.5),
      verhouding('per indicatie, langste reeks / kortste reeks', groot / klein, '≤', 3),
    ],
  }
}
