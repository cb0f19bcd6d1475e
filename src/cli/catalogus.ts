/** `meedoen catalogus …`: controleren, vergelijken, tonen, publiceren en het schema voor een editor. */
import type { Command } from 'commander'
import { controleerMap } from '#actions/controleer-catalogus.ts'
import { meldCatalogusfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'

export function voegCatalogusToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  const catalogus = programma.command('catalogus').description('catalogi controleren, vergelijken, tonen en publiceren')
  catalogus
    .command('controleer')
    .argument('<map>', 'map van één versie, of van een catalogus met versies.yaml')
    .option('--json', 'antwoord als JSON')
    .description('vorm, samenhang, tabellen en hash controleren')
    .action((map: string, opties: { json?: boolean }) => voer(() => controleer(omgeving, map, opties.json === true)))
}

async function controleer(omgeving: Omgeving, map: string, json: boolean): Promise<Afsluitcode> {
  const { gecontroleerd, fouten } = await controleerMap(map)
  if (fouten.length > 0) {
    meldCatalogusfouten(omgeving, fouten, json)
    omgeving.fout(`${fouten.length === 1 ? '1 fout' : `${fouten.length} fouten`}. De catalogus gaat zo niet open.\n`)
    return 2
  }
  if (json) schrijfJson(omgeving, { gecontroleerd, fouten })
  else for (const g of gecontroleerd) omgeving.uit(`${g.id}@${g.versie} klopt. Hash ${g.hash}\n`)
  return 0
}
