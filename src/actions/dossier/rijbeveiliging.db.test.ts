/** De rijbeveiliging laat hetzelfde toe als `magDoen`: dezelfde vragen recht op de tabellen, zonder de handelingen ertussen. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { magDoen } from '#core/dossier/rechten.ts'
import { type Handeling, type Relatie, type Rol, relaties, rollen } from '#core/dossier/rechtentabel.ts'
import { inTransactie, type Tx } from '#storage/transactie.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { nieuweId } from '../handeling/id.ts'
import { maakMelding } from './maak-melding.ts'
import { voegInwonerToe } from './voeg-inwoner-toe.ts'

let p: Proefwerkplek
let gemeente: string
let teams: { mijn: string; ander: string }
const dossiers: Record<'open' | 'geheim', { inwoner: string; zaak: string }> = {
  open: { inwoner: '', zaak: '' },
  geheim: { inwoner: '', zaak: '' },
}

beforeAll(async () => {
  p = await maakProefwerkplek()
  const zuid = await p.als('consulent', undefined, 1)
  gemeente = zuid.actor.gemeente
  teams = { ander: zuid.actor.team ?? '', mijn: (await p.als('consulent')).actor.team ?? '' }
  for (const soort of ['open', 'geheim'] as const) {
    const inwoner = await voegInwonerToe(p.dienst, zuid, {
      naam: { achternaam: 'Proefpersoon' },
      bsn: soort === 'open' ? '999990019' : '999990020',
      telefoon: '0612345678',
      geheimAdres: soort === 'geheim',
    })
    if (!inwoner.ok) throw new Error(JSON.stringify(inwoner.fout))
    const zaak = await maakMelding(p.dienst, zuid, {
      inwoner: inwoner.value.id,
      kanaal: 'balie',
      gemeldDoor: 'inwoner',
      ontvangenOp: '2026-11-20',
      hulpvraag: 'Hulp',
    })
    if (!zaak.ok) throw new Error(JSON.stringify(zaak.fout))
    dossiers[soort] = { inwoner: inwoner.value.id, zaak: zaak.value.id }
  }
})
afterAll(() => p.sluit())

/** Een medewerker met één rol die deze relatie heeft tot beide inwoners; daarna is alles weer zoals het was. */
async function alsof<T>(rol: Rol, relatie: Relatie, doe: (tx: Tx, ik: string) => Promise<T>): Promise<T> {
  const ik = nieuweId(p.klok.nu)
  const eigenaar = p.eigenaar
  const ids = Object.values(dossiers)
  await eigenaar
    .insertInto('medewerker')
    .values({ gemeente, id: ik, identiteit: null, aanmeldnaam: ik, naam: 'Proef', team: null, rollen: [rol], gewijzigd_door: null })
    .execute()
  if (relatie === 'eigen') await eigenaar.updateTable('zaak').set({ behandelaar: ik }).execute()
  if (relatie === 'nood')
    for (const { inwoner } of ids)
      await eigenaar
        .insertInto('noodtoegang')
        .values({
          gemeente,
          id: nieuweId(p.klok.nu),
          inwoner,
          medewerker: ik,
          reden: 'Een reden van genoeg tekens',
          van: p.klok.nu,
          tot: new Date(p.klok.nu.getTime() + 3_600_000),
          beoordeeld_op: null,
          beoordeeld_door: null,
          oordeel: null,
          toelichting: null,
        })
        .execute()
  const team = relatie === 'team' ? teams.ander : teams.mijn
  try {
    return await inTransactie(p.dienst.db, { gemeente, medewerker: ik, rollen: [rol], team, nu: p.klok.nu }, async (tx) => ({
      bewaar: false,
      waarde: await doe(tx, ik),
    }))
  } finally {
    await eigenaar.updateTable('zaak').set({ behandelaar: null }).execute()
    await eigenaar.deleteFrom('noodtoegang').execute()
    await eigenaar.deleteFrom('medewerker').where('id', '=', ik).execute()
  }
}

const telt = async (tx: Tx, vraag: ReturnType<typeof sql>): Promise<boolean> => (await vraag.execute(tx)).rows.length > 0
/** Schrijven in een eigen savepoint: een weigering van de database mag de volgende vraag niet raken. */
async function lukt(tx: Tx, opdracht: ReturnType<typeof sql>): Promise<boolean> {
  await sql`savepoint proef`.execute(tx)
  try {
    const { numAffectedRows } = await opdracht.execute(tx)
    return (numAffectedRows ?? 0n) > 0n
  } catch (f) {
    if (!/row-level security/.test((f as Error).message)) throw f
    return false
  } finally {
    await sql`rollback to savepoint proef`.execute(tx)
  }
}

type Proef = { naam: string; mag: readonly Handeling[]; doe(tx: Tx, ik: string): Promise<boolean> }
/** Eén van de handelingen in `mag` is genoeg. */
const proeven: readonly Proef[] = [
  { naam: 'inwoner lezen', mag: ['inwoner_lezen'], doe: (tx) => telt(tx, sql`select id from inwoner where id = ${dossiers.open.inwoner}`) },
  {
    naam: 'adres lezen',
    mag: ['adres_lezen'],
    doe: (tx) => telt(tx, sql`select inwoner from inwoner_gegevens where inwoner = ${dossiers.open.inwoner}`),
  },
  {
    naam: 'geheim adres lezen',
    mag: ['geheim_adres_lezen'],
    doe: (tx) => telt(tx, sql`select inwoner from inwoner_gegevens where inwoner = ${dossiers.geheim.inwoner}`),
  },
  {
    naam: 'BSN lezen',
    mag: ['bsn_tonen'],
    doe: (tx) => telt(tx, sql`select inwoner from inwoner_bsn where inwoner = ${dossiers.open.inwoner}`),
  },
  { naam: 'zaak lezen', mag: ['dossier_lezen'], doe: (tx) => telt(tx, sql`select id from zaak where id = ${dossiers.open.zaak}`) },
  {
    naam: 'gebeurtenissen van een zaak lezen',
    mag: ['dossier_lezen'],
    doe: (tx) => telt(tx, sql`select id from gebeurtenis where zaak = ${dossiers.open.zaak}`),
  },
  {
    naam: 'inwoner wijzigen',
    mag: ['inwoner_wijzigen'],
    doe: (tx) => lukt(tx, sql`update inwoner set woonplaats = 'X' where id = ${dossiers.open.inwoner}`),
  },
  {
    naam: 'adres wijzigen',
    mag: ['inwoner_wijzigen'],
    doe: (tx) => lukt(tx, sql`update inwoner_gegevens set straat = 'X' where inwoner = ${dossiers.open.inwoner}`),
  },
  {
    naam: 'zaak wijzigen',
    mag: ['dossier_schrijven'],
    doe: (tx) => lukt(tx, sql`update zaak set hulpvraag = 'X' where id = ${dossiers.open.zaak}`),
  },
  {
    naam: 'noodtoegang vragen',
    mag: ['noodtoegang_vragen'],
    doe: (tx, ik) =>
      lukt(
        tx,
        sql`insert into noodtoegang (gemeente, id, inwoner, medewerker, reden, van, tot)
          values (${gemeente}, ${nieuweId(p.klok.nu)}, ${dossiers.open.inwoner}, ${ik}, 'Een reden van genoeg tekens', ${p.klok.nu}, ${p.klok.nu})`,
      ),
  },
]

describe.each(rollen)('%s', (rol) => {
  it.each(relaties)('met de relatie %s', async (relatie) => {
    const uitkomst = await alsof(rol, relatie, async (tx, ik) => {
      const per: Record<string, boolean> = {}
      for (const { naam, doe } of proeven) per[naam] = await doe(tx, ik)
      return per
    })
    const hoort = (h: Handeling) =>
      magDoen({ gemeente, medewerker: 'ik', rollen: [rol] }, h, { gemeente, relaties: [...new Set(['gemeente' as const, relatie])] }).ok
    expect(uitkomst).toEqual(Object.fromEntries(proeven.map(({ naam, mag }) => [naam, mag.some(hoort)])))
  })
})

describe('buiten de eigen gemeente', () => {
  it('is er niets, ook zonder voorwaarde in de vraag', async () => {
    const elders = await p.als('teamleider', p.gemeenten[1]?.code)
    const { actor } = elders
    const aantallen = await inTransactie(p.dienst.db, { ...actor, nu: p.klok.nu }, async (tx) => {
      const tel = async (tabel: 'inwoner' | 'inwoner_gegevens' | 'inwoner_bsn' | 'zaak' | 'gebeurtenis') =>
        Number(
          (
            await tx
              .selectFrom(tabel)
              .select((e) => e.fn.countAll().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        )
      return {
        bewaar: false,
        waarde: [
          await tel('inwoner'),
          await tel('inwoner_gegevens'),
          await tel('inwoner_bsn'),
          await tel('zaak'),
          await tel('gebeurtenis'),
        ],
      }
    })
    expect(aantallen).toEqual([0, 0, 0, 0, 0])
  })

  it('valt ook niets te schrijven', async () => {
    const { actor } = await p.als('consulent', p.gemeenten[1]?.code)
    const schrijf = inTransactie(p.dienst.db, { ...actor, nu: p.klok.nu }, async (tx) => ({
      bewaar: false,
      waarde: await tx.updateTable('inwoner').set({ woonplaats: 'X' }).where('id', '=', dossiers.open.inwoner).executeTakeFirst(),
    }))
    expect((await schrijf).numUpdatedRows).toBe(0n)
  })
})

describe('team en behandelaar wisselen alleen met een overdracht', () => {
  const draag = async (tx: Tx, naar: string | null, team: string) => {
    const { rows } = await sql<{
      gelukt: boolean
    }>`select draag_zaak_over(${dossiers.open.zaak}, 1, ${naar}, ${team}, ${team}) as gelukt`.execute(tx)
    return rows[0]?.gelukt
  }
  it.each(rollen)('%s', async (rol) => {
    for (const relatie of relaties) {
      const gelukt = await alsof(rol, relatie, (tx, ik) => draag(tx, ik, teams.mijn))
      const hoort = magDoen({ gemeente, medewerker: 'ik', rollen: [rol] }, 'zaak_overdragen', {
        gemeente,
        relaties: ['gemeente', relatie],
      }).ok
      expect([relatie, gelukt]).toEqual([relatie, hoort])
    }
  })

  it.each(['inwoner', 'zaak'] as const)('rechtstreeks in %s mag niemand het team wijzigen', async (tabel) => {
    const poging = alsof('teamleider', 'team', (tx) => sql`update ${sql.table(tabel)} set team = ${teams.mijn}`.execute(tx))
    await expect(poging).rejects.toThrow('permission denied')
  })

  it('een inwoner aannemen kan alleen als er nog geen team is', async () => {
    const team = () => p.eigenaar.selectFrom('inwoner').select('team').where('id', '=', dossiers.open.inwoner).executeTakeFirstOrThrow()
    await alsof('consulent', 'gemeente', (tx) => sql`select neem_inwoner_aan(${dossiers.open.inwoner})`.execute(tx))
    expect((await team()).team).toBe(teams.ander)
  })
})

describe('een open zaak bij het eigen team', () => {
  it('is een relatie, een afgesloten zaak niet', async () => {
    const kijk = () => alsof('consulent', 'gemeente', async (tx) => [await proeven[4]?.doe(tx, ''), await proeven[3]?.doe(tx, '')])
    const zet = (team: string, dag: string | null) =>
      p.eigenaar.updateTable('zaak').set({ team, afgesloten_op: dag }).where('id', '=', dossiers.open.zaak).execute()
    try {
      await zet(teams.mijn, null)
      expect(await kijk()).toEqual([true, true])
      await zet(teams.mijn, '2026-11-24')
      expect(await kijk()).toEqual([false, false])
    } finally {
      await zet(teams.ander, null)
    }
  })
})

describe('een melding geeft geen toegang', () => {
  const zaak = (tx: Tx, ik: string, behandelaar: string | null, team: string) =>
    lukt(
      tx,
      sql`insert into zaak (gemeente, id, nummer, inwoner, soort, stand, kanaal, gemeld_door, ontvangen_op, plan_tot, onderzoek_uiterlijk, behandelaar, team, gemaakt_op, gewijzigd_op, gewijzigd_door)
        values (${gemeente}, ${nieuweId(p.klok.nu)}, 'proef', ${dossiers.open.inwoner}, 'melding', 'ontvangen', 'balie', 'inwoner', '2026-11-20', '2026-11-27', '2027-01-04', ${behandelaar}, ${team}, ${p.klok.nu}, ${p.klok.nu}, ${ik})`,
    )
  it.each(['gemeente', 'nood'] as const)('aan wie zichzelf of het eigen team erbij zet, met de relatie %s', async (relatie) => {
    await alsof('consulent', relatie, async (tx, ik) => {
      expect([await zaak(tx, ik, ik, teams.ander), await zaak(tx, ik, null, teams.mijn), await zaak(tx, ik, null, teams.ander)]).toEqual([
        false,
        false,
        true,
      ])
    })
  })
})
