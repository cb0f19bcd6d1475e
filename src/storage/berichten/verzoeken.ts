/** Verzoeken van aanbieders (VOT, VOW) met wat er op volgde. De rijbeveiliging bepaalt wie welke ziet. */
import { type RawBuilder, sql } from 'kysely'
import type { Verzoeksoort } from '#core/toewijzing/verzoek.ts'
import type { Tx } from '../transactie.ts'
import { dag } from './ketenfeiten.ts'

/** `inwoner` is leeg als de cliënt niet in het dossier staat. */
export type Verzoekrij = {
  readonly bericht: string
  readonly volg: number
  readonly referentie: string
  readonly soort: Verzoeksoort
  readonly ingangsdatums: readonly string[]
  readonly aanbieder: string
  readonly aanbiedernaam: string | null
  /** De dag waarop het binnenkwam. */
  readonly ontvangen: string
  readonly dagtekening: string
  readonly telt: boolean
  readonly is_gehonoreerd: boolean
  readonly antwoorden: ('1' | '2')[]
  /** Ons laatste antwoord waar de aanbieder nog niet op reageerde; leeg als er geen is. */
  readonly wacht_op: string | null
  readonly wacht_stand: 'klaargezet' | 'niet_bezorgd' | 'wacht_op_antwoord' | null
  /** De dag waarop dat verstuurd is. */
  readonly wacht_sinds: string | null
  /** Tot dan is het terug te nemen. */
  readonly wacht_tot: Date | null
  readonly inwoner: string | null
  readonly achternaam: string | null
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
}

/** Wiens werk: van inwoners die iemand zelf helpt en van het eigen team wat nog niemand heeft, of alles van het team. */
export type VanWie = { readonly behandelaar: string; readonly team: string | null } | { readonly team: string }
export type Verzoekvraag = {
  readonly aanbieder?: string | undefined
  readonly van?: VanWie | undefined
  /** Alleen van inwoners met wie de kijker iets te maken heeft: dat kiest de rijen, in plaats van elke rij na te gaan. */
  readonly dichtbij?: boolean | undefined
}

/** Van hetzelfde paar, uit een bericht dat telt, met dezelfde referentie. */
const bijVerzoek = (t: string) => sql`${sql.ref(`${t}.gemeente`)} = v.gemeente and ${sql.ref(`${t}.partij`)} = v.partij
  and ${sql.ref(`${t}.aanbieder`)} = v.aanbieder and ${sql.ref(`${t}.referentie`)} = v.referentie
  and exists (select from geldend_bericht g where g.gemeente = ${sql.ref(`${t}.gemeente`)} and g.id = ${sql.ref(`${t}.bericht`)})`

const verzoeken = (keuze: RawBuilder<unknown>) => sql`
  select v.bericht, v.volg, v.referentie, v.soort, v.ingangsdatums, v.aanbieder, ${dag(sql`b.vastgelegd_op`)} as ontvangen, b.dagtekening,
    (select c.naam from contract c where c.gemeente = v.gemeente and c.aanbieder = v.aanbieder
      order by c.geladen_op desc, c.id desc limit 1) as aanbiedernaam,
    exists (select from geldend_bericht g where g.gemeente = v.gemeente and g.id = v.bericht) as telt,
    exists (select from toewijzing t where ${bijVerzoek('t')}) as is_gehonoreerd,
    array(select a.antwoord from verzoekantwoord a where ${bijVerzoek('a')} order by 1) as antwoorden,
    w.id as wacht_op, w.stand as wacht_stand, ${dag(sql`w.verzonden_op`)} as wacht_sinds, w.verzend_na as wacht_tot,
    i.id as inwoner, i.achternaam, i.voorvoegsel, i.voornamen, i.voorletters
  from (select * from verzoek v where ${keuze} offset 0) v
  join bericht b on b.gemeente = v.gemeente and b.id = v.bericht
  left join lateral (select s.id, s.stand, s.verzonden_op, x.verzend_na from verzoekantwoord a
    join berichtstand s on s.gemeente = a.gemeente and s.id = a.bericht join bericht x on x.gemeente = a.gemeente and x.id = a.bericht
    where ${bijVerzoek('a')} and s.stand in ('klaargezet', 'niet_bezorgd', 'wacht_op_antwoord') order by s.vastgelegd_op desc, s.id desc limit 1) w on true
  left join inwoner i on i.gemeente = v.gemeente and i.bsn_index = v.bsn_index`

/** De verzoeken in één bericht, in de volgorde van het bericht. */
export async function leesVerzoekenUit(tx: Tx, gemeente: string, bericht: string): Promise<Verzoekrij[]> {
  const { rows } = await sql<Verzoekrij>`${verzoeken(sql`v.gemeente = ${gemeente} and v.partij = ${gemeente} and v.bericht = ${bericht}`)}
    order by v.volg`.execute(tx)
  return rows
}

/** Alles wat nog op een beslissing van ons wacht, het oudste eerst. */
export async function leesOpenVerzoeken(tx: Tx, gemeente: string, { aanbieder, van, dichtbij }: Verzoekvraag): Promise<Verzoekrij[]> {
  const keuze = sql`v.gemeente = ${gemeente} and v.partij = ${gemeente} ${aanbieder ? sql`and v.aanbieder = ${aanbieder}` : sql``}
    ${dichtbij ? sql`and v.bsn_index = any(array(select mijn_clienten()))` : sql``}
    and not exists (select from toewijzing t where ${bijVerzoek('t')})
    and not exists (select from verzoekantwoord a where a.antwoord = '1' and ${bijVerzoek('a')})
    and exists (select from geldend_bericht g where g.gemeente = v.gemeente and g.id = v.bericht)`
  const { rows } = await sql<Verzoekrij>`select * from (${verzoeken(keuze)}) v ${van ? sql`where ${wiensWerk(gemeente, van)}` : sql``}
    order by v.ontvangen, v.bericht, v.volg`.execute(tx)
  return rows
}

const openZaak = (gemeente: string, voorwaarde: RawBuilder<unknown>) => sql`exists (select from zaak z
  where z.gemeente = ${gemeente} and z.inwoner = v.inwoner and z.afgesloten_op is null and ${voorwaarde})`
function wiensWerk(gemeente: string, van: VanWie): RawBuilder<unknown> {
  const inTeam = (team: string) =>
    sql`exists (select from inwoner n where n.gemeente = ${gemeente} and n.id = v.inwoner and n.team = ${team})`
  if (!('behandelaar' in van)) return sql`(${inTeam(van.team)} or ${openZaak(gemeente, sql`z.team = ${van.team}`)})`
  const mijn = openZaak(gemeente, sql`z.behandelaar = ${van.behandelaar}`)
  if (van.team === null) return mijn
  return sql`(${mijn} or (${inTeam(van.team)} and not ${openZaak(gemeente, sql`z.behandelaar is not null`)}))`
}
