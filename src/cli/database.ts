/** `meedoen database …`: migreren, nakijken, bewaren en herstellen, voor wie de database beheert. */
import type { Command } from 'commander'
import type { Bewaard } from '#actions/database/bewaar-database.ts'
import type { Onderdeel } from '#actions/database/controleer-database.ts'
import type { Hersteld } from '#actions/database/herstel-database.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { toonBeheer } from './toon-beheer.ts'

type Opties = { json?: boolean }

export function voegDatabaseToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  const database = programma.command('database').description('de database migreren, nakijken, bewaren en herstellen')
  const opdracht = (naam: string, uitleg: string) => database.command(naam).description(uitleg).option('--json', 'antwoord als JSON')
  opdracht('migreer', 'draait de migraties die hier nog niet gedraaid zijn').action((o: Opties) => voer(() => migreer(omgeving, o)))
  opdracht('controleer', 'kijkt na of migraties, vorm en rechten kloppen').action((o: Opties) => voer(() => controleer(omgeving, o)))
  opdracht('bewaar', 'bewaart alles in een nieuw bestand (.gz) of, van de ingebouwde server, in een nieuwe map')
    .argument('<doel>', 'bestand dat eindigt op .gz, of een map')
    .action((doel: string, o: Opties) => voer(() => bewaar(omgeving, doel, o)))
  opdracht('herstel', 'zet een bewaard bestand of een bewaarde map terug waar nog niets staat')
    .argument('<bron>', 'wat bewaar maakte')
    .action((bron: string, o: Opties) => voer(() => herstel(omgeving, bron, o)))
}

/** De instellingen, met voortgang op stderr. */
const metMeld = async (omgeving: Omgeving) => ({ ...(await omgeving.database()), meld: (tekst: string) => omgeving.fout(`${tekst}\n`) })

async function migreer(omgeving: Omgeving, o: Opties): Promise<Afsluitcode> {
  const { migreerDatabase } = await import('#actions/database/migreer-database.ts')
  return toonBeheer(omgeving, o, await migreerDatabase(await metMeld(omgeving)), ({ gedraaid }) =>
    gedraaid.length === 0 ? 'Er was niets te migreren.' : `Gemigreerd: ${gedraaid.join(', ')}.`,
  )
}

async function controleer(omgeving: Omgeving, o: Opties): Promise<Afsluitcode> {
  const { controleerDatabase } = await import('#actions/database/controleer-database.ts')
  const uitkomst = await controleerDatabase(await metMeld(omgeving))
  const code = toonBeheer(omgeving, o, uitkomst, inWoorden)
  return uitkomst.ok && uitkomst.value.some((onderdeel) => onderdeel.bevindingen.length > 0) ? 1 : code
}

function inWoorden(onderdelen: readonly Onderdeel[]): string {
  return onderdelen
    .flatMap(({ onderdeel, bevindingen }) => [
      `${onderdeel}: ${bevindingen.length === 0 ? 'in orde' : `${bevindingen.length} ${bevindingen.length === 1 ? 'bevinding' : 'bevindingen'}`}`,
      ...bevindingen.map((b) => `  ${b.object}: ${b.tekst} [${b.regel}]`),
    ])
    .join('\n')
}

async function bewaar(omgeving: Omgeving, doel: string, o: Opties): Promise<Afsluitcode> {
  const { bewaarDatabase } = await import('#actions/database/bewaar-database.ts')
  return toonBeheer(
    omgeving,
    o,
    await bewaarDatabase(await metMeld(omgeving), doel),
    (b) => `Bewaard in ${doel}: ${omvang(b)}.\n${sleutels}`,
  )
}

async function herstel(omgeving: Omgeving, bron: string, o: Opties): Promise<Afsluitcode> {
  const { herstelDatabase } = await import('#actions/database/herstel-database.ts')
  return toonBeheer(
    omgeving,
    o,
    await herstelDatabase(await metMeld(omgeving), bron),
    (h) => `Hersteld uit ${bron}: ${omvang(h)}.\n${terug}`,
  )
}

const sleutels =
  'De sleutels zitten hier niet in: zonder het sleutelbestand (MEEDOEN_SLEUTELS) is geen BSN meer te lezen of te vinden. Bewaar dat apart, op een andere plek.'
const terug = 'Zet ook het sleutelbestand van toen terug (MEEDOEN_SLEUTELS), en kijk na met: meedoen database controleer.'

const omvang = (b: Bewaard | Hersteld): string =>
  b.soort === 'bestand'
    ? `${getal(b.rijen)} ${b.rijen === 1 ? 'rij' : 'rijen'} in ${b.tabellen} tabellen`
    : `${getal(b.bestanden)} bestanden, ${getal(Math.ceil(b.bytes / 1e6))} MB`
const getal = (n: number): string => n.toLocaleString('nl-NL')
