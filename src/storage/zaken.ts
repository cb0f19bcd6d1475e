/** Zaken: een melding of ander verzoek, met haar termijn en wie haar behandelt. */
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Datum } from '#core/base/datum.ts'
import type { Zaakstand } from '#core/dossier/gebeurteniswoorden.ts'
import type { Telling } from '#core/base/telling.ts'
import { telRijen } from './telling.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

/** Een zaak met de namen die een lijst of scherm ernaast toont. */
export type Zaakrij = {
  readonly id: string
  readonly nummer: string
  readonly inwoner: string
  readonly soort: string
  readonly stand: Zaakstand
  readonly hulpvraag: string | null
  readonly kanaal: string
  readonly gemeld_door: string
  readonly ontvangen_op: Datum
  readonly plan_tot: Datum
  readonly onderzoek_uiterlijk: Datum
  readonly besluit_uiterlijk: Datum | null
  readonly wacht_op: string | null
  readonly behandelaar: string | null
  readonly behandelaarnaam: string | null
  readonly team: string | null
  readonly teamnaam: string | null
  readonly afgesloten_op: Datum | null
  readonly versie: number
  readonly gemaakt_op: Date
  readonly gewijzigd_op: Date
  readonly gewijzigd_door: string
  readonly achternaam: string
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
  readonly geboortedatum: Datum | null
}

const kolommen = sql`z.id, z.nummer, z.inwoner, z.soort, z.stand, z.hulpvraag, z.kanaal, z.gemeld_door, z.ontvangen_op, z.plan_tot,
  z.onderzoek_uiterlijk, z.besluit_uiterlijk, z.wacht_op, z.behandelaar, m.naam as behandelaarnaam, z.team, t.naam as teamnaam, z.afgesloten_op, z.versie,
  z.gemaakt_op, z.gewijzigd_op, z.gewijzigd_door, i.achternaam, i.voorvoegsel, i.voornamen, i.voorletters, i.geboortedatum`
const metNamen = sql`join inwoner i on i.gemeente = z.gemeente and i.id = z.inwoner
  left join collegas() m on m.id = z.behandelaar
  left join team t on t.gemeente = z.gemeente and t.id = z.team`

export async function leesZaak(tx: Tx, gemeente: string, id: string): Promise<Zaakrij | undefined> {
  const { rows } = await sql<Zaakrij>`select ${kolommen} from zaak z ${metNamen}
    where z.gemeente = ${gemeente} and z.id = ${id}`.execute(tx)
  return rows[0]
}

/** Over wie een zaak gaat, ook als zij niet te zien is; alleen om een geweigerde poging te noteren. */
export async function inwonerVanZaak(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ inwoner: string | null }>`select inwoner_van_zaak(${id}) as inwoner`.execute(tx)
  return rows[0]?.inwoner ?? null
}

export type Zaakvraag = {
  /** Van wie; `team` omvat wat nog niemand heeft. Zonder: alles wat te zien is. */
  readonly behandelaar?: string | undefined
  readonly team?: string | undefined
  /** Beide gegeven: van deze behandelaar óf dit team. */
  readonly een?: boolean | undefined
  readonly zonderBehandelaar?: boolean | undefined
  readonly inwoner?: string | undefined
  readonly standen?: readonly string[] | undefined
  readonly soort?: string | undefined
  /** De lopende termijn, van onderzoek of besluit, eindigt op deze dag of eerder. */
  readonly uiterlijkVoor?: Datum | undefined
  readonly ontvangenNa?: Datum | undefined
  readonly wacht?: boolean | undefined
  readonly nummer?: string | undefined
  readonly prefixen?: readonly string[] | undefined
  readonly ookAfgesloten?: boolean | undefined
  readonly na?: { readonly uiterlijk: Datum; readonly id: string } | undefined
  readonly hoogstens: number
}

export type Zaakvoorwaarden = Omit<Zaakvraag, 'na' | 'hoogstens'>

const LAATSTE_TEKEN = '\u{10ffff}'

const opNaam = (v: Zaakvoorwaarden) => (v.prefixen ? sql`join inwoner i on i.gemeente = z.gemeente and i.id = z.inwoner` : sql``)

function voorwaarden(gemeente: string, v: Zaakvoorwaarden & Pick<Zaakvraag, 'na'>) {
  const van = v.behandelaar !== undefined ? sql`z.behandelaar = ${v.behandelaar}` : null
  const team = v.team !== undefined ? sql`z.team = ${v.team}` : null
  return sql.join(
    [
      sql`z.gemeente = ${gemeente}`,
      ...(van && team && v.een ? [sql`(${van} or ${team})`] : [van, team].flatMap((x) => x ?? [])),
      ...(v.zonderBehandelaar ? [sql`z.behandelaar is null`] : []),
      ...(v.inwoner !== undefined ? [sql`z.inwoner = ${v.inwoner}`] : []),
      ...(v.standen ? [sql`z.stand = any(${[...v.standen]}::text[])`] : []),
      ...(v.soort !== undefined ? [sql`z.soort = ${v.soort}`] : []),
      ...(v.uiterlijkVoor ? [sql`z.uiterlijk <= ${v.uiterlijkVoor}`] : []),
      ...(v.ontvangenNa ? [sql`z.ontvangen_op >= ${v.ontvangenNa}`] : []),
      ...(v.wacht === undefined ? [] : [v.wacht ? sql`z.wacht_op is not null` : sql`z.wacht_op is null`]),
      ...(v.nummer !== undefined ? [sql`z.nummer >= ${v.nummer} and z.nummer < ${v.nummer + LAATSTE_TEKEN}`] : []),
      ...(v.prefixen
        ? [
            sql`(${sql.join(
              v.prefixen.map((p) => sql`(i.zoeknaam >= ${p} and i.zoeknaam < ${p + LAATSTE_TEKEN})`),
              sql` or `,
            )})`,
          ]
        : []),
      ...(v.ookAfgesloten ? [] : [sql`z.afgesloten_op is null`]),
      ...(v.na ? [sql`(z.uiterlijk, z.id) > (${v.na.uiterlijk}, ${v.na.id})`] : []),
    ],
    sql` and `,
  )
}

/** Eén bladzijde, de eerste termijn bovenaan. Eerst de rijen, dan pas de namen: zo kost een lange lijst niet meer dan een korte. */
export async function zoekZaken(tx: Tx, gemeente: string, v: Zaakvraag): Promise<Zaakrij[]> {
  const { rows } = await sql<Zaakrij>`
    with gevonden as materialized (
      select z.* from zaak z ${opNaam(v)} where ${voorwaarden(gemeente, v)} order by z.uiterlijk, z.id limit ${v.hoogstens}
    )
    select ${kolommen} from gevonden z ${metNamen} order by z.uiterlijk, z.id`.execute(tx)
  return rows
}

/** Hoeveel zaken aan deze vraag voldoen. */
export const telZaken = (tx: Tx, gemeente: string, v: Zaakvoorwaarden): Promise<Telling> =>
  telRijen(tx, sql`select from zaak z ${opNaam(v)} where ${voorwaarden(gemeente, v)}`)

/** Het volgende nummer van dit jaar. Wie tegelijk een zaak maakt, wacht hier; vraag het dus als laatste. */
export async function volgendNummer(tx: Tx, gemeente: string, jaar: number): Promise<string> {
  return zaaknummer(jaar, await reserveerNummers(tx, gemeente, jaar, 1))
}

/** Zoveel nummers van dit jaar tegelijk; geeft het eerste. Wat niet gebruikt wordt, komt niet terug. */
export async function reserveerNummers(tx: Tx, gemeente: string, jaar: number, aantal: number): Promise<number> {
  const { rows } = await sql<{ laatste: number }>`insert into zaaknummer (gemeente, jaar, laatste) values (${gemeente}, ${jaar}, ${aantal})
    on conflict (gemeente, jaar) do update set laatste = zaaknummer.laatste + ${aantal} returning laatste`.execute(tx)
  return (rows[0]?.laatste ?? aantal) - aantal + 1
}

export const zaaknummer = (jaar: number, volgnummer: number): string => `${jaar}-${String(volgnummer).padStart(6, '0')}`

export async function voegZaakToe(tx: Tx, rij: Insertable<Tabellen['zaak']>): Promise<void> {
  await tx.insertInto('zaak').values(rij).execute()
}

/** Schrijft wijzigingen op deze versie; geeft false als iemand anders eerder was. */
export async function wijzigZaak(
  tx: Tx,
  waar: { gemeente: string; id: string; versie: number },
  nieuw: Updateable<Tabellen['zaak']>,
): Promise<boolean> {
  const uitkomst = await tx
    .updateTable('zaak')
    .set({ ...nieuw, versie: waar.versie + 1 })
    .where('gemeente', '=', waar.gemeente)
    .where('id', '=', waar.id)
    .where('versie', '=', waar.versie)
    .executeTakeFirst()
  return uitkomst.numUpdatedRows === 1n
}

export const leesGelijkgesteldeDagen = async (tx: Tx): Promise<Datum[]> =>
  (await tx.selectFrom('gelijkgestelde_dag').select('dag').execute()).map((r) => r.dag as Datum)

/** Draait de eigen overdracht terug zolang dat mag; ook wie de zaak door die overdracht niet meer ziet. */
export async function neemOverdrachtTerug(
  tx: Tx,
  zaak: { id: string; versie: number },
  overdracht: string,
  binnenMs: number,
): Promise<boolean> {
  const { rows } = await sql<{ gelukt: boolean }>`
    select neem_overdracht_terug(${zaak.id}, ${zaak.versie}, ${overdracht}, ${binnenMs} * interval '1 ms') as gelukt`.execute(tx)
  return rows[0]?.gelukt === true
}

/** Het team van deze transactie helpt vanaf nu een inwoner die nog bij geen team hoorde. */
export async function neemInwonerAan(tx: Tx, inwoner: string): Promise<void> {
  await sql`select neem_inwoner_aan(${inwoner})`.execute(tx)
}

/** Zaak en, bij een ander team, ook de inwoner. Geeft false als een ander eerder was, of als dit niet (meer) mag. */
export async function draagZaakOver(
  tx: Tx,
  zaak: { id: string; versie: number },
  naar: { behandelaar: string | null; team: string | null; inwonerteam: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ gelukt: boolean }>`
    select draag_zaak_over(${zaak.id}, ${zaak.versie}, ${naar.behandelaar}, ${naar.team}, ${naar.inwonerteam}) as gelukt`.execute(tx)
  return rows[0]?.gelukt === true
}
