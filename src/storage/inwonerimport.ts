/**
 * Veel inwoners in één transactie: rijen gaan met COPY in een tijdelijke tabel en van daar met een paar opdrachten naar hun plek, met
 * dezelfde rijbeveiliging als een scherm. Wat de aanroeper niet laat bewaren, is er nooit geweest.
 */
import type pg from 'pg'
import { kopieer } from './kopieer.ts'
import { type Binding, opVerbinding } from './transactie.ts'

/** Eén inwoner, gecontroleerd en versleuteld; `regel` is waar hij in het bestand staat. */
export type Importrij = {
  readonly regel: number
  readonly id: string
  readonly audit: string
  readonly achternaam: string
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
  readonly geboortedatum: string | null
  readonly woonplaats: string | null
  readonly zoeknaam: string
  readonly bsn_index: Buffer | null
  readonly bsn: Buffer | null
  readonly sleutel: string | null
  readonly geen_bsn_reden: string | null
  readonly geheim_adres: boolean
  readonly overleden_op: string | null
  readonly team: string | null
  readonly straat: string | null
  readonly huisnummer: string | null
  readonly toevoeging: string | null
  readonly postcode: string | null
  readonly telefoon: string | null
  readonly email: string | null
  readonly contactvoorkeur: string | null
  readonly geslacht: string | null
  readonly vertegenwoordiger: string | null
  readonly hash_na: string
}

const soorten: Record<keyof Importrij, string> = {
  regel: 'int',
  id: 'uuid',
  audit: 'uuid',
  achternaam: 'text',
  voorvoegsel: 'text',
  voornamen: 'text',
  voorletters: 'text',
  geboortedatum: 'date',
  woonplaats: 'text',
  zoeknaam: 'text',
  bsn_index: 'bytea',
  bsn: 'bytea',
  sleutel: 'text',
  geen_bsn_reden: 'text',
  geheim_adres: 'boolean',
  overleden_op: 'date',
  team: 'uuid',
  straat: 'text',
  huisnummer: 'text',
  toevoeging: 'text',
  postcode: 'text',
  telefoon: 'text',
  email: 'text',
  contactvoorkeur: 'text',
  geslacht: 'text',
  vertegenwoordiger: 'jsonb',
  hash_na: 'text',
}
const kolommen = Object.keys(soorten) as (keyof Importrij)[]

/** Wat voor elke rij van deze import gelijk is. `door` staat bij de inwoner als wie hem het laatst wijzigde. */
export type Importdaad = {
  readonly binding: Binding
  readonly nu: Date
  readonly door: string
  readonly doel: string
  readonly toegangspunt: string
  readonly correlatie: string
}

/** Een BSN dat al bij een inwoner hoort, of bij een eerdere rij van deze import. */
export type Botsing = { readonly regel: number; readonly met: 'bestand' | 'inwoner' }

export type Import = {
  /** Zet deze rijen erin en geeft wat er botst; wat botst komt er niet in. Eén aanroep tegelijk. */
  voegToe(rijen: readonly Importrij[]): Promise<readonly Botsing[]>
}

/** Eén transactie. Geeft `werk` `bewaar: false`, of gooit het, dan is er niets gebeurd. */
export const inImport = <T>(pool: pg.Pool, daad: Importdaad, werk: (i: Import) => Promise<{ bewaar: boolean; waarde: T }>): Promise<T> =>
  opVerbinding(pool, daad.binding, async (client) => {
    await client.query(`create temp table inwonerimport (${kolommen.map((k) => `${k} ${soorten[k]}`).join(', ')}) on commit drop`)
    return werk({ voegToe: (rijen) => voegToe(client, daad, rijen) })
  })

async function voegToe(client: pg.PoolClient, daad: Importdaad, rijen: readonly Importrij[]): Promise<readonly Botsing[]> {
  if (rijen.length === 0) return []
  await client.query('truncate inwonerimport')
  await kopieer(client, 'inwonerimport', kolommen, rijen)
  const { gemeente } = daad.binding
  const { rowCount } = await client.query(
    `insert into inwoner (gemeente, id, achternaam, voorvoegsel, voornamen, voorletters, geboortedatum, woonplaats, zoeknaam, bsn_index,
       geen_bsn_reden, geheim_adres, overleden_op, team, gemaakt_op, gewijzigd_op, gewijzigd_door)
     select $1, id, achternaam, voorvoegsel, voornamen, voorletters, geboortedatum, woonplaats, zoeknaam, bsn_index,
       geen_bsn_reden, geheim_adres, overleden_op, team, $2, $2, $3 from inwonerimport order by regel
     on conflict (gemeente, bsn_index) do nothing`,
    [gemeente, daad.nu, daad.door],
  )
  const botsingen = rowCount === rijen.length ? [] : await vindBotsingen(client, daad, rijen.length)
  await client.query(
    `insert into inwoner_gegevens (gemeente, inwoner, straat, huisnummer, toevoeging, postcode, telefoon, email, contactvoorkeur, geslacht,
       vertegenwoordiger, geheim_adres)
     select $1, id, straat, huisnummer, toevoeging, postcode, telefoon, email, contactvoorkeur, geslacht, vertegenwoordiger, geheim_adres
     from inwonerimport`,
    [gemeente],
  )
  await client.query(
    `insert into inwoner_bsn (gemeente, inwoner, versleuteld, sleutel) select $1, id, bsn, sleutel from inwonerimport where bsn is not null`,
    [gemeente],
  )
  await schrijfLogboek(client, daad)
  return botsingen
}

/** Eén logboekregel per inwoner, met de opgave dat hij verzegeld moet worden. */
async function schrijfLogboek(client: pg.PoolClient, { binding, nu, doel, toegangspunt, correlatie }: Importdaad): Promise<void> {
  await client.query(
    `insert into audit (gemeente, id, tijdstip, soort, uitkomst, inwoner, objecten, medewerker, rollen, doel, toegangspunt, hash_na, correlatie)
     select $1, audit, $2, 'aanmaken', 'gelukt', id, jsonb_build_array(jsonb_build_object('soort', 'inwoner', 'id', id, 'versie', 1)),
       $3, $4, $5, $6, decode(hash_na, 'hex'), $7 from inwonerimport order by regel`,
    [binding.gemeente, nu, binding.medewerker, binding.rollen.join(','), doel, toegangspunt, correlatie],
  )
  await client.query('insert into audit_open (gemeente, audit) select $1, audit from inwonerimport order by regel', [binding.gemeente])
}

/** Wat niet in de tabel kwam gaat ook uit de tijdelijke tabel. Wat deze import zelf maakte, heeft zijn moment en zijn maker. */
async function vindBotsingen(client: pg.PoolClient, { binding, nu, door }: Importdaad, aangeboden: number): Promise<Botsing[]> {
  const { rows } = await client.query<Botsing>(
    `delete from inwonerimport v using inwoner i
     where i.gemeente = $1 and i.bsn_index = v.bsn_index and i.id <> v.id
     returning v.regel, case when i.gemaakt_op = $2 and i.gewijzigd_door = $3 then 'bestand' else 'inwoner' end as met`,
    [binding.gemeente, nu, door],
  )
  if (rows.length === 0) throw new Error(`van ${aangeboden} rijen kwamen er minder in, zonder dat er iets botst`)
  return rows.sort((a, b) => a.regel - b.regel)
}
