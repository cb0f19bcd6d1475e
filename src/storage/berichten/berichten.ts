/** Berichten zelf: wat binnenkwam en uitging, met de bytes versleuteld in stukken. */
import { createHmac, type Hmac } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { sql } from 'kysely'
import type { Kluis } from '../kluis.ts'
import type { Tx } from '../transactie.ts'
import type { Administratie } from './clientboek.ts'

export type Uitkomst = 'geaccepteerd' | 'afgewezen' | 'deels' | 'niveau1' | 'vreemd' | 'verzonden'

export type NieuwBericht = Administratie & {
  readonly id: string
  readonly aanbieder: string | null
  readonly richting: 'in' | 'uit'
  readonly naam: string | null
  readonly release: string | null
  readonly afzender: string | null
  readonly ontvanger: string | null
  readonly identificatie: string | null
  readonly dagtekening: string | null
  readonly client: Buffer | null
  readonly hash: Buffer
  readonly grootte: number
  readonly uitkomst: Uitkomst
  /** Gaat versleuteld de tabel in. */
  readonly uitslag: Uint8Array | null
  readonly telt: boolean
  readonly retour: string | null
  readonly over: string | null
  readonly systeemdatum: string
  readonly vastgelegdOp: Date
  readonly verzondenOp: Date | null
  /** Tot dan brengt niemand het weg, en is het terug te nemen. */
  readonly verzendNa?: Date | undefined
}

/** Eén bericht tegelijk per paar: regels over berichten heen gelden dan ook als er twee tegelijk binnenkomen. */
export async function vergrendelPaar(tx: Tx, { gemeente, partij }: Administratie, aanbieder: string | null): Promise<void> {
  await sql`select pg_advisory_xact_lock(730292, hashtext(${`${gemeente}|${partij}|${aanbieder ?? ''}`}))`.execute(tx)
}

/** De hash waaraan dezelfde bytes te herkennen zijn. Met sleutel: wie alleen de database heeft, kan geen inhoud raden. */
export const berichthash = (kluis: Kluis): Hmac => createHmac('sha256', kluis.afgeleid('bericht-hash'))

export async function bewaarBericht(tx: Tx, kluis: Kluis, b: NieuwBericht): Promise<void> {
  const uitslag = b.uitslag === null ? null : kluis.versleutelBytes(b.uitslag, uitslagplek(b))
  await sql`insert into bericht (gemeente, id, partij, aanbieder, richting, naam, release, afzender, ontvanger, identificatie, dagtekening, bsn_index,
      client_index, hash, grootte, uitkomst, uitslag, uitslag_sleutel, telt, retour, over, systeemdatum, vastgelegd_op, verzonden_op, verzend_na)
    values (${b.gemeente}, ${b.id}, ${b.partij}, ${b.aanbieder}, ${b.richting}, ${b.naam}, ${b.release}, ${b.afzender}, ${b.ontvanger},
      ${b.identificatie}, ${b.dagtekening}, ${b.client}, ${b.client}, ${b.hash}, ${b.grootte}, ${b.uitkomst}, ${uitslag?.versleuteld ?? null},
      ${uitslag?.sleutel ?? null}, ${b.telt}, ${b.retour}, ${b.over}, ${b.systeemdatum}, ${b.vastgelegdOp}, ${b.verzondenOp}, ${b.verzendNa ?? null})`.execute(
    tx,
  )
}

/** Over wie een antwoord gaat dat zelf geen cliënt noemt: over wie het beantwoorde bericht gaat, welke van de twee er ook het eerst is. */
export async function koppelClient(tx: Tx, id: string): Promise<void> {
  await sql`select koppel_client(${id})`.execute(tx)
}

export const uitslagplek = (b: { gemeente: string; partij: string; id: string }): string => `uitslag|${b.gemeente}|${b.partij}|${b.id}`
export const deelplek = (a: Administratie, bericht: string, volg: number): string => `bericht|${a.gemeente}|${a.partij}|${bericht}|${volg}`

const pak = promisify(deflateRaw) as (bytes: Uint8Array, opties: { level: number; chunkSize: number }) => Promise<Buffer>
/** Ruim genoeg voor een ingepakt blok: dan is het in één keer klaar, en komt niet elk stukje ervan apart langs. */
const RUIMTE = 256 * 1024
const pakUit = promisify(inflateRaw) as (bytes: Uint8Array) => Promise<Buffer>

export type Gepakt = { readonly volg: number; readonly versleuteld: Buffer; readonly sleutel: string }

/** Samenpakken gaat buiten deze draad: intussen kan er iets anders gebeuren. */
export async function pakDeel(kluis: Kluis, a: Administratie, bericht: string, volg: number, bytes: Uint8Array): Promise<Gepakt> {
  return { volg, ...kluis.versleutelBytes(await pak(bytes, { level: 1, chunkSize: RUIMTE }), deelplek(a, bericht, volg)) }
}

export async function bewaarGepakt(tx: Tx, a: Administratie, bericht: string, { volg, versleuteld, sleutel }: Gepakt): Promise<void> {
  await sql`insert into berichtdeel (gemeente, partij, bericht, volg, versleuteld, sleutel)
    values (${a.gemeente}, ${a.partij}, ${bericht}, ${volg}, ${versleuteld}, ${sleutel})`.execute(tx)
}

export async function bewaarDeel(tx: Tx, kluis: Kluis, a: Administratie, bericht: string, volg: number, bytes: Uint8Array): Promise<void> {
  await bewaarGepakt(tx, a, bericht, await pakDeel(kluis, a, bericht, volg, bytes))
}

/** De bytes van een bericht, deel voor deel. */
export async function* leesBytes(tx: Tx, kluis: Kluis, a: Administratie, bericht: string): AsyncGenerator<Buffer> {
  for (let volg = 0; ; volg++) {
    const deel = await leesDeel(tx, kluis, a, bericht, volg)
    if (deel === undefined) return
    yield deel
  }
}

/** Eén deel; na het laatste is er geen. */
export async function leesDeel(tx: Tx, kluis: Kluis, a: Administratie, bericht: string, volg: number): Promise<Buffer | undefined> {
  const { rows } = await sql<{ versleuteld: Buffer; sleutel: string }>`select versleuteld, sleutel from berichtdeel
    where gemeente = ${a.gemeente} and bericht = ${bericht} and volg = ${volg}`.execute(tx)
  const [deel] = rows
  return deel && pakUit(kluis.ontsleutelBytes(deel, deelplek(a, bericht, volg)))
}

/** De bytes van een bericht, deel voor deel. `lees` mag elke keer een eigen transactie zijn: dan houdt een langzame lezer niets vast. */
export async function* leesDelen(grootte: number, lees: (volg: number) => Promise<Buffer | undefined>): AsyncGenerator<Buffer> {
  let gelezen = 0
  for (let volg = 0; gelezen < grootte; volg++) {
    const deel = await lees(volg)
    // Liever een afgebroken bestand dan een half dat heel lijkt.
    if (deel === undefined) throw new Error('van dit bericht ontbreekt een deel')
    gelezen += deel.length
    yield deel
  }
}

/** Hoeveel bytes een bericht heeft. */
export async function leesGrootte(tx: Tx, { gemeente, partij }: Administratie, id: string): Promise<number> {
  const { rows } = await sql<{ grootte: string }>`select grootte from bericht
    where gemeente = ${gemeente} and partij = ${partij} and id = ${id}`.execute(tx)
  return Number(rows[0]?.grootte ?? 0)
}

/** Alle bytes in één keer, voor wie het hele bericht tegelijk nodig heeft. */
export async function leesAlleBytes(tx: Tx, kluis: Kluis, a: Administratie, bericht: string): Promise<Buffer> {
  const delen: Buffer[] = []
  for await (const deel of leesBytes(tx, kluis, a, bericht)) delen.push(deel)
  return Buffer.concat(delen)
}

export type Bekend = {
  readonly id: string
  readonly naam: string | null
  readonly uitkomst: Uitkomst
  readonly uitslag: Buffer | null
  readonly retour: string | null
}

/** Het bericht met precies deze bytes, als het er al is. */
export async function vindOpHash(tx: Tx, kluis: Kluis, a: Administratie, hash: Buffer): Promise<Bekend | undefined> {
  const { rows } = await sql<Omit<Bekend, 'uitslag'> & { uitslag: Buffer | null; uitslag_sleutel: string | null }>`
    select id, naam, uitkomst, uitslag, uitslag_sleutel, retour from bericht
    where gemeente = ${a.gemeente} and partij = ${a.partij} and hash = ${hash}`.execute(tx)
  const [rij] = rows
  if (rij === undefined) return undefined
  const { uitslag: _, uitslag_sleutel: __, ...rest } = rij
  return { ...rest, uitslag: ontsleutelUitslag(kluis, a, rij) }
}

type Uitslagrij = { readonly id: string; readonly uitslag: Buffer | null; readonly uitslag_sleutel: string | null }
const ontsleutelUitslag = (kluis: Kluis, a: Administratie, { id, uitslag, uitslag_sleutel: sleutel }: Uitslagrij): Buffer | null =>
  uitslag === null || sleutel === null ? null : kluis.ontsleutelBytes({ versleuteld: uitslag, sleutel }, uitslagplek({ ...a, id }))

/** De retourcodes van deze berichten, voor zover zij die hebben, zoals zij bewaard zijn. */
export async function leesUitslagen(tx: Tx, kluis: Kluis, a: Administratie, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const { rows } = await sql<Uitslagrij>`select id, uitslag, uitslag_sleutel from bericht
    where gemeente = ${a.gemeente} and partij = ${a.partij} and id = any(${[...ids]}::uuid[]) and uitslag is not null`.execute(tx)
  return new Map(rows.map((rij) => [rij.id, ontsleutelUitslag(kluis, a, rij) ?? Buffer.of()]))
}

type Kenmerk = { readonly aanbieder: string; readonly naam: string; readonly afzender: string; readonly identificatie: string }

/** Het bericht met dit kenmerk dat nu telt, afgewezen of niet. */
export async function vindOpKenmerk(tx: Tx, a: Administratie, k: Kenmerk): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from bericht where gemeente = ${a.gemeente} and partij = ${a.partij}
    and aanbieder = ${k.aanbieder} and naam = ${k.naam} and identificatie = ${k.identificatie} and afzender = ${k.afzender}
    and telt and vervangen_op is null`.execute(tx)
  return rows[0]?.id
}

/** Een ander bericht met hetzelfde kenmerk komt ervoor in de plaats; wat erover gezegd is vervalt (TR056). */
export async function vervang(tx: Tx, a: Administratie, k: Kenmerk, nu: Date): Promise<void> {
  await sql`update bericht set vervangen_op = ${nu} where gemeente = ${a.gemeente} and partij = ${a.partij} and aanbieder = ${k.aanbieder}
    and naam = ${k.naam} and identificatie = ${k.identificatie} and afzender = ${k.afzender} and telt and vervangen_op is null`.execute(tx)
  await sql`update oordeel set vervallen_op = ${nu} where gemeente = ${a.gemeente} and partij = ${a.partij} and aanbieder = ${k.aanbieder}
    and over_naam = ${k.naam} and over_identificatie = ${k.identificatie} and over_afzender = ${k.afzender} and vervallen_op is null`.execute(
    tx,
  )
}

export async function markeerVerzonden(tx: Tx, a: Administratie, id: string, nu: Date): Promise<void> {
  await sql`update bericht set verzonden_op = ${nu} where gemeente = ${a.gemeente} and partij = ${a.partij} and id = ${id}
    and richting = 'uit' and verzonden_op is null`.execute(tx)
}

/** Nog eens klaar om te bezorgen, met dezelfde bytes. */
export async function markeerOnverzonden(tx: Tx, a: Administratie, id: string): Promise<void> {
  await sql`update bericht set verzonden_op = null where gemeente = ${a.gemeente} and partij = ${a.partij} and id = ${id}
    and richting = 'uit'`.execute(tx)
}

const CIJFERS = 36
const PER_TEL = CIJFERS ** 4

/**
 * Een eigen berichtnummer van twaalf tekens: milliseconden en een teller. De tijd erin maakt dat ook een teruggezette database
 * geen nummer opnieuw gebruikt.
 */
export async function nieuwBerichtnummer(tx: Tx, nu: Date): Promise<string> {
  const { rows } = await sql<{ nummer: string }>`select nextval('bericht_nummer') as nummer`.execute(tx)
  const teller = Number(BigInt(rows[0]?.nummer ?? 0) % BigInt(PER_TEL))
  return `${nu.getTime().toString(CIJFERS).padStart(8, '0')}${teller.toString(CIJFERS).padStart(4, '0')}`.toUpperCase()
}

/** Wat nu weg mag: niet teruggenomen, en niet meer terug te nemen. */
export const magWeg = (b: string, nu: Date) => sql`${sql.ref(`${b}.richting`)} = 'uit' and ${sql.ref(`${b}.verzonden_op`)} is null
  and ${sql.ref(`${b}.vervangen_op`)} is null and (${sql.ref(`${b}.verzend_na`)} is null or ${sql.ref(`${b}.verzend_na`)} <= ${nu})`

/** Wanneer het eerste bericht dat nog wacht tot het weg mag, aan de beurt is. */
export async function eersteVastgehouden(tx: Tx, { gemeente, partij }: Administratie, nu: Date): Promise<Date | null> {
  const { rows } = await sql<{
    na: Date | null
  }>`select min(verzend_na) as na from bericht where gemeente = ${gemeente} and partij = ${partij}
    and richting = 'uit' and verzonden_op is null and vervangen_op is null and verzend_na > ${nu}`.execute(tx)
  return rows[0]?.na ?? null
}

/** Een antwoord dat nog niet weg mag terugnemen; false als het te laat is. De database toetst ook wie dat mag. */
export async function neemTerug(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ terug: boolean }>`select neem_bericht_terug(${id}) as terug`.execute(tx)
  return rows[0]?.terug === true
}

/** Wat nog te versturen is, oudste eerst. */
export async function leesKlaar(tx: Tx, { gemeente, partij }: Administratie, nu: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select b.id from bericht b where b.gemeente = ${gemeente} and b.partij = ${partij}
    and ${magWeg('b', nu)} order by b.vastgelegd_op, b.id`.execute(tx)
  return rows.map((r) => r.id)
}
