/** Werk aan certificaten die bijna verlopen: wat er open staat, en wat klaar is omdat er een nieuw kwam. */
import { sql } from 'kysely'
import type { Tx } from '../transactie.ts'

export type Certificaat = { readonly naam: string; readonly tot: Date }
export type Certificaatwerkrij = Certificaat & { readonly gemeld_op: Date; readonly klaar_op: Date | null }

/** Zet erbij wat er nog niet stond, en sluit wat er niet meer bij is. Mag zo vaak als men wil. */
export async function houdCertificaatwerkBij(tx: Tx, gemeente: string, nodig: readonly Certificaat[], nu: Date): Promise<void> {
  for (const { naam, tot } of nodig)
    await sql`insert into certificaatwerk (gemeente, naam, tot, gemeld_op) values (${gemeente}, ${naam}, ${tot}, ${nu})
      on conflict (gemeente, naam, tot) do update set klaar_op = null where certificaatwerk.klaar_op is not null`.execute(tx)
  const open = nodig.map((c) => `${c.naam}|${c.tot.getTime()}`)
  await sql`update certificaatwerk set klaar_op = ${nu} where gemeente = ${gemeente} and klaar_op is null
    and not naam || '|' || (extract(epoch from tot) * 1000)::bigint = any(${open}::text[])`.execute(tx)
}

const LAATSTE = 5
/** Alles wat open staat, het eerst verlopende boven, en de laatste paar die klaar zijn. */
export async function leesCertificaatwerk(tx: Tx, gemeente: string): Promise<Certificaatwerkrij[]> {
  const { rows } = await sql<Certificaatwerkrij>`
    (select naam, tot, gemeld_op, klaar_op from certificaatwerk where gemeente = ${gemeente} and klaar_op is null order by tot, naam)
    union all
    (select naam, tot, gemeld_op, klaar_op from certificaatwerk where gemeente = ${gemeente} and klaar_op is not null
      order by klaar_op desc, naam limit ${LAATSTE})`.execute(tx)
  return rows
}
