/** Een database van vóór de kolom die zegt over wie een bericht gaat: ieder ziet na de migratie dezelfde lijst. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migratiemap, migreer } from '../postgres/migreer.ts'
import { maakTestdatabase, type Testdatabase } from '../postgres/testdatabase.testhulp.ts'
import { vraagtLijst } from '../berichten/inzage.ts'
import { inTransactie, maakKysely, type Tx } from '../transactie.ts'

const GEMEENTEN = ['9001', '9002'] as const
const MIJ = '00000000-0000-7000-8000-00000000aaaa'
const TEAM = '00000000-0000-7000-8000-00000000bbbb'
const ANDER_TEAM = '00000000-0000-7000-8000-00000000cccc'
/** Wat ik met deze inwoner heb; bij de onderste vier niets wat nu geldt. */
const BAND = ['team', 'zaak', 'teamzaak', 'nood', 'geen', 'dichte zaak', 'voorbije nood', 'ander team'] as const
const VAN_MIJ = 4

let d: Testdatabase
beforeAll(async () => {
  d = await maakTestdatabase({ leeg: true })
  await migreer(d.eigenaar, undefined, migratiemap, 32)
  for (const g of GEMEENTEN) await vul(g)
})
afterAll(() => d.sluit())

const uuid = (gemeente: string, soort: number, nummer: number) =>
  `00000000-0000-7000-8${soort.toString(16).padStart(3, '0')}-${gemeente}${String(nummer).padStart(8, '0')}`
const bsnIndex = (wie: number) => `sha256('cliënt ${wie}')`

async function vul(g: string): Promise<void> {
  const zet = (tekst: string) => d.eigenaar.query(tekst)
  const inwoner = (wie: number) => uuid(g, 1, wie)
  await zet(`insert into gemeente values ('${g}', 'Proef ${g}', 'proef', true)`)
  for (const [id, naam] of [
    [TEAM, 'Een'],
    [ANDER_TEAM, 'Twee'],
  ])
    await zet(`insert into team (gemeente, id, naam) values ('${g}', '${id}', '${naam}')`)
  await zet(`insert into medewerker (gemeente, id, naam, aanmeldnaam, rollen) values ('${g}', '${MIJ}', 'Proef', 'proef', '{consulent}')`)
  for (const [wie, band] of BAND.entries()) {
    const team = band === 'team' ? `'${TEAM}'` : band === 'ander team' ? `'${ANDER_TEAM}'` : 'null'
    await zet(`insert into inwoner (gemeente, id, achternaam, zoeknaam, bsn_index, team, gemaakt_op, gewijzigd_op, gewijzigd_door)
      values ('${g}', '${inwoner(wie)}', 'Proef', 'proef', ${bsnIndex(wie)}, ${team}, now(), now(), '${MIJ}')`)
    if (band.endsWith('zaak'))
      await zet(`insert into zaak (gemeente, id, nummer, inwoner, soort, stand, kanaal, gemeld_door, ontvangen_op, plan_tot, onderzoek_uiterlijk,
          behandelaar, team, afgesloten_op, gemaakt_op, gewijzigd_op, gewijzigd_door)
        values ('${g}', '${uuid(g, 2, wie)}', 'Z${wie}', '${inwoner(wie)}', 'melding', 'melding', 'balie', 'inwoner', now(), now(), now(),
          ${band === 'teamzaak' ? 'null' : `'${MIJ}'`}, ${band === 'teamzaak' ? `'${TEAM}'` : 'null'}, ${band === 'dichte zaak' ? 'now()' : 'null'}, now(), now(), '${MIJ}')`)
    if (band.endsWith('nood'))
      await zet(`insert into noodtoegang (gemeente, id, inwoner, medewerker, reden, van, tot) values ('${g}', gen_random_uuid(), '${inwoner(wie)}', '${MIJ}',
        'Een reden van genoeg tekens', now() - interval '2 hours', now() + interval '${band === 'nood' ? 2 : -1} hours')`)
    await zetBerichten(g, wie)
  }
}

/** Per cliënt: een bericht van ons met het antwoord van de ander, een van de ander met ons antwoord, een antwoord dat er eerder was, en een WMO319. */
async function zetBerichten(g: string, wie: number): Promise<void> {
  const id = (n: number) => uuid(g, 3, 100 * wie + n)
  const bericht = (
    n: number,
    naam: string,
    richting: string,
    o: { client?: boolean; retour?: number; over?: number; telt?: boolean } = {},
  ) =>
    d.eigenaar.query(`insert into bericht (gemeente, id, partij, aanbieder, richting, naam, afzender, ontvanger, identificatie, bsn_index, hash, grootte,
        uitkomst, telt, retour, over, systeemdatum, vastgelegd_op)
      values ('${g}', '${id(n)}', '${g}', '98765432', '${richting}', '${naam}', '${richting === 'uit' ? g : '98765432'}', '${richting === 'uit' ? '98765432' : g}',
        'N${wie}-${n}', ${o.client ? bsnIndex(wie) : 'null'}, sha256('${id(n)}'), 1, 'geaccepteerd', ${o.telt ?? true},
        ${o.retour === undefined ? 'null' : `'${id(o.retour)}'`}, ${o.over === undefined ? 'null' : `'${id(o.over)}'`}, '2026-01-01', now())`)
  const oordeel = (n: number, over: number, naam: string, afzender: string) =>
    d.eigenaar.query(`insert into oordeel (gemeente, partij, bericht, aanbieder, over_naam, over_afzender, over_identificatie, uitkomst)
      values ('${g}', '${g}', '${id(n)}', '98765432', '${naam}', '${afzender}', 'N${wie}-${over}', 'geaccepteerd')`)
  await bericht(1, 'WMO301', 'uit', { client: true })
  await bericht(2, 'WMO302', 'in', { over: 1 })
  await oordeel(2, 1, 'WMO301', g)
  await bericht(3, 'WMO306', 'uit')
  await oordeel(3, 4, 'WMO305', '98765432')
  await bericht(4, 'WMO305', 'in', { client: true, retour: 3 })
  await bericht(5, 'WMO302', 'in')
  await oordeel(5, 6, 'WMO301', g)
  await bericht(6, 'WMO301', 'uit', { client: true })
  await bericht(7, 'WMO317', 'in', { client: true })
  await d.eigenaar.query(`insert into verzoek (gemeente, partij, bericht, volg, aanbieder, bsn_index, referentie, soort, ingangsdatums)
    values ('${g}', '${g}', '${id(7)}', 0, '98765432', ${bsnIndex(wie)}, 'R${wie}', 'VOW', '{}')`)
  await bericht(8, 'WMO319', 'uit')
  await d.eigenaar.query(`insert into verzoekantwoord (gemeente, partij, bericht, volg, aanbieder, referentie, antwoord)
    values ('${g}', '${g}', '${id(8)}', 0, '98765432', 'R${wie}', '2')`)
  // Over meer cliënten, en een antwoord op iets wat hier niet is.
  await bericht(9, 'WMO323', 'in', { retour: 10 })
  await bericht(10, 'WMO325', 'uit')
  await bericht(11, 'WMO302', 'in')
  await oordeel(11, 99, 'WMO301', g)
}

const ROLLEN = ['consulent', 'administratie', 'teamleider', 'toezichthouder', 'contractmanager', 'beheerder'] as const
type Gezien = Readonly<Record<string, readonly string[]>>
async function watZiet(g: string, vooraf: (tx: Tx) => Promise<void> = async () => undefined): Promise<Gezien> {
  const db = maakKysely(d.app)
  const uit: Record<string, readonly string[]> = {}
  for (const rol of ROLLEN)
    uit[rol] = await inTransactie(db, { gemeente: g, medewerker: MIJ, rollen: [rol], team: TEAM }, async (tx) => {
      await vooraf(tx)
      const { rows } = await sql<{ wat: string }>`select identificatie as wat from bericht order by 1`.execute(tx)
      return { bewaar: false, waarde: rows.map((r) => r.wat) }
    })
  return uit
}

const alles = (wie: number) => [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `N${wie}-${n}`)
const vanMij = BAND.slice(0, VAN_MIJ)
  .flatMap((_, wie) => alles(wie))
  .sort()

describe('over wie een bericht gaat, na de migratie van een database met berichten', () => {
  it('ieder ziet in elke gemeente wat hij daarvoor zag; een consulent precies van haar inwoners, met de antwoorden erbij', async () => {
    const voor = [await watZiet('9001'), await watZiet('9002')]
    expect(voor.map((v) => v.consulent)).toEqual([vanMij, vanMij])
    await migreer(d.eigenaar)
    expect([await watZiet('9001'), await watZiet('9002')]).toEqual(voor)
    // Ook wie om een lange lijst vraagt ziet precies dat, en niet meer.
    expect([await watZiet('9001', vraagtLijst), await watZiet('9002', vraagtLijst)]).toEqual(voor)
  })

  it('de kolom zegt bij elk bericht over één cliënt wie dat is, en is leeg bij een declaratie en bij een antwoord op iets onbekends', async () => {
    const { rows } = await d.eigenaar.query<{ wie: number; n: number; klopt: boolean; leeg: boolean }>(`
      select split_part(substr(identificatie, 2), '-', 1)::int as wie, split_part(identificatie, '-', 2)::int as n,
        client_index = sha256(('cliënt ' || split_part(substr(identificatie, 2), '-', 1))::bytea) as klopt, client_index is null as leeg from bericht`)
    expect(rows).toHaveLength(GEMEENTEN.length * BAND.length * 11)
    for (const r of rows) expect(r).toMatchObject(r.n <= 8 ? { klopt: true, leeg: false } : { klopt: null, leeg: true })
  })

  it('wie de rijen kiest en wie bij een rij vraagt, bedoelen dezelfde cliënten', async () => {
    for (const gemeente of GEMEENTEN)
      await inTransactie(maakKysely(d.app), { gemeente, medewerker: MIJ, rollen: ['consulent'], team: TEAM }, async (tx) => {
        const { rows } = await sql<{ gekozen: boolean; gevraagd: boolean }>`select i.bsn_index in (select mijn_clienten()) as gekozen,
          ziet_client(i.bsn_index) as gevraagd from inwoner i where i.gemeente = ${gemeente} order by i.id`.execute(tx)
        expect(rows).toEqual(BAND.map((_, wie) => ({ gekozen: wie < VAN_MIJ, gevraagd: wie < VAN_MIJ })))
        return { bewaar: false, waarde: undefined }
      })
  })

  it('de rijbeveiliging van elke tabel is weer van kracht, ook voor de eigenaar', async () => {
    const { rows } = await d.eigenaar.query(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relrowsecurity and not relforcerowsecurity`)
    expect(rows).toEqual([])
  })
})
