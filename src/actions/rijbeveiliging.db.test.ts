/**
 * De rijbeveiliging alleen, zonder de handelingen ertussen: elke tabel van een gemeente, zonder WHERE, onder elke rol en elke relatie.
 * Een vergeten voorwaarde in een opdracht lekt zo niets.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { magDoen } from '#core/dossier/rechten.ts'
import { type Handeling, relaties, type Rol, rollen } from '#core/dossier/rechtentabel.ts'
import { buitenGemeente } from '#storage/postgres/tabellijst.ts'
import { inTransactie, type Tx } from '#storage/transactie.ts'
import { maakProefwerkplek, type Proefwerkplek } from './proefwerkplek.testhulp.ts'
import { type Gemeenteproef, type Proefpersoon, vulGemeenteproef, zetProefpersonen } from './rechtenproef.testhulp.ts'

let p: Proefwerkplek
let hier: Gemeenteproef
let daar: Gemeenteproef
let personen: Proefpersoon[]
let alleTabellen: string[]
let tabellen: string[]

beforeAll(async () => {
  p = await maakProefwerkplek()
  const proef = (i: number) => vulGemeenteproef(p, p.gemeenten[i]?.code as string, p.uitgaven[i]?.versies.at(-1) as never)
  ;[hier, daar] = [await proef(0), await proef(1)]
  personen = await zetProefpersonen(p, hier)
  const { rows } = await sql<{ tabel: string }>`select c.table_name as tabel from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'gemeente' and t.table_type = 'BASE TABLE' order by 1`.execute(p.eigenaar)
  alleTabellen = rows.map((r) => r.tabel)
  tabellen = alleTabellen.filter((t) => !berichtenverkeer.includes(t))
})
afterAll(() => p.sluit())

// biome-ignore lint/suspicious/noExplicitAny: elke tabel heeft andere kolommen
type Rij = Record<string, any>
/** Of deze persoon dit mag bij de inwoner van deze rij; zonder inwoner: in de gemeente. */
type Mag = (handeling: Handeling, inwoner?: string) => boolean
type Regel = {
  lees(mag: Mag, rij: Rij, ik: string): boolean
  /** Een kolom om te wijzigen, en wie dat mag. */
  wijzig?: { kolom: string; mag(mag: Mag, rij: Rij, ik: string): boolean }
  /** Wie een rij als deze mag toevoegen; zonder: niemand. De rijbeveiliging mag strenger zijn, nooit ruimer. */
  voegToe?(mag: Mag, rij: Rij, ik: string): boolean
}

const eigen = (rij: Rij, ik: string) => rij.medewerker === ik
const dossierdeel = (lees: Handeling, schrijf: Handeling, kolom?: string): Regel => ({
  lees: (mag, r) => mag(lees, r.inwoner),
  ...(kolom && { wijzig: { kolom, mag: (mag: Mag, r: Rij) => mag(schrijf, r.inwoner) } }),
  voegToe: (mag, r) => mag(schrijf, r.inwoner),
})
const beheerd = (wie: Handeling, kolom: string): Regel => ({
  lees: (mag) => mag('collegas_lezen'),
  wijzig: { kolom, mag: (mag) => mag(wie) },
  voegToe: (mag) => mag(wie),
})
const catalogusdeel = (wie: Handeling): Regel => ({ lees: (mag) => mag('catalogus_lezen'), voegToe: (mag) => mag(wie) })

/** Per tabel wat de rechtentabel ervan vindt. Een nieuwe tabel hoort hier een regel te krijgen; anders zakt de proef. */
const regels: Readonly<Record<string, Regel>> = {
  team: beheerd('teams_beheren', 'naam'),
  medewerker: { ...beheerd('medewerkers_beheren', 'naam'), lees: (mag, r, ik) => r.id === ik || mag('medewerkers_beheren') },
  sessie: {
    lees: (mag, r, ik) => eigen(r, ik) || mag('sessies_beheren'),
    wijzig: { kolom: 'toegangspunt', mag: (mag, r, ik) => eigen(r, ik) || mag('sessies_beheren') },
    voegToe: (mag, r, ik) => eigen(r, ik) || mag('sessies_beheren'),
  },
  inwoner: {
    lees: (mag, r) => mag('inwoner_lezen', r.id),
    wijzig: { kolom: 'woonplaats', mag: (mag, r) => mag('inwoner_wijzigen', r.id) },
    voegToe: (mag) => mag('inwoner_aanmaken'),
  },
  inwoner_gegevens: {
    lees: (mag, r) => mag(r.geheim_adres ? 'geheim_adres_lezen' : 'adres_lezen', r.inwoner),
    wijzig: { kolom: 'straat', mag: (mag, r) => mag('inwoner_wijzigen', r.inwoner) },
    voegToe: (mag, r) => mag('inwoner_wijzigen', r.inwoner),
  },
  inwoner_bsn: {
    lees: (mag, r) => mag('bsn_tonen', r.inwoner),
    wijzig: { kolom: 'sleutel', mag: (mag, r) => mag('inwoner_wijzigen', r.inwoner) },
    voegToe: (mag, r) => mag('inwoner_wijzigen', r.inwoner),
  },
  zaak: {
    lees: (mag, r) => mag('dossier_lezen', r.inwoner),
    wijzig: { kolom: 'hulpvraag', mag: (mag, r) => mag('dossier_schrijven', r.inwoner) },
    voegToe: (mag, r) => mag('melding_aanmaken', r.inwoner),
  },
  zaaknummer: {
    lees: (mag) => mag('melding_aanmaken'),
    wijzig: { kolom: 'laatste', mag: (mag) => mag('melding_aanmaken') },
    voegToe: (mag) => mag('melding_aanmaken'),
  },
  onderzoek: dossierdeel('onderzoek_lezen', 'onderzoek_schrijven', 'gewijzigd_op'),
  bezoek: dossierdeel('onderzoek_lezen', 'onderzoek_schrijven'),
  antwoord: dossierdeel('onderzoek_lezen', 'onderzoek_schrijven'),
  advies: dossierdeel('onderzoek_lezen', 'onderzoek_schrijven'),
  voorziening: dossierdeel('indicatie_lezen', 'indicatie_maken'),
  indicatie: dossierdeel('indicatie_lezen', 'indicatie_maken'),
  gebeurtenis: {
    lees: (mag, r) => mag('dossier_lezen', r.inwoner) || (r.indicatie !== null && mag('indicatie_lezen', r.inwoner)),
    voegToe: (mag, r) =>
      mag('dossier_schrijven', r.inwoner) ||
      (r.soort === 'melding_ontvangen' && mag('melding_aanmaken', r.inwoner)) ||
      (r.soort === 'opdracht_buitenom' && mag('toewijzing_maken', r.inwoner)),
  },
  noodtoegang: {
    lees: (mag, r, ik) => eigen(r, ik) || mag('noodtoegang_lezen'),
    wijzig: { kolom: 'toelichting', mag: (mag, r, ik) => mag('noodtoegang_beoordelen') && !eigen(r, ik) },
    voegToe: (mag, r, ik) => eigen(r, ik) && mag('noodtoegang_vragen'),
  },
  filter: {
    lees: (_, r, ik) => eigen(r, ik),
    wijzig: { kolom: 'naam', mag: (_, r, ik) => eigen(r, ik) },
    voegToe: (_, r, ik) => eigen(r, ik),
  },
  cataloguspublicatie: catalogusdeel('catalogus_publiceren'),
  instellingkeuze: catalogusdeel('instelling_wijzigen'),
  simulatie: {
    lees: (mag) => mag('simulatie_lezen'),
    wijzig: { kolom: 'fout', mag: (mag) => mag('simuleren') },
    voegToe: (mag) => mag('simuleren'),
  },
  // Alleen het programma zelf schrijft op wie het waren.
  simulatiegeval: { lees: (mag) => mag('simulatiegevallen_lezen') },
  audit: {
    lees: (mag, r, ik) => mag('audit_lezen') || eigen(r, ik) || (r.inwoner !== null && mag('wie_keek_lezen', r.inwoner)),
    voegToe: (_, r, ik) => eigen(r, ik),
  },
  // Wat nog verzegeld moet worden: alleen de verwijzing, bij elke handeling van iedereen.
  audit_open: { lees: (mag) => mag('audit_controleren'), voegToe: () => true },
  auditzegel: { lees: (mag) => mag('audit_controleren') },
  auditcontrole: {
    lees: (mag) => mag('audit_controleren'),
    wijzig: { kolom: 'fout', mag: (mag) => mag('audit_controleren') },
    voegToe: (mag) => mag('audit_controleren'),
  },
  certificaatwerk: { lees: (mag) => mag('berichtenverkeer_zien') },
  ketentermijnen: {
    lees: (mag) => mag('keten_bewaken'),
    wijzig: { kolom: 'berichten', mag: (mag) => mag('keten_nakijken') },
    voegToe: (mag) => mag('keten_nakijken'),
  },
  ketencontrole: { lees: (mag) => mag('keten_bewaken'), voegToe: (mag) => mag('keten_nakijken') },
  ketenverschil: { lees: (mag) => mag('keten_bewaken'), voegToe: (mag) => mag('keten_nakijken') },
  oefengedrag: {
    lees: (mag) => mag('keten_oefenen'),
    wijzig: { kolom: 'wacht', mag: (mag) => mag('keten_oefenen') },
    voegToe: (mag) => mag('keten_oefenen'),
  },
  oefenantwoord: { lees: (mag) => mag('keten_oefenen'), voegToe: (mag) => mag('keten_oefenen') },
  outbox: { lees: (mag) => mag('wachtrij_zien'), wijzig: { kolom: 'fout', mag: (mag) => mag('wachtrij_hervatten') }, voegToe: () => true },
  idempotentie: {
    lees: (_, r, ik) => eigen(r, ik),
    wijzig: { kolom: 'gemaakt_op', mag: (_, r, ik) => eigen(r, ik) },
    voegToe: (_, r, ik) => eigen(r, ik),
  },
}

/** Het berichtenverkeer heeft eigen regels (per partij), die niet in de rechtentabel staan; zie de proeven bij de berichten. */
const berichtenverkeer = [
  'afgewezen_regel',
  'bericht',
  'berichtdeel',
  'contract',
  'contracttarief',
  'declaratie',
  'envelop',
  'envelopinhoud',
  'ketenclient',
  'levering',
  'oordeel',
  'prestatie',
  'toewijzing',
  'toewijzingnummer',
  'uitval',
  'uitvalstap',
  'verzoek',
  'verzoekantwoord',
]

const magVan =
  ({ actor, relatie }: Proefpersoon): Mag =>
  (handeling, inwoner) => {
    const hoe = inwoner === hier.doel.inwoner ? (['gemeente', relatie] as const) : (['gemeente'] as const)
    return magDoen(actor, handeling, { gemeente: actor.gemeente, relaties: [...new Set(hoe)] }).ok
  }

const als = <T>({ actor }: Proefpersoon, werk: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransactie(p.dienst.db, { ...actor, nu: p.klok.nu }, async (tx) => ({ bewaar: false, waarde: await werk(tx) }))
const alles = async (tx: Tx, tabel: string): Promise<Rij[]> => (await sql<Rij>`select * from ${sql.table(tabel)}`.execute(tx)).rows
/** Wat de database zelf uitrekent is niet in te vullen. */
const invulbaar = async (tabel: string): Promise<string[]> =>
  (
    await sql<{ naam: string }>`select column_name as naam from information_schema.columns
      where table_schema = 'public' and table_name = ${tabel} and is_generated = 'NEVER'`.execute(p.eigenaar)
  ).rows.map((r) => r.naam)
const sleutel = (rij: Rij) => JSON.stringify(rij)
/** Schrijven in een savepoint; null als de database het om rechten weigert, een andere fout telt als doorgelaten. */
async function probeer(tx: Tx, opdracht: ReturnType<typeof sql>): Promise<number | null> {
  await sql`savepoint proef`.execute(tx)
  try {
    return Number((await opdracht.execute(tx)).numAffectedRows ?? 0)
  } catch (f) {
    return /row-level security|permission denied/.test((f as Error).message) ? null : 1
  } finally {
    await sql`rollback to savepoint proef`.execute(tx)
  }
}

describe('de proef zelf', () => {
  it('kent elke tabel van een gemeente', () => {
    expect(alleTabellen).toEqual([...Object.keys(regels), ...berichtenverkeer].sort())
    expect(buitenGemeente.filter((t) => t !== 'sessie').some((t) => tabellen.includes(t))).toBe(false)
  })

  it('heeft in elke tabel rijen van beide gemeenten, en van beide inwoners', async () => {
    for (const tabel of tabellen) {
      const rijen = await alles(p.eigenaar, tabel)
      for (const g of [hier, daar]) expect([tabel, rijen.some((r) => r.gemeente === g.gemeente)]).toEqual([tabel, true])
      if (!rijen[0] || !('inwoner' in rijen[0]) || tabel === 'audit') continue
      for (const { inwoner } of [hier.doel, hier.ander]) expect([tabel, rijen.some((r) => r.inwoner === inwoner)]).toEqual([tabel, true])
    }
  })
})

describe.each(rollen)('%s', (rol: Rol) => {
  it.each(relaties)('met de relatie %s ziet zonder WHERE precies wat de tabel toelaat', async (relatie) => {
    const ik = personen.find((x) => x.rol === rol && x.relatie === relatie) as Proefpersoon
    const mag = magVan(ik)
    for (const tabel of tabellen) {
      const hoort = (await alles(p.eigenaar, tabel)).filter(
        (r) => r.gemeente === hier.gemeente && regels[tabel]?.lees(mag, r, ik.actor.medewerker),
      )
      const ziet = await als(ik, (tx) => alles(tx, tabel))
      expect([tabel, ziet.map(sleutel).sort()]).toEqual([tabel, hoort.map(sleutel).sort()])
    }
  })

  it.each(relaties)('met de relatie %s wijzigt zonder WHERE alleen wat de tabel toelaat', async (relatie) => {
    const ik = personen.find((x) => x.rol === rol && x.relatie === relatie) as Proefpersoon
    const mag = magVan(ik)
    for (const tabel of tabellen) {
      const { wijzig } = regels[tabel] ?? {}
      const kolom = wijzig?.kolom ?? 'gemeente'
      const hoort = wijzig
        ? (await alles(p.eigenaar, tabel)).filter((r) => r.gemeente === hier.gemeente && wijzig.mag(mag, r, ik.actor.medewerker)).length
        : 0
      const geraakt = await als(ik, (tx) => probeer(tx, sql`update ${sql.table(tabel)} set ${sql.ref(kolom)} = ${sql.ref(kolom)}`))
      // Kan de app deze tabel helemaal niet wijzigen, dan is dat ook goed als er niets te wijzigen hoort te zijn.
      expect([tabel, geraakt ?? 0]).toEqual([tabel, hoort])
    }
  })

  it.each(relaties)('met de relatie %s voegt alleen toe wat de tabel toelaat, en nooit in een andere gemeente', async (relatie) => {
    const ik = personen.find((x) => x.rol === rol && x.relatie === relatie) as Proefpersoon
    const mag = magVan(ik)
    for (const tabel of tabellen) {
      const rijen = await alles(p.eigenaar, tabel)
      const kolommen = sql.join((await invulbaar(tabel)).map((k) => sql.ref(k)))
      for (const g of [hier, daar]) {
        for (const bron of rijen.filter((r) => r.gemeente === g.gemeente).slice(0, 6)) {
          const gelukt = await als(ik, (tx) =>
            probeer(
              tx,
              sql`insert into ${sql.table(tabel)} (${kolommen}) select ${kolommen} from jsonb_populate_record(null::${sql.table(tabel)}, ${JSON.stringify(bron)}::jsonb)`,
            ),
          )
          const mocht = g === hier && regels[tabel]?.voegToe?.(mag, bron, ik.actor.medewerker) === true
          if (!mocht) expect([tabel, bron.id ?? bron.inwoner, gelukt]).toEqual([tabel, bron.id ?? bron.inwoner, null])
        }
      }
    }
  })

  it('wist niets buiten zichzelf', async () => {
    for (const ik of personen.filter((x) => x.rol === rol))
      for (const tabel of tabellen) {
        const geraakt = await als(ik, (tx) => probeer(tx, sql`delete from ${sql.table(tabel)}`))
        const magWissen =
          tabel === 'inwoner_bsn'
            ? (await alles(p.eigenaar, tabel)).filter((r) => r.gemeente === hier.gemeente && magVan(ik)('inwoner_wijzigen', r.inwoner))
                .length
            : 0
        expect([tabel, geraakt ?? 0]).toEqual([tabel, magWissen])
      }
  })
})

describe('zonder binding', () => {
  it('ziet en schrijft de app niets', async () => {
    for (const tabel of tabellen) {
      expect([tabel, (await alles(p.dienst.db, tabel)).length]).toEqual([tabel, 0])
    }
  })
})
