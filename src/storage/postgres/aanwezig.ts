/** Laten zien dat dit proces de ingebouwde server gebruikt, en merken dat hij wegvalt. */
import pg from 'pg'
import { setTimeout as wacht } from 'node:timers/promises'
import type { Gestart } from './server.ts'
import type { Meld, Verbinding } from './verbinding.ts'

export type Aanwezig = {
  /** Of dit proces de server na een storing zelf weer startte. */
  herstartte(): boolean
  weg(): Promise<void>
}

/**
 * Houdt één verbinding open zolang dit proces de server gebruikt: een pool laat stille verbindingen los, en dan zou een ander denken
 * dat hij als enige over is. Breekt ze, dan is de server weg en zorgt `zorg` dat hij terugkomt.
 */
export async function blijfAanwezig(beheer: Verbinding, zorg: () => Promise<Gestart>, meld: Meld): Promise<Aanwezig> {
  const staat = { gaatWeg: false, herstartte: false, herstel: Promise.resolve() }
  let client = await verbind()

  async function verbind(): Promise<pg.Client> {
    const nieuw = new pg.Client({ ...beheer, application_name: `meedoen aanwezig (proces ${process.pid})`, keepAlive: true })
    nieuw.on('error', () => undefined) // 'end' volgt, en die doet het werk
    await nieuw.connect()
    nieuw.on('end', () => {
      if (!staat.gaatWeg) staat.herstel = herstel()
    })
    return nieuw
  }

  async function herstel(): Promise<void> {
    meld('De database is weggevallen; hij wordt opnieuw gestart.')
    while (!staat.gaatWeg) {
      try {
        staat.herstartte = (await zorg()).zelfGestart || staat.herstartte
        client = await verbind()
        return meld('De database is er weer.')
      } catch (f) {
        meld(`De database is er nog niet: ${f instanceof Error ? f.message : f}`)
        await wacht(1_000, undefined, { ref: false })
      }
    }
  }

  return {
    herstartte: () => staat.herstartte,
    async weg() {
      staat.gaatWeg = true
      await staat.herstel
      await client.end().catch(() => undefined)
    },
  }
}
