/** Cijfers voor toezicht, per maand opgeteld in de database, en de gevallen achter een cijfer per bladzijde. */
import { type RawBuilder, sql } from 'kysely'
import type { Telling } from '#core/base/telling.ts'
import { telRijen } from './telling.ts'
import type { Tx } from './transactie.ts'

/** Dagen, begin en eind meegerekend, en dezelfde periode als momenten. `vandaag`: een termijn die vandaag eindigt loopt nog. */
export type Toezichtperiode = {
  readonly van: string
  readonly tot: string
  readonly vandaag: string
  readonly begin: Date
  readonly einde: Date
}

export const termijnuitkomsten = ['binnen', 'te_laat', 'niet_klaar', 'afgesloten'] as const
export type Termijnuitkomst = (typeof termijnuitkomsten)[number]

/** De zes weken van het onderzoek (Wmo 2.3.2 lid 1), of de twee weken van het besluit op de aanvraag (Wmo 2.3.5 lid 2). */
export const toezichttermijnen = ['onderzoek', 'besluit'] as const
export type Toezichttermijn = (typeof toezichttermijnen)[number]

/** De dagen van feiten van deze soort bij zaak `z` die gelden. De soort staat letterlijk in de opdracht: zo past de index op die soort. */
const feiten = (gemeente: string, soort: string, voorwaarde = sql`true`) => sql`from gebeurtenis g
  where g.gemeente = ${gemeente} and g.zaak = z.id and g.soort = ${sql.lit(soort)} and ${voorwaarde}
    and not exists (select from gebeurtenis v where v.gemeente = ${gemeente} and v.vervangt = g.id)`

const dag = (moment: string) => sql`(${sql.raw(moment)} at time zone 'Europe/Amsterdam')::date`

/** Een termijn bij zaak `z`: tot wanneer, of zij gehaald is, en de eerste dag waarop het klaar was. */
type Termijnsom = { readonly uiterlijk: RawBuilder<unknown>; readonly gehaald: RawBuilder<unknown>; readonly klaarOp: RawBuilder<unknown> }

const onderzoeksom = (gemeente: string): Termijnsom => {
  const uiterlijk = sql`z.onderzoek_uiterlijk`
  const afgerond = sql`from onderzoek o where o.gemeente = ${gemeente} and o.zaak = z.id`
  return {
    uiterlijk,
    gehaald: sql`exists (select ${feiten(gemeente, 'verslag_verzonden', sql`g.datum <= ${uiterlijk}`)})
      or exists (select ${afgerond} and ${dag('o.afgerond_op')} <= ${uiterlijk})`,
    klaarOp: sql`least((select min(g.datum) ${feiten(gemeente, 'verslag_verzonden')}), (select min(${dag('o.afgerond_op')}) ${afgerond}))`,
  }
}

/** Een indicatie van voor de aanvraag is geen besluit op die aanvraag. */
const besluitsom = (gemeente: string): Termijnsom => {
  const uiterlijk = sql`z.besluit_uiterlijk`
  const besloten = sql`exists (select ${feiten(gemeente, 'zaak_afgesloten', sql`g.gegevens->>'reden' = 'besloten'`)})`
  const indicaties = sql`from onderzoek o
    join indicatie i on i.gemeente = o.gemeente and i.onderzoek = o.id where o.gemeente = ${gemeente} and o.zaak = z.id
      and ${dag('i.vastgesteld_op')} >= (select max(g.datum) ${feiten(gemeente, 'aanvraag_ontvangen')})`
  return {
    uiterlijk,
    gehaald: sql`(z.afgesloten_op <= ${uiterlijk} and ${besloten}) or exists (select ${indicaties} and ${dag('i.vastgesteld_op')} <= ${uiterlijk})`,
    klaarOp: sql`least(case when ${besloten} then z.afgesloten_op end, (select min(${dag('i.vastgesteld_op')}) ${indicaties}))`,
  }
}
const sommen = { onderzoek: onderzoeksom, besluit: besluitsom }

/**
 * Zaken waarvan de termijn om is. Het onderzoek is klaar als het is afgerond of het verslag verzonden, wat het eerst was. Het besluit
 * is er als na de aanvraag een indicatie is vastgesteld of de zaak gesloten is omdat er besloten is. Ook wie nog niet klaar is telt
 * mee: anders ziet een achterstand er beter uit naarmate er meer blijft liggen. Verreweg de meeste zijn op tijd, en dat blijkt uit de
 * eerste vraag; wanneer iets klaar was, wordt pas gezocht als dat iets uitmaakt.
 */
const termijnen = (gemeente: string, p: Toezichtperiode, termijn: Toezichttermijn) => {
  const { uiterlijk, gehaald, klaarOp } = sommen[termijn](gemeente)
  return sql`
  select z.id, z.nummer, z.inwoner, z.soort, ${uiterlijk} as uiterlijk, z.afgesloten_op, z.behandelaar, z.team,
    case when ${gehaald} then 'binnen' when z.afgesloten_op > ${uiterlijk} then 'te_laat' when ${klaarOp} is not null then 'te_laat'
      when z.afgesloten_op is not null then 'afgesloten' else 'niet_klaar' end as uitkomst
  from zaak z
  where z.gemeente = ${gemeente} and ${uiterlijk} between ${p.van}::date and ${p.tot}::date and ${uiterlijk} < ${p.vandaag}::date`
}

export type Maandtelling = { readonly maand: string; readonly wat: string; readonly aantal: number }

/** Per maand waarin de termijn eindigde. */
export async function telTermijnen(tx: Tx, gemeente: string, p: Toezichtperiode, termijn: Toezichttermijn): Promise<Maandtelling[]> {
  const { rows } = await sql<Maandtelling>`
    select to_char(t.uiterlijk, 'YYYY-MM') as maand, t.uitkomst as wat, count(*)::int as aantal
    from (${termijnen(gemeente, p, termijn)}) t group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

const indicaties = (gemeente: string, p: Toezichtperiode) => sql`
  from indicatie i where i.gemeente = ${gemeente} and i.vastgesteld_op >= ${p.begin} and i.vastgesteld_op < ${p.einde}`

/** Per maand van vaststellen: alle, met afwijking van het advies, en met een gemotiveerde waarschuwing. */
export async function telIndicaties(tx: Tx, gemeente: string, p: Toezichtperiode): Promise<Maandtelling[]> {
  const { rows } = await sql<Maandtelling>`
    select to_char(m.vastgesteld_op at time zone 'Europe/Amsterdam', 'YYYY-MM') as maand, w.wat, count(*)::int as aantal
    from (select i.vastgesteld_op, i.afwijking_motivering, i.waarschuwing_motiveringen ${indicaties(gemeente, p)}) m
    cross join lateral (values ('alle'), (case when m.afwijking_motivering is not null then 'afwijkend' end),
      (case when jsonb_array_length(m.waarschuwing_motiveringen) > 0 then 'gewaarschuwd' end)) w(wat)
    where w.wat is not null group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

export type Codetelling = { readonly code: string; readonly tekst: string; readonly aantal: number }

/** Welke waarschuwingen gemotiveerd zijn, de vaakste eerst. */
export async function telWaarschuwingen(tx: Tx, gemeente: string, p: Toezichtperiode): Promise<Codetelling[]> {
  const { rows } = await sql<Codetelling>`
    select w->>'code' as code, min(w->>'tekst') as tekst, count(*)::int as aantal
    from (select i.waarschuwing_motiveringen ${indicaties(gemeente, p)}) m cross join lateral jsonb_array_elements(m.waarschuwing_motiveringen) w
    group by 1 order by 3 desc, 1 limit 20`.execute(tx)
  return rows
}

export type Overigetelling = {
  readonly noodtoegangen: number
  readonly onbeoordeeld: number
  readonly terecht: number
  readonly onterecht: number
  readonly publicaties: number
  readonly instellingen: number
  readonly geweigerd: number
}

export async function telOverige(tx: Tx, gemeente: string, { begin, einde }: Toezichtperiode): Promise<Overigetelling> {
  const in_ = (kolom: string) => sql`gemeente = ${gemeente} and ${sql.ref(kolom)} >= ${begin} and ${sql.ref(kolom)} < ${einde}`
  const { rows } = await sql<Overigetelling>`
    select count(*)::int as noodtoegangen, count(*) filter (where beoordeeld_op is null)::int as onbeoordeeld,
      count(*) filter (where oordeel = 'terecht')::int as terecht, count(*) filter (where oordeel = 'onterecht')::int as onterecht,
      (select count(*)::int from cataloguspublicatie where ${in_('gedaan_op')}) as publicaties,
      (select count(*)::int from instellingkeuze where ${in_('gedaan_op')}) as instellingen,
      (select count(*)::int from audit where ${in_('tijdstip')} and uitkomst = 'geweigerd') as geweigerd
    from noodtoegang where ${in_('van')}`.execute(tx)
  return rows[0] as Overigetelling
}

export type Termijngeval = {
  readonly id: string
  readonly nummer: string
  readonly inwoner: string
  readonly soort: string
  readonly uiterlijk: string
  readonly klaar_op: string | null
  readonly afgesloten_op: string | null
  readonly uitkomst: Termijnuitkomst
  readonly behandelaar: string | null
  readonly team: string | null
}
export type Bladzijde<C> = { readonly na?: C | undefined; readonly hoogstens: number }

/** Welke termijn, en hoe het afliep. */
export type Termijnvraag = { readonly termijn: Toezichttermijn; readonly uitkomst: Termijnuitkomst | undefined }

const metUitkomst = (uitkomst: Termijnuitkomst | undefined) => (uitkomst === undefined ? sql`true` : sql`t.uitkomst = ${uitkomst}`)

/** Hoeveel zaken er achter een cijfer zitten. */
export const telTermijngevallen = (tx: Tx, gemeente: string, p: Toezichtperiode, { termijn, uitkomst }: Termijnvraag): Promise<Telling> =>
  telRijen(tx, sql`select from (${termijnen(gemeente, p, termijn)}) t where ${metUitkomst(uitkomst)}`)

/** De eerste termijn bovenaan; zonder namen van inwoners. */
export async function leesTermijngevallen(
  tx: Tx,
  gemeente: string,
  p: Toezichtperiode,
  { termijn, uitkomst }: Termijnvraag,
  b: Bladzijde<{ dag: string; id: string }>,
): Promise<Termijngeval[]> {
  const { rows } = await sql<Termijngeval>`
    with blad as materialized (select t.* from (${termijnen(gemeente, p, termijn)}) t where ${metUitkomst(uitkomst)}
      and ${b.na ? sql`(t.uiterlijk, t.id) > (${b.na.dag}::date, ${b.na.id}::uuid)` : sql`true`} order by t.uiterlijk, t.id limit ${b.hoogstens})
    select z.id, z.nummer, z.inwoner, z.soort, z.uiterlijk, ${sommen[termijn](gemeente).klaarOp} as klaar_op, z.afgesloten_op, z.uitkomst,
      m.naam as behandelaar, e.naam as team
    from blad z
    left join collegas() m on m.id = z.behandelaar left join team e on e.gemeente = ${gemeente} and e.id = z.team
    order by z.uiterlijk, z.id`.execute(tx)
  return rows
}

export type Indicatiesoort = 'alle' | 'afwijkend' | 'gewaarschuwd'
export type Indicatiegeval = {
  readonly id: string
  readonly inwoner: string
  readonly zaak: string | null
  readonly zaaknummer: string | null
  readonly tabel: string
  readonly product: string
  readonly catalogus_hash: string
  readonly vastgesteld_op: Date
  readonly door: string | null
  readonly afwijking_motivering: string | null
  readonly waarschuwing_motiveringen: readonly { readonly code: string; readonly tekst: string; readonly motivering: string }[]
  readonly resultaat: string | null
}

const welke = {
  alle: sql`true`,
  afwijkend: sql`i.afwijking_motivering is not null`,
  gewaarschuwd: sql`jsonb_array_length(i.waarschuwing_motiveringen) > 0`,
}

/** Hoeveel indicaties er achter een cijfer zitten. */
export const telIndicatiegevallen = (tx: Tx, gemeente: string, p: Toezichtperiode, soort: Indicatiesoort): Promise<Telling> =>
  telRijen(tx, sql`select ${indicaties(gemeente, p)} and ${welke[soort]}`)

/** De laatste eerst. */
export async function leesIndicatiegevallen(
  tx: Tx,
  gemeente: string,
  p: Toezichtperiode,
  soort: Indicatiesoort,
  b: Bladzijde<{ op: Date; id: string }>,
): Promise<Indicatiegeval[]> {
  const { rows } = await sql<Indicatiegeval>`
    with blad as (select i.* ${indicaties(gemeente, p)} and ${welke[soort]}
      and ${b.na ? sql`(i.vastgesteld_op, i.id) < (${b.na.op}, ${b.na.id}::uuid)` : sql`true`} order by i.vastgesteld_op desc, i.id desc limit ${b.hoogstens})
    select i.id, i.inwoner, o.zaak, z.nummer as zaaknummer, i.tabel, i.product, i.catalogus_hash, i.vastgesteld_op, m.naam as door,
      i.afwijking_motivering, i.waarschuwing_motiveringen, a.resultaat
    from blad i
    left join onderzoek o on o.gemeente = i.gemeente and o.id = i.onderzoek
    left join zaak z on z.gemeente = o.gemeente and z.id = o.zaak
    left join collegas() m on m.id = i.vastgesteld_door
    left join advies a on a.gemeente = i.gemeente and a.id = i.advies
    order by i.vastgesteld_op desc, i.id desc`.execute(tx)
  return rows
}
