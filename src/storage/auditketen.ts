/**
 * De keten over het logboek: elke vastgelegde regel krijgt een zegel met de hash van de vorige. Verzegelen gebeurt erna, door een
 * achtergrondtaak, zodat handelingen niet op elkaar wachten; wat nog niet verzegeld is staat in `audit_open`.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './transactie.ts'

/** Wat er van een regel in de hash gaat, in vaste volgorde. Een kolom die verandert, breekt de keten. */
const kolommen = [
  'id',
  'tijdstip',
  'soort',
  'uitkomst',
  'inwoner',
  'objecten',
  'medewerker',
  'rollen',
  'namens',
  'zaak',
  'doel',
  'toegangspunt',
  'reden',
  'weigering',
  'hash_voor',
  'hash_na',
  'correlatie',
] as const

type Regel = Record<(typeof kolommen)[number], unknown> & { id: string }
export type Breuk = { volgnummer: number; audit: string; wat: string }
export type Ketenstand = { verzegeld: number; open: number; breuk: Breuk | null }

const begin = Buffer.alloc(32)

export function hashRegel(vorige: Buffer, gemeente: string, regel: Regel): Buffer {
  const waarden = kolommen.map((k) => schrijf(regel[k]))
  return createHash('sha256')
    .update(vorige)
    .update(JSON.stringify([gemeente, ...waarden]))
    .digest()
}

const schrijf = (waarde: unknown): unknown =>
  waarde instanceof Date ? waarde.toISOString() : Buffer.isBuffer(waarde) ? waarde.toString('hex') : waarde

/**
 * Verzegelt hoogstens `hoogstens` regels van deze gemeente, in een transactie met de rol 'systeem'. Werkt een ander proces hier al
 * aan, dan doet dit niets. Geeft hoeveel er verzegeld zijn.
 */
export async function verzegel(tx: Tx, gemeente: string, nu: Date, hoogstens = 2_000): Promise<number> {
  const { rows } = await sql<{ mag: boolean }>`select pg_try_advisory_xact_lock(730291, ${Number(gemeente)}) as mag`.execute(tx)
  if (!rows[0]?.mag) return 0
  const regels = await leesOpen(tx, gemeente, hoogstens)
  if (regels.length === 0) return 0
  const laatste = await tx
    .selectFrom('auditzegel')
    .select(['volgnummer', 'hash'])
    .where('gemeente', '=', gemeente)
    .orderBy('volgnummer', 'desc')
    .limit(1)
    .executeTakeFirst()
  let hash = laatste?.hash ?? begin
  const eerste = Number(laatste?.volgnummer ?? 0) + 1
  const hashes = regels.map((regel) => (hash = hashRegel(hash, gemeente, regel)).toString('hex'))
  await sql`
    with nieuw as (select * from unnest(${regels.map((r) => r.id)}::uuid[], ${hashes}::text[]) with ordinality as n(audit, hash, plaats)),
    weg as (delete from audit_open o using nieuw where o.gemeente = ${gemeente} and o.audit = nieuw.audit)
    insert into auditzegel (gemeente, volgnummer, audit, hash, verzegeld_op)
    select ${gemeente}, ${eerste}::bigint + plaats - 1, audit, decode(hash, 'hex'), ${nu} from nieuw`.execute(tx)
  return regels.length
}

async function leesOpen(tx: Tx, gemeente: string, hoogstens: number): Promise<Regel[]> {
  return tx
    .selectFrom('audit_open as o')
    .innerJoin('audit as a', (j) => j.onRef('a.gemeente', '=', 'o.gemeente').onRef('a.id', '=', 'o.audit'))
    .select(kolommen.map((k) => `a.${k}` as const))
    .where('o.gemeente', '=', gemeente)
    .orderBy('o.audit')
    .limit(hoogstens)
    .execute()
}

/**
 * Loopt de hele keten van een gemeente na, in stukken. Noemt de eerste breuk: een regel die veranderd of weg is, een zegel dat
 * ontbreekt, of regels die wel in het logboek staan maar niet in de keten en niet op de wachtlijst.
 */
export async function controleerKeten(
  tx: Tx,
  gemeente: string,
  voortgang: (klaar: number) => void | Promise<void> = () => undefined,
): Promise<Ketenstand> {
  let vorige: Buffer = begin
  let nummer = 0
  for (;;) {
    const stuk = await leesStuk(tx, gemeente, nummer)
    for (const { volgnummer, hash, audit, ...regel } of stuk) {
      const breuk = beoordeel(nummer + 1, Number(volgnummer), audit, regel.id as string | null)
      const verwacht = breuk ? null : hashRegel(vorige, gemeente, regel as Regel)
      if (breuk || !verwacht?.equals(hash)) {
        return {
          verzegeld: nummer,
          open: await telOpen(tx, gemeente),
          breuk: breuk ?? { volgnummer: nummer + 1, audit, wat: 'de regel is veranderd' },
        }
      }
      vorige = hash
      nummer += 1
    }
    await voortgang(nummer)
    if (stuk.length === 0) break
  }
  const los = await vindLos(tx, gemeente)
  return {
    verzegeld: nummer,
    open: await telOpen(tx, gemeente),
    breuk: los === null ? null : { volgnummer: nummer + 1, audit: los, wat: 'deze regel staat niet in de keten' },
  }
}

function beoordeel(verwacht: number, volgnummer: number, audit: string, gevonden: string | null): Breuk | null {
  if (volgnummer !== verwacht) return { volgnummer: verwacht, audit, wat: `zegel ${verwacht} ontbreekt` }
  return gevonden === null ? { volgnummer, audit, wat: 'de regel is weg' } : null
}

function leesStuk(tx: Tx, gemeente: string, na: number) {
  return tx
    .selectFrom('auditzegel as z')
    .leftJoin('audit as a', (j) => j.onRef('a.gemeente', '=', 'z.gemeente').onRef('a.id', '=', 'z.audit'))
    .select(['z.volgnummer', 'z.hash', 'z.audit', ...kolommen.map((k) => `a.${k}` as const)])
    .where('z.gemeente', '=', gemeente)
    .where('z.volgnummer', '>', String(na))
    .orderBy('z.volgnummer')
    .limit(5_000)
    .execute()
}

async function telOpen(tx: Tx, gemeente: string): Promise<number> {
  const { aantal } = await tx
    .selectFrom('audit_open')
    .select((e) => e.fn.countAll<string>().as('aantal'))
    .where('gemeente', '=', gemeente)
    .executeTakeFirstOrThrow()
  return Number(aantal)
}

async function vindLos(tx: Tx, gemeente: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select a.id from audit a where a.gemeente = ${gemeente}
      and not exists (select from auditzegel z where z.gemeente = a.gemeente and z.audit = a.id)
      and not exists (select from audit_open o where o.gemeente = a.gemeente and o.audit = a.id)
    order by a.id limit 1`.execute(tx)
  return rows[0]?.id ?? null
}

/** Gemeenten met regels die nog niet verzegeld zijn. */
export async function metOpenLogboek(db: Tx): Promise<string[]> {
  const { rows } = await sql<{ gemeente: string }>`select gemeente from open_logboeken() as gemeente`.execute(db)
  return rows.map((r) => r.gemeente)
}
