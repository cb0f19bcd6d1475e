/** Wat een opdracht van buiten krijgt. Alles is te vervangen, dus elke opdracht is zonder proces te testen. */
import type { Readable } from 'node:stream'
import type { Databaseconfig } from '#actions/database/beheer.ts'
import type { Uitgave } from '#actions/lees-catalogi.ts'

export type Omgeving = {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  uit(tekst: string): void
  fout(tekst: string): void
  /** De map met catalogi als --catalogi niet gegeven is. */
  readonly catalogi: string
  readonly vandaag: string
  readonly versie: string
  /** Welke database, voor de opdrachten van de beheerder. */
  readonly database: Pick<Databaseconfig, 'url' | 'beheerUrl' | 'data'>
  /** De schermen aanbieden tot iemand stopt; de ene rand kent de andere niet, `main` knoopt ze aan elkaar. */
  serveer(uitgaven: readonly Uitgave[], catalogi: string): Promise<Afsluitcode>
  /** Schermregels die zichzelf overschrijven: alleen naar een echt scherm. */
  readonly isScherm: boolean
}

/** 0 gedaan · 1 geweigerd door een regel · 2 ongeldige invoer · 3 storing. */
export type Afsluitcode = 0 | 1 | 2 | 3
