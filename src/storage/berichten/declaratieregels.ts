/** De regels van een grote declaratie: veel rijen per opdracht, en per deel één vraag naar wat er al was. */
import { sql } from 'kysely'
import { bytesreeks, getallenreeks, tekstreeks } from '../postgres/reeks.ts'
import type { Tx } from '../transactie.ts'
import type { Herkomst } from './feiten.ts'
import type { Paar } from './vragen.ts'

/** Wat veel regels gemeen hebben. */
export type Regelsoort = {
  readonly categorie: string
  readonly code: string
  readonly van: string
  readonly tot: string
  readonly eenheid: string
  readonly tarief?: number
  readonly dc: 'D' | 'C'
}

/** Regels per kolom; `client` en `soort` wijzen vanaf 1 in hun eigen lijst, want daarin verschillen regels weinig. */
export type Regelkolommen = {
  readonly clienten: readonly Buffer[]
  readonly soorten: readonly Regelsoort[]
  readonly client: readonly number[]
  readonly soort: readonly number[]
  readonly referentie: readonly string[]
  readonly vorige: readonly (string | undefined)[]
  readonly toewijzing: readonly number[]
  readonly volume: readonly number[]
  readonly bedrag: readonly number[]
}

/** `vanaf` is het volgnummer van de eerste regel binnen het bericht. */
export async function bewaarRegels(tx: Tx, h: Herkomst, k: Regelkolommen, vanaf: number): Promise<void> {
  if (k.client.length === 0) return
  const soort = <V>(veld: (s: Regelsoort) => V): V[] => k.soorten.map(veld)
  await sql`insert into prestatie (gemeente, partij, bericht, aanbieder, volg, bsn_index, referentie, vorige, toewijzing, categorie, code, van, tot,
      volume, eenheid, tarief, bedrag, dc)
    select ${h.gemeente}::char(4), ${h.partij}::text, ${h.bericht}::uuid, ${h.aanbieder}::text, r.volg::int - 1 + ${vanaf}::int, c.bsn_index,
      r.referentie, r.vorige, r.toewijzing, s.categorie, s.code, s.van, s.tot, r.volume, s.eenheid, nullif(s.tarief, -1), r.bedrag, s.dc
    from unnest(${getallenreeks(k.client)}::int[], ${getallenreeks(k.soort)}::int[], ${tekstreeks(k.referentie)}::text[],
      ${k.vorige.some((v) => v !== undefined) ? tekstreeks(k.vorige) : null}::text[], ${getallenreeks(k.toewijzing)}::int[],
      ${getallenreeks(k.volume)}::int[], ${getallenreeks(k.bedrag)}::int[])
      with ordinality as r(client, soort, referentie, vorige, toewijzing, volume, bedrag, volg)
    join unnest(${bytesreeks(k.clienten)}::bytea[]) with ordinality as c(bsn_index, plek) on c.plek = r.client
    join unnest(${tekstreeks(soort((s) => s.categorie))}::text[], ${tekstreeks(soort((s) => s.code))}::text[],
      ${tekstreeks(soort((s) => s.van))}::text[], ${tekstreeks(soort((s) => s.tot))}::text[], ${tekstreeks(soort((s) => s.eenheid))}::text[],
      ${getallenreeks(soort((s) => s.tarief ?? -1))}::int[], ${tekstreeks(soort((s) => s.dc))}::text[])
      with ordinality as s(categorie, code, van, tot, eenheid, tarief, dc, plek) on s.plek = r.soort`.execute(tx)
}

export type Gebruikt = { readonly referenties: readonly string[]; readonly toewijzingen: readonly number[] }

/**
 * Op welke van deze sleutels er al regels staan, van welke declaratie ook. Meestal zijn dat er weinig, en dan hoeft over de andere niets
 * gevraagd te worden: dit kijkt alleen in de index. Nieuwe referenties liggen daarin meestal naast elkaar, en gaan in één gang; op een
 * toewijzing staan vaak veel regels, en daarvan is er één genoeg.
 */
export async function leesGebruikt(tx: Tx, { gemeente }: Pick<Paar, 'gemeente'>, op: Gebruikt): Promise<Gebruikt> {
  const { rows } = await sql<{ referenties: string[]; toewijzingen: number[] }>`
    select array(select distinct p.referentie from prestatie p
        where p.gemeente = ${gemeente} and p.referentie = any((select ${tekstreeks(op.referenties)}::text[])::text[])) as referenties,
      array(select u.n from unnest(${getallenreeks(op.toewijzingen)}::int[]) as u(n)
        cross join lateral (select from prestatie p where p.gemeente = ${gemeente} and p.toewijzing = u.n limit 1) x) as toewijzingen`.execute(
    tx,
  )
  return rows[0] ?? { referenties: [], toewijzingen: [] }
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
  const { rows } = await sql<{ referentie: string }>`select distinct x.referentie from (select p.referentie, p.bericht from prestatie p
    where p.gemeente = ${gemeente} and p.referentie = any(${tekstreeks(referenties)}::text[]) offset 0) x
    where x.bericht = ${bericht}::uuid`.execute(tx)
  return rows.map((r) => r.referentie)
}
