/** Wat elke handeling van buiten krijgt. Alles is een argument: een test geeft een eigen klok en een eigen database. */
import type { Datum } from '#core/base/datum.ts'
import type { Rol } from '#core/dossier/rechtentabel.ts'
import type { Kluis } from '#storage/kluis.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Wachtrij } from '#storage/wachtrij.ts'
import type { Postbezorger } from '../berichten/bezorg.ts'
import type { Ketendienst } from '../transport/transport.ts'

export type { Taakgegevens, Taaksoort, Wachtrij } from '#storage/wachtrij.ts'

export type Dienst = {
  /** Kysely boven de pool van de rol meedoen_app. */
  readonly db: Tx
  readonly kluis: Kluis
  /** Er niet bij een losse opdracht zonder achtergrondwerk. */
  readonly wachtrij?: Wachtrij
  /** Legt berichten van ons in een map; zonder blijven zij klaarstaan. */
  readonly post?: Postbezorger
  /** Langs welke weg het verkeer van elke partij gaat; zonder alles langs `post`. */
  readonly keten?: Ketendienst
  nu(): Date
  vandaag(): Datum
  /** De map met catalogi. */
  readonly catalogi: string
  /** Versie van het programma; een advies noemt haar. */
  readonly versie: string
}

/** Wie handelt. Rollen en team zijn die van dit moment, niet die van het aanmelden. */
export type Actor = {
  readonly gemeente: string
  readonly medewerker: string
  readonly naam: string
  readonly rollen: readonly Rol[]
  readonly team: string | null
}

/** Eén aanroep van buiten: wie, vanwaar, en welk verzoek dat maar één keer mag tellen. */
export type Aanroep = {
  readonly actor: Actor
  readonly correlatie: string
  /** Programma en plaats, bijvoorbeeld `web 127.0.0.1 sessie 3f2a`. */
  readonly toegangspunt: string
  readonly idempotentie?: { readonly sleutel: string; readonly verzoek: Buffer }
}
