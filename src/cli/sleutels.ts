/** `meedoen sleutels …`: een nieuwe sleutel voor BSN en berichten, en nakijken of alles open gaat. */
import type { Command } from 'commander'
import type { Gedraaid, Sleutelstand } from '#actions/beheer/sleutels.ts'
import type { OnleesbaarStuk } from '#actions/beheer/sleutels-berichten.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { toonBeheer } from './toon-beheer.ts'
import { maakVoortgang } from './voortgang.ts'

type Opties = { json?: boolean }

export function voegSleutelsToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  const sleutels = programma.command('sleutels').description('de sleutels waarmee BSN en berichten versleuteld zijn')
  sleutels
    .command('draai')
    .description('neemt een nieuwe sleutel en versleutelt elk BSN en elk bericht daarmee opnieuw; mag terwijl het programma draait')
    .option('--json', 'antwoord als JSON')
    .action((o: Opties) => voer(() => draai(omgeving, o)))
  sleutels
    .command('controleer')
    .description('kijkt na of elk BSN en elk bericht open gaat; toont er geen')
    .option('--json', 'antwoord als JSON')
    .action((o: Opties) => voer(() => controleer(omgeving, o)))
}

async function opties(omgeving: Omgeving) {
  const database = await omgeving.database()
  return { database: { ...database, meld: (tekst: string) => omgeving.fout(`${tekst}\n`) }, sleutels: database.sleutels, nu: new Date() }
}

async function draai(omgeving: Omgeving, o: Opties): Promise<Afsluitcode> {
  const { draaiSleutels } = await import('#actions/beheer/sleutels.ts')
  const meld = maakVoortgang(omgeving, 'Versleuteld')
  const uit = await draaiSleutels({ ...(await opties(omgeving)), voortgang: meld })
  const code = toonBeheer(omgeving, o, uit, inWoorden)
  return uit.ok && uit.value.onleesbaar.length + uit.value.berichten.onleesbaar.length > 0 ? 1 : code
}

async function controleer(omgeving: Omgeving, o: Opties): Promise<Afsluitcode> {
  const { controleerSleutels } = await import('#actions/beheer/sleutels.ts')
  const uit = await controleerSleutels(await opties(omgeving))
  const code = toonBeheer(omgeving, o, uit, standInWoorden)
  return uit.ok && uit.value.onleesbaar.length + uit.value.berichten.length > 0 ? 1 : code
}

const waar = (lijst: readonly OnleesbaarStuk[]) => lijst.slice(0, 20).map((o) => `  gemeente ${o.gemeente}, ${o.tabel} ${o.waar}`)
const wie = (lijst: readonly { gemeente: string; inwoner: string }[]) =>
  lijst.slice(0, 20).map(({ gemeente, inwoner }) => `  gemeente ${gemeente}, inwoner ${inwoner}`)

const inWoorden = (g: Gedraaid): string =>
  [
    g.afgemaakt
      ? `De vorige keer was niet af; die is afgemaakt met sleutel ${g.sleutel}. Draai nog een keer voor een nieuwe sleutel.`
      : `Sleutel ${g.sleutel} is nu de actieve sleutel.`,
    `Opnieuw versleuteld: ${g.versleuteld} nummers en ${g.berichten.versleuteld} stukken van berichten. Bewaar de oude sleutels: back-ups van eerder gaan er alleen mee open.`,
    ...(g.onleesbaar.length > 0 ? [`Niet te openen, en dus niet veranderd: ${g.onleesbaar.length}`, ...wie(g.onleesbaar)] : []),
    ...(g.berichten.onleesbaar.length > 0
      ? [`Berichten die niet open gaan, en dus niet veranderd: ${g.berichten.onleesbaar.length}`, ...waar(g.berichten.onleesbaar)]
      : []),
  ].join('\n')

const standInWoorden = (s: Sleutelstand): string =>
  [
    `Actieve sleutel: ${s.actief}.`,
    ...Object.entries(s.perSleutel).map(([sleutel, aantal]) => `  ${sleutel}: ${aantal}`),
    s.onleesbaar.length + s.berichten.length === 0
      ? 'Alles gaat open en hoort bij zijn index.'
      : `Niet in orde: ${s.onleesbaar.length + s.berichten.length}`,
    ...wie(s.onleesbaar),
    ...waar(s.berichten),
  ].join('\n')
