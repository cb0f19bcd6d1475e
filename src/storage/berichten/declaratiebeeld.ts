/** Een declaratie uit de database, hoe groot zij ook is: de totalen, en haar regels een bladzijde tegelijk. Zonder cliënten. */
import { sql } from 'kysely'
import type { Tx } from '../transactie.ts'
import type { Prestatierij } from './vragen.ts'

export type Declaratietotaal = {
  readonly nummer: string
  readonly van: string
  readonly tot: string
  /** Eurocenten, credit als aftrek; zoals het in het bericht staat. */
  readonly ingediend: string
  readonly regels: string
  readonly clienten: string
  readonly afgekeurd: string
  readonly afgekeurd_bedrag: string
}
export type Declaratieregelrij = Omit<Prestatierij, 'declaratie' | 'status' | 'is_gecrediteerd'> & {
  readonly volg: number
  readonly afgekeurd: boolean
}

/** Afgekeurd is een regel die in ons antwoord terugkomt, of elke regel als de declaratie zelf is afgekeurd. */
const regels = (gemeente: string, bericht: string, deel = sql``) => sql`
  select p.*, (b.uitkomst = 'afgewezen' or a.referentie is not null) as afgekeurd from bericht b
  join prestatie p on p.gemeente = b.gemeente and p.bericht = b.id ${deel}
  left join lateral (select a.referentie from afgewezen_regel a where a.gemeente = b.gemeente and a.bericht = b.retour
    and a.referentie = p.referentie and a.vorige = coalesce(p.vorige, '') and a.bsn_index = p.bsn_index limit 1) a on true
  where b.gemeente = ${gemeente} and b.partij = ${gemeente} and b.id = ${bericht}`

export async function leesDeclaratietotaal(tx: Tx, gemeente: string, bericht: string): Promise<Declaratietotaal | undefined> {
  const { rows } = await sql<Declaratietotaal>`
    with r as (${regels(gemeente, bericht)})
    select d.nummer, d.van, d.tot, d.totaal as ingediend, count(r.volg) as regels, count(distinct r.bsn_index) as clienten,
      count(*) filter (where r.afgekeurd) as afgekeurd,
      coalesce(sum(case r.dc when 'C' then -r.bedrag else r.bedrag end) filter (where r.afgekeurd), 0) as afgekeurd_bedrag
    from declaratie d left join r on true
    where d.gemeente = ${gemeente} and d.partij = ${gemeente} and d.bericht = ${bericht}
    group by d.nummer, d.van, d.tot, d.totaal, d.volg order by d.volg limit 1`.execute(tx)
  return rows[0]
}

type Vraag = { readonly alleenAfgekeurd: boolean; readonly na: number; readonly hoogstens: number }
/** In de volgorde van het bericht. */
export async function leesDeclaratieregels(tx: Tx, gemeente: string, bericht: string, v: Vraag): Promise<Declaratieregelrij[]> {
  // De regels tellen door: zonder keuze staan de volgende er precies zoveel verder.
  const deel = v.alleenAfgekeurd ? sql`and p.volg > ${v.na}` : sql`and p.volg between ${v.na + 1} and ${v.na + v.hoogstens}`
  const { rows } = await sql<Declaratieregelrij>`
    select r.volg, r.referentie, r.vorige, r.toewijzing, r.categorie, r.code, r.van, r.tot, r.volume, r.eenheid, r.tarief, r.bedrag, r.dc, r.bsn_index, r.afgekeurd
    from (${regels(gemeente, bericht, deel)}) r where ${v.alleenAfgekeurd ? sql`r.afgekeurd` : sql`true`}
    order by r.volg limit ${v.hoogstens}`.execute(tx)
  return rows
}
