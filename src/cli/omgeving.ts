/** Wat een opdracht van buiten krijgt. Alles is te vervangen, dus elke opdracht is zonder proces te testen. */
import type { Readable } from 'node:stream'
import type { Geimporteerd, Importopdracht, Importweigering } from '#actions/beheer/importeer-inwoners.ts'
import type { Gemeenteopdracht, Gemeentesimulatie } from '#actions/catalogus/simuleer-gemeente.ts'
import type { Weigering } from '#actions/handeling/weigering.ts'
import type { Databaseconfig } from '#actions/database/beheer.ts'
import type { Demovraag } from '#actions/demo/vul-proefomgeving.ts'
import type { Uitgave } from '#actions/lees-catalogi.ts'
import type { Result } from '#core/base/result.ts'

export type Omgeving = {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  uit(tekst: string): void
  fout(tekst: string): void
  /** De map met catalogi als --catalogi niet gegeven is. */
  readonly catalogi: string
  readonly vandaag: string
  readonly versie: string
  /** Welke database, voor de opdrachten van de beheerder. */
  database(): Promise<Databaseopgave>
  /** De schermen aanbieden tot iemand stopt; de ene rand kent de andere niet, `main` knoopt ze aan elkaar. */
  serveer(uitgaven: readonly Uitgave[], catalogi: string): Promise<Afsluitcode>
  /** De database openen en vullen met verzonnen gegevens; de fout is een zin voor de beheerder. */
  vulDemo(
    uitgaven: readonly Uitgave[],
    vraag: Demovraag,
    voortgang: (klaar: number, totaal: number) => void,
  ): Promise<Result<Gevuld, string>>
  /** Inwoners uit een bestand in de database; een zin als fout is voor de beheerder, een lijst gaat over het bestand. */
  importeer(opdracht: Omit<Importopdracht, 'toegangspunt'>): Promise<Result<Geimporteerd, Importweigering | string>>
  /** Een wijziging doorrekenen op wat in een gemeente loopt; een zin als fout is voor de beheerder. */
  simuleer(
    opdracht: Omit<Gemeenteopdracht, 'toegangspunt'>,
    voortgang: (klaar: number, totaal: number) => void,
  ): Promise<Result<Gemeentesimulatie, Weigering | string>>
  readonly keten: {
    /** De map met berichten van het programma, als die is ingesteld. */
    readonly map: string | undefined
    /** De dag van nu; een lange opdracht gaat over middernacht heen. */
    vandaag(): string
    /** Gaat af als iemand wil stoppen. */
    stopsein(): AbortSignal
  }
  /** Schermregels die zichzelf overschrijven: alleen naar een echt scherm. */
  readonly isScherm: boolean
}

export type Databaseopgave = Pick<Databaseconfig, 'url' | 'beheerUrl' | 'data'> & {
  /** Het bestand met de sleutels van het BSN. */
  readonly sleutels: string
}
export type Gevuld = { readonly gemeenten: number; readonly inwoners: number }

/** 0 gedaan · 1 geweigerd door een regel · 2 ongeldige invoer · 3 storing. */
export type Afsluitcode = 0 | 1 | 2 | 3
