/** De opdrachten van `meedoen` bij elkaar, met hulp en fouten in het Nederlands. */
import { Command, CommanderError, type Option } from 'commander'
import { bedoelde } from '#core/base/dichtstbij.ts'
import { voegAdviesToe } from './advies.ts'
import { voegBeheerToe } from './beheer.ts'
import { voegBerichtToe } from './bericht.ts'
import { voegCatalogusToe } from './catalogus.ts'
import { voegContractToe } from './contract.ts'
import { voegDatabaseToe } from './database.ts'
import { voegDemoToe } from './demo.ts'
import { voegKetenToe } from './keten.ts'
import { voegOmvangToe } from './omvang.ts'
import { voegSimuleerToe } from './simuleer.ts'
import { voegSleutelsToe } from './sleutels.ts'
import { voegStapelingToe } from './stapeling.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { voegStartToe } from './start.ts'

/** Voert één opdrachtregel uit en geeft de afsluitcode. Een storing komt als exception naar buiten. */
export async function voerUit(argumenten: readonly string[], omgeving: Omgeving): Promise<Afsluitcode> {
  let code: Afsluitcode = 0
  const voer: Opdracht = async (werk) => {
    code = await werk()
  }
  const programma = maakProgramma(omgeving, voer)
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

function maakProgramma(omgeving: Omgeving, voer: Opdracht): Command {
  const programma = new Command('meedoen')
    .enablePositionalOptions() // een optie hoort bij de opdracht waar zij achter staat
    .description('Wmo-begeleiding: productcatalogi, advies, de werkplek met haar database, en iWmo-berichten.')
    .version(omgeving.versie, '-V, --version', 'toon de versie')
  voegStartToe(programma, omgeving, voer)
  voegCatalogusToe(programma, omgeving, voer)
  voegAdviesToe(programma, omgeving, voer)
  voegStapelingToe(programma, omgeving, voer)
  voegOmvangToe(programma, omgeving, voer)
  voegBerichtToe(programma, omgeving, voer)
  voegContractToe(programma, omgeving, voer)
  voegKetenToe(programma, omgeving, voer)
  voegSimuleerToe(programma, omgeving, voer)
  voegDemoToe(programma, omgeving, voer)
  voegDatabaseToe(programma, omgeving, voer)
  voegBeheerToe(programma, omgeving, voer)
  voegSleutelsToe(programma, omgeving, voer)
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
