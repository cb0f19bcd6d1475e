/** Een inwoner met BSN en adres, een contract en een indicatie, rechtstreeks in de database gezet: klaar om toe te wijzen. */
import { sql } from 'kysely'
import { type Bsn, vulBsnAan } from '#core/base/bsn.ts'
import { bewaarContract, type Tariefrij } from '#storage/berichten/contracten.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import type { Actor } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { maakProefzaak } from '../onderzoek/proefonderzoek.testhulp.ts'
import type { Proefwerkplek } from '../proefwerkplek.testhulp.ts'

let teller = 0
function nieuwBsn(): Bsn {
  for (;;) {
    const bsn = vulBsnAan(99_997_000 + teller++)
    if (bsn) return bsn
  }
}

export type Proefinwoner = { readonly inwoner: string; readonly zaak: string; readonly bsn: Bsn }

/** De inwoner hoort bij het team van `actor`, die de zaak behandelt. */
export async function zetProefinwoner(p: Proefwerkplek, actor: Actor): Promise<Proefinwoner> {
  const { gemeente } = actor
  const { inwoner, zaak } = await maakProefzaak(p, actor)
  const bsn = nieuwBsn()
  const bsn_index = p.dienst.kluis.index(bsn, gemeente)
  await p.eigenaar.updateTable('inwoner').set({ bsn_index, geen_bsn_reden: null }).where('id', '=', inwoner).execute()
  await p.eigenaar
    .insertInto('inwoner_bsn')
    .values({ gemeente, inwoner, ...p.dienst.kluis.versleutel(bsn, { gemeente, inwoner }) })
    .execute()
  await p.eigenaar
    .insertInto('inwoner_gegevens')
    .values({ gemeente, inwoner, straat: 'Dorpsstraat', huisnummer: '12', toevoeging: 'b', postcode: '1234 AB' })
    .execute()
  return { inwoner, zaak, bsn }
}

export const zetContract = (p: Proefwerkplek, gemeente: string, aanbieder: string, ...tarieven: Tariefrij[]): Promise<void> =>
  inAdministratie(p.dienst, { gemeente, partij: gemeente }, (tx) =>
    bewaarContract(tx, {
      gemeente,
      aanbieder,
      id: nieuweId(p.klok.nu),
      naam: 'Zorg in Nergens',
      geladenOp: p.klok.nu,
      geladenDoor: null,
      tarieven,
    }),
  )

export type Proefindicatie = {
  readonly inwoner: string
  readonly product: string
  readonly hash: string
  readonly van: string
  readonly tot: string | null
  readonly minuten?: number
  readonly dagdelen?: number
}

const omvang = {
  opgave: {},
  uitkomst: { totaal: { minutenPerWeek: '180', afgerond: 180, inWoorden: '3 uur per week' }, regels: [], resultaten: [] },
}

/** Een indicatie met haar vaststelling, zoals het vaststellen haar neerzet. */
export async function zetToeTeWijzen(p: Proefwerkplek, { gemeente, medewerker }: Actor, i: Proefindicatie): Promise<string> {
  const [id, voorziening] = [nieuweId(p.klok.nu), nieuweId(p.klok.nu)]
  const gemaakt = { gemaakt_op: p.klok.nu, gemaakt_door: medewerker }
  await p.eigenaar
    .insertInto('voorziening')
    .values({ gemeente, id: voorziening, inwoner: i.inwoner, product: i.product, familie: 'x', ...gemaakt })
    .execute()
  await sql`insert into indicatie (gemeente, id, voorziening, inwoner, tabel, product, catalogus_hash, van, tot, eenheid, minuten_per_week, dagdelen_per_week,
      omvang, stapeling, vastgesteld_op, vastgesteld_door)
    values (${gemeente}, ${id}, ${voorziening}, ${i.inwoner}, 'x', ${i.product}, ${i.hash}, ${i.van}, ${i.tot}, 'x',
      ${i.dagdelen === undefined ? (i.minuten ?? 180) : null}, ${i.dagdelen ?? null}, ${JSON.stringify(omvang)}, '{}', ${p.klok.nu}, ${medewerker})`.execute(
    p.eigenaar,
  )
  await sql`insert into gebeurtenis (gemeente, id, inwoner, indicatie, soort, datum, zin, gemaakt_op, gemaakt_door)
    values (${gemeente}, ${nieuweId(p.klok.nu)}, ${i.inwoner}, ${id}, 'vastgesteld', '2026-11-25', 'Vastgesteld.', ${p.klok.nu}, ${medewerker})`.execute(
    p.eigenaar,
  )
  return id
}

/** De catalogus die in deze gemeente gepubliceerd is; de meegeleverde catalogi noemen geen iWmo-codes. */
export const catalogushash = async (p: Proefwerkplek, gemeente: string): Promise<string> =>
  (await p.eigenaar.selectFrom('cataloguspublicatie').select('hash').where('gemeente', '=', gemeente).executeTakeFirstOrThrow()).hash

/** Een contractregel voor een product van de catalogus. */
export const regelVoor = (catalogusproduct: string | null, anders: Partial<Tariefrij> = {}): Tariefrij => ({
  code: '02A07',
  categorie: '02',
  eenheid: '04',
  tarief: 6250,
  van: '2026-01-01',
  tot: null,
  catalogusproduct,
  naam: null,
  ...anders,
})
