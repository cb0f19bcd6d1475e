/**
 * Alles wat in een gemeente loopt, als stroom: bladzijde voor bladzijde op sleutel, zodat het geheugen niet groeit met de
 * gemeente. Alleen wat nodig is om regels door te rekenen; geen naam, geen BSN.
 */
import { sql } from 'kysely'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Tx } from './transactie.ts'

export type LopendAntwoord = {
  readonly id: string
  readonly volgnummer: number
  readonly soort: 'antwoord' | 'overschrijving'
  readonly vraag: string
  readonly waarde: Json
  readonly vervangt: string | null
}
export type LopendOnderzoek = {
  readonly id: string
  readonly catalogus: string
  readonly hash: string
  readonly antwoorden: readonly LopendAntwoord[]
}

/** Een onderzoek loopt zolang het niet is afgerond en zijn zaak open is. */
const lopend = (
  gemeente: string,
) => sql`from onderzoek o join zaak z on z.gemeente = o.gemeente and z.id = o.zaak and z.afgesloten_op is null
  where o.gemeente = ${gemeente} and o.afgerond_op is null`

/** `vanaf`: de dag waarop het gaat spelen; een indicatie die eerder eindigt telt niet mee. */
export async function telLopend(
  tx: Tx,
  gemeente: string,
  vanaf: string,
): Promise<{ onderzoeken: number; inwoners: number; grens: string | null }> {
  const { rows } = await sql<{ onderzoeken: number; inwoners: number; grens: string | null }>`
    select (select count(*)::int ${lopend(gemeente)}) as onderzoeken, (select max(o.id::text) ${lopend(gemeente)}) as grens,
      (select count(distinct i.inwoner)::int from indicatie i where i.gemeente = ${gemeente} and (i.tot is null or i.tot >= ${vanaf})) as inwoners`.execute(
    tx,
  )
  return rows[0] ?? { onderzoeken: 0, inwoners: 0, grens: null }
}

/** Op id, na `na` tot en met `grens`: wat tijdens het lezen begint hoort er niet bij. */
export async function leesLopendeOnderzoeken(
  tx: Tx,
  gemeente: string,
  v: { na: string | null; grens: string; hoogstens: number },
): Promise<LopendOnderzoek[]> {
  const { rows } = await sql<LopendOnderzoek>`
    with blad as (select o.id, o.catalogus, o.catalogus_hash ${lopend(gemeente)} and o.id <= ${v.grens}::uuid
      ${v.na === null ? sql`` : sql`and o.id > ${v.na}::uuid`} order by o.id limit ${v.hoogstens})
    select b.id, b.catalogus, b.catalogus_hash as hash, coalesce((
      select json_agg(json_build_object('id', a.id, 'volgnummer', a.volgnummer, 'soort', a.soort, 'vraag', a.vraag, 'waarde', a.waarde, 'vervangt', a.vervangt)
        order by a.volgnummer)
      from antwoord a where a.gemeente = ${gemeente} and a.onderzoek = b.id), '[]') as antwoorden
    from blad b order by b.id`.execute(tx)
  return rows
}

export type LopendFeit = { readonly id: string; readonly soort: string; readonly datum: string; readonly vervangt: string | null }
export type LopendeIndicatie = {
  readonly id: string
  readonly inwoner: string
  readonly product: string
  readonly tabel: string
  readonly van: string
  readonly tot: string | null
  readonly catalogus: string
  readonly hash: string
  /** De situatie waarop zij is vastgesteld; null als er geen advies bij ligt. */
  readonly geval: Json | null
  readonly leveringsvorm: 'zin' | 'pgb'
  /** Met een motivering waarom zij naast of voor de Wlz kan. */
  readonly wlz_gemotiveerd: boolean
  readonly feiten: readonly LopendFeit[]
}

/** De volgende inwoners met een indicatie die op of na `vanaf` nog loopt. */
export async function leesInwonersMetIndicatie(
  tx: Tx,
  gemeente: string,
  v: { na: string | null; vanaf: string; hoogstens: number },
): Promise<string[]> {
  const { rows } = await sql<{ inwoner: string }>`
    select distinct i.inwoner from indicatie i where i.gemeente = ${gemeente} and (i.tot is null or i.tot >= ${v.vanaf})
      ${v.na === null ? sql`` : sql`and i.inwoner > ${v.na}::uuid`} order by i.inwoner limit ${v.hoogstens}`.execute(tx)
  return rows.map((r) => r.inwoner)
}

/** Hun indicaties die niet vervangen zijn, met wat er daarna gebeurde. */
export async function leesLopendeIndicaties(
  tx: Tx,
  gemeente: string,
  inwoners: readonly string[],
  vanaf: string,
): Promise<LopendeIndicatie[]> {
  const { rows } = await sql<LopendeIndicatie>`
    select i.id, i.inwoner, i.product, i.tabel, i.van, i.tot, c.catalogus, i.catalogus_hash as hash, a.geval, i.leveringsvorm,
      i.waarschuwing_motiveringen @> '[{"code":"WLZ_VOORLIGGEND"}]' as wlz_gemotiveerd, coalesce((
      select json_agg(json_build_object('id', g.id, 'soort', g.soort, 'datum', g.datum, 'vervangt', g.vervangt))
      from gebeurtenis g where g.gemeente = ${gemeente} and g.indicatie = i.id), '[]') as feiten
    from indicatie i join catalogus_inhoud c on c.hash = i.catalogus_hash
    left join advies a on a.gemeente = i.gemeente and a.id = i.advies
    where i.gemeente = ${gemeente} and i.inwoner = any(${[...inwoners]}::uuid[]) and (i.tot is null or i.tot >= ${vanaf})
      and not exists (select from indicatie j where j.gemeente = ${gemeente} and j.vervangt = i.id)
    order by i.inwoner, i.van, i.id`.execute(tx)
  return rows
}
