/** `meedoen demo`: verzonnen gegevens om mee te proberen. */
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { kiesCatalogus } from '#actions/kies.ts'
import { leesAlleCatalogi } from '#actions/lees-catalogi.ts'
import { maakDemoCaseload } from '#actions/maak-demo-caseload.ts'
import { meldCatalogusfouten, meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { alsOpties, heelGetal, meldWeigering } from './opties.ts'
import { maakVoortgang } from './voortgang.ts'

/** Ruim boven het aantal mensen met begeleiding in heel Nederland. */
const MAX_AANTAL = 10_000_000

/** Zoveel codes van vier cijfers zijn er vrij voor proefgemeenten. */
const MAX_GEMEENTEN = 900

type Vulopties = { inwoners: number; gemeenten: number; seed: number; json?: boolean }
type Demoopties = { catalogus: string; catalogi?: string; aantal: number; seed: number; naar: string; json?: boolean }

export function voegDemoToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  const demo = programma
    .command('demo')
    .description('vult de database met verzonnen gemeenten en inwoners')
    .enablePositionalOptions() // anders pakt `demo` de opties van `demo caseload` af
    .option('--inwoners <n>', 'inwoners per gemeente', heelGetal(1, MAX_AANTAL), 1_000)
    .option('--gemeenten <n>', 'aantal gemeenten', heelGetal(1, MAX_GEMEENTEN), 2)
    .option('--seed <n>', 'zaad van het toeval', heelGetal(0, 2 ** 31 - 1), 1)
    .option('--json', 'antwoord als JSON')
    .action((o: Vulopties) => voer(() => vulDatabase(omgeving, o)))
  demo
    .command('caseload')
    .description('schrijft een verzonnen caseload; zelfde catalogus, aantal en zaad geven hetzelfde bestand')
    .requiredOption('--catalogus <naam>', 'catalogus: naam, naam@versie of map')
    .option('--catalogi <map>', 'map met catalogi')
    .option('--aantal <n>', 'aantal gevallen', heelGetal(1, MAX_AANTAL), 10_000)
    .option('--seed <n>', 'zaad van het toeval', heelGetal(0, 2 ** 31 - 1), 1)
    .requiredOption('--naar <bestand>', 'bestand om te schrijven')
    .option('--json', 'antwoord als JSON')
    .action((o: Demoopties) => voer(() => maakCaseload(omgeving, o)))
}

async function maakCaseload(omgeving: Omgeving, o: Demoopties): Promise<Afsluitcode> {
  const json = o.json === true
  const map = dirname(o.naar)
  if (!existsSync(map) || (existsSync(o.naar) && statSync(o.naar).isDirectory())) {
    return meldInvoerfouten(
      omgeving,
      [{ code: 'MAP_ONTBREEKT', plaats: o.naar, tekst: 'Hier kan geen bestand komen. Geef een bestandsnaam in een map die bestaat.' }],
      json,
      '--naar',
    )
  }
  const open = await kiesCatalogus(alsOpties(omgeving, o))
  if (!open.ok) return meldWeigering(omgeving, open.fout, json)
  const bytes = await maakDemoCaseload(open.value.catalogus, o.aantal, o.seed, o.naar, maakVoortgang(omgeving, 'Geschreven'))
  const uitkomst = { bestand: o.naar, aantal: o.aantal, seed: o.seed, bytes, synthetisch: true }
  if (json) schrijfJson(omgeving, uitkomst)
  else omgeving.uit(`${o.aantal.toLocaleString('nl-NL')} verzonnen gevallen geschreven naar ${o.naar}.\n`)
  return 0
}

async function vulDatabase(omgeving: Omgeving, o: Vulopties): Promise<Afsluitcode> {
  const uitgaven = await leesAlleCatalogi(omgeving.catalogi)
  if (!uitgaven.ok) {
    meldCatalogusfouten(omgeving, uitgaven.fout, o.json === true)
    return 2
  }
  const { gemeenten, inwoners, seed } = o
  const gevuld = await omgeving.vulDemo(uitgaven.value, { gemeenten, inwoners, seed }, maakVoortgang(omgeving, 'Inwoners'))
  if (!gevuld.ok) {
    omgeving.fout(`${gevuld.fout}\n`)
    return 2
  }
  if (o.json) schrijfJson(omgeving, { ...gevuld.value, seed, synthetisch: true })
  else omgeving.uit(`${gevuld.value.inwoners.toLocaleString('nl-NL')} verzonnen inwoners in ${inGemeenten(gevuld.value.gemeenten)}.\n`)
  return 0
}

const inGemeenten = (aantal: number): string => `${aantal.toLocaleString('nl-NL')} ${aantal === 1 ? 'gemeente' : 'gemeenten'}`
