/** Berichten terugzien: een lijst met voorwaarden, één bericht, en wat daarbij hoort. De rijbeveiliging bepaalt wie wat ziet. */
import { type RawBuilder, sql } from 'kysely'
import type { Berichtstand } from '#core/toewijzing/berichtstand.ts'
import type { Telling } from '#core/base/telling.ts'
import { telRijen } from '../telling.ts'
import type { Tx } from '../transactie.ts'

/** `inwoner` is leeg als de cliënt niet in het dossier staat, of het bericht over meer cliënten gaat. */
export type Berichtrij = {
  readonly id: string
  readonly richting: 'in' | 'uit'
  readonly naam: string | null
  readonly aanbieder: string | null
  readonly aanbiedernaam: string | null
  readonly identificatie: string | null
  readonly dagtekening: string | null
  readonly stand: Berichtstand
  readonly vastgelegd_op: Date
  readonly verzonden_op: Date | null
  readonly inwoner: string | null
  readonly achternaam: string | null
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
  readonly codes: readonly string[]
}
export type Berichtdetailrij = Berichtrij & {
  readonly partij: string
  readonly release: string | null
  readonly afzender: string | null
  readonly ontvanger: string | null
  readonly grootte: string
  readonly heeft_client: boolean
}
export type Berichtvraag = {
  readonly richting?: 'in' | 'uit' | undefined
  readonly naam?: string | undefined
  readonly stand?: Berichtstand | undefined
  readonly code?: string | undefined
  readonly aanbieder?: string | undefined
  readonly inwoner?: string | undefined
  readonly client?: Buffer | undefined
  readonly begin?: Date | undefined
  readonly einde?: Date | undefined
  /** Alleen van inwoners met wie de kijker iets te maken heeft: dat kiest de rijen, in plaats van elke rij na te gaan. */
  readonly dichtbij?: boolean | undefined
  readonly na?: { readonly tijdstip: Date; readonly id: string } | undefined
  readonly hoogstens: number
}

export type Berichtvoorwaarden = Omit<Berichtvraag, 'na' | 'hoogstens'>

/** Naam van de aanbieder in het laatst geladen contract. */
export const aanbiedernaam = sql`(select c.naam from contract c where c.gemeente = b.gemeente and c.aanbieder = b.aanbieder
  order by c.geladen_op desc, c.id desc limit 1)`
const codes = sql`array(select distinct u.code from uitval u where u.gemeente = b.gemeente and u.bericht = b.id and u.code is not null order by u.code)`
const kop = sql`b.id, b.richting, b.naam, b.aanbieder, ${aanbiedernaam} as aanbiedernaam, b.identificatie, b.dagtekening, b.stand,
  b.vastgelegd_op, b.verzonden_op, ${codes} as codes, i.id as inwoner, i.achternaam, i.voorvoegsel, i.voornamen, i.voorletters`
const metInwoner = sql`left join inwoner i on i.gemeente = b.gemeente and i.bsn_index = b.client_index and b.partij = b.gemeente::text`

/** Zegt de rijbeveiliging dat er een lange lijst komt: dan bouwt zij één keer op wie een consulent ziet. Geldt tot het eind van de transactie. */
export async function vraagtLijst(tx: Tx, lijst: 'ja' | 'nee' = 'ja'): Promise<void> {
  await sql`select set_config('meedoen.lijst', ${lijst}, true)`.execute(tx)
}

/** Boven zoveel cliënten is bladeren door alle berichten sneller dan van elke cliënt de berichten zoeken. */
const WEINIG_CLIENTEN = 5_000
export async function heeftWeinigClienten(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ aantal: number }>`select count(*)::int as aantal
    from (select mijn_clienten() limit ${WEINIG_CLIENTEN + 1}) c`.execute(tx)
  return (rows[0]?.aantal ?? 0) <= WEINIG_CLIENTEN
}

/**
 * Eerst welke, dan pas wat erin staat: kiezen gaat langs een index, zonder de rijen zelf. Voor die ene bladzijde is per rij vragen of
 * de kijker haar ziet veel minder werk dan nog eens de verzameling van al haar cliënten.
 */
export async function leesBerichten(tx: Tx, gemeente: string, v: Berichtvraag): Promise<Berichtrij[]> {
  await vraagtLijst(tx)
  const gekozen = await sql<{ id: string }>`
    select b.id from berichtstand b where b.gemeente = ${gemeente} and b.partij = ${gemeente} ${voorwaarden(gemeente, v)}
    order by b.vastgelegd_op desc, b.id desc limit ${v.hoogstens}`.execute(tx)
  if (gekozen.rows.length === 0) return []
  await vraagtLijst(tx, 'nee')
  const { rows } = await sql<Berichtrij>`
    select ${kop} from berichtstand b ${metInwoner}
    where b.gemeente = ${gemeente} and b.partij = ${gemeente} and b.id = any(${gekozen.rows.map((r) => r.id)}::uuid[])
    order by b.vastgelegd_op desc, b.id desc`.execute(tx)
  await vraagtLijst(tx)
  return rows
}

/** Hoeveel berichten aan deze vraag voldoen. */
export const telBerichtenlijst = (tx: Tx, gemeente: string, v: Berichtvoorwaarden): Promise<Telling> =>
  telRijen(tx, sql`select from berichtstand b where b.gemeente = ${gemeente} and b.partij = ${gemeente} ${voorwaarden(gemeente, v)}`)

function voorwaarden(gemeente: string, v: Berichtvoorwaarden & Pick<Berichtvraag, 'na'>): RawBuilder<unknown> {
  const delen = [
    v.richting && sql`b.richting = ${v.richting}`,
    v.naam && sql`b.naam = ${v.naam}`,
    v.stand && sql`b.stand = ${v.stand}`,
    v.stand && standkenmerken(gemeente)[v.stand],
    v.code && sql`b.id = any(array(${metCode(gemeente, v.code)}))`,
    v.aanbieder && sql`b.aanbieder = ${v.aanbieder}`,
    v.inwoner && sql`b.client_index = (select i.bsn_index from inwoner i where i.gemeente = ${gemeente} and i.id = ${v.inwoner})`,
    v.client && sql`b.client_index = ${v.client}`,
    v.begin && sql`b.vastgelegd_op >= ${v.begin}`,
    v.einde && sql`b.vastgelegd_op < ${v.einde}`,
    v.dichtbij && sql`b.client_index = any(array(select mijn_clienten()))`,
    v.na && sql`(b.vastgelegd_op, b.id) < (${v.na.tijdstip}, ${v.na.id}::uuid)`,
  ].filter((d) => d !== undefined && d !== '' && d !== false) as RawBuilder<unknown>[]
  return delen.length === 0 ? sql`` : sql`and ${sql.join(delen, sql` and `)}`
}

/** Heenberichten van ons: daar komt een retourbericht op. */
const metAntwoord = sql.join(['WMO301', 'WMO305', 'WMO307', 'WMO315', 'WMO317', 'WMO319', 'WMO323'].map((naam) => sql.lit(naam)))
const anders = sql`b.uitkomst not in ('geaccepteerd', 'verzonden')`
/** Eén keer opgezocht, niet bij elk bericht: `not in` blijft een voorwaarde op het bericht, en komt voor het afleiden van de stand. */
const onbeantwoord = (gemeente: string) => sql`b.richting = 'uit' and b.verzonden_op is not null and b.vervangen_op is null
  and (b.identificatie, b.naam, b.afzender, b.aanbieder) not in (select o.over_identificatie, o.over_naam, o.over_afzender, o.aanbieder
    from oordeel o where o.gemeente = ${gemeente} and o.partij = ${gemeente} and o.vervallen_op is null)`

/** Wat een bericht met deze stand altijd heeft: zo hoeft de stand zelf niet van elk bericht te worden afgeleid. */
const standkenmerken = (gemeente: string): Partial<Record<Berichtstand, RawBuilder<unknown>>> => {
  const metEnvelop = (stand: 'mislukt' | 'wacht') => sql`b.id = any(array(select e.bericht from envelop e
    where e.gemeente = ${gemeente} and e.richting = 'uit' and e.stand = ${sql.lit(stand)} and e.bericht is not null))`
  return {
    klaargezet: sql`b.richting = 'uit' and (b.verzonden_op is null or ${metEnvelop('wacht')})`,
    niet_bezorgd: sql`b.richting = 'uit' and ${metEnvelop('mislukt')}`,
    wacht_op_antwoord: sql`${onbeantwoord(gemeente)} and b.naam in (${metAntwoord})`,
    verzonden: sql`${onbeantwoord(gemeente)} and b.naam not in (${metAntwoord})`,
    deels: sql`b.richting = 'in' and b.uitkomst = 'deels' and ${anders}`,
    afgekeurd: sql`case b.richting when 'in' then b.uitkomst not in ('geaccepteerd', 'deels') else b.id = any(array(
      select x.id from oordeel o join bericht x on x.gemeente = o.gemeente and x.identificatie = o.over_identificatie and x.naam = o.over_naam
        and x.afzender = o.over_afzender
      where o.gemeente = ${gemeente} and o.uitkomst = 'afgewezen' and o.vervallen_op is null)) end`,
    dubbel: sql`b.richting = 'in' and not b.telt`,
    schemafout: sql`b.uitkomst = 'niveau1' and ${anders}`,
    vreemd: sql`b.uitkomst = 'vreemd' and ${anders}`,
    vervangen: sql`b.vervangen_op is not null`,
    teruggenomen: sql`b.vervangen_op is not null`,
  }
}

/** Het bericht met deze code, het antwoord dat haar draagt, en het bericht waar dat over gaat. */
const metCode = (gemeente: string, code: string) => sql`
  select u.bericht from uitval u where u.gemeente = ${gemeente} and u.code = ${code}
  union select r.retour from uitval u join bericht r on r.gemeente = u.gemeente and r.id = u.bericht
    where u.gemeente = ${gemeente} and u.code = ${code} and r.retour is not null
  union select h.id from uitval u join oordeel o on o.gemeente = u.gemeente and o.bericht = u.bericht and o.vervallen_op is null
    join bericht h on h.gemeente = o.gemeente and h.identificatie = o.over_identificatie and h.naam = o.over_naam and h.afzender = o.over_afzender
      and h.partij = o.partij and h.aanbieder = o.aanbieder
    where u.gemeente = ${gemeente} and u.code = ${code}`

export async function leesBericht(tx: Tx, gemeente: string, id: string): Promise<Berichtdetailrij | undefined> {
  const { rows } = await sql<Berichtdetailrij>`
    select ${kop}, b.partij, b.release, b.afzender, b.ontvanger, b.grootte, b.client_index is not null as heeft_client
    from berichtstand b ${metInwoner} where b.gemeente = ${gemeente} and b.partij = ${gemeente} and b.id = ${id}`.execute(tx)
  return rows[0]
}

/** Over wie dit bericht gaat, ook als het niet te zien is: een geweigerde poging hoort in het logboek van die inwoner. */
export async function inwonerVanBericht(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ inwoner: string | null }>`select inwoner_van_bericht(${id}) as inwoner`.execute(tx)
  return rows[0]?.inwoner ?? null
}

/** Een heen- en een retourbericht horen bij elkaar; `zelfde_nummer` is wat ervoor in de plaats kwam, of waar het voor in de plaats kwam. */
export type Verband = 'heenbericht' | 'antwoord' | 'zelfde_nummer' | 'toewijzing' | 'verzoek'
export type Verwantrij = Pick<Berichtrij, 'id' | 'richting' | 'naam' | 'identificatie' | 'stand' | 'vastgelegd_op'> & {
  readonly verband: Verband
}

/** Hoeveel berichten over dezelfde toewijzing er hoogstens bij staan; de laatste. */
const MEEST_VERWANT = 40

/** Wat bij dit bericht hoort: zijn antwoord of heenbericht, en wat er verder over dezelfde toewijzing of hetzelfde verzoek ging. */
export async function leesVerwant(tx: Tx, gemeente: string, id: string): Promise<Verwantrij[]> {
  const { rows } = await sql<Verwantrij>`
    with hier as (select * from bericht where gemeente = ${gemeente} and id = ${id}),
    paar as (
      select b.retour as id, 'antwoord' as verband from hier b
      union select x.id, 'heenbericht' from hier b join bericht x on x.gemeente = b.gemeente and x.retour = b.id
      union select b.over, 'heenbericht' from hier b
      union select x.id, 'antwoord' from hier b join bericht x on x.gemeente = b.gemeente and x.over = b.id
      union select o.bericht, 'antwoord' from hier b join oordeel o on o.gemeente = b.gemeente and o.partij = b.partij and o.aanbieder = b.aanbieder
        and o.over_naam = b.naam and o.over_identificatie = b.identificatie and o.over_afzender = b.afzender
        and (o.vervallen_op is null) = (b.vervangen_op is null)
      union select h.id, 'heenbericht' from hier b join oordeel o on o.gemeente = b.gemeente and o.bericht = b.id
        join bericht h on h.gemeente = o.gemeente and h.partij = o.partij and h.aanbieder = o.aanbieder and h.naam = o.over_naam
          and h.identificatie = o.over_identificatie and h.afzender = o.over_afzender and (o.vervallen_op is null) = (h.vervangen_op is null)
      union select x.id, 'zelfde_nummer' from hier b join bericht x on x.gemeente = b.gemeente and x.partij = b.partij and x.aanbieder = b.aanbieder
        and x.naam = b.naam and x.identificatie = b.identificatie and x.afzender = b.afzender
        where b.naam in ('WMO301', 'WMO305', 'WMO307', 'WMO315', 'WMO317', 'WMO319', 'WMO323')
    ),
    nummers as (
      select nummer from toewijzing where gemeente = ${gemeente} and bericht = ${id}
      union select nummer from levering where gemeente = ${gemeente} and bericht = ${id} and nummer is not null
    ),
    referenties as (
      select referentie from verzoek where gemeente = ${gemeente} and bericht = ${id}
      union select referentie from verzoekantwoord where gemeente = ${gemeente} and bericht = ${id}
      union select referentie from toewijzing where gemeente = ${gemeente} and bericht = ${id} and referentie is not null
    ),
    verder as (
      select t.bericht as id, 'toewijzing' as verband from hier b join toewijzing t on t.gemeente = b.gemeente and t.partij = b.partij
        and t.aanbieder = b.aanbieder and t.nummer in (select nummer from nummers)
      union select l.bericht, 'toewijzing' from hier b join levering l on l.gemeente = b.gemeente and l.partij = b.partij
        and l.aanbieder = b.aanbieder and l.bsn_index = b.bsn_index and l.nummer in (select nummer from nummers)
      union select p.bericht, 'toewijzing' from hier b join prestatie p on p.gemeente = b.gemeente and p.partij = b.partij
        and p.aanbieder = b.aanbieder and p.toewijzing in (select nummer from nummers)
      union select v.bericht, 'verzoek' from hier b join verzoek v on v.gemeente = b.gemeente and v.partij = b.partij and v.aanbieder = b.aanbieder
        and v.referentie in (select referentie from referenties)
      union select v.bericht, 'verzoek' from hier b join verzoekantwoord v on v.gemeente = b.gemeente and v.partij = b.partij
        and v.aanbieder = b.aanbieder and v.referentie in (select referentie from referenties)
      union select o.bericht, 'verzoek' from hier b join verzoekantwoord v on v.gemeente = b.gemeente and v.partij = b.partij
        and v.aanbieder = b.aanbieder and v.referentie in (select referentie from referenties)
        join bericht x on x.gemeente = v.gemeente and x.id = v.bericht
        join oordeel o on o.gemeente = x.gemeente and o.partij = x.partij and o.aanbieder = x.aanbieder
          and o.over_naam = x.naam and o.over_identificatie = x.identificatie and o.over_afzender = x.afzender
      union select t.bericht, 'verzoek' from hier b join toewijzing t on t.gemeente = b.gemeente and t.partij = b.partij
        and t.aanbieder = b.aanbieder and t.referentie in (select referentie from referenties)
    ),
    alle as (select distinct on (id) id, verband from (select *, 0 as rang from paar union all select *, 1 from verder) x
      where id is not null and id <> ${id}::uuid order by id, rang, verband)
    select b.id, b.richting, b.naam, b.identificatie, b.stand, b.vastgelegd_op, a.verband
    from alle a join berichtstand b on b.gemeente = ${gemeente} and b.partij = ${gemeente} and b.id = a.id
    order by (a.verband in ('heenbericht', 'antwoord')) desc, b.vastgelegd_op desc, b.id desc limit ${MEEST_VERWANT}`.execute(tx)
  return rows
}

export type Uitvalkort = {
  readonly id: string
  readonly code: string | null
  readonly regel: string | null
  readonly tekst: string
  readonly oorzaak: string
  readonly doe: string
  readonly aantal: number
  readonly stand: 'open' | 'klaar'
}
export async function leesUitvalVanBericht(tx: Tx, gemeente: string, bericht: string): Promise<Uitvalkort[]> {
  const { rows } = await sql<Uitvalkort>`select id, code, regel, tekst, oorzaak, doe, aantal, stand from uitval
    where gemeente = ${gemeente} and bericht = ${bericht} order by stand desc, code, id`.execute(tx)
  return rows
}

/** Hoe het met de bezorging van een bericht van ons staat. */
export type Bezorgingrij = {
  readonly stand: 'wacht' | 'verzonden' | 'ontvangen' | 'mislukt'
  readonly pogingen: number
  readonly volgende_op: Date | null
  readonly verzonden_op: Date | null
  readonly ontvangen_op: Date | null
  readonly fout_tekst: string | null
}
export async function leesBezorging(tx: Tx, gemeente: string, bericht: string): Promise<Bezorgingrij | undefined> {
  const { rows } = await sql<Bezorgingrij>`select stand, pogingen, volgende_op, verzonden_op, ontvangen_op, fout_tekst from bezorging
    where gemeente = ${gemeente} and bericht = ${bericht}`.execute(tx)
  return rows[0]
}

export type Dagtelling = { readonly dag: string; readonly richting: 'in' | 'uit'; readonly stand: Berichtstand; readonly aantal: number }
export async function telBerichten(tx: Tx, begin: Date, einde: Date): Promise<Dagtelling[]> {
  return (await sql<Dagtelling>`select * from tel_berichten(${begin}, ${einde}) order by dag, richting, stand`.execute(tx)).rows
}

export type Verkeersstand = {
  readonly klaargezet: number
  readonly oudste_klaargezet: Date | null
  readonly laatste_in: Date | null
  readonly laatste_uit: Date | null
  readonly open_uitval: number
}
export async function leesVerkeersstand(tx: Tx): Promise<Verkeersstand> {
  const { rows } = await sql<Verkeersstand>`select * from berichtenverkeer_nu()`.execute(tx)
  return rows[0] as Verkeersstand
}
