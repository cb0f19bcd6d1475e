/** Enveloppen: wat binnenkwam en uitging, met hun stand. De inhoud staat apart, samengepakt en versleuteld. */
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { sql } from 'kysely'
import type { Kluis } from '../kluis.ts'
import type { Tx } from '../transactie.ts'
import { magWeg } from './berichten.ts'
import type { Administratie } from './clientboek.ts'

export type Envelopstand = 'wacht' | 'verzonden' | 'ontvangen' | 'mislukt' | 'verwerkt'
type Kenmerken = {
  readonly soort: 'Di01' | 'Du01' | 'Fo01'
  readonly referentie: string
  readonly kruisreferentie: string | null
  readonly afzender: string
  readonly ontvanger: string
  readonly functie: string | null
  readonly tijdstip: string
}
export type NieuweEnvelop = Kenmerken & {
  readonly id: string
  readonly richting: 'in' | 'uit'
  readonly bericht: string | null
  readonly over: string | null
  readonly ladingHash: Buffer | null
  readonly bevestiging: string | null
  readonly gemaaktOp: Date
  /** Bij in: het moment van ontvangst. */
  readonly ontvangenOp: Date | null
  /** Zonder verdere poging: meteen mislukt, met de reden. */
  readonly mislukt?: { readonly code: string; readonly tekst: string }
}

/** Legt een envelop vast; false als er al zo een is. */
export async function bewaarEnvelop(tx: Tx, a: Administratie, e: NieuweEnvelop): Promise<boolean> {
  const { rows } =
    await sql`insert into envelop (gemeente, id, partij, richting, soort, referentie, kruisreferentie, afzender, ontvanger, functie,
      tijdstip, bericht, over, lading_hash, stand, volgende_op, bevestiging, gemaakt_op, ontvangen_op, fout_code, fout_tekst)
    values (${a.gemeente}, ${e.id}, ${a.partij}, ${e.richting}, ${e.soort}, ${e.referentie}, ${e.kruisreferentie}, ${e.afzender}, ${e.ontvanger},
      ${e.functie}, ${e.tijdstip}, ${e.bericht}, ${e.over}, ${e.ladingHash}, ${e.mislukt ? 'mislukt' : 'wacht'},
      ${e.mislukt ? null : e.gemaaktOp}, ${e.bevestiging}, ${e.gemaaktOp}, ${e.ontvangenOp}, ${e.mislukt?.code ?? null}, ${e.mislukt?.tekst ?? null})
    on conflict do nothing returning id`.execute(tx)
  return rows.length > 0
}

export const envelopplek = (a: Administratie, id: string): string => `envelop|${a.gemeente}|${a.partij}|${id}`
const pak = promisify(deflateRaw) as (bytes: Uint8Array, opties: { level: number }) => Promise<Buffer>
const pakUit = promisify(inflateRaw) as (bytes: Uint8Array) => Promise<Buffer>

export async function bewaarInhoud(tx: Tx, kluis: Kluis, a: Administratie, id: string, bytes: Uint8Array): Promise<void> {
  const { versleuteld, sleutel } = kluis.versleutelBytes(await pak(bytes, { level: 1 }), envelopplek(a, id))
  await sql`insert into envelopinhoud (gemeente, partij, envelop, versleuteld, sleutel)
    values (${a.gemeente}, ${a.partij}, ${id}, ${versleuteld}, ${sleutel})`.execute(tx)
}

export async function leesInhoud(tx: Tx, kluis: Kluis, a: Administratie, id: string): Promise<Buffer> {
  const { rows } = await sql<{ versleuteld: Buffer; sleutel: string }>`select versleuteld, sleutel from envelopinhoud
    where gemeente = ${a.gemeente} and envelop = ${id}`.execute(tx)
  const [rij] = rows
  if (rij === undefined) throw new Error('een envelop zonder inhoud')
  return pakUit(kluis.ontsleutelBytes(rij, envelopplek(a, id)))
}

/** De inhoud staat nu bij het bericht. De rijbeveiliging laat dit alleen toe als dat bericht er is. */
export async function wisInhoud(tx: Tx, { gemeente }: Administratie, id: string): Promise<void> {
  await sql`delete from envelopinhoud where gemeente = ${gemeente} and envelop = ${id}`.execute(tx)
}

export type Ontvangenrij = {
  readonly id: string
  readonly soort: string
  readonly functie: string | null
  readonly lading_hash: Buffer
  readonly bevestiging: string
  readonly ontvangen_op: Date
}

/** De envelop die deze afzender al onder dit nummer stuurde. */
export async function vindOntvangen(tx: Tx, a: Administratie, afzender: string, referentie: string): Promise<Ontvangenrij | undefined> {
  const { rows } = await sql<Ontvangenrij>`select id, soort, functie, lading_hash, bevestiging, ontvangen_op from envelop
    where gemeente = ${a.gemeente} and referentie = ${referentie} and partij = ${a.partij} and richting = 'in' and afzender = ${afzender}`.execute(
    tx,
  )
  return rows[0]
}

export type Verzondenrij = {
  readonly id: string
  readonly ontvanger: string
  readonly bericht: string | null
  readonly over: string | null
}

/** De envelop die wij onder dit nummer stuurden. */
export async function vindVerzonden(tx: Tx, a: Administratie, referentie: string): Promise<Verzondenrij | undefined> {
  const { rows } = await sql<Verzondenrij>`select id, ontvanger, bericht, over from envelop
    where gemeente = ${a.gemeente} and referentie = ${referentie} and partij = ${a.partij} and richting = 'uit'`.execute(tx)
  return rows[0]
}

/** Met welke gemeente deze partij dit nummer verstuurde. */
export async function gemeenteVanEnvelop(db: Tx, referentie: string, partij: string): Promise<string | null> {
  const { rows } = await sql<{ gemeente: string | null }>`select gemeente_van_envelop(${referentie}, ${partij}) as gemeente`.execute(db)
  return rows[0]?.gemeente ?? null
}

export async function wachtendeAdministraties(db: Tx): Promise<Administratie[]> {
  return (await sql<Administratie>`select gemeente, partij from wachtende_enveloppen()`.execute(db)).rows
}

/** Wat nu aan de beurt is, oudste eerst. */
export async function leesAanDeBeurt(
  tx: Tx,
  a: Administratie,
  richting: 'in' | 'uit',
  nu: Date,
): Promise<{ id: string; ontvanger: string }[]> {
  const { rows } = await sql<{
    id: string
    ontvanger: string
  }>`select id, ontvanger from envelop where gemeente = ${a.gemeente} and partij = ${a.partij}
    and richting = ${richting} and stand = 'wacht' and volgende_op <= ${nu} order by gemaakt_op, id`.execute(tx)
  return rows
}

export type Poging = Kenmerken & {
  readonly id: string
  readonly bericht: string | null
  readonly over: string | null
  readonly pogingen: number
  readonly gemaakt_op: Date
}

/** Neemt een envelop in handen tot `tot`; undefined als een ander haar heeft of het nog niet zover is. */
export async function neemInHanden(tx: Tx, a: Administratie, id: string, nu: Date, tot: Date): Promise<Poging | undefined> {
  const { rows } = await sql<Poging>`update envelop set pogingen = pogingen + 1, volgende_op = ${tot}
    where gemeente = ${a.gemeente} and id = ${id} and stand = 'wacht' and volgende_op <= ${nu}
    returning id, soort, referentie, kruisreferentie, afzender, ontvanger, functie, tijdstip, bericht, over, pogingen, gemaakt_op`.execute(
    tx,
  )
  return rows[0]
}

export type Afloop = {
  readonly stand: Envelopstand
  readonly volgendeOp?: Date
  readonly code?: string
  readonly tekst?: string
  readonly bevestiging?: string
  readonly verzondenOp?: Date
  readonly ontvangenOp?: Date
  readonly verwerktOp?: Date
}

/**
 * Hoe het afliep, en wat nu de stand is. Staat de stand al vast (een ander proces was eerder, of er kwam intussen een Fo01), dan blijft
 * die; wat eerder verzonden en ontvangen is ook.
 */
export async function legAfloopVast(tx: Tx, a: Administratie, id: string, f: Afloop): Promise<Envelopstand> {
  const alsWacht = (nieuw: unknown, veld: string) => sql`case when stand = 'wacht' then ${nieuw} else ${sql.ref(veld)} end`
  const { rows } = await sql<{ stand: Envelopstand }>`update envelop set stand = ${alsWacht(f.stand, 'stand')},
      volgende_op = ${alsWacht(sql`${f.volgendeOp ?? null}::timestamptz`, 'volgende_op')},
      fout_code = ${alsWacht(f.code ?? null, 'fout_code')}, fout_tekst = ${alsWacht(f.tekst ?? null, 'fout_tekst')},
      bevestiging = coalesce(bevestiging, ${f.bevestiging ?? null}), verzonden_op = coalesce(verzonden_op, ${f.verzondenOp ?? null}),
      ontvangen_op = coalesce(ontvangen_op, ${f.ontvangenOp ?? null}), verwerkt_op = coalesce(verwerkt_op, ${f.verwerktOp ?? null})
    where gemeente = ${a.gemeente} and partij = ${a.partij} and id = ${id} returning stand`.execute(tx)
  return rows[0]?.stand ?? f.stand
}

/** Een tussenstation bevestigt later: dan is wat verzonden was ook ontvangen. */
export async function markeerBevestigd(tx: Tx, a: Administratie, id: string, bevestiging: string, nu: Date): Promise<void> {
  await sql`update envelop set stand = case when stand = 'mislukt' then stand else 'ontvangen' end, volgende_op = null,
      bevestiging = coalesce(bevestiging, ${bevestiging}), ontvangen_op = coalesce(ontvangen_op, ${nu}), verzonden_op = coalesce(verzonden_op, ${nu})
    where gemeente = ${a.gemeente} and partij = ${a.partij} and id = ${id}`.execute(tx)
}

/** Het bericht is langs een andere weg bezorgd: dan hoeft de envelop niet meer. */
export async function sluitEnvelop(tx: Tx, a: Administratie, bericht: string, nu: Date): Promise<void> {
  await sql`update envelop set stand = 'verzonden', volgende_op = null, verzonden_op = ${nu}
    where gemeente = ${a.gemeente} and partij = ${a.partij} and bericht = ${bericht} and stand in ('wacht', 'mislukt')`.execute(tx)
}

/** De ander meldt achteraf dat hij er niets mee kan (Fo01). */
export async function markeerFout(tx: Tx, a: Administratie, id: string, fout: { code: string; tekst: string }, nu: Date): Promise<void> {
  await sql`update envelop set stand = 'mislukt', volgende_op = null, fout_code = ${fout.code}, fout_tekst = ${fout.tekst},
      verzonden_op = coalesce(verzonden_op, ${nu})
    where gemeente = ${a.gemeente} and partij = ${a.partij} and id = ${id}`.execute(tx)
}

/**
 * Een bericht dat niet te bezorgen was weer klaarzetten, onder hetzelfde nummer; false als er niets klaar te zetten is. Wat de ander
 * aannam en daarna afkeurde (Fo01) hoort daar niet bij: dat vraagt een nieuw bericht.
 */
export async function zetOpnieuwKlaar(tx: Tx, a: Administratie, bericht: string, nu: Date): Promise<boolean> {
  const { rows } = await sql`update envelop set stand = 'wacht', pogingen = 0, volgende_op = ${nu}
    where gemeente = ${a.gemeente} and partij = ${a.partij} and bericht = ${bericht} and richting = 'uit' and stand = 'mislukt'
      and verzonden_op is null and (soort = 'Di01' or kruisreferentie is not null) returning id`.execute(tx)
  return rows.length > 0
}

/** Wat aankwam maar waar geen antwoord op komt nog eens sturen, onder hetzelfde nummer. */
export async function zetHerhalingKlaar(tx: Tx, a: Administratie, bericht: string, nu: Date): Promise<boolean> {
  const { rows } = await sql`update envelop set stand = 'wacht', pogingen = 0, volgende_op = ${nu}
    where gemeente = ${a.gemeente} and partij = ${a.partij} and bericht = ${bericht} and richting = 'uit'
      and stand in ('verzonden', 'ontvangen') returning id`.execute(tx)
  return rows.length > 0
}

/** Of dit bericht in een envelop ging of gaat. */
export async function heeftEnvelop(tx: Tx, a: Administratie, bericht: string): Promise<boolean> {
  const { rows } = await sql`select from envelop where gemeente = ${a.gemeente} and partij = ${a.partij} and bericht = ${bericht}
    and richting = 'uit' limit 1`.execute(tx)
  return rows.length > 0
}

export type TeVersturen = {
  readonly id: string
  readonly naam: string
  readonly aanbieder: string
  /** Bij een antwoord: het nummer van de envelop van het heenbericht, als dat in een envelop kwam. */
  readonly kruisreferentie: string | null
}

export type Klaarrij = { readonly id: string; readonly aanbieder: string; readonly vraag: 'envelop' | 'bestand' | null }

/** Wat nog weg moet, oudste eerst; bij een antwoord hoe de vraag binnenkwam. */
export async function leesKlaarMetVraag(tx: Tx, a: Administratie, nu: Date): Promise<Klaarrij[]> {
  const { rows } = await sql<Klaarrij>`select b.id, b.aanbieder, case when h.id is null then null
      when exists (select from envelop e where e.gemeente = h.gemeente and e.lading_hash = h.hash and e.partij = h.partij and e.richting = 'in')
        then 'envelop' else 'bestand' end as vraag
    from bericht b left join lateral (select h.* from bericht h where h.gemeente = b.gemeente and h.partij = b.partij and h.retour = b.id
      and h.richting = 'in' order by h.vastgelegd_op, h.id limit 1) h on true
    where b.gemeente = ${a.gemeente} and b.partij = ${a.partij} and ${magWeg('b', nu)}
    order by b.vastgelegd_op, b.id`.execute(tx)
  return rows
}

/** Berichten van ons die nog in een envelop moeten. */
export async function leesZonderEnvelop(tx: Tx, a: Administratie): Promise<TeVersturen[]> {
  const { rows } = await sql<TeVersturen>`select b.id, b.naam, b.aanbieder, heen.referentie as kruisreferentie from bericht b
    left join lateral (select e.referentie from bericht h join envelop e on e.gemeente = h.gemeente and e.lading_hash = h.hash and e.partij = h.partij
      where h.gemeente = b.gemeente and h.partij = b.partij and h.retour = b.id and h.richting = 'in' and e.richting = 'in'
      order by e.gemaakt_op desc, e.id desc limit 1) heen on true
    where b.gemeente = ${a.gemeente} and b.partij = ${a.partij} and b.richting = 'uit' and b.verzonden_op is null
      and not exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id)
    order by b.vastgelegd_op, b.id`.execute(tx)
  return rows
}

/** Het bericht dat in een binnengekomen envelop zat. */
export async function berichtInEnvelop(tx: Tx, a: Administratie, envelop: string): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string
  }>`select b.id from envelop e join bericht b on b.gemeente = e.gemeente and b.hash = e.lading_hash and b.partij = e.partij
    where e.gemeente = ${a.gemeente} and e.id = ${envelop}`.execute(tx)
  return rows[0]?.id
}
