/** Eén advies: antwoorden erin, uitkomst met redenen eruit, op de echte tabel "individueel" van regio B. */
import { deepStrictEqual, strictEqual } from 'node:assert'
import { Engine, type RuleProperties } from 'json-rules-engine'
import type { Advies } from '#core/advies/advies.ts'
import { maakAdviseur } from '#core/advies/adviseur.ts'
import { maakLezer } from '#core/advies/lezer.ts'
import { maakBesliskaart } from '#core/advies/tabel.ts'
import { type Antwoorden, maakAlsDan } from './als-dan.ts'
import { maakGevallen, open } from './gevallen.ts'
import { type Meting, mediaan, meetOmEnOm, regel, verhouding } from './meting.ts'
import { rijen, maakZen } from './zen.ts'

const AANTAL = 2000

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
    strictEqual((await zen(geval.antwoorden)).rij, advies.rij)
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
    200_000,
    9,
  )
  const zenRondes: number[] = []
  const jsonRondes: number[] = []
  for (let ronde = 0; ronde < 9; ronde++) {
    const eigenKlok: number[] = []
    for (const g of gevallen) eigenKlok.push((await zen(g.antwoorden)).microseconden * 1000)
    zenRondes.push(mediaan(eigenKlok))
    const begin = process.hrtime.bigint()
    for (const g of gevallen.slice(0, 300)) await jsonRules.run(g.antwoorden)
    jsonRondes.push(Number(process.hrtime.bigint() - begin) / 300)
  }
  strictEqual(som > 0, true)
  const [uitleggend, perAlsDan, gecompileerd] = [tijden.uitleggend, tijden.alsDan, tijden.gecompileerd].map((t) =>
    mediaan(t as number[]),
  ) as [number, number, number]
  return {
    titel: 'Eén advies',
    uitleg: `${AANTAL.toLocaleString('nl-NL')} volledig beantwoorde gevallen, tabel "individueel" van regio B. De als-dan-versie is met de hand geschreven en geeft op elk geval hetzelfde advies, met dezelfde redenen en waarschuwingen (vooraf gecontroleerd). Van zen-engine telt de tijd die zij zelf meldt, zonder de oversteek naar Node; zij en json-rules-engine geven alleen rij en uitkomst, zonder redenen.`,
    regels: [
      regel('Meedoen, uitleggend', tijden.uitleggend as number[], 'ns'),
      regel('als-dan met de hand, zelfde redenen', tijden.alsDan as number[], 'ns'),
      regel('Meedoen, gecompileerd op gepakte antwoorden', tijden.gecompileerd as number[], 'ns'),
      regel('@gorules/zen-engine, eigen klok', zenRondes, 'ns'),
      regel('json-rules-engine', jsonRondes, 'ns'),
    ],
    verhoudingen: [
      verhouding('uitleggend advies / als-dan', uitleggend / perAlsDan, '≤', 5),
      verhouding('zen-engine / uitleggend advies', mediaan(zenRondes) / uitleggend, '≥', 40),
      verhouding('gecompileerd / als-dan', gecompileerd / perAlsDan, '≤', 1),
    ],
  }
}
