/** De regels van een grote declaratie: veel rijen per opdracht, en per deel één vraag naar wat er al was. */
import { sql } from 'kysely'
import { invariant } from '#core/base/invariant.ts'
import { bytesreeks, getallenreeks, tekstreeks } from '../postgres/reeks.ts'
import type { Tx } from '../transactie.ts'
import type { Herkomst } from './feiten.ts'
import { geldendeToewijzingen, type Paar, type Toewijzingrij } from './vragen.ts'

/**
 * Voor de rest van de transactie: alles wat een declaratie vraagt gaat over sleutels die zij noemt. Van een tabel die nog leeg was toen er
 * voor het laatst geteld werd denkt PostgreSQL dat helemaal lezen evengoed is, en dan legt het elke rij naast elke sleutel. Groeperen en
 * koppelen kan steeds met een tabel in het geheugen; sorteren op tien kolommen die bijna altijd gelijk zijn kost meer.
 */
export async function metSleutelvragen(tx: Tx): Promise<void> {
  await sql`select set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true), set_config('jit', 'off', true)`.execute(
    tx,
  )
}

/** De nummers van de regels gaan bij elk deel een paar keer mee: één keer in de vorm van de database gezet. */
const inVorm = new WeakMap<readonly string[], Buffer>()
function nummerreeks(nummers: readonly string[]): Buffer {
  const bekend = inVorm.get(nummers)
  if (bekend !== undefined) return bekend
  const nieuw = tekstreeks(nummers)
  inVorm.set(nummers, nieuw)
  return nieuw
}

/** Wat veel regels gemeen hebben. */
export type Soortrij = {
  readonly categorie: string
  readonly code: string
  readonly van: string
  readonly tot: string
  readonly eenheid: string
  readonly tarief: number | undefined
  readonly dc: 'D' | 'C'
}

/** Regels per kolom; `client` en `soort` wijzen vanaf nul in hun eigen lijst, want daarin verschillen regels weinig. */
export type Regelkolommen = {
  readonly soorten: readonly Soortrij[]
  readonly client: readonly number[]
  readonly soort: readonly number[]
  readonly referentie: readonly string[]
  readonly vorige: readonly (string | undefined)[]
  readonly toewijzing: readonly number[]
  readonly volume: readonly number[]
  readonly bedrag: readonly number[]
}

/**
 * `vanaf` is het volgnummer van de eerste regel binnen het bericht. Elke regel heeft een cliënt en een soort; `left` zegt PostgreSQL dat er
 * evenveel rijen uitkomen als erin gaan.
 */
export async function bewaarRegels(
  tx: Tx,
  h: Herkomst,
  { clienten, regels: k }: { readonly clienten: readonly Buffer[]; readonly regels: Regelkolommen },
  vanaf: number,
): Promise<void> {
  if (k.client.length === 0) return
  const soort = <V>(veld: (s: Soortrij) => V): V[] => k.soorten.map(veld)
  await sql`insert into prestatie (gemeente, partij, bericht, aanbieder, volg, bsn_index, referentie, vorige, toewijzing, categorie, code, van, tot,
      volume, eenheid, tarief, bedrag, dc)
    select ${h.gemeente}::char(4), ${h.partij}::text, ${h.bericht}::uuid, ${h.aanbieder}::text, r.volg::int - 1 + ${vanaf}::int, c.bsn_index,
      r.referentie, r.vorige, r.toewijzing, s.categorie, s.code, s.van, s.tot, r.volume, s.eenheid, nullif(s.tarief, -1), r.bedrag, s.dc
    from unnest(${getallenreeks(k.client)}::int[], ${getallenreeks(k.soort)}::int[], ${nummerreeks(k.referentie)}::text[],
      ${k.vorige.some((v) => v !== undefined) ? tekstreeks(k.vorige) : null}::text[], ${getallenreeks(k.toewijzing)}::int[],
      ${getallenreeks(k.volume)}::int[], ${getallenreeks(k.bedrag)}::int[])
      with ordinality as r(client, soort, referentie, vorige, toewijzing, volume, bedrag, volg)
    left join unnest(${bytesreeks(clienten)}::bytea[]) with ordinality as c(bsn_index, plek) on c.plek = r.client + 1
    left join unnest(${tekstreeks(soort((s) => s.categorie))}::text[], ${tekstreeks(soort((s) => s.code))}::text[],
      ${tekstreeks(soort((s) => s.van))}::text[], ${tekstreeks(soort((s) => s.tot))}::text[], ${tekstreeks(soort((s) => s.eenheid))}::text[],
      ${getallenreeks(soort((s) => s.tarief ?? -1))}::int[], ${tekstreeks(soort((s) => s.dc))}::text[])
      with ordinality as s(categorie, code, van, tot, eenheid, tarief, dc, plek) on s.plek = r.soort + 1`.execute(tx)
}

/** Wat veel toewijzingen gemeen hebben, met hun nummers; `clienten` zegt per nummer de plek van haar cliënt, vanaf nul. */
export type Toewijzinggroep = Pick<
  Toewijzingrij,
  'aanbieder' | 'ingangsdatum' | 'einddatum' | 'reden_wijziging' | 'categorie' | 'code' | 'volume' | 'eenheid' | 'frequentie' | 'budget'
> & { readonly nummers: number[]; readonly clienten: (number | null)[] }

const inhoudvelden = sql`t.aanbieder, t.ingangsdatum, t.einddatum, t.reden_wijziging, t.categorie, t.code, t.volume, t.eenheid, t.frequentie, t.budget`

export type Deelvraag = {
  readonly toewijzingen: readonly number[]
  readonly clienten: readonly Buffer[]
  /** Nummers van regels. */
  readonly referenties: readonly string[]
}
export type Deelantwoord = {
  /** De geldende versies, bij elkaar wat alleen in nummer en cliënt verschilt. Een cliënt die niet gevraagd is heeft geen plek. */
  readonly groepen: Toewijzinggroep[]
  /** De gevraagde nummers waar al regels onder staan, van welke declaratie ook. */
  readonly referenties: string[]
  readonly toewijzingen: number[]
}

/**
 * Wat er bij de regels van een deel al is, in één vraag. Er staan meestal weinig regels onder de sleutels, en dan hoeft over de andere niets
 * gevraagd te worden: dit kijkt alleen in de index, in één gang langs wat er gevraagd wordt. Zolang er weinig regels zijn leest PostgreSQL
 * ze liever allemaal; dan valt wat buiten de eerste en de laatste sleutel ligt meteen af, en hoeft het niet langs elke sleutel.
 */
export async function leesDeel(tx: Tx, p: Paar, v: Deelvraag): Promise<Deelantwoord> {
  const { rows } = await sql<Deelantwoord>`
    with gevraagd as materialized (select ${nummerreeks(v.referenties)}::text[] as referenties, ${getallenreeks(v.toewijzingen)}::int[] as toewijzingen),
      referentie as materialized (select min(r collate "C") as eerste, max(r collate "C") as laatste from gevraagd, unnest(referenties) as r),
      nummer as materialized (select min(t) as eerste, max(t) as laatste from gevraagd, unnest(toewijzingen) as t),
      groep as (
        select ${inhoudvelden},
          json_agg(t.nummer) as nummers, json_agg(c.plek - 1) as clienten
        from (${geldendeToewijzingen({ paar: p, nummers: sql`(select toewijzingen from gevraagd)`, velden: sql`t.nummer, t.bsn_index, ${inhoudvelden}` })}) t
        left join unnest(${bytesreeks(v.clienten)}::bytea[]) with ordinality as c(bsn_index, plek) on c.bsn_index = t.bsn_index
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
    select coalesce((select json_agg(g) from groep g), '[]') as groepen,
      array(select distinct p.referentie from prestatie p where p.gemeente = ${p.gemeente}
        and p.referentie between (select eerste from referentie) and (select laatste from referentie)
        and p.referentie = any((select referenties from gevraagd)::text[])) as referenties,
      array(select distinct p.toewijzing from prestatie p where p.gemeente = ${p.gemeente}
        and p.toewijzing between (select eerste from nummer) and (select laatste from nummer)
        and p.toewijzing = any((select toewijzingen from gevraagd)::int[])) as toewijzingen`.execute(tx)
  invariant(rows[0] !== undefined, 'een vraag zonder from geeft altijd één rij')
  return rows[0]
}

/**
 * Welke van deze nummers al in dit bericht staan. `offset 0` houdt het bericht buiten de keuze van de index: langs het bericht zelf zoeken
 * zou bij elk deel alle eerdere delen lezen.
 */
export async function leesNummersIn(
  tx: Tx,
  { gemeente }: Pick<Paar, 'gemeente'>,
  bericht: string,
  referenties: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ referentie: string }>`
    with gevraagd as materialized (select ${nummerreeks(referenties)}::text[] as referenties),
      grens as materialized (select min(r collate "C") as eerste, max(r collate "C") as laatste from gevraagd, unnest(referenties) as r)
    select distinct x.referentie from (select p.referentie, p.bericht from prestatie p
      where p.gemeente = ${gemeente} and p.referentie between (select eerste from grens) and (select laatste from grens)
        and p.referentie = any((select referenties from gevraagd)::text[]) offset 0) x
    where x.bericht = ${bericht}::uuid`.execute(tx)
  return rows.map((r) => r.referentie)
}
