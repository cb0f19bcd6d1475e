/** Het logboek lezen, de laatste regel eerst, met of een regel al in de keten zit. */
import { sql } from 'kysely'
import type { Auditobject, Auditsoort } from './logboek.ts'
import type { Telling } from '#core/base/telling.ts'
import { telRijen } from './telling.ts'
import type { Tx } from './transactie.ts'

export type Auditregelrij = {
  readonly id: string
  readonly tijdstip: Date
  readonly soort: Auditsoort
  readonly uitkomst: 'gelukt' | 'geweigerd'
  readonly inwoner: string | null
  readonly zaak: string | null
  readonly objecten: readonly Auditobject[]
  readonly medewerker: string | null
  readonly naam: string | null
  readonly rollen: string
  readonly doel: string
  readonly toegangspunt: string
  readonly reden: string | null
  readonly weigering: string | null
  readonly correlatie: string
  readonly zegel: string | null
}
export type Auditvraag = {
  readonly begin: Date
  readonly einde: Date
  readonly inwoner?: string | undefined
  readonly medewerker?: string | undefined
  /** Alles behalve wat deze medewerker deed. */
  readonly behalve?: string | undefined
  readonly soort?: Auditsoort | undefined
  readonly uitkomst?: 'gelukt' | 'geweigerd' | undefined
  readonly na?: { readonly tijdstip: Date; readonly id: string } | undefined
  readonly hoogstens: number
}

export type Auditvoorwaarden = Omit<Auditvraag, 'na' | 'hoogstens'>

const voorwaarden = (gemeente: string, v: Auditvoorwaarden) => sql`
  a.gemeente = ${gemeente} and a.tijdstip >= ${v.begin} and a.tijdstip < ${v.einde}
  ${v.inwoner ? sql`and a.inwoner = ${v.inwoner}` : sql``} ${v.medewerker ? sql`and a.medewerker = ${v.medewerker}` : sql``}
  ${v.behalve ? sql`and a.medewerker is distinct from ${v.behalve}::uuid` : sql``}
  ${v.soort ? sql`and a.soort = ${v.soort}` : sql``} ${v.uitkomst ? sql`and a.uitkomst = ${sql.lit(v.uitkomst)}` : sql``}`

/** Hoeveel regels aan deze vraag voldoen. */
export const telAuditregels = (tx: Tx, gemeente: string, v: Auditvoorwaarden): Promise<Telling> =>
  telRijen(tx, sql`select from audit a where ${voorwaarden(gemeente, v)}`)

export async function leesAuditregels(tx: Tx, gemeente: string, v: Auditvraag): Promise<Auditregelrij[]> {
  const { rows } = await sql<Auditregelrij>`
    with blad as (select a.* from audit a where ${voorwaarden(gemeente, v)}
      ${v.na ? sql`and (a.tijdstip, a.id) < (${v.na.tijdstip}, ${v.na.id}::uuid)` : sql``}
      order by a.tijdstip desc, a.id desc limit ${v.hoogstens})
    select a.id, a.tijdstip, a.soort, a.uitkomst, a.inwoner, a.zaak, a.objecten, a.medewerker, m.naam, a.rollen, a.doel, a.toegangspunt, a.reden,
      a.weigering, a.correlatie, z.volgnummer as zegel
    from blad a
    left join collegas() m on m.id = a.medewerker
    left join auditzegel z on z.gemeente = a.gemeente and z.audit = a.id
    order by a.tijdstip desc, a.id desc`.execute(tx)
  return rows
}

export type Medewerkernaam = { readonly id: string; readonly naam: string; readonly actief: boolean }

/** Iedereen die hier werkt of werkte, om op te zoeken. */
export async function leesAlleMedewerkers(tx: Tx): Promise<Medewerkernaam[]> {
  const { rows } = await sql<Medewerkernaam>`select id, naam, actief from collegas() order by naam, id`.execute(tx)
  return rows
}
