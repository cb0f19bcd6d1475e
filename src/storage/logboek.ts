/** Logboekregels schrijven: in de transactie van de daad zelf, met in dezelfde opdracht de opgave dat ze verzegeld moeten worden. */
import { sql } from 'kysely'
import type { Tx } from './transactie.ts'

/** Wat er gebeurde, volgens NEN 7513 (domein §6). */
export const auditsoorten = [
  'lezen',
  'lijst',
  'zoeken',
  'aanmaken',
  'wijzigen',
  'afdrukken',
  'exporteren',
  'geweigerd',
  'noodtoegang',
  'loglezen',
  'aanmelden',
  'afmelden',
  'bsn_getoond',
  'controleren',
] as const
export type Auditsoort = (typeof auditsoorten)[number]

export type Auditobject = { readonly soort: string; readonly id: string; readonly versie?: number }

/** Eén regel zoals hij in de tabel komt. Inhoud staat er nooit in, alleen verwijzingen en hashes. */
export type Auditrij = {
  readonly id: string
  readonly tijdstip: string
  readonly soort: Auditsoort
  readonly uitkomst: 'gelukt' | 'geweigerd'
  readonly inwoner: string | null
  readonly objecten: readonly Auditobject[]
  readonly medewerker: string | null
  readonly rollen: string
  readonly namens: string | null
  readonly zaak: string | null
  readonly doel: string
  readonly toegangspunt: string
  readonly reden: string | null
  readonly weigering: string | null
  readonly hash_voor: string | null
  readonly hash_na: string | null
  readonly correlatie: string
}

/** Schrijft alle regels van een daad in één opdracht. `hash_voor` en `hash_na` zijn hex. */
export async function schrijfLogboek(tx: Tx, gemeente: string, rijen: readonly Auditrij[]): Promise<void> {
  if (rijen.length === 0) return
  await sql`
    with nieuw as (
      select * from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r(id uuid, tijdstip timestamptz, soort text, uitkomst text,
        inwoner uuid, objecten jsonb, medewerker uuid, rollen text, namens uuid, zaak uuid, doel text, toegangspunt text, reden text,
        weigering text, hash_voor text, hash_na text, correlatie text)
    ), regel as (
      insert into audit (gemeente, id, tijdstip, soort, uitkomst, inwoner, objecten, medewerker, rollen, namens, zaak, doel, toegangspunt,
        reden, weigering, hash_voor, hash_na, correlatie)
      select ${gemeente}, id, tijdstip, soort, uitkomst, inwoner, objecten, medewerker, rollen, namens, zaak, doel, toegangspunt, reden,
        weigering, decode(hash_voor, 'hex'), decode(hash_na, 'hex'), correlatie
      from nieuw
    )
    insert into audit_open (gemeente, audit) select ${gemeente}, id from nieuw`.execute(tx)
}
