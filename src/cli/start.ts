/** `meedoen start`: de catalogi laden, de schermen bouwen als dat moet, en luisteren tot iemand stopt. */
import type { Command } from 'commander'
import { leesAlleCatalogi } from '#actions/lees-catalogi.ts'
import { zorgVoorWeb } from '#http/bouw-web.ts'
import { maakServer } from '#http/server.ts'
import { meldCatalogusfouten } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'

/** Zoveel poorten na de gevraagde proberen we als zij bezet is. */
const POGINGEN = 50

export function voegStartToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  programma
    .command('start')
    .description('de schermen openen op http://127.0.0.1:8080 (PORT en HOST veranderen dat)')
    .option('--catalogi <map>', 'map met catalogi')
    .action((opties: { catalogi?: string }) => voer(() => start(omgeving, opties.catalogi ?? omgeving.catalogi)))
}

async function start(omgeving: Omgeving, map: string): Promise<Afsluitcode> {
  const poort = Number(omgeving.poort)
  if (!Number.isInteger(poort) || poort < 0 || poort > 65535) {
    omgeving.fout(`PORT is "${omgeving.poort}"; geef een getal van 0 tot en met 65535.\n`)
    return 2
  }
  const uitgaven = await leesAlleCatalogi(map)
  if (!uitgaven.ok) {
    meldCatalogusfouten(omgeving, uitgaven.fout, false)
    omgeving.fout('Meedoen start niet: er klopt iets niet in een catalogus. Herstel het hierboven genoemde en start opnieuw.\n')
    return 2
  }
  const web = await zorgVoorWeb(omgeving.wortel, omgeving.fout)
  const server = await maakServer({ uitgaven: uitgaven.value, web, storing: (f) => omgeving.fout(`Storing: ${f.stack ?? f.message}\n`) })
  await luister(server, omgeving, poort)
  await stopsignaal()
  await server.close()
  return 0
}

async function luister(server: Awaited<ReturnType<typeof maakServer>>, omgeving: Omgeving, eerste: number): Promise<void> {
  for (let poort = eerste; ; poort++) {
    try {
      const adres = await server.listen({ port: poort, host: omgeving.host })
      if (poort !== eerste) omgeving.fout(`Poort ${eerste} is bezet; ik gebruik ${poort}.\n`)
      omgeving.uit(`Meedoen draait op ${adres}\n`)
      return
    } catch (f) {
      const bezet = (f as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!bezet || poort - eerste >= POGINGEN || poort >= 65535) throw f
    }
  }
}

function stopsignaal(): Promise<void> {
  return new Promise((klaar) => {
    for (const signaal of ['SIGINT', 'SIGTERM'] as const) process.once(signaal, () => klaar())
  })
}
