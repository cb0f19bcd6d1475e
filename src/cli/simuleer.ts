/** `meedoen simuleer`: een hele caseload beslissen, en zien wat een andere versie of instelling verandert. */
import type { Command } from 'commander'
import { type Kant, type Simulatie, simuleer } from '#actions/simuleer.ts'
import { kiesKant } from '#actions/kies.ts'
import { meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { alsOpties, type Keuzeopties, meldWeigering, metKeuzeopties, verzamel } from './opties.ts'
import { simuleerOpDatabase } from './simuleer-database.ts'
import { maakVoortgang } from './voortgang.ts'

type Simuleeropties = Keuzeopties & {
  caseload?: string
  database?: boolean
  vanaf?: string
  tegen?: string
  tegenInstelling?: Record<string, string>
  tegenGemeente?: string
}

export function voegSimuleerToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  metKeuzeopties(programma.command('simuleer'))
    .description('beslist een hele caseload en telt de uitkomsten; met --tegen of --tegen-instelling ook wat er verandert')
    .option('--caseload <bestand>', 'caseload, gemaakt met demo caseload')
    .option('--database', 'alles wat in een gemeente loopt, in de database; --gemeente is dan de CBS-code')
    .option('--vanaf <dag>', 'met --database: de dag waarop de wijziging zou ingaan; zonder: vandaag')
    .option('--tegen <naam>', 'vergelijk met deze catalogus (naam, naam@versie of map)')
    .option('--tegen-instelling <sleutel=waarde>', 'vergelijk met deze instelling; mag vaker', verzamel)
    .option('--tegen-gemeente <naam>', 'vergelijk met deze gemeente')
    .action((o: Simuleeropties) => voer(() => voerSimulatieUit(omgeving, o)))
}

async function voerSimulatieUit(omgeving: Omgeving, o: Simuleeropties): Promise<Afsluitcode> {
  const json = o.json === true
  if (o.database) return simuleerOpDatabase(omgeving, o)
  if (o.caseload === undefined)
    return meldInvoerfouten(
      omgeving,
      [{ code: 'BRON_ONTBREEKT', plaats: '', tekst: 'Geef --caseload <bestand>, of --database.' }],
      json,
      'simuleer',
    )
  const a = await kiesKant(alsOpties(omgeving, o))
  if (!a.ok) return meldWeigering(omgeving, a.fout, json)
  let b: Kant | undefined
  if (o.tegen !== undefined || o.tegenInstelling !== undefined || o.tegenGemeente !== undefined) {
    // Wie alleen een instelling of gemeente vergelijkt, houdt de rest gelijk; bij een andere catalogus gelden haar eigen instellingen.
    const basis = o.tegen === undefined ? o.instelling : undefined
    const kant = {
      ...o,
      catalogus: o.tegen ?? o.catalogus,
      gemeente: o.tegenGemeente ?? o.gemeente,
      instelling: { ...basis, ...o.tegenInstelling },
    }
    const gekozen = await kiesKant(alsOpties(omgeving, kant))
    if (!gekozen.ok) return meldWeigering(omgeving, gekozen.fout, json)
    b = gekozen.value
  }
  const uit = await simuleer(o.caseload, a.value, b, maakVoortgang(omgeving, 'Beslist'))
  if (!uit.ok) return meldInvoerfouten(omgeving, [uit.fout], json, 'caseload')
  if (json) schrijfJson(omgeving, { catalogus: kenmerk(a.value), ...(b && { tegen: kenmerk(b) }), ...uit.value })
  else omgeving.uit(simulatieInWoorden(uit.value))
  return 0
}

const kenmerk = ({ catalogus, keuze }: Kant) => ({
  catalogus: catalogus.catalogus.id,
  versie: catalogus.catalogus.versie,
  hash: catalogus.hash,
  gemeente: keuze.gemeente ?? null,
  instellingen: keuze.instellingen ?? {},
})

const getal = (n: number) => n.toLocaleString('nl-NL')

function simulatieInWoorden(s: Simulatie): string {
  const regels = [`${getal(s.gevallen)} gevallen`]
  for (const [naam, t] of Object.entries(s.tabellen)) {
    regels.push('', naam)
    const tegen = new Map(t.tegen?.map((x) => [x.uitkomst, x.aantal]))
    const uitkomsten = new Map(t.uitkomsten.map((x) => [x.uitkomst, x.aantal]))
    for (const u of new Set([...uitkomsten.keys(), ...tegen.keys()])) {
      const nu = uitkomsten.get(u) ?? 0
      regels.push(`  ${u}: ${getal(nu)}${t.tegen ? ` → ${getal(tegen.get(u) ?? 0)}` : ''}`)
    }
    if (t.veranderd === undefined) continue
    regels.push(`  Veranderd: ${getal(t.veranderd)}`)
    for (const o of t.overgangen ?? []) regels.push(`    ${o.van} → ${o.naar}: ${getal(o.aantal)}`)
  }
  return `${regels.join('\n')}\n`
}
