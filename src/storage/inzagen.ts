/** Wie er in een dossier keek of het wijzigde, uit het logboek, de laatste eerst. */
import { sql } from 'kysely'
import type { Auditobject, Auditsoort } from './logboek.ts'
import type { Tx } from './transactie.ts'

export type Inzagerij = {
  readonly id: string
  readonly tijdstip: Date
  readonly soort: Auditsoort
  readonly uitkomst: 'gelukt' | 'geweigerd'
  readonly objecten: readonly Auditobject[]
  readonly naam: string | null
  readonly teamnaam: string | null
  readonly rollen: string
  readonly doel: string
  readonly reden: string | null
}
export type Inzagevraag = {
  /** Ook wie de inwoner alleen in een lijst zag staan. */
  readonly ookLijsten: boolean
  readonly na?: { readonly tijdstip: Date; readonly id: string } | undefined
  readonly hoogstens: number
}

export async function leesInzagen(tx: Tx, gemeente: string, inwoner: string, v: Inzagevraag): Promise<Inzagerij[]> {
  const { rows } = await sql<Inzagerij>`
    select a.id, a.tijdstip, a.soort, a.uitkomst, a.objecten, m.naam, t.naam as teamnaam, a.rollen, a.doel, a.reden
    from audit a
    left join collegas() m on m.id = a.medewerker
    left join team t on t.gemeente = a.gemeente and t.id = m.team
    where a.gemeente = ${gemeente} and a.inwoner = ${inwoner} ${v.ookLijsten ? sql`` : sql`and a.soort <> 'lijst'`}
      ${v.na ? sql`and (a.tijdstip, a.id) < (${v.na.tijdstip}, ${v.na.id}::uuid)` : sql``}
    order by a.tijdstip desc, a.id desc limit ${v.hoogstens}`.execute(tx)
  return rows
}
