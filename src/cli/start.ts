/** `meedoen start`: de catalogi laden en de schermen aanbieden tot iemand stopt. */
import type { Command } from 'commander'
import { leesAlleCatalogi } from '#actions/lees-catalogi.ts'
import { meldCatalogusfouten } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'

export function voegStartToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  programma
    .command('start')
    .description('de schermen openen op http://127.0.0.1:8080 (PORT en HOST veranderen dat)')
    .option('--catalogi <map>', 'map met catalogi')
    .action((opties: { catalogi?: string }) => voer(() => start(omgeving, opties.catalogi ?? omgeving.catalogi)))
}

async function start(omgeving: Omgeving, map: string): Promise<Afsluitcode> {
  const uitgaven = await leesAlleCatalogi(map)
  if (!uitgaven.ok) {
    meldCatalogusfouten(omgeving, uitgaven.fout, false)
    omgeving.fout('Meedoen start niet: er klopt iets niet in een catalogus. Herstel het hierboven genoemde en start opnieuw.\n')
    return 2
  }
  return omgeving.serveer(uitgaven.value, map)
}
