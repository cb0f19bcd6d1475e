/** Toewijzingen met hun bericht ernaast: voor wie bij een indicatie kijkt hoe het ermee staat. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../transactie.ts'

export type Toewijzingsrij = {
  readonly indicatie: string
  readonly bericht: string
  readonly nummer: number
  readonly aanbieder: string
  readonly naam: string | null
  readonly code: string | null
  readonly ingangsdatum: string
  readonly einddatum: string | null
  readonly reden_wijziging: string | null
  readonly volume: number | null
  readonly eenheid: string | null
  readonly frequentie: string | null
  readonly oordeel: 'geaccepteerd' | 'afgewezen' | null
  readonly verzonden_op: Date | null
  readonly gestart_op: string | null
  /** De dag van een definitieve stop; na een tijdelijke (reden 20) gaat de hulp verder. */
  readonly gestopt_op: string | null
  readonly onderbroken_op: string | null
  /** De versie die nu geldt: wat is afgekeurd, telt niet (OP286). Zonder: er geldt er geen. */
  readonly geldt_van: string | null
  readonly geldt_tot: string | null
  readonly geldt_reden: string | null
}

/** Per indicatie en nummer de jongste versie, ook als zij in een later bericht stond of is afgewezen. */
export async function leesToewijzingenBij(tx: Tx, gemeente: string, indicaties: readonly string[]): Promise<Toewijzingsrij[]> {
  const { rows } = await sql<Toewijzingsrij>`
    with eigen as (select distinct t.indicatie, t.nummer, t.bsn_index from toewijzing t
      where t.gemeente = ${gemeente} and t.partij = ${gemeente} and t.indicatie = any(${[...indicaties]}::uuid[])),
    laatste as (select distinct on (e.indicatie, e.nummer) e.indicatie as van_indicatie, t.* from eigen e
      join toewijzing t on t.gemeente = ${gemeente} and t.partij = ${gemeente} and t.nummer = e.nummer and t.bsn_index = e.bsn_index
      order by e.indicatie, e.nummer, t.versie desc, t.bericht desc)
    select l.van_indicatie as indicatie, l.bericht, l.nummer, l.aanbieder, l.code, l.ingangsdatum, l.einddatum, l.reden_wijziging, l.volume, l.eenheid, l.frequentie, b.verzonden_op,
      (select o.uitkomst from oordeel o where o.gemeente = b.gemeente and o.partij = b.partij and o.aanbieder = b.aanbieder
        and o.over_naam = b.naam and o.over_identificatie = b.identificatie and o.over_afzender = b.afzender and o.vervallen_op is null limit 1) as oordeel,
      (select c.naam from contract c where c.gemeente = l.gemeente and c.aanbieder = l.aanbieder order by c.geladen_op desc, c.id desc limit 1) as naam,
      ${levering(sql`min(v.begindatum)`, sql`v.soort = 'start'`)} as gestart_op,
      ${levering(sql`max(v.einddatum)`, sql`v.soort = 'stop' and v.reden <> '20'`)} as gestopt_op,
      ${onderbroken} as onderbroken_op,
      geldt.ingangsdatum as geldt_van, geldt.einddatum as geldt_tot, geldt.reden_wijziging as geldt_reden
    from laatste l join bericht b on b.gemeente = l.gemeente and b.id = l.bericht
    left join lateral (select t.ingangsdatum, t.einddatum, t.reden_wijziging from toewijzing t
      join geldend_bericht g on g.gemeente = t.gemeente and g.id = t.bericht
      where t.gemeente = l.gemeente and t.partij = l.partij and t.nummer = l.nummer and t.bsn_index = l.bsn_index
      order by t.versie desc, t.bericht desc limit 1) geldt on true
    order by l.ingangsdatum, l.nummer`.execute(tx)
  return rows
}

/** Wat er van een soort levering staat: elk feit dat vaker is neergezet dan weggehaald. */
const levering = (dag: RawBuilder<unknown>, welke: RawBuilder<unknown>) => sql<string | null>`(select ${dag} from (
  select v.begindatum, v.einddatum from levering v join geldend_bericht g on g.gemeente = v.gemeente and g.id = v.bericht
  where v.gemeente = l.gemeente and v.partij = l.partij and v.bsn_index = l.bsn_index and v.nummer = l.nummer and ${welke}
  group by v.begindatum, v.reden, v.einddatum having sum(case v.status when '1' then 1 else -1 end) > 0) v)`

/** Een tijdelijke stop die nog duurt: er kwam daarna geen start. */
const onderbroken = sql<
  string | null
>`(select s.dag from (select ${levering(sql`max(v.einddatum)`, sql`v.soort = 'stop' and v.reden = '20'`)} as dag,
    ${levering(sql`max(v.begindatum)`, sql`v.soort = 'start'`)} as start) s where s.start is null or s.start <= s.dag)`
