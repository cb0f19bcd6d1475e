/**
 * Wat de feiten van de keten antwoorden: per soort vraag één opdracht voor alle sleutels samen. Een cliënt is hier een blinde index.
 *
 * Gevraagd wordt per sleutel (`lateral`): van een lijst sleutels in één voorwaarde denkt PostgreSQL zonder statistieken dat de hele
 * gemeente lezen even goed is, en dan kost elk deel van een grote declaratie meer dan het vorige. Staat die lijst in een eigen `select`,
 * dan rekent het op tien sleutels en neemt het wel de index; sleutels die daarin naast elkaar liggen gaan dan in één gang.
 *
 * De rijen worden eerst op hun sleutel gekozen (`offset 0` houdt dat bij elkaar) en dan pas naast hun bericht gelegd: zonder
 * statistieken denkt PostgreSQL anders dat een bericht weinig regels heeft, en leest het een hele declaratie per sleutel.
 */
import { type RawBuilder, sql } from 'kysely'
import { getallenreeks } from '../postgres/reeks.ts'
import type { Tx } from '../transactie.ts'

/** Een administratie en de andere kant van het paar. */
export type Paar = { readonly gemeente: string; readonly partij: string; readonly aanbieder: string }
type Client = { readonly bsn_index: Buffer }

export type Toewijzingrij = Client & {
  readonly nummer: number
  readonly aanbieder: string
  readonly toewijzingsdatum: string
  readonly toewijzingstijd: string
  readonly ingangsdatum: string
  readonly einddatum: string | null
  readonly reden_wijziging: string | null
  readonly categorie: string | null
  readonly code: string | null
  readonly volume: number | null
  readonly eenheid: string | null
  readonly frequentie: string | null
  readonly budget: number | null
  readonly referentie: string | null
  readonly indicatie: string | null
}
export type Leveringrij = Client & {
  readonly soort: 'start' | 'stop'
  readonly nummer: number | null
  readonly categorie: string | null
  readonly code: string | null
  readonly begindatum: string
  readonly toewijzing_ingangsdatum: string | null
  readonly reden: string | null
  readonly einddatum: string | null
  readonly status: '1' | '3'
}
export type Verzoekrij = Client & {
  readonly referentie: string
  readonly soort: 'VOT' | 'VOW'
  readonly ingangsdatums: string[]
  readonly antwoorden: ('1' | '2')[]
  readonly is_gehonoreerd: boolean
}
export type Declaratierij = {
  readonly nummer: string
  readonly identificatie: string
  readonly dagtekening: string
  readonly xsd_versie: string
  readonly van: string
  readonly tot: string
  readonly totaal: string
  readonly clienten: Buffer[]
}
export type Prestatierij = Client & {
  readonly referentie: string
  readonly vorige: string | null
  readonly declaratie: string
  readonly toewijzing: number
  readonly categorie: string
  readonly code: string
  readonly van: string
  readonly tot: string
  readonly volume: number
  readonly eenheid: string
  readonly tarief: number | null
  readonly bedrag: number
  readonly dc: 'D' | 'C'
  readonly status: 'ingediend' | 'toegekend' | 'afgewezen'
  readonly is_gecrediteerd: boolean
}
export type Verbruikrij = {
  readonly toewijzing: number
  readonly eenheid: string
  readonly volume: string
  readonly bedrag: string
  readonly open_regels: string
}

const waar = (p: Paar, t: string) => sql`${sql.ref(`${t}.gemeente`)} = ${p.gemeente} and ${sql.ref(`${t}.partij`)} = ${p.partij}
  and ${sql.ref(`${t}.aanbieder`)} = ${p.aanbieder}`
/** De gekozen rijen van een tabel die uit een geldend bericht komen. */
const gekozen = (tabel: string, als: string, keuze: RawBuilder<unknown>) =>
  sql`(select * from ${sql.id(tabel)} ${sql.id(als)} where ${keuze} offset 0) ${sql.id(als)} ${telt(als)}`
const telt = (t: string) => sql`join geldend_bericht b on b.gemeente = ${sql.ref(`${t}.gemeente`)} and b.id = ${sql.ref(`${t}.bericht`)}`

export type Berichtrij = {
  readonly naam: string
  readonly afzender: string
  readonly identificatie: string
  readonly is_afgewezen: boolean
}

export async function leesKenmerken(tx: Tx, p: Paar, naam: string, identificaties: readonly string[]): Promise<Berichtrij[]> {
  const { rows } = await sql<Berichtrij>`
    select b.naam, b.afzender, b.identificatie, not exists (select from geldend_bericht g where g.gemeente = b.gemeente and g.id = b.id) as is_afgewezen
    from bericht b where ${waar(p, 'b')} and b.naam = ${naam} and b.identificatie = any(${[...identificaties]}::text[])
      and b.telt and b.vervangen_op is null`.execute(tx)
  return rows
}

const toewijzingvelden = sql`t.nummer, t.bsn_index, t.aanbieder, t.toewijzingsdatum, t.toewijzingstijd, t.ingangsdatum, t.einddatum, t.reden_wijziging,
  t.categorie, t.code, t.volume, t.eenheid, t.frequentie, t.budget, t.referentie, t.indicatie`

type Geldendvraag = {
  readonly paar: Pick<Paar, 'gemeente' | 'partij'>
  /** Een `select` met één `int[]`. */
  readonly nummers: RawBuilder<unknown>
  /** Kolommen van toewijzing, met het nummer erbij. */
  readonly velden: RawBuilder<unknown>
}
/**
 * De geldende versie per nummer, over alle aanbieders van deze gemeente. Eerst de versies, dan welke van hun berichten gelden, elk bericht
 * één keer; `is true` houdt dat een tabel in het geheugen, want als koppeling legt PostgreSQL elk bericht naast elke versie.
 */
export const geldendeToewijzingen = ({ paar, nummers, velden }: Geldendvraag) => sql`
    with t as materialized (select ${velden}, t.bericht, t.versie from toewijzing t where t.gemeente = ${paar.gemeente} and t.partij = ${paar.partij}
        and t.nummer = any(${nummers}::int[])),
      b as materialized (select b.id from geldend_bericht b where b.gemeente = ${paar.gemeente} and b.id = any(array(select distinct bericht from t)))
    select distinct on (t.nummer) ${velden} from t where (t.bericht in (select id from b)) is true
    order by t.nummer, t.versie desc`

export async function leesToewijzingen(tx: Tx, paar: Paar, nummers: readonly number[]): Promise<Toewijzingrij[]> {
  const vraag = { paar, nummers: sql`(select ${getallenreeks(nummers)}::int[])`, velden: toewijzingvelden }
  const { rows } = await sql<Toewijzingrij>`${geldendeToewijzingen(vraag)}`.execute(tx)
  return rows
}

/** De toewijzingen zoals zij in één bericht staan, geldend of niet. */
export async function leesToewijzingenUit(tx: Tx, gemeente: string, bericht: string): Promise<Toewijzingrij[]> {
  const { rows } = await sql<Toewijzingrij>`select ${toewijzingvelden} from toewijzing t
    where t.gemeente = ${gemeente} and t.bericht = ${bericht} order by t.nummer`.execute(tx)
  return rows
}

/** Uit welke indicatie een nummer voortkwam. */
export async function leesIndicatiesVan(tx: Tx, gemeente: string, nummers: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ nummer: number; indicatie: string }>`select distinct on (nummer) nummer, indicatie from toewijzing
    where gemeente = ${gemeente} and partij = ${gemeente} and nummer = any(${[...nummers]}::int[]) and indicatie is not null
    order by nummer, versie desc, bericht desc`.execute(tx)
  return new Map(rows.map((r) => [r.nummer, r.indicatie]))
}

/** De geldende versies van deze cliënten bij deze aanbieder. */
export async function leesToewijzingenVan(tx: Tx, p: Paar, clienten: readonly Buffer[]): Promise<Toewijzingrij[]> {
  const { rows } = await sql<Toewijzingrij>`
    with van as (select distinct c.nummer from toewijzing c where ${waar(p, 'c')} and c.bsn_index = any(${[...clienten]}::bytea[]))
    select t.* from van cross join lateral (
      select ${toewijzingvelden} from ${gekozen('toewijzing', 't', sql`${waar(p, 't')} and t.nummer = van.nummer`)}
      order by t.versie desc limit 1) t
    where t.bsn_index = any(${[...clienten]}::bytea[])`.execute(tx)
  return rows
}

export async function leesBekendeClienten(tx: Tx, p: Paar, clienten: readonly Buffer[]): Promise<Buffer[]> {
  const { rows } = await sql<Client>`
    select c.bsn_index from unnest(${[...clienten]}::bytea[]) as c(bsn_index)
    cross join lateral (
      select 1 from ${gekozen('toewijzing', 't', sql`${waar(p, 't')} and t.bsn_index = c.bsn_index`)} limit 1) bekend`.execute(tx)
  return rows.map((r) => r.bsn_index)
}

/** Alle starts en stops die ooit gestuurd zijn, ook wat is weggehaald. */
export async function leesLeveringen(tx: Tx, p: Paar, clienten: readonly Buffer[]): Promise<Leveringrij[]> {
  const { rows } = await sql<Leveringrij>`
    select l.bsn_index, l.soort, l.nummer, l.categorie, l.code, l.begindatum, l.toewijzing_ingangsdatum, l.reden, l.einddatum, l.status
    from ${gekozen('levering', 'l', sql`${waar(p, 'l')} and l.bsn_index = any(${[...clienten]}::bytea[])`)}`.execute(tx)
  return rows
}

export async function leesVerzoeken(
  tx: Tx,
  p: Paar,
  op: { readonly referenties: readonly string[]; readonly clienten: readonly Buffer[] },
): Promise<Verzoekrij[]> {
  const { rows } = await sql<Verzoekrij>`
    select v.bsn_index, v.referentie, v.soort, v.ingangsdatums,
      array(select a.antwoord from verzoekantwoord a join geldend_bericht g on g.gemeente = a.gemeente and g.id = a.bericht
        where ${waar(p, 'a')} and a.referentie = v.referentie order by 1) as antwoorden,
      exists (select from toewijzing t join geldend_bericht g on g.gemeente = t.gemeente and g.id = t.bericht
        where ${waar(p, 't')} and t.referentie = v.referentie) as is_gehonoreerd
    from verzoek v ${telt('v')}
    where ${waar(p, 'v')} and (v.referentie = any(${[...op.referenties]}::text[]) or v.bsn_index = any(${[...op.clienten]}::bytea[]))`.execute(
    tx,
  )
  return rows
}

export type Declaratievraag = {
  readonly nummers: readonly string[]
  readonly identificaties: readonly string[]
  readonly clienten: readonly Buffer[]
}

export async function leesDeclaraties(tx: Tx, p: Paar, op: Declaratievraag): Promise<Declaratierij[]> {
  const { rows } = await sql<Declaratierij>`
    select d.nummer, d.identificatie, d.dagtekening, d.xsd_versie, d.van, d.tot, d.totaal,
      array(select distinct r.bsn_index from prestatie r where r.gemeente = d.gemeente and r.bericht = d.bericht
        and r.bsn_index = any(${[...op.clienten]}::bytea[])) as clienten
    from declaratie d ${telt('d')}
    where ${waar(p, 'd')} and (d.nummer = any(${[...op.nummers]}::text[]) or d.identificatie = any(${[...op.identificaties]}::text[]))`.execute(
    tx,
  )
  return rows
}

export async function leesLaatstePeriode(tx: Tx, p: Paar): Promise<string | null> {
  const { rows } = await sql<{ van: string }>`
    select d.van from declaratie d ${telt('d')} where ${waar(p, 'd')} order by d.van desc limit 1`.execute(tx)
  return rows[0]?.van ?? null
}

const prestatievelden = sql`r.bsn_index, r.referentie, r.vorige, r.declaratie, r.toewijzing, r.categorie, r.code, r.van, r.tot, r.volume, r.eenheid,
  r.tarief, r.bedrag, r.dc, r.status`
const erover = sql`o.gemeente = b.gemeente and o.partij = b.partij and o.aanbieder = b.aanbieder and o.over_naam = b.naam
  and o.over_identificatie = b.identificatie and o.over_afzender = b.afzender and o.vervallen_op is null`

/** De gekozen declaratieregels met wat er over hen gezegd is: ingediend (nog geen antwoord), toegekend of afgewezen. */
const prestaties = (als: string, keuze: RawBuilder<unknown>) => sql`(
  select p.*, b.identificatie as declaratie,
    case
      when not exists (select from oordeel o where ${erover}) then 'ingediend'
      when exists (select from oordeel o join afgewezen_regel a on a.gemeente = o.gemeente and a.bericht = o.bericht
        where ${erover} and a.referentie = p.referentie and a.vorige = coalesce(p.vorige, '') and a.bsn_index = p.bsn_index) then 'afgewezen'
      else 'toegekend'
    end as status
  from ${gekozen('prestatie', 'p', keuze)}) ${sql.id(als)}`

/** Of een creditregel die telt deze debetregel terugneemt. */
const gecrediteerd = (p: Paar) => sql<boolean>`(r.dc = 'D' and r.status <> 'afgewezen' and exists (
  select from ${prestaties('c', sql`${waar(p, 'p')} and p.vorige = r.referentie and p.dc = 'C'`)} where c.status <> 'afgewezen'))`

export async function leesPrestaties(tx: Tx, p: Paar, referenties: readonly string[]): Promise<Prestatierij[]> {
  const { rows } = await sql<Prestatierij>`
    select r.* from (select distinct referentie from unnest(${[...referenties]}::text[]) as u(referentie)) g
    cross join lateral (
      select ${prestatievelden}, ${gecrediteerd(p)} as is_gecrediteerd
      from ${prestaties('r', sql`${waar(p, 'p')} and p.referentie = g.referentie`)}) r`.execute(tx)
  return rows
}

export async function leesOpenDebet(tx: Tx, p: Paar, op: readonly { toewijzing: number; van: string }[]): Promise<Prestatierij[]> {
  const { rows } = await sql<Prestatierij>`
    with gevraagd as (select distinct * from unnest(${op.map((o) => o.toewijzing)}::int[], ${op.map((o) => o.van)}::text[]) as g(toewijzing, van))
    select r.* from gevraagd g
    cross join lateral (
      select ${prestatievelden}, false as is_gecrediteerd
      from ${prestaties('r', sql`${waar(p, 'p')} and p.toewijzing = g.toewijzing and p.van = g.van and p.dc = 'D'`)}
      where r.status <> 'afgewezen' and not ${gecrediteerd(p)}) r`.execute(tx)
  return rows
}

export async function leesVerbruik(tx: Tx, p: Paar, toewijzingen: readonly number[]): Promise<Verbruikrij[]> {
  const { rows } = await sql<Verbruikrij>`
    select r.toewijzing, r.eenheid, sum(case r.dc when 'D' then r.volume::bigint else -r.volume end) as volume,
      sum(case r.dc when 'D' then r.bedrag::bigint else -r.bedrag end) as bedrag,
      count(*) filter (where r.dc = 'D' and r.status = 'toegekend' and not ${gecrediteerd(p)}) as open_regels
    from (select distinct toewijzing from unnest(${[...toewijzingen]}::int[]) as u(toewijzing)) g
    cross join lateral (select r.* from ${prestaties('r', sql`${waar(p, 'p')} and p.toewijzing = g.toewijzing`)}) r
    where r.status <> 'afgewezen'
    group by r.toewijzing, r.eenheid`.execute(tx)
  return rows
}
