/** Uitval als werklijst: wat open staat het oudste eerst, wat klaar is het laatste eerst, met elke stap die gezet is. */
import { sql } from 'kysely'
import type { Stapsoort, Uitvalsoort, Uitvalstand } from '#core/toewijzing/uitvalwerk.ts'
import type { Telling } from '#core/base/telling.ts'
import { telRijen } from '../telling.ts'
import type { Tx } from '../transactie.ts'

export type Uitvalrij = {
  readonly id: string
  readonly soort: Uitvalsoort
  readonly code: string | null
  readonly regel: string | null
  readonly klasse: string | null
  readonly tekst: string
  readonly oorzaak: string
  readonly doe: string
  readonly aantal: number
  readonly stand: 'open' | 'klaar'
  readonly versie: number
  readonly gemaakt_op: Date
  readonly klaar_op: Date | null
  readonly gewijzigd_op: Date | null
  readonly gewijzigd_door: string | null
  readonly behandelaar: string | null
  readonly behandelaarnaam: string | null
  readonly bericht: string
  readonly berichtnaam: string | null
  readonly richting: 'in' | 'uit'
  readonly aanbieder: string | null
  readonly aanbiedernaam: string | null
  readonly inwoner: string | null
  readonly achternaam: string | null
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
}
export type Uitvalvraag = {
  readonly stand: 'open' | 'klaar'
  readonly soort?: Uitvalsoort | undefined
  readonly code?: string | undefined
  readonly aanbieder?: string | undefined
  readonly behandelaar?: string | undefined
  readonly zonderBehandelaar?: boolean | undefined
  readonly na?: { readonly tijdstip: Date; readonly id: string } | undefined
  readonly hoogstens: number
}

export type Uitvalvoorwaarden = Omit<Uitvalvraag, 'na' | 'hoogstens'>

const velden = sql`u.id, u.soort, u.code, u.regel, u.klasse, u.tekst, u.oorzaak, u.doe, u.aantal, u.stand, u.versie, u.gemaakt_op, u.klaar_op,
  u.gewijzigd_op, u.gewijzigd_door, u.behandelaar, m.naam as behandelaarnaam, u.bericht, b.naam as berichtnaam, b.richting, b.aanbieder,
  (select c.naam from contract c where c.gemeente = b.gemeente and c.aanbieder = b.aanbieder order by c.geladen_op desc, c.id desc limit 1) as aanbiedernaam,
  i.id as inwoner, i.achternaam, i.voorvoegsel, i.voornamen, i.voorletters`
const erbij = sql`join bericht b on b.gemeente = u.gemeente and b.id = u.bericht
  left join collegas() m on m.id = u.behandelaar
  left join inwoner i on i.gemeente = b.gemeente and i.bsn_index = b.client_index and b.partij = b.gemeente::text`

const voorwaarden = (gemeente: string, v: Uitvalvoorwaarden) => sql`
  u.gemeente = ${gemeente} and u.partij = ${gemeente} and u.stand = ${sql.lit(v.stand)}
  ${v.soort ? sql`and u.soort = ${v.soort}` : sql``} ${v.code ? sql`and u.code = ${v.code}` : sql``}
  ${v.behandelaar ? sql`and u.behandelaar = ${v.behandelaar}` : sql``} ${v.zonderBehandelaar ? sql`and u.behandelaar is null` : sql``}
  ${v.aanbieder ? sql`and exists (select from bericht b where b.gemeente = u.gemeente and b.id = u.bericht and b.aanbieder = ${v.aanbieder})` : sql``}`

/** Hoeveel gevallen aan deze vraag voldoen. */
export const telUitval = (tx: Tx, gemeente: string, v: Uitvalvoorwaarden): Promise<Telling> =>
  telRijen(tx, sql`select from uitval u where ${voorwaarden(gemeente, v)}`)

export async function leesUitvallijst(tx: Tx, gemeente: string, v: Uitvalvraag): Promise<Uitvalrij[]> {
  const open = v.stand === 'open'
  const op = open ? sql`u.gemaakt_op` : sql`u.klaar_op`
  const volgorde = open ? sql`${op}, u.id` : sql`${op} desc, u.id desc`
  const { rows } = await sql<Uitvalrij>`
    with u as (select u.* from uitval u where ${voorwaarden(gemeente, v)}
      ${v.na ? sql`and (${op}, u.id) ${open ? sql`>` : sql`<`} (${v.na.tijdstip}, ${v.na.id}::uuid)` : sql``}
      order by ${volgorde} limit ${v.hoogstens})
    select ${velden} from u ${erbij} order by ${volgorde}`.execute(tx)
  return rows
}

export async function leesUitval(tx: Tx, gemeente: string, id: string): Promise<Uitvalrij | undefined> {
  const { rows } = await sql<Uitvalrij>`select ${velden} from uitval u ${erbij}
    where u.gemeente = ${gemeente} and u.partij = ${gemeente} and u.id = ${id}`.execute(tx)
  return rows[0]
}

export type Staprij = {
  readonly id: string
  readonly soort: Stapsoort
  readonly naar: string | null
  readonly toelichting: string | null
  readonly gedaan_op: Date
  readonly door: string
}
export async function leesStappen(tx: Tx, gemeente: string, uitval: string): Promise<Staprij[]> {
  const { rows } = await sql<Staprij>`select s.id, s.soort, n.naam as naar, s.toelichting, s.gedaan_op, d.naam as door from uitvalstap s
    join collegas() d on d.id = s.gedaan_door
    left join collegas() n on n.id = s.naar
    where s.gemeente = ${gemeente} and s.uitval = ${uitval} order by s.gedaan_op, s.id`.execute(tx)
  return rows
}

export type Wie = { readonly gemeente: string; readonly medewerker: string; readonly nu: Date }

/** De nieuwe stand, als niemand intussen iets wijzigde; geeft of dat lukte. */
export async function bewaarStand(tx: Tx, wie: Wie, id: string, versie: number, dan: Uitvalstand): Promise<boolean> {
  const klaar = dan.stand === 'klaar'
  const { numAffectedRows } = await sql`update uitval set stand = ${dan.stand}, behandelaar = ${dan.behandelaar},
      klaar_op = case when ${klaar} then coalesce(klaar_op, ${wie.nu}::timestamptz) end,
      klaar_door = case when ${klaar} then coalesce(klaar_door, ${wie.medewerker}::uuid) end,
      versie = versie + 1, gewijzigd_op = ${wie.nu}, gewijzigd_door = ${wie.medewerker}
    where gemeente = ${wie.gemeente} and partij = ${wie.gemeente} and id = ${id} and versie = ${versie}`.execute(tx)
  return numAffectedRows === 1n
}

export type NieuweStap = {
  readonly id: string
  readonly uitval: string
  readonly soort: Stapsoort
  readonly naar: string | null
  readonly toelichting: string | null
}
export async function bewaarStap(tx: Tx, wie: Wie, s: NieuweStap): Promise<void> {
  await sql`insert into uitvalstap (gemeente, id, partij, uitval, soort, naar, toelichting, gedaan_op, gedaan_door)
    values (${wie.gemeente}, ${s.id}, ${wie.gemeente}, ${s.uitval}, ${s.soort}, ${s.naar}, ${s.toelichting}, ${wie.nu}, ${wie.medewerker})`.execute(
    tx,
  )
}

/** Wie uitval kan behandelen: actief en van de administratie. */
export async function leesUitvalbehandelaars(tx: Tx): Promise<{ id: string; naam: string }[]> {
  return (await sql<{ id: string; naam: string }>`select id, naam from uitvalbehandelaars()`.execute(tx)).rows
}
