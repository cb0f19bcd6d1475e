/** Alles openen wat een werkend programma nodig heeft: database, migraties, sleutels, en zo nodig de proefomgeving. */
import type pg from 'pg'
import { datumVanTijdstip, vanMs } from '#core/base/tijdstip.ts'
import { openDatabase } from '#storage/postgres/open.ts'
import { eisGemigreerd } from '#storage/postgres/migreer.ts'
import { maakMeelezendeKluis } from '#storage/meelezende-kluis.ts'
import { zorgVoorSleutelbos } from '#storage/sleutelbos.ts'
import { maakKysely, type Tx } from '#storage/transactie.ts'
import { openWachtrij, type Wachtrij } from '#storage/wachtrij.ts'
import { werkDatabaseBij } from '#storage/werk-bij.ts'
import { maakGemeentecontrole, maakGemeentezorg } from './berichten/open-keten.ts'
import { bezorgInMap, type Brievenbus } from './berichten/verwerk-map.ts'
import { richtProefomgevingIn } from './demo/proefgemeenten.ts'
import type { Dienst } from './handeling/dienst.ts'
import type { Uitgave } from './lees-catalogi.ts'
import type { Transport } from './transport/transport.ts'

export type Werkplekopties = {
  readonly config: {
    readonly data: string
    readonly databaseUrl: string | undefined
    readonly beheerUrl: string | undefined
    readonly sleutels: string
    readonly verbindingen: number
    readonly proef: boolean
    readonly berichten?: string | undefined
  }
  /** Langs welke weg het verkeer van elke partij gaat; zonder alles langs de map. */
  readonly transport?: Transport | undefined
  readonly uitgaven: readonly Uitgave[]
  readonly catalogi: string
  readonly versie: string
  nu(): Date
  storing(waar: string, f: Error): void
  meld(tekst: string): void
}

export type Werkplek = {
  readonly dienst: Dienst
  readonly wachtrij: Wachtrij
  readonly eigenaar: Tx | null
  /** De verbindingen van het programma, voor wat niet als losse opdracht kan. */
  readonly app: pg.Pool
  /** De map met berichten, als die is ingesteld. */
  readonly bus?: Brievenbus
  sluit(): Promise<void>
}

export async function openWerkplek(opties: Werkplekopties): Promise<Werkplek> {
  const { config, transport, uitgaven, catalogi, versie, nu, storing, meld } = opties
  const sleutelbos = await zorgVoorSleutelbos(config.sleutels)
  if (!sleutelbos.ok) throw new Error(`De sleutelbos ${config.sleutels} is niet te gebruiken: ${sleutelbos.fout}.`)
  const database = await openDatabase({
    data: config.data,
    url: config.databaseUrl,
    beheerUrl: config.beheerUrl,
    verbindingen: config.verbindingen,
    meld,
  })
  let wachtrij: Wachtrij | undefined
  try {
    if (database.eigenaar) await werkDatabaseBij(database.eigenaar, meld)
    else await eisGemigreerd(database.app)
    const db = maakKysely(database.app)
    wachtrij = await openWachtrij(database.app, (f) => storing('wachtrij', f))
    const eigenaar = database.eigenaar && maakKysely(database.eigenaar)
    const zorgVoorGemeente = eigenaar ? maakGemeentezorg(eigenaar) : maakGemeentecontrole(db)
    const dienst: Dienst = {
      db,
      wachtrij,
      kluis: maakMeelezendeKluis(config.sleutels, sleutelbos.value),
      nu,
      vandaag: () => datumVanTijdstip(vanMs(nu().getTime())),
      catalogi,
      versie,
      ...(config.berichten && { post: bezorgInMap(config.berichten) }),
      ...(transport && { keten: { ...transport, zorgVoorGemeente } }),
    }
    if (config.proef && eigenaar) await richtProefomgevingIn(dienst, database.app, eigenaar, uitgaven, meld)
    const bus = config.berichten && { bus: { map: config.berichten, zorgVoorGemeente } }
    return { dienst, wachtrij, eigenaar, app: database.app, ...bus, sluit: () => database.sluit() }
  } catch (f) {
    // De wachtrij houdt het proces anders in leven, ook als het starten niet lukt.
    await wachtrij?.stop().catch(() => undefined)
    await database.sluit()
    throw f
  }
}
