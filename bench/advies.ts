/** Eén advies: antwoorden erin, uitkomst met redenen eruit, op de echte tabel "individueel" van regio B. */
import { deepStrictEqual, strictEqual } from 'node:assert'
import { Engine, type RuleProperties } from 'json-rules-engine'
import type { Advies, Antwoord } from '#core/advies/advies.ts'
import { maakAdviseur } from '#core/advies/adviseur.ts'
import { maakLezer } from '#core/advies/lezer.ts'
import { maakBesliskaart } from '#core/advies/tabel.ts'
import { type Antwoorden, maakAlsDan } from './als-dan.ts'
import { maakGevallen, open } from './gevallen.ts'
import { type Meting, mediaan, meetOmEnOm, processortijd, regel, verhouding } from './meting.ts'
import { maakZen, meetZen, rijen } from './zen.ts'

const AANTAL = 2000
/** Een beurt van een milliseconde: kort genoeg dat de mediaan er een is waarin de machine niets anders deed. */
const BEURT = 2000

/** Gevallen die nog nooit langskwamen, elk één keer: wat het kost als er soms een nieuwe combinatie van antwoorden bij is. */
function meetNieuwe(nieuwe: readonly Record<string, Antwoord>[], doe: (antwoorden: Record<string, Antwoord>) => void): number[] {
  const beurten = Array.from({ length: nieuwe.length / BEURT }, (_, n) => nieuwe.slice(n * BEURT, (n + 1) * BEURT))
  return beurten.map((beurt) => processortijd(() => beurt.forEach(doe)) / BEURT)
}

/** json-rules-engine kent geen volgorde met "eerste wint"; de prioriteit van een rij is haar plaats. */
function maakJsonRules(): Engine {
  const regels = rijen.map((r, i): RuleProperties => {
    const all = Object.entries(r.als).map(([fact, waarden]) => ({
      fact,
      operator: 'in',
      value: (waarden ?? '').replaceAll('"', '').split(','),
    }))
    return { conditions: { all }, event: { type: r.uitkomst, params: { rij: r.rij } }, priority: 100 - i }
  })
  const engine = new Engine(regels)
  engine.on('success', () => engine.stop())
  return engine
}

export async function meet(): Promise<Meting> {
  const catalogus = await open('regio-b')
  const meldingen = new Map(
    catalogus.tabellen.individueel?.waarschuwingen?.map((w) => [w.code, { code: w.code, eis: w.eis, tekst: w.tekst }]),
  )
  const alsDan = maakAlsDan((code) => meldingen.get(code) as NonNullable<ReturnType<typeof meldingen.get>>)
  const adviseur = maakAdviseur(catalogus, {})
  const gevallen = maakGevallen(catalogus, AANTAL, 1).map((antwoorden) => ({ antwoorden }))
  const zen = await maakZen()
  const jsonRules = maakJsonRules()
  for (const geval of gevallen) {
    const advies = adviseur.adviseer('individueel', geval)
    deepStrictEqual(advies, alsDan(geval.antwoorden as unknown as Antwoorden))
    strictEqual((await zen(geval.antwoorden, false)).rij, advies.rij)
  }

  const kaart = maakBesliskaart(catalogus, {}, 'individueel')
  const { lees } = maakLezer(catalogus, kaart.boek, kaart.niveaus)
  const gepakt = gevallen.map((g) => lees(g).slice())
  let i = 0
  let som = 0
  const bewaar = (a: Advies): void => void (som += a.redenen.length)
  const om = (): number => (i = i + 1 === AANTAL ? 0 : i + 1)
  const tijden = meetOmEnOm(
    {
      uitleggend: () => bewaar(adviseur.adviseer('individueel', gevallen[om()] as (typeof gevallen)[number])),
      alsDan: () => bewaar(alsDan(gevallen[om()]?.antwoorden as unknown as Antwoorden)),
      gecompileerd: () => void (som += kaart.rijAutomaat.loop(gepakt[om()] as Int16Array)),
    },
    { aanroepen: BEURT, rondes: 200, aanloop: 200_000 },
  )
  const antwoorden = gevallen.map((g) => g.antwoorden)
  const nieuwe = meetNieuwe(maakGevallen(catalogus, 20_000, 2), (a) => bewaar(adviseur.adviseer('individueel', { antwoorden: a })))
  const metUitleg = await meetZen(zen, antwoorden, true, '@gorules/zen-engine met uitleg (trace), eigen klok')
  const zonderUitleg = await meetZen(zen, antwoorden, false, '@gorules/zen-engine zonder uitleg, eigen klok')
  const jsonRondes: number[] = []
  for (let ronde = 0; ronde < 9; ronde++) {
    const begin = process.hrtime.bigint()
    for (const a of antwoorden.slice(0, 300)) await jsonRules.run(a)
    jsonRondes.push(Number(process.hrtime.bigint() - begin) / 300)
  }
  strictEqual(som > 0, true)
  const [uitleggend, perAlsDan, gecompileerd] = [tijden.uitleggend, tijden.alsDan, tijden.gecompileerd].map((t) =>
    mediaan(t as number[]),
  ) as [number, number, number]
  return {
    titel: 'Eén advies',
    uitleg: `${AANTAL.toLocaleString('nl-NL')} volledig beantwoorde gevallen na elkaar, tabel "individueel" van regio B. De als-dan-versie is met de hand geschreven en geeft op elk geval hetzelfde advies, met dezelfde redenen en waarschuwingen (vooraf gecontroleerd). Van zen-engine telt de tijd die zij zelf meldt, zonder de oversteek naar Node: van elk geval de mediaan van negen keer, daarna het gemiddelde over de gevallen. Haar uitleg is de trace, met de rij en de invoer; json-rules-engine geeft alleen rij en uitkomst.`,
    regels: [
      regel('Meedoen, uitleggend', tijden.uitleggend as number[], 'ns'),
      regel('Meedoen, uitleggend, 20.000 gevallen die nog niet langskwamen', nieuwe, 'ns'),
      regel('als-dan met de hand, zelfde redenen', tijden.alsDan as number[], 'ns'),
      regel('Meedoen, gecompileerd op gepakte antwoorden', tijden.gecompileerd as number[], 'ns'),
      metUitleg,
      zonderUitleg,
      regel('json-rules-engine', jsonRondes, 'ns'),
    ],
    verhoudingen: [
      verhouding('uitleggend advies / als-dan', uitleggend / perAlsDan, '≤', 5),
      verhouding('zen-engine met uitleg / uitleggend advies', metUitleg.mediaan / uitleggend, '≥', 40),
      verhouding('gecompileerd / als-dan', gecompileerd / perAlsDan, '≤', 1),
    ],
  }
}
