/** `meedoen keten speel`: de andere kant van het berichtenverkeer naspelen. */
import type { Command } from 'commander'
import type { Speelopgave, Speelverslag } from '#actions/simulator/speel-keten.ts'
import { meldCatalogusfouten, meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { heelGetal } from './opties.ts'

type Speelopties = { map?: string; keten?: string; scenario: string; seed: number; dagen: number; tempo: number; json?: boolean }

export function voegKetenToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  programma
    .command('keten')
    .description('het berichtenverkeer oefenen')
    .command('speel')
    .option('--map <map>', 'map met berichten van een draaiend Meedoen; zonder: MEEDOEN_BERICHTEN')
    .option('--keten <bestand>', 'ketenbestand van het knooppunt, om ook over https te spelen')
    .option('--scenario <naam>', 'rustig, gewoon, roerig, alles-afgekeurd, of een eigen YAML-bestand', 'gewoon')
    .option('--seed <n>', 'zaad van het toeval', heelGetal(0, 2 ** 31 - 1), 1)
    .option('--dagen <n>', 'hoeveel dagen er gespeeld wordt', heelGetal(1, 100_000), 60)
    .option('--tempo <n>', 'seconden per dag; 86400 is de echte tijd, 0 zo snel als Meedoen het bijhoudt', heelGetal(0, 86_400), 0)
    .option('--json', 'verslag als JSON')
    .description('speelt aanbieders en gemeenten en het knooppunt ertussen; Ctrl-C stopt netjes')
    .action((o: Speelopties) => voer(() => speel(omgeving, o)))
}

async function speel(omgeving: Omgeving, o: Speelopties): Promise<Afsluitcode> {
  const json = o.json === true
  const map = o.map ?? omgeving.keten.map
  if (map === undefined)
    return meldInvoerfouten(
      omgeving,
      [{ code: 'MAP_ONTBREEKT', plaats: '', tekst: 'Geef de map met berichten, of zet MEEDOEN_BERICHTEN.' }],
      json,
      '--map',
    )
  const { kiesScenario } = await import('#actions/simulator/kies-scenario.ts')
  const scenario = await kiesScenario(o.scenario)
  if (!scenario.ok) return meldCatalogusfouten(omgeving, scenario.fout, json)
  const transport = o.keten === undefined ? null : await openKeten(o.keten)
  if (transport && !transport.ok)
    return meldInvoerfouten(
      omgeving,
      transport.fout.map((tekst) => ({ code: 'KETENBESTAND_ONGELDIG', plaats: '', tekst })),
      json,
      '--keten',
    )
  const opgave: Speelopgave = {
    map,
    scenario: scenario.value,
    zaad: o.seed,
    dagen: o.dagen,
    tempo: o.tempo,
    ...(transport && { transport: transport.value }),
  }
  const { speelKeten } = await import('#actions/simulator/speel-keten.ts')
  const stopsein = omgeving.keten.stopsein()
  const gespeeld = await speelKeten(opgave, {
    vandaag: () => omgeving.keten.vandaag(),
    wacht: (ms) => new Promise((klaar) => setTimeout(klaar, ms)),
    versie: omgeving.versie,
    storing: (tekst) => omgeving.fout(`${tekst}\n`),
    isGestopt: () => stopsein.aborted,
    meld: ({ dag, dagen, bezorgd, onderweg }) => {
      const regel = `Dag ${dag} van ${dagen}: ${bezorgd} bezorgd, ${onderweg} onderweg.`
      omgeving.fout(omgeving.isScherm ? `\r${regel.padEnd(70)}${dag === dagen ? '\n' : ''}` : `${regel}\n`)
    },
  })
  if (!gespeeld.ok) return meldInvoerfouten(omgeving, [{ ...gespeeld.fout, plaats: '' }], json, '--map')
  if (json) schrijfJson(omgeving, gespeeld.value)
  else omgeving.uit(inWoorden(gespeeld.value, stopsein.aborted))
  return 0
}

async function openKeten(pad: string) {
  const { openTransport } = await import('#actions/transport/transport.ts')
  return openTransport(pad, true)
}

function inWoorden({ scenario, dagen, verkeer: v, partijen }: Speelverslag, gestopt: boolean): string {
  const kop = `${gestopt ? 'Gestopt' : 'Klaar'} na ${dagen} ${dagen === 1 ? 'dag' : 'dagen'}, scenario ${scenario}.`
  const post = `Bezorgd ${v.bezorgd}, vertraagd ${v.vertraagd}, herhaald ${v.herhaald}, verloren en opnieuw aangeboden ${v.verloren}.`
  const regels = partijen.map(
    (p) =>
      `${p.code}: toewijzingen ${p.toewijzingen}, starts ${p.starts}, stops ${p.stops}, verzoeken ${p.verzoeken}, declaraties ${p.declaraties} (regels toegekend ${p.declaratieregels.toegekend}, afgewezen ${p.declaratieregels.afgewezen}), onbeantwoord ${p.onbeantwoord}.`,
  )
  return `${[kop, post, ...(partijen.length === 0 ? [NIETS_TE_SPELEN] : regels)].join('\n')}\n`
}

const NIETS_TE_SPELEN =
  'Er was niets te spelen: Meedoen zette geen bericht in de map. Wijs in Meedoen een indicatie toe, of verstuur een bericht dat op antwoord wacht opnieuw, en speel nog eens. Met een submap die een AGB-code is, begint een verzonnen gemeente zelf.'
