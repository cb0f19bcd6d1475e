/**
 * Wat van het berichtenverkeer versleuteld in de database staat, om het met een nieuwe sleutel te vernieuwen. Als eigenaar: de app mag deze
 * tabellen alleen aanvullen. In stukken op volgorde van sleutel, dus na een klap gaat het verder waar het was.
 */
import { sql } from 'kysely'
import type { Versleuteld } from '../kluis.ts'
import type { Tx } from '../transactie.ts'
import { deelplek, uitslagplek } from './berichten.ts'
import { clientplek } from './clientboek.ts'
import { envelopplek } from './enveloppen.ts'

type Rijsleutel = Readonly<Record<string, string>>
type Tabel = {
  readonly naam: string
  readonly waarde: string
  readonly sleutel: string
  /** Wat na `gemeente` één rij aanwijst, met zijn soort; als tekst te lezen en te schrijven. */
  readonly rij: Readonly<Record<string, 'uuid' | 'int' | 'text' | 'bytea'>>
  /** Waar de waarde aan gebonden is. */
  plek(r: Rijsleutel): string
  /** Rijen per transactie: een stuk van een bericht is groot, een nummer klein. */
  readonly stuk: number
}

const wie = (r: Rijsleutel) => ({ gemeente: r.gemeente ?? '', partij: r.partij ?? '' })
export const versleuteldeTabellen: readonly Tabel[] = [
  {
    naam: 'ketenclient',
    waarde: 'versleuteld',
    sleutel: 'sleutel',
    rij: { partij: 'text', bsn_index: 'bytea' },
    plek: (r) => clientplek(wie(r), (r.bsn_index ?? '').slice(2)),
    stuk: 500,
  },
  {
    naam: 'berichtdeel',
    waarde: 'versleuteld',
    sleutel: 'sleutel',
    rij: { bericht: 'uuid', volg: 'int' },
    plek: (r) => deelplek(wie(r), r.bericht ?? '', Number(r.volg)),
    stuk: 25,
  },
  {
    naam: 'bericht',
    waarde: 'uitslag',
    sleutel: 'uitslag_sleutel',
    rij: { id: 'uuid' },
    plek: (r) => uitslagplek({ ...wie(r), id: r.id ?? '' }),
    stuk: 100,
  },
  {
    naam: 'envelopinhoud',
    waarde: 'versleuteld',
    sleutel: 'sleutel',
    rij: { envelop: 'uuid' },
    plek: (r) => envelopplek(wie(r), r.envelop ?? ''),
    stuk: 25,
  },
]

export type Versleutelderij = Versleuteld & { readonly wijzer: Rijsleutel }

/** Het volgende stuk dat nog niet met `actief` versleuteld is, op slot; `null` leest alles, ook wat al vernieuwd is. */
export async function leesVersleuteld(tx: Tx, t: Tabel, actief: string | null, na: Rijsleutel | null): Promise<Versleutelderij[]> {
  const kolommen = ['gemeente', ...Object.keys(t.rij)]
  const soort = (k: string) => sql.raw(k === 'gemeente' ? 'char(4)' : (t.rij[k] ?? 'text'))
  const verder =
    na === null
      ? sql`true`
      : sql`(${sql.join(kolommen.map((k) => sql.id(k)))}) > (${sql.join(kolommen.map((k) => sql`${na[k]}::text::${soort(k)}`))})`
  const oud = actief === null ? sql`true` : sql`${sql.id(t.sleutel)} <> ${actief}`
  const { rows } = await sql<{ wijzer: Rijsleutel; versleuteld: Buffer; sleutel: string }>`
    select jsonb_build_object(${sql.join([...new Set([...kolommen, 'partij'])].map((k) => sql`${sql.lit(k)}, ${sql.id(k)}::text`))}) as wijzer,
      ${sql.id(t.waarde)} as versleuteld, ${sql.id(t.sleutel)} as sleutel
    from ${sql.id(t.naam)} where ${sql.id(t.waarde)} is not null and ${oud} and ${verder}
    order by ${sql.join(kolommen.map((k) => sql.id(k)))} limit ${sql.lit(t.stuk)} ${actief === null ? sql`` : sql`for update`}`.execute(tx)
  return rows
}

export async function schrijfVernieuwd(tx: Tx, t: Tabel, rijen: readonly Versleutelderij[]): Promise<void> {
  for (const { wijzer, versleuteld, sleutel } of rijen)
    await sql`update ${sql.id(t.naam)} set ${sql.id(t.waarde)} = ${versleuteld}, ${sql.id(t.sleutel)} = ${sleutel}
      where gemeente = ${wijzer.gemeente} and ${sql.join(
        Object.entries(t.rij).map(([k, soort]) => sql`${sql.id(k)} = ${wijzer[k]}::text::${sql.raw(soort)}`),
        sql` and `,
      )}`.execute(tx)
}

/** Hoeveel stukken met welke sleutel versleuteld zijn, in alle tabellen samen. */
export async function telVersleuteldPerSleutel(tx: Tx): Promise<Record<string, number>> {
  const delen = versleuteldeTabellen.map(
    (t) =>
      sql`select ${sql.id(t.sleutel)} as sleutel, count(*) as aantal from ${sql.id(t.naam)} where ${sql.id(t.waarde)} is not null group by 1`,
  )
  const { rows } = await sql<{
    sleutel: string
    aantal: string
  }>`select sleutel, sum(aantal) as aantal from (${sql.join(delen, sql` union all `)}) t
    group by 1 order by 1`.execute(tx)
  return Object.fromEntries(rows.map((r) => [r.sleutel, Number(r.aantal)]))
}
