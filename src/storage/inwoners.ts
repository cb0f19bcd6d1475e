/** Inwoners: wie het is. Waar iemand woont en te bereiken is, en het BSN, staan in eigen tabellen met eigen toegang. */
import { CompiledQuery, type Insertable, sql, type Updateable } from 'kysely'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Datum } from '#core/base/datum.ts'
import { alsJson } from './json.ts'
import { HOOGST_GETELD, type Telling } from '#core/base/telling.ts'
import { telRijen } from './telling.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

/** Voor wie er gekeken wordt: bepaalt de band met elke inwoner. */
export type Kijker = { readonly gemeente: string; readonly medewerker: string; readonly nu: Date }

/** Wat de kijker met deze inwoner te maken heeft, zoals het in de database staat. */
export type Bandrij = { readonly team: string | null; readonly eigen: boolean; readonly teamzaak: boolean; readonly nood_tot: Date | null }

export type Identiteitrij = {
  readonly id: string
  readonly achternaam: string
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
  readonly geboortedatum: Datum | null
  readonly woonplaats: string | null
  readonly geheim_adres: boolean
  readonly overleden_op: Datum | null
  readonly teamnaam: string | null
}
export type Lijstrij = Identiteitrij & Bandrij

export type Contactrij = {
  readonly straat: string | null
  readonly huisnummer: string | null
  readonly toevoeging: string | null
  readonly postcode: string | null
  readonly telefoon: string | null
  readonly email: string | null
  readonly contactvoorkeur: string | null
  readonly geslacht: string | null
  readonly vertegenwoordiger: Json | null
}
/** Eén inwoner; `contact` is leeg als de rijbeveiliging het niet laat zien. */
export type Inwonerrij = Lijstrij & {
  readonly versie: number
  readonly heeft_bsn: boolean
  readonly geen_bsn_reden: string | null
  readonly gewijzigd_op: Date
  readonly gewijzigd_door: string
  readonly contact: Contactrij | null
}

const eigenZaak = (wie: Kijker) => sql<boolean>`exists (select from zaak z where z.gemeente = i.gemeente and z.inwoner = i.id
  and z.behandelaar = ${wie.medewerker} and z.afgesloten_op is null)`
/** Een open zaak bij het team van wie kijkt; welk team dat is weet de transactie. */
const teamzaak = sql<boolean>`exists (select from zaak z where z.gemeente = i.gemeente and z.inwoner = i.id
  and z.team = mijn_team() and z.afgesloten_op is null)`
const noodTot = (wie: Kijker) => sql<Date | null>`(select max(n.tot) from noodtoegang n where n.gemeente = i.gemeente and n.inwoner = i.id
  and n.medewerker = ${wie.medewerker} and n.tot > ${wie.nu})`
const identiteit = sql`i.id, i.achternaam, i.voorvoegsel, i.voornamen, i.voorletters, i.geboortedatum, i.woonplaats, i.geheim_adres, i.overleden_op,
  i.team, t.naam as teamnaam`

/** De band van de kijker met één inwoner; undefined als de inwoner er niet is of niet te zien is. */
export async function leesBand(tx: Tx, wie: Kijker, inwoner: string): Promise<Bandrij | undefined> {
  const { rows } = await sql<Bandrij>`select i.team, ${eigenZaak(wie)} as eigen, ${teamzaak} as teamzaak, ${noodTot(wie)} as nood_tot
    from inwoner i where i.gemeente = ${wie.gemeente} and i.id = ${inwoner}`.execute(tx)
  return rows[0]
}

/** Een inwoner met zijn band en, als de rijbeveiliging het toelaat, waar hij te bereiken is. */
export async function leesInwoner(tx: Tx, wie: Kijker, inwoner: string): Promise<Inwonerrij | undefined> {
  const { rows } =
    await sql<Inwonerrij>`select ${identiteit}, i.versie, i.bsn_index is not null as heeft_bsn, i.geen_bsn_reden, i.gewijzigd_op,
      i.gewijzigd_door, ${eigenZaak(wie)} as eigen, ${teamzaak} as teamzaak, ${noodTot(wie)} as nood_tot,
      case when g.inwoner is not null then jsonb_build_object('straat', g.straat, 'huisnummer', g.huisnummer, 'toevoeging', g.toevoeging,
        'postcode', g.postcode, 'telefoon', g.telefoon, 'email', g.email, 'contactvoorkeur', g.contactvoorkeur, 'geslacht', g.geslacht,
        'vertegenwoordiger', g.vertegenwoordiger) end as contact
    from inwoner i
    left join inwoner_gegevens g on g.gemeente = i.gemeente and g.inwoner = i.id
    left join team t on t.gemeente = i.gemeente and t.id = i.team
    where i.gemeente = ${wie.gemeente} and i.id = ${inwoner}`.execute(tx)
  return rows[0]
}

export type Zoekvraag = {
  /** Waar de zoeknaam mee kan beginnen; leeg: iedereen. */
  readonly prefixen: readonly string[]
  readonly geboortedatum?: Datum | undefined
  readonly woonplaats?: string | undefined
  readonly team?: string | undefined
  /** Na welke inwoner deze bladzijde begint. */
  readonly na?: { readonly zoeknaam: string; readonly id: string } | undefined
  readonly hoogstens: number
}
export type Zoekvoorwaarden = Omit<Zoekvraag, 'na' | 'hoogstens'>
const LAATSTE_TEKEN = '\u{10ffff}'

/** Elk begin van een naam, als stuk van de index. */
function beginnen({ prefixen: gevraagd }: Zoekvoorwaarden) {
  const prefixen = gevraagd.length > 0 ? [...gevraagd] : ['']
  return sql`unnest(${prefixen}::text[], ${prefixen.map((p) => p + LAATSTE_TEKEN)}::text[]) as p(van, tot)`
}

const vanBegin = (gemeente: string, v: Zoekvoorwaarden) => sql`i.gemeente = ${gemeente} and i.zoeknaam >= p.van and i.zoeknaam < p.tot
  ${v.geboortedatum ? sql`and i.geboortedatum = ${v.geboortedatum}` : sql``}
  ${v.woonplaats ? sql`and i.woonplaats_klein = lower(${v.woonplaats}::text)` : sql``}
  ${v.team ? sql`and i.team = ${v.team}` : sql``}`

/** Eén bladzijde op naam. Per begin van een naam een eigen stuk index; zo kost zoeken in een ton inwoners even veel als in tien. */
export async function zoekInwoners(tx: Tx, wie: Kijker, v: Zoekvraag): Promise<Lijstrij[]> {
  const { rows } = await sql<Lijstrij>`
    with gevonden as (
      select distinct r.zoeknaam, r.id from ${beginnen(v)}
      cross join lateral (
        select i.zoeknaam, i.id from inwoner i
        where ${vanBegin(wie.gemeente, v)}
          ${v.na ? sql`and (i.zoeknaam, i.id) > (${v.na.zoeknaam}, ${v.na.id}::uuid)` : sql``}
        order by i.zoeknaam, i.id limit ${v.hoogstens}
      ) r
      order by r.zoeknaam, r.id limit ${v.hoogstens}
    )
    select ${identiteit}, ${eigenZaak(wie)} as eigen, ${teamzaak} as teamzaak, ${noodTot(wie)} as nood_tot
    from gevonden v join inwoner i on i.gemeente = ${wie.gemeente} and i.id = v.id
    left join team t on t.gemeente = i.gemeente and t.id = i.team
    order by v.zoeknaam, v.id`.execute(tx)
  return rows
}

/** Hoeveel inwoners aan deze vraag voldoen. Wie onder twee beginnen valt, telt één keer. */
export function telInwoners(tx: Tx, { gemeente }: Kijker, v: Zoekvoorwaarden): Promise<Telling> {
  // Eén begin heeft geen dubbelen; alles verzamelen om die te vinden kost meer dan het tellen zelf.
  const welke = v.prefixen.length > 1 ? sql`distinct r.id` : sql``
  return telRijen(
    tx,
    sql`select ${welke} from ${beginnen(v)} cross join lateral (
      select i.id from inwoner i where ${vanBegin(gemeente, v)} limit ${HOOGST_GETELD + 1}) r`,
  )
}

/** De zoeknaam van een inwoner, om een bladzijde na hem te beginnen zonder zijn naam in een adres te zetten. */
export async function zoeknaamVan(tx: Tx, gemeente: string, id: string): Promise<string | undefined> {
  const rij = await tx.selectFrom('inwoner').select('zoeknaam').where('gemeente', '=', gemeente).where('id', '=', id).executeTakeFirst()
  return rij?.zoeknaam
}

/** De inwoner met dit BSN, via de blinde index. */
export async function vindOpBsn(tx: Tx, wie: Kijker, index: Buffer): Promise<Lijstrij | undefined> {
  const { rows } =
    await sql<Lijstrij>`select ${identiteit}, ${eigenZaak(wie)} as eigen, ${teamzaak} as teamzaak, ${noodTot(wie)} as nood_tot
    from inwoner i left join team t on t.gemeente = i.gemeente and t.id = i.team
    where i.gemeente = ${wie.gemeente} and i.bsn_index = ${index}`.execute(tx)
  return rows[0]
}

/** Voegt toe, of doet niets als dit BSN er al is; geeft of er iets bij kwam. Zonder BSN botst er nooit iets. */
export async function voegInwonerToe(tx: Tx, rij: Insertable<Tabellen['inwoner']>): Promise<boolean> {
  const uitkomst = await tx
    .insertInto('inwoner')
    .values(rij)
    .onConflict((c) => c.columns(['gemeente', 'bsn_index']).doNothing())
    .executeTakeFirst()
  return uitkomst.numInsertedOrUpdatedRows === 1n
}

export async function voegGegevensToe(tx: Tx, rij: Insertable<Tabellen['inwoner_gegevens']>): Promise<void> {
  await tx
    .insertInto('inwoner_gegevens')
    .values({ ...rij, vertegenwoordiger: rij.vertegenwoordiger == null ? null : alsJson(rij.vertegenwoordiger) })
    .execute()
}

type Waar = { readonly gemeente: string; readonly inwoner: string }

/** Schrijft wijzigingen op deze versie; geeft false als iemand anders eerder was. */
export async function wijzigInwoner(
  tx: Tx,
  { gemeente, inwoner }: Waar,
  versie: number,
  nieuw: Updateable<Tabellen['inwoner']>,
): Promise<boolean> {
  // De opdracht die het meest geschreven wordt: als tekst, want de bouwer van Kysely kost hier meer dan het antwoord lezen.
  const waarden: unknown[] = [gemeente, inwoner, versie]
  const kolommen = Object.entries(nieuw).flatMap(([kolom, waarde]) => (waarde === undefined ? [] : `${kolom} = $${waarden.push(waarde)}, `))
  const uitkomst = await tx.executeQuery(
    CompiledQuery.raw(
      `update inwoner set ${kolommen.join('')}versie = versie + 1 where gemeente = $1 and id = $2 and versie = $3`,
      waarden,
    ),
  )
  return uitkomst.numAffectedRows === 1n
}

export async function wijzigGegevens(tx: Tx, { gemeente, inwoner }: Waar, nieuw: Updateable<Tabellen['inwoner_gegevens']>): Promise<void> {
  const { vertegenwoordiger, ...rest } = nieuw
  const waarden = {
    ...rest,
    ...(vertegenwoordiger !== undefined && { vertegenwoordiger: vertegenwoordiger === null ? null : alsJson(vertegenwoordiger) }),
  }
  if (Object.keys(waarden).length === 0) return
  await tx.updateTable('inwoner_gegevens').set(waarden).where('gemeente', '=', gemeente).where('inwoner', '=', inwoner).execute()
}

export async function voegBsnToe(tx: Tx, rij: Insertable<Tabellen['inwoner_bsn']>): Promise<void> {
  await tx.insertInto('inwoner_bsn').values(rij).execute()
}

/** Zet een ander BSN, of het eerste bij een inwoner die er al was. */
export async function vervangBsn(tx: Tx, rij: Insertable<Tabellen['inwoner_bsn']>): Promise<void> {
  const { gemeente, inwoner, ...waarde } = rij
  const uitkomst = await tx
    .updateTable('inwoner_bsn')
    .set(waarde)
    .where('gemeente', '=', gemeente)
    .where('inwoner', '=', inwoner)
    .executeTakeFirst()
  if (uitkomst.numUpdatedRows === 0n) await voegBsnToe(tx, rij)
}

export function leesBsn(tx: Tx, { gemeente, inwoner }: Waar): Promise<{ versleuteld: Buffer; sleutel: string } | undefined> {
  return tx
    .selectFrom('inwoner_bsn')
    .select(['versleuteld', 'sleutel'])
    .where('gemeente', '=', gemeente)
    .where('inwoner', '=', inwoner)
    .executeTakeFirst()
}

/** Een vergissing: het BSN hoort niet bij deze inwoner en moet weg, ook versleuteld. */
export async function wisBsn(tx: Tx, { gemeente, inwoner }: Waar): Promise<void> {
  await tx.deleteFrom('inwoner_bsn').where('gemeente', '=', gemeente).where('inwoner', '=', inwoner).execute()
}
