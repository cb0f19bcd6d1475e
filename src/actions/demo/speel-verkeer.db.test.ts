/** Het verkeer van een proefgemeente: van alles wat, langs de echte weg, en één keer. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { berichtstanden } from '#core/toewijzing/berichtstand.ts'
import { codesVoor } from '#simulator/weiger.ts'
import { controleerKeten } from '#storage/auditketen.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { verzoekstandVan } from '#core/toewijzing/verzoek.ts'
import { leesBerichten, leesVerkeersstand, leesVerwant } from '#storage/berichten/inzage.ts'
import { leesOpenVerzoeken } from '#storage/berichten/verzoeken.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import { feitenVan, termijnVan } from '../berichten/verzoek/verzoekbeeld.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { verzegelLogboeken } from '../toezicht/verzegel-logboek.ts'
import { proefaanbieders } from './proefcontract.ts'
import { EERSTE_VERKEER, EERSTE_VULLING } from './proefgemeenten.ts'
import { speelVerkeer } from './speel-verkeer.ts'
import { vulGemeente } from './vul-gemeente.ts'

let p: Proefwerkplek
let gemeente: string
let toegewezen: number
beforeAll(async () => {
  p = await maakProefwerkplek()
  gemeente = p.gemeenten[0]?.code as string
  await vulGemeente(p.dienst, p.app, { gemeente, inwoners: EERSTE_VULLING, seed: 1 }, () => undefined)
  toegewezen = await speelVerkeer(p.dienst, { gemeente, indicaties: EERSTE_VERKEER, zaad: 1 })
})
afterAll(() => p.sluit())
const tel = async (wat: string): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.raw(wat)}`.execute(p.eigenaar)).rows[0]?.n)

it('elke indicatie wordt een toewijzing, en alles wat uitging is verzonden in de maanden voor vandaag', async () => {
  expect(toegewezen).toBeGreaterThan(15)
  expect(await tel('toewijzing where indicatie is not null')).toBe(toegewezen)
  // Op drie na, die met opzet niet weg zijn: klaargezet, niet aangekomen en teruggenomen.
  expect(await tel(`bericht where richting = 'uit' and verzonden_op is null`)).toBe(3)
  expect(await tel(`bericht where vastgelegd_op > '${p.dienst.nu().toISOString()}'`)).toBe(0)
  expect(await tel(`bericht where vastgelegd_op < '${p.dienst.vandaag()}T00:00:00Z'`)).toBeGreaterThan(50)
})

it('toewijzingen, starts, stops en declaraties met hun antwoord, een verzoek dat open staat, en werk in de uitvalbak', async () => {
  for (const naam of ['WMO301', 'WMO302', 'WMO305', 'WMO306', 'WMO307', 'WMO308', 'WMO323', 'WMO325'])
    expect(await tel(`bericht where naam = '${naam}'`), naam).toBeGreaterThan(0)
  expect(await tel(`verzoek v where not exists (select from verzoekantwoord a where a.referentie = v.referentie)`)).toBeGreaterThan(0)
  expect(await tel(`uitval where soort = 'schema'`)).toBe(1)
  expect(await tel(`uitval where soort = 'afgewezen'`)).toBeGreaterThan(0)
  const { rows } = await sql<{ code: string }>`select distinct code from uitval where code is not null`.execute(p.eigenaar)
  // Alleen fouten die met opzet gemaakt zijn: een afgekeurde toewijzing, een tweede bericht met hetzelfde nummer, een start op een toewijzing die niemand gaf, een ontvanger zonder
  // adres, en een verkeerd volume, tarief of product.
  const opzet = ['0611', '9019', '9056', '9321', '9322', '9332', '9340', '9346', 'S329']
  expect(rows.map((r) => r.code).filter((code) => !opzet.includes(code))).toEqual(['GEEN_ADRES'])
  expect(opzet.every((code) => ['WMO301', 'WMO305', 'WMO323'].flatMap(codesVoor).some((c) => c === code))).toBe(true)
})

it('elke stand waarin een bericht kan staan is te zien, en van de toewijzingen is er een afgekeurd', async () => {
  const { rows } = await sql<{ naam: string; stand: string }>`select distinct b.naam, s.stand from berichtstand s
    join bericht b on b.gemeente = s.gemeente and b.id = s.id where s.gemeente = ${gemeente}`.execute(p.eigenaar)
  const standen = [...new Set(rows.map((r) => r.stand))].sort()
  expect(standen).toEqual(Object.keys(berichtstanden).sort())
  for (const [naam, stand] of [
    ['WMO301', 'klaargezet'],
    ['WMO301', 'niet_bezorgd'],
    ['WMO305', 'vervangen'],
    ['WMO319', 'teruggenomen'],
  ])
    expect(rows).toContainEqual({ naam, stand })
  expect(rows).toContainEqual({ naam: 'WMO301', stand: 'afgekeurd' })
})

it('het getal bij klaar om te versturen is wat de lijst met die stand laat zien', async () => {
  const [getal, lijst] = await inAdministratie(p.dienst, { gemeente, partij: gemeente }, async (tx) => [
    (await leesVerkeersstand(tx)).klaargezet,
    (await leesBerichten(tx, gemeente, { stand: 'klaargezet', hoogstens: 50 })).length,
  ])
  expect([getal, lijst]).toEqual([1, 1])
})

it('van een bericht dat vervangen is, staat erbij wat ervoor in de plaats kwam, met ieder zijn eigen antwoord', async () => {
  const lees = (welk: string) =>
    inAdministratie(p.dienst, { gemeente, partij: gemeente }, async (tx) => {
      const verwant = await leesVerwant(tx, gemeente, welk)
      return { id: welk, nieuw: verwant.filter((v) => v.verband === 'zelfde_nummer' && v.stand === 'aangenomen'), verwant }
    })
  const { rows } = await sql<{ id: string }>`select id from berichtstand where gemeente = ${gemeente} and stand = 'vervangen'`.execute(
    p.eigenaar,
  )
  const oud = await lees(rows[0]?.id as string)
  expect(oud.nieuw).toMatchObject([{ naam: 'WMO305' }])
  const nieuw = await lees(oud.nieuw[0]?.id as string)
  const antwoorden = [oud, nieuw].map(({ verwant }) => verwant.filter((v) => v.verband === 'antwoord').map((v) => v.id))
  expect(antwoorden.map((a) => a.length)).toEqual([1, 1])
  expect(antwoorden[0]).not.toEqual(antwoorden[1])
  expect(nieuw.verwant).toContainEqual(expect.objectContaining({ id: oud.id, verband: 'zelfde_nummer', stand: 'vervangen' }))
})

it('van de verzoeken zijn de meeste beantwoord, is er één te laat, en wachten er een of twee, waarvan een in onderzoek', async () => {
  const open = await inAdministratie(p.dienst, { gemeente, partij: gemeente }, (tx) => leesOpenVerzoeken(tx, gemeente, {}))
  const op = { vandaag: p.dienst.vandaag(), gelijkgesteld: [] }
  const standen = open.map((v) => ((termijnVan(v, op)?.dagenTeLaat ?? 0) > 0 ? 'te laat' : verzoekstandVan(feitenVan(v, op))))
  expect(standen.filter((stand) => stand === 'te laat')).toHaveLength(1)
  expect(standen).toContain('in_onderzoek')
  expect(standen.length).toBeLessThan(4)
  expect(await tel('verzoek')).toBeGreaterThan(2 * standen.length)
  expect(await tel(`bericht where naam = 'WMO320'`)).toBeGreaterThan(0)
})

it('één aanbieder antwoordt nooit', async () => {
  const stil = proefaanbieders.at(-1)?.agb
  expect(await tel(`bericht where aanbieder = '${stil}' and richting = 'uit'`)).toBeGreaterThan(0)
  expect(await tel(`bericht where aanbieder = '${stil}' and richting = 'in'`)).toBe(0)
})

it('elke aanbieder heeft een contract voor elk product, en het logboek is sluitend', async () => {
  expect(await tel(`contract where gemeente = '${gemeente}'`)).toBe(proefaanbieders.length)
  while ((await verzegelLogboeken(p.dienst)) > 0);
  expect((await alsSysteem(p.dienst, gemeente, (tx) => controleerKeten(tx, gemeente))).breuk).toBeNull()
})

it('een tweede keer komt er niets bij', async () => {
  const voor = await tel('bericht')
  expect(await speelVerkeer(p.dienst, { gemeente, indicaties: EERSTE_VERKEER, zaad: 1 })).toBe(0)
  expect(await tel('bericht')).toBe(voor)
  expect(await tel('contract')).toBe(proefaanbieders.length)
})
