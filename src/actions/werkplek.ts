/** Alles openen wat een werkend programma nodig heeft: database, migraties, sleutels, en zo nodig de proefomgeving. */
import { datumVanTijdstip, vanMs } from '#core/base/tijdstip.ts'
import { openDatabase } from '#storage/postgres/open.ts'
import { eisGemigreerd, migreer } from '#storage/postgres/migreer.ts'
import { maakKluis } from '#storage/kluis.ts'
import { zorgVoorSleutelbos } from '#storage/sleutelbos.ts'
import { maakKysely } from '#storage/transactie.ts'
import { zorgVoorProefgemeenten } from './demo/proefgemeenten.ts'
import type { Dienst } from './handeling/dienst.ts'
import type { Uitgave } from './lees-catalogi.ts'

export type Werkplekopties = {
  readonly config: {
    readonly data: string
    readonly databaseUrl: string | undefined
    readonly beheerUrl: string | undefined
    readonly sleutels: string
    readonly proef: boolean
  }
  readonly uitgaven: readonly Uitgave[]
  readonly catalogi: string
  readonly versie: string
  nu(): Date
  meld(tekst: string): void
}

export type Werkplek = { readonly dienst: Dienst; sluit(): Promise<void> }

export async function openWerkplek({ config, uitgaven, catalogi, versie, nu, meld }: Werkplekopties): Promise<Werkplek> {
  const sleutelbos = await zorgVoorSleutelbos(config.sleutels)
  if (!sleutelbos.ok) throw new Error(`De sleutelbos ${config.sleutels} is niet te gebruiken: ${sleutelbos.fout}.`)
  const database = await openDatabase({ data: config.data, url: config.databaseUrl, beheerUrl: config.beheerUrl, meld })
  try {
    if (database.eigenaar) await migreer(database.eigenaar, meld)
    else await eisGemigreerd(database.app)
    const db = maakKysely(database.app)
    if (config.proef && database.eigenaar) await zorgVoorProefgemeenten(db, maakKysely(database.eigenaar), uitgaven, nu())
    const dienst: Dienst = {
      db,
      kluis: maakKluis(sleutelbos.value),
      nu,
      vandaag: () => datumVanTijdstip(vanMs(nu().getTime())),
      catalogi,
      versie,
    }
    return { dienst, sluit: () => database.sluit() }
  } catch (f) {
    await database.sluit()
    throw f
  }
}
