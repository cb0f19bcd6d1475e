/** De opdrachten van `meedoen` bij elkaar, met hulp en fouten in het Nederlands. */
import { Command, CommanderError, type Option } from 'commander'
import { bedoelde } from '#core/base/dichtstbij.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'

type Groep = (programma: Command, omgeving: Omgeving, voer: Opdracht) => void

/** Wat bij elke eerste naam hoort, op de volgorde van de hulp. Wie een naam noemt, wacht niet op het laden van alle andere. */
const groepen: Readonly<Record<string, () => Promise<Groep>>> = {
  start: async () => (await import('./start.ts')).voegStartToe,
  catalogus: async () => (await import('./catalogus.ts')).voegCatalogusToe,
  advies: async () => (await import('./advies.ts')).voegAdviesToe,
  stapeling: async () => (await import('./stapeling.ts')).voegStapelingToe,
  omvang: async () => (await import('./omvang.ts')).voegOmvangToe,
  bericht: async () => (await import('./bericht.ts')).voegBerichtToe,
  contract: async () => (await import('./contract.ts')).voegContractToe,
  keten: async () => (await import('./keten.ts')).voegKetenToe,
  simuleer: async () => (await import('./simuleer.ts')).voegSimuleerToe,
  demo: async () => (await import('./demo.ts')).voegDemoToe,
  database: async () => (await import('./database.ts')).voegDatabaseToe,
  beheer: async () => (await import('./beheer.ts')).voegBeheerToe,
  sleutels: async () => (await import('./sleutels.ts')).voegSleutelsToe,
}

/** Voert één opdrachtregel uit en geeft de afsluitcode. Een storing komt als exception naar buiten. */
export async function voerUit(argumenten: readonly string[], omgeving: Omgeving): Promise<Afsluitcode> {
  let code: Afsluitcode = 0
  const voer: Opdracht = async (werk) => {
    code = await werk()
  }
  const programma = await maakProgramma(argumenten[0], omgeving, voer)
  try {
    await programma.parseAsync(argumenten, { from: 'user' })
    return code
  } catch (f) {
    if (!(f instanceof CommanderError)) throw f
    if (f.exitCode === 0) return 0
    if (f.code === 'commander.help') return 2
    omgeving.fout(`${inHetNederlands(f, programma)} Zie meedoen --help.\n`)
    return 2
  }
}

async function maakProgramma(eerste: string | undefined, omgeving: Omgeving, voer: Opdracht): Promise<Command> {
  const programma = new Command('meedoen')
    .enablePositionalOptions() // een optie hoort bij de opdracht waar zij achter staat
    .description('Wmo-begeleiding: productcatalogi, advies, de werkplek met haar database, en iWmo-berichten.')
    .version(omgeving.versie, '-V, --version', 'toon de versie')
  const genoemd = Object.hasOwn(groepen, eerste ?? '') ? groepen[eerste ?? ''] : undefined
  for (const laad of genoemd === undefined ? Object.values(groepen) : [genoemd]) (await laad())(programma, omgeving, voer)
  for (const c of alle(programma)) stelIn(c, omgeving)
  return programma
}

function* alle(c: Command): Generator<Command> {
  yield c
  for (const kind of c.commands) yield* alle(kind)
}

const koppen: Record<string, string> = {
  'Usage:': 'Gebruik:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Arguments:': 'Argumenten:',
}

/** `meedoen advies [opties] [invoer]` */
function gebruik(c: Command): string {
  const ouders: string[] = []
  for (let hier: Command | null = c; hier; hier = hier.parent) ouders.unshift(hier.name())
  return `${ouders.join(' ')} ${c.usage().replace('[options]', '[opties]').replace('[command]', '[opdracht]')}`
}

function stelIn(c: Command, omgeving: Omgeving): void {
  c.exitOverride()
    .helpOption('-h, --help', 'toon deze hulp')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (t) => koppen[t] ?? t,
      sortSubcommands: false,
      optionDescription: (o: Option) => o.description,
      argumentDescription: (a) => a.description,
      commandUsage: (x) => gebruik(x),
      subcommandTerm: (x) => x.name(),
    })
    // Commander schrijft zelf Engels naar stderr; wij schrijven de fout één keer, in het Nederlands.
    .configureOutput({ writeOut: (t) => omgeving.uit(t), writeErr: (t) => omgeving.fout(t), outputError: () => undefined })
  if (c.commands.length === 0) c.allowExcessArguments(false)
}

function inHetNederlands(f: CommanderError, programma: Command): string {
  const genoemd = /'([^']+)'/.exec(f.message)?.[1] ?? ''
  const naam = genoemd.split(/[ ,]/)[0] ?? ''
  const opties = [...alle(programma)].flatMap((c) => c.options.flatMap((o) => (o.long ? [o.long] : [])))
  const opdrachten = [...alle(programma)].map((c) => c.name())
  switch (f.code) {
    case 'commander.unknownOption':
      return `De optie ${naam} bestaat niet.${bedoelde(naam, opties)}`
    case 'commander.unknownCommand':
      return `De opdracht "${naam}" bestaat niet.${bedoelde(naam, opdrachten)}`
    case 'commander.missingArgument':
      return `Er ontbreekt een argument: <${naam}>.`
    case 'commander.missingMandatoryOptionValue':
      return `De optie ${genoemd} is nodig.`
    case 'commander.optionMissingArgument':
      return `De optie ${genoemd} vraagt een waarde.`
    case 'commander.invalidArgument':
      return f.message.replace(/^error: /, '')
    case 'commander.excessArguments':
      return 'Er staan te veel argumenten.'
    default:
      return f.message.replace(/^error: /, '')
  }
}
