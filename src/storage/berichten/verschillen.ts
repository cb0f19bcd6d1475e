/** Wat tussen indicaties, toewijzingen en berichten niet aansluit; en wat daarvan de vorige keer gevonden is. */
import { sql } from 'kysely'
import type { Tx } from '../transactie.ts'
import { ketenfeiten, metGroteVragen } from './ketenfeiten.ts'

export type Verschilrij = {
  readonly soort: string
  readonly aanbieder: string | null
  readonly kenmerk: string
  readonly bericht: string | null
  readonly indicatie: string | null
  readonly sinds: string
}

type Op = { readonly vandaag: string; readonly nu: Date; readonly hoogstens: number }
export type Gevonden = { readonly aantallen: Readonly<Record<string, number>>; readonly rijen: readonly Verschilrij[] }

/** Alles wat met één blik op de database te zien is, met van elke soort de oudste; wat aan een termijn hangt telt de aanroeper erbij. */
export async function zoekVerschillen(tx: Tx, gemeente: string, { vandaag, nu, hoogstens }: Op): Promise<Gevonden> {
  const delen = [
    zonderToewijzing(gemeente, vandaag),
    nietVerstuurd(nu),
    toewijzingAfgewezen(gemeente),
    langerDanIndicatie(gemeente),
    zonderGeldende(gemeente, 'levering_zonder_toewijzing', 'levering', 'nummer', 'begindatum'),
    zonderGeldende(gemeente, 'declaratie_zonder_toewijzing', 'prestatie', 'toewijzing', 'van'),
    zonderBericht(gemeente),
  ]
  await metGroteVragen(tx)
  const { rows } = await sql<Verschilrij & { aantal: number }>`
    with ${ketenfeiten(gemeente)}, einde as materialized (${einden(gemeente)})
    select soort, aanbieder, kenmerk, bericht, indicatie, sinds, aantal from (
      select *, count(*) over (partition by soort)::int as aantal, row_number() over (partition by soort order by sinds, kenmerk) as volg
      from (${sql.join(delen, sql` union all `)}) x) x
    where volg <= ${hoogstens} order by soort, volg`.execute(tx)
  return {
    aantallen: Object.fromEntries(rows.map((r) => [r.soort, r.aantal])),
    rijen: rows.map(({ aantal: _, ...rij }) => rij),
  }
}

/** Per indicatie de dag van elk feit dat haar einde raakt en niet verbeterd of vervallen is. */
const einden = (gemeente: string) => sql`
  select g.indicatie, max(g.datum) filter (where g.soort = 'beeindigd') as beeindigd, max(g.datum) filter (where g.soort = 'ingetrokken') as ingetrokken,
    max(g.datum) filter (where g.soort = 'opdracht_buitenom') as buitenom
  from gebeurtenis g where g.gemeente = ${gemeente} and g.indicatie is not null and g.soort in ('beeindigd', 'ingetrokken', 'opdracht_buitenom')
    and not exists (select from gebeurtenis v where v.gemeente = ${gemeente} and v.vervangt = g.id and v.vervangt is not null)
  group by g.indicatie`
/** De laatste dag waarop de indicatie geldt; leeg als zij doorloopt. */
const laatsteDag = sql`least(i.tot, e.beeindigd, e.ingetrokken - 1)`

const zonderToewijzing = (gemeente: string, vandaag: string) => sql`
  select 'indicatie_zonder_toewijzing' as soort, null::text as aanbieder, 'indicatie vanaf ' || to_char(i.van, 'DD-MM-YYYY') as kenmerk, null::uuid as bericht,
    i.id as indicatie, i.van::text as sinds
  from indicatie i left join einde e on e.indicatie = i.id
  where i.gemeente = ${gemeente} and i.leveringsvorm = 'zin' and i.van <= ${vandaag}::date and e.buitenom is null
    and coalesce(${laatsteDag}, 'infinity'::date) >= ${vandaag}::date
    and not exists (select from indicatie v where v.gemeente = ${gemeente} and v.vervangt = i.id and v.vervangt is not null)
    and not exists (select from toewijzing t where t.gemeente = ${gemeente} and t.indicatie = i.id)`

const nietVerstuurd = (nu: Date) => sql`
  select 'bericht_niet_verstuurd', b.aanbieder, b.naam || ' ' || coalesce(b.identificatie, ''), b.id, null::uuid,
    (b.vastgelegd_op at time zone 'Europe/Amsterdam')::date::text
  from verkeer b where b.richting = 'uit' and b.verzonden_op is null and b.vervangen_op is null
    and b.vastgelegd_op < ${nu}::timestamptz - interval '1 hour'`

/** Afgekeurd, en er kwam geen nieuwere versie van dat nummer en geen nieuwe toewijzing van die indicatie. */
const toewijzingAfgewezen = (gemeente: string) => sql`
  select 'toewijzing_afgewezen', b.aanbieder, 'toewijzing ' || t.nummer, b.id, t.indicatie, b.dagtekening
  from verkeer b join toewijzing t on t.gemeente = ${gemeente} and t.bericht = b.id
  where b.richting = 'uit' and b.staat and not exists (select from telt g where g.id = b.id)
    and not exists (select from toewijzing n where n.gemeente = ${gemeente} and n.partij = ${gemeente} and n.nummer = t.nummer
      and n.bsn_index = t.bsn_index and n.versie >= t.versie and n.bericht <> t.bericht)
    and not exists (select from geldend n where n.indicatie = t.indicatie)`

const langerDanIndicatie = (gemeente: string) => sql`
  select 'toewijzing_langer_dan_indicatie', t.aanbieder, 'toewijzing ' || t.nummer, t.bericht, i.id, i.laatste::text
  from geldend t join (select i.id, ${laatsteDag} as laatste from indicatie i left join einde e on e.indicatie = i.id where i.gemeente = ${gemeente}) i
    on i.id = t.indicatie
  where i.laatste is not null and (t.einddatum is null or t.einddatum > i.laatste::text)`

const zonderGeldende = (gemeente: string, soort: string, tabel: string, nummer: string, dag: string) => sql`
  select ${soort}::text, x.aanbieder, 'toewijzing ' || x.${sql.id(nummer)}, min(x.bericht::text)::uuid, null::uuid, min(x.${sql.id(dag)})
  from ${sql.id(tabel)} x join telt g on g.id = x.bericht
  where x.gemeente = ${gemeente} and x.partij = ${gemeente} and x.${sql.id(nummer)} is not null
    and not exists (select from geldend t where t.nummer = x.${sql.id(nummer)} and t.bsn_index = x.bsn_index)
  group by x.aanbieder, x.${sql.id(nummer)}`

/** Wie bij het vastleggen al een heenbericht had, heeft er een. */
const zonderBericht = (gemeente: string) => sql`
  select 'antwoord_zonder_bericht', o.aanbieder, o.over_naam || ' ' || o.over_identificatie, o.bericht, null::uuid, r.dagtekening
  from oordeel o join verkeer r on r.id = o.bericht
  where o.gemeente = ${gemeente} and o.partij = ${gemeente} and o.vervallen_op is null and r.richting = 'in' and r.over is null
    and not exists (select from verkeer b where b.naam = o.over_naam and b.identificatie = o.over_identificatie and b.afzender = o.over_afzender)`

export type Controle = {
  readonly gemeente: string
  readonly id: string
  readonly op: Date
  readonly aantallen: Readonly<Record<string, number>>
}

/** Bewaart wat gevonden is, en gooit weg wat ouder is dan een maand. */
export async function bewaarControle(tx: Tx, c: Controle, rijen: readonly Verschilrij[]): Promise<void> {
  await sql`delete from ketencontrole where gemeente = ${c.gemeente} and gecontroleerd_op < ${c.op}::timestamptz - interval '31 days'`.execute(
    tx,
  )
  await sql`insert into ketencontrole (gemeente, id, gecontroleerd_op, aantallen)
    values (${c.gemeente}, ${c.id}, ${c.op}, ${JSON.stringify(c.aantallen)}::jsonb)`.execute(tx)
  await sql`insert into ketenverschil (gemeente, controle, volg, soort, aanbieder, kenmerk, bericht, indicatie, sinds)
    select ${c.gemeente}, ${c.id}, r.volg, r.soort, r.aanbieder, r.kenmerk, r.bericht, r.indicatie, r.sinds
    from jsonb_to_recordset(${JSON.stringify(rijen.map((r, volg) => ({ ...r, volg })))}::jsonb)
      as r(volg int, soort text, aanbieder text, kenmerk text, bericht uuid, indicatie uuid, sinds text)`.execute(tx)
}

export type LaatsteControle = { readonly id: string; readonly gecontroleerd_op: Date; readonly aantallen: Readonly<Record<string, number>> }

export async function leesLaatsteControle(tx: Tx, gemeente: string): Promise<LaatsteControle | undefined> {
  const { rows } = await sql<LaatsteControle>`select id, gecontroleerd_op, aantallen from ketencontrole where gemeente = ${gemeente}
    order by gecontroleerd_op desc, id desc limit 1`.execute(tx)
  return rows[0]
}

export async function leesVerschillen(tx: Tx, gemeente: string, controle: string): Promise<Verschilrij[]> {
  const { rows } = await sql<Verschilrij>`select soort, aanbieder, kenmerk, bericht, indicatie, sinds from ketenverschil
    where gemeente = ${gemeente} and controle = ${controle} order by volg`.execute(tx)
  return rows
}

/** Gemeenten die sinds dit moment niet zijn nagekeken. */
export async function leesNaTeKijken(db: Tx, sinds: Date): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select na_te_kijken_gemeenten(${sinds}) as code`.execute(db)
  return rows.map((r) => r.code)
}

/** Twee processen kijken niet tegelijk dezelfde gemeente na; false als een ander al bezig is. */
export async function vergrendelControle(tx: Tx, gemeente: string): Promise<boolean> {
  const { rows } = await sql<{
    gelukt: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended('ketencontrole ' || ${gemeente}, 0)) as gelukt`.execute(tx)
  return rows[0]?.gelukt ?? false
}
