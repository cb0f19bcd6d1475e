/** Wie welke berichten ziet, en dat er in geen enkele tabel een leesbaar BSN staat. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bsn } from '#core/base/bsn.ts'
import { declareer, regel, stuur, wijsToe } from '#messages/keten/oefening.testhulp.ts'
import { ANDER_BSN, BSN } from '#messages/voorbeelden.testhulp.ts'
import { inTransactie, type Tx } from '#storage/transactie.ts'
import type { Actor } from '../handeling/dienst.ts'
import { maakProefzaak } from '../onderzoek/proefonderzoek.testhulp.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { maakBerichtproef } from './berichtproef.testhulp.ts'

const TABELLEN = [
  'ketenclient',
  'bericht',
  'berichtdeel',
  'oordeel',
  'afgewezen_regel',
  'toewijzing',
  'levering',
  'verzoek',
  'declaratie',
  'prestatie',
  'uitval',
] as const
let p: Proefwerkplek
let consulent: Actor
let gemeente: string
beforeAll(async () => {
  p = await maakProefwerkplek()
  consulent = (await p.als('consulent')).actor
  gemeente = consulent.gemeente
  const { verwerk } = maakBerichtproef(p, gemeente)
  await verwerk(wijsToe(), BSN)
  await verwerk(wijsToe({ ToewijzingNummer: 2 }), ANDER_BSN)
  await verwerk(stuur('WMO305'), BSN)
  await verwerk(stuur('WMO315'), BSN)
  await verwerk(declareer('D1', [regel('R1'), regel('R2', { ProductCode: '02A09' })]), BSN)
  // Een inwoner van het team van de consulent; de andere cliënt is van niemand.
  const { inwoner } = await maakProefzaak(p, consulent)
  await p.eigenaar
    .updateTable('inwoner')
    .set({ bsn_index: p.dienst.kluis.index(BSN as Bsn, gemeente) })
    .where('id', '=', inwoner)
    .execute()
})
afterAll(() => p.sluit())

type Wie = Pick<Actor, 'gemeente' | 'medewerker' | 'rollen' | 'team'> & { partij?: string }
const als = <T>(wie: Wie, werk: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransactie(p.dienst.db, { ...wie, nu: p.klok.nu }, async (tx) => ({ bewaar: false, waarde: await werk(tx) }))
const tel = async (tx: Tx): Promise<Record<string, number>> => {
  const uit: Record<string, number> = {}
  for (const t of TABELLEN) uit[t] = Number((await sql<{ n: string }>`select count(*) as n from ${sql.id(t)}`.execute(tx)).rows[0]?.n)
  return uit
}
const niets = Object.fromEntries(TABELLEN.map((t) => [t, 0]))

describe('wie wat ziet', () => {
  it('de administratie alles, en elke soort staat er', async () => {
    const gezien = await als((await p.als('administratie')).actor, tel)
    for (const t of TABELLEN) expect([t, (gezien[t] ?? 0) > 0]).toEqual([t, true])
  })
  it('een consulent alleen van de inwoners die zij helpt, met hun inhoud', async () => {
    const alle = await als((await p.als('administratie')).actor, tel)
    const gezien = await als(consulent, tel)
    expect(gezien).toMatchObject({
      berichtdeel: gezien.bericht,
      declaratie: 0,
      uitval: 0,
      ketenclient: 1,
      toewijzing: 1,
      levering: 1,
      verzoek: alle.verzoek,
    })
    expect(gezien.bericht).toBeLessThan(alle.bericht ?? 0)
    const ander = { ...consulent, medewerker: '00000000-0000-7000-8000-000000000000', team: null }
    expect(await als(ander, tel)).toEqual({ ...niets, oordeel: alle.oordeel })
  })
  it('toezicht en een teamleider van een ander team zien het verkeer zonder inhoud; wie er niets mee te maken heeft niets', async () => {
    const alle = await als((await p.als('administratie')).actor, tel)
    const verkeer = { bericht: alle.bericht, toewijzing: 2, prestatie: 2, uitval: alle.uitval, berichtdeel: 0 }
    expect(await als((await p.als('toezichthouder')).actor, tel)).toMatchObject({ ...verkeer, ketenclient: 0 })
    expect(await als({ ...(await p.als('teamleider')).actor, team: null }, tel)).toMatchObject(verkeer)
    for (const rol of ['contractmanager', 'beheerder'] as const) expect(await als((await p.als(rol)).actor, tel)).toEqual(niets)
  })
  it('met noodtoegang leest toezicht ook de inhoud, van die ene inwoner', async () => {
    const { actor } = await p.als('toezichthouder')
    const [van, tot] = [p.klok.nu.toISOString(), new Date(p.klok.nu.getTime() + 3_600_000).toISOString()]
    const { inwoner } = (await sql<{ inwoner: string }>`select id as inwoner from inwoner where bsn_index is not null`.execute(p.eigenaar))
      .rows[0] as { inwoner: string }
    await p.knoei(`insert into noodtoegang (gemeente, id, inwoner, medewerker, reden, van, tot)
      values ('${gemeente}', gen_random_uuid(), '${inwoner}', '${actor.medewerker}', 'Een reden van genoeg tekens', '${van}', '${tot}')`)
    const eigen = (await als(consulent, tel)).bericht
    expect((await als(actor, tel)).berichtdeel).toBe(eigen)
  })
  it('een andere gemeente of een andere partij ziet niets, ook als systeem', async () => {
    const systeem = { medewerker: null as never, rollen: ['systeem'] as never, team: null }
    expect(await als({ ...systeem, gemeente: p.gemeenten[1]?.code ?? '' }, tel)).toEqual(niets)
    expect(await als({ ...systeem, gemeente, partij: '98765432' }, tel)).toEqual(niets)
  })
})

it('feiten en bytes zijn niet te wijzigen of te wissen, ook niet door het systeem', async () => {
  const systeem = { medewerker: null as never, rollen: ['systeem'] as never, team: null, gemeente }
  for (const opdracht of [
    'delete from prestatie',
    'update toewijzing set volume = 1',
    'delete from bericht',
    `update bericht set uitkomst = 'verzonden'`,
    'update bericht set client_index = null',
    'update berichtdeel set volg = 9',
    'delete from uitval',
  ])
    await expect(als(systeem, (tx) => sql.raw(opdracht).execute(tx))).rejects.toThrow(/permission denied/)
})

it('in geen enkele tabel staat een leesbaar BSN, ook niet in de bytes van een bericht of in de retourcodes', async () => {
  const { rows } = await sql<{
    t: string
  }>`select relname as t from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(p.eigenaar)
  for (const { t } of rows)
    for (const bsn of [BSN, ANDER_BSN]) {
      const hex = Buffer.from(bsn).toString('hex')
      const gevonden = await sql`select from ${sql.id(t)} r where r::text like ${`%${bsn}%`} or r::text like ${`%${hex}%`}`.execute(
        p.eigenaar,
      )
      expect([t, gevonden.rows.length]).toEqual([t, 0])
    }
})
