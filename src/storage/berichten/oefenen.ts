/** Oefenen: hoe gespeelde aanbieders zich gedragen, waar zij nog op kunnen antwoorden, en wat er gespeeld is. Alleen in een proefgemeente. */
import { sql } from 'kysely'
import type { Berichtstand } from '#core/toewijzing/berichtstand.ts'
import type { Tx } from '../transactie.ts'
import { aanbiedernaam } from './inzage.ts'

export type Gedragrij = {
  readonly aanbieder: string
  readonly antwoord: 'neemt_aan' | 'keurt_af' | 'zwijgt'
  readonly code_toewijzing: string | null
  readonly code_verzoek: string | null
  readonly wacht: number
  readonly eenheid: 'minuten' | 'dagen'
  readonly dubbel: boolean
  readonly laatste_eerst: boolean
}

export async function leesGedrag(tx: Tx, gemeente: string): Promise<Gedragrij[]> {
  const { rows } = await sql<Gedragrij>`select aanbieder, antwoord, code_toewijzing, code_verzoek, wacht, eenheid, dubbel, laatste_eerst
    from oefengedrag where gemeente = ${gemeente}`.execute(tx)
  return rows
}

export async function bewaarGedrag(tx: Tx, gemeente: string, g: Gedragrij, nu: Date): Promise<void> {
  await sql`insert into oefengedrag (gemeente, aanbieder, antwoord, code_toewijzing, code_verzoek, wacht, eenheid, dubbel, laatste_eerst, gewijzigd_op)
    values (${gemeente}, ${g.aanbieder}, ${g.antwoord}, ${g.code_toewijzing}, ${g.code_verzoek}, ${g.wacht}, ${g.eenheid}, ${g.dubbel},
      ${g.laatste_eerst}, ${nu})
    on conflict (gemeente, aanbieder) do update set antwoord = excluded.antwoord, code_toewijzing = excluded.code_toewijzing,
      code_verzoek = excluded.code_verzoek, wacht = excluded.wacht, eenheid = excluded.eenheid, dubbel = excluded.dubbel,
      laatste_eerst = excluded.laatste_eerst, gewijzigd_op = excluded.gewijzigd_op`.execute(tx)
}

export type Wachtendrij = {
  readonly id: string
  readonly naam: 'WMO301' | 'WMO319'
  readonly aanbieder: string
  readonly aanbiedernaam: string | null
  readonly identificatie: string
  readonly sinds: Date
}

/** Berichten van ons waar een aanbieder op kan antwoorden; het langst wachtende eerst. */
export async function leesTeOefenen(tx: Tx, gemeente: string, hoogstens: number): Promise<Wachtendrij[]> {
  const { rows } = await sql<Wachtendrij>`select b.id, b.naam, b.aanbieder, ${aanbiedernaam} as aanbiedernaam, b.identificatie,
      coalesce(b.verzonden_op, b.vastgelegd_op) as sinds
    from berichtstand b where b.gemeente = ${gemeente} and b.partij = ${gemeente} and b.richting = 'uit' and b.naam in ('WMO301', 'WMO319')
      and b.stand in ('klaargezet', 'wacht_op_antwoord')
    order by sinds, b.id limit ${hoogstens}`.execute(tx)
  return rows
}

export type Gespeeldrij = {
  readonly id: string
  readonly bericht: string
  readonly naam: string
  readonly aanbieder: string
  readonly aanbiedernaam: string | null
  readonly identificatie: string
  readonly stand: Berichtstand
  readonly code: string | null
  readonly dubbel: boolean
  readonly gespeeld_op: Date
  readonly antwoord: string | null
  readonly uitval: string | null
}

/** Wat het laatst gespeeld is, met het antwoord dat ervan kwam en het werk dat het gaf. */
export async function leesGespeeld(tx: Tx, gemeente: string, hoogstens: number): Promise<Gespeeldrij[]> {
  const { rows } =
    await sql<Gespeeldrij>`select g.id, g.bericht, b.naam, b.aanbieder, ${aanbiedernaam} as aanbiedernaam, b.identificatie, b.stand,
      g.code, g.dubbel, g.gespeeld_op, o.bericht as antwoord,
      (select u.id from uitval u where u.gemeente = b.gemeente and u.bericht = o.bericht order by u.stand desc, u.id limit 1) as uitval
    from oefenantwoord g join berichtstand b on b.gemeente = g.gemeente and b.id = g.bericht
    left join lateral (select x.bericht from oordeel x where x.gemeente = b.gemeente and x.partij = b.partij and x.aanbieder = b.aanbieder
      and x.over_naam = b.naam and x.over_identificatie = b.identificatie and x.over_afzender = b.afzender and x.vervallen_op is null limit 1) o on true
    where g.gemeente = ${gemeente} order by g.gespeeld_op desc, g.id desc limit ${hoogstens}`.execute(tx)
  return rows
}

export async function bewaarGespeeld(
  tx: Tx,
  gemeente: string,
  g: Pick<Gespeeldrij, 'id' | 'bericht' | 'code' | 'dubbel' | 'gespeeld_op'>,
): Promise<void> {
  await sql`insert into oefenantwoord (gemeente, id, bericht, code, dubbel, gespeeld_op)
    values (${gemeente}, ${g.id}, ${g.bericht}, ${g.code}, ${g.dubbel}, ${g.gespeeld_op})`.execute(tx)
}
