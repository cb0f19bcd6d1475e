/** Alles wat van buiten komt om te draaien, één keer gelezen en gecontroleerd. De betekenis staat in docs/beheer.md. */
import { join } from 'node:path'

export type Config = {
  readonly host: string
  readonly poort: string
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly beheerUrl: string | undefined
  readonly sleutels: string
  readonly proef: boolean
}

/** Zonder eigen database is dit een proefomgeving met verzonnen gegevens, tenzij MEEDOEN_PROEF=nee. */
export function leesConfig(omgeving: NodeJS.ProcessEnv, wortel: string): Config {
  const data = omgeving.MEEDOEN_DATA || join(wortel, 'data')
  return {
    host: omgeving.HOST || '127.0.0.1',
    poort: omgeving.PORT || '8080',
    data,
    databaseUrl: omgeving.DATABASE_URL || undefined,
    beheerUrl: omgeving.DATABASE_BEHEER_URL || undefined,
    sleutels: omgeving.MEEDOEN_SLEUTELS || join(data, 'sleutels.json'),
    proef: omgeving.MEEDOEN_PROEF ? omgeving.MEEDOEN_PROEF === 'ja' : !omgeving.DATABASE_URL,
  }
}
