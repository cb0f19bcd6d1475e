import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bsn, vulBsnAan } from '#core/base/bsn.ts'
import { zorgVoorGemeente } from '#storage/inrichting.ts'
import { type Kluis, maakKluis } from '#storage/kluis.ts'
import { maakMeelezendeKluis } from '#storage/meelezende-kluis.ts'
import { maakTestdatabase, type Testdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { adresVan } from '#storage/postgres/testserver.testhulp.ts'
import { leesSleutelbos, voegSleutelToe, zorgVoorSleutelbos } from '#storage/sleutelbos.ts'
import { maakKysely, type Tx } from '#storage/transactie.ts'
import { nieuweId } from '../handeling/id.ts'
import { controleerSleutels, draaiSleutels } from './sleutels.ts'

const nu = new Date('2026-11-25T09:00:00Z')
const gemeenten = ['9001', '9002']
let d: Testdatabase
let eigenaar: Tx
let map: string
let pad: string
const bsns = new Map<string, Bsn>()

beforeEach(async () => {
  d = await maakTestdatabase()
  eigenaar = maakKysely(d.eigenaar)
  map = mkdtempSync(join(tmpdir(), 'meedoen-sleutels-'))
  pad = join(map, 'sleutels.json')
  await zorgVoorSleutelbos(pad)
  bsns.clear()
  for (const code of gemeenten) await zorgVoorGemeente(eigenaar, { code, naam: `Verzonnen ${code}`, catalogus: 'x', verzonnen: true })
})
afterEach(async () => {
  await d.sluit()
  rmSync(map, { recursive: true })
})

const bos = () => {
  const gelezen = leesSleutelbos(readFileSync(pad, 'utf8'))
  if (!gelezen.ok) throw new Error(gelezen.fout)
  return gelezen.value
}
const opties = (anders = {}) => ({
  database: { url: adresVan(d.verbindingen.app), beheerUrl: adresVan(d.verbindingen.eigenaar), data: map },
  sleutels: pad,
  nu,
  ...anders,
})

async function vul(gemeente: string, aantal: number, kluis: Kluis = maakKluis(bos())): Promise<string[]> {
  const ids: string[] = []
  for (let n = bsns.size, tot = n + aantal; bsns.size < tot; n++) {
    const bsn = vulBsnAan(99_990_000 + n)
    if (!bsn || [...bsns.values()].includes(bsn)) continue
    const id = nieuweId(nu)
    bsns.set(id, bsn)
    ids.push(id)
  }
  await eigenaar
    .insertInto('inwoner')
    .values(
      ids.map((id) => ({
        gemeente,
        id,
        achternaam: 'Proef',
        voorvoegsel: null,
        voornamen: null,
        voorletters: null,
        geboortedatum: null,
        woonplaats: null,
        zoeknaam: 'proef',
        bsn_index: kluis.index(bsns.get(id) as Bsn, gemeente),
        geen_bsn_reden: null,
        overleden_op: null,
        team: null,
        gemaakt_op: nu,
        gewijzigd_op: nu,
        gewijzigd_door: id,
      })),
    )
    .execute()
  await eigenaar
    .insertInto('inwoner_bsn')
    .values(ids.map((id) => ({ gemeente, inwoner: id, ...kluis.versleutel(bsns.get(id) as Bsn, { gemeente, inwoner: id }) })))
    .execute()
  return ids
}

/** Elke rij gaat open met de sleutelbos van nu en geeft het nummer dat erin ging. Geeft hoeveel rijen per sleutel. */
async function leesAlles(kluis: Kluis = maakKluis(bos())): Promise<Record<string, number>> {
  const per: Record<string, number> = {}
  for (const r of await eigenaar.selectFrom('inwoner_bsn').selectAll().execute()) {
    expect(kluis.ontsleutel(r, { gemeente: r.gemeente, inwoner: r.inwoner })).toBe(bsns.get(r.inwoner))
    per[r.sleutel] = (per[r.sleutel] ?? 0) + 1
  }
  return per
}

const geenBerichten = { versleuteld: 0, onleesbaar: [] }

describe('meedoen sleutels draai', () => {
  it('neemt een nieuwe sleutel en versleutelt alles in elke gemeente opnieuw', async () => {
    await vul('9001', 25)
    await vul('9002', 7)
    const voor = await eigenaar.selectFrom('inwoner_bsn').select('versleuteld').execute()
    const uit = await draaiSleutels(opties({ stuk: 10 }))
    expect(uit).toEqual({ ok: true, value: { sleutel: 's2', afgemaakt: false, versleuteld: 32, onleesbaar: [], berichten: geenBerichten } })
    expect(await leesAlles()).toEqual({ s2: 32 })
    const oud = new Set(voor.map((r) => r.versleuteld.toString('hex')))
    for (const r of await eigenaar.selectFrom('inwoner_bsn').select('versleuteld').execute())
      expect(oud.has(r.versleuteld.toString('hex'))).toBe(false)
    expect(await controleerSleutels(opties())).toEqual({
      ok: true,
      value: { actief: 's2', perSleutel: { s2: 32 }, onleesbaar: [], berichten: [] },
    })
  })

  it('staat in het logboek van elke gemeente, zonder nummer', async () => {
    await vul('9001', 3)
    await draaiSleutels(opties())
    const regels = await eigenaar.selectFrom('audit').select(['gemeente', 'doel', 'objecten']).execute()
    expect(regels).toEqual([
      { gemeente: '9001', doel: '3 nummers opnieuw versleuteld; niets getoond', objecten: [{ soort: 'sleutel', id: 's2' }] },
    ])
  })

  it('breekt het halverwege af, dan is alles te lezen en maakt de volgende keer het af zonder nieuwe sleutel', async () => {
    await vul('9001', 25)
    await vul('9002', 5)
    const klap = draaiSleutels(
      opties({
        stuk: 10,
        voortgang: (klaar: number) => {
          if (klaar >= 20) throw new Error('klap')
        },
      }),
    )
    await expect(klap).rejects.toThrow('klap')
    expect(await leesAlles()).toEqual({ s1: 10, s2: 20 })
    expect(await draaiSleutels(opties())).toEqual({
      ok: true,
      value: { sleutel: 's2', afgemaakt: true, versleuteld: 10, onleesbaar: [], berichten: geenBerichten },
    })
    expect(await leesAlles()).toEqual({ s2: 30 })
    expect(Object.keys(bos().sleutels)).toEqual(['s1', 's2'])
  })

  it('hard gestopt (SIGKILL) halverwege: niets kwijt, en daarna af te maken', async () => {
    await vul('9001', 1500)
    const proces = spawn(process.execPath, [fileURLToPath(new URL('../../../bin/meedoen.mjs', import.meta.url)), 'sleutels', 'draai'], {
      env: {
        ...process.env,
        DATABASE_URL: opties().database.url,
        DATABASE_BEHEER_URL: opties().database.beheerUrl,
        MEEDOEN_SLEUTELS: pad,
        MEEDOEN_DATA: map,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    proces.stderr.on('data', (stuk: Buffer) => {
      if (String(stuk).includes('Versleuteld')) proces.kill('SIGKILL')
    })
    await new Promise((klaar) => proces.on('exit', klaar))
    const halverwege = await leesAlles()
    expect(halverwege.s2).toBeGreaterThanOrEqual(500)
    // De database merkt pas na even dat het gedode programma weg is; tot dan houdt het de beurt.
    while (!(await draaiSleutels(opties())).ok) await wacht(50)
    const na = await leesAlles()
    expect(na.s1).toBeUndefined()
  })

  it('een nummer dat naar een andere inwoner is verplaatst gaat niet open, en wordt niet meegenomen', async () => {
    const [a, b] = (await vul('9001', 6)) as [string, string]
    await d.eigenaar.query(
      `update inwoner_bsn x set versleuteld = y.versleuteld, sleutel = y.sleutel from inwoner_bsn y
       where x.inwoner in ($1, $2) and y.inwoner in ($1, $2) and x.inwoner <> y.inwoner`,
      [a, b],
    )
    const staat = await eigenaar
      .selectFrom('inwoner_bsn')
      .select(['inwoner', 'versleuteld'])
      .where('inwoner', 'in', [a, b])
      .orderBy('inwoner')
      .execute()
    const verwacht = [a, b].sort().map((inwoner) => ({ gemeente: '9001', inwoner }))
    expect(await draaiSleutels(opties())).toMatchObject({ ok: true, value: { versleuteld: 4, onleesbaar: verwacht } })
    expect(
      await eigenaar
        .selectFrom('inwoner_bsn')
        .select(['inwoner', 'versleuteld'])
        .where('inwoner', 'in', [a, b])
        .orderBy('inwoner')
        .execute(),
    ).toEqual(staat)
    expect(await controleerSleutels(opties())).toMatchObject({
      value: { perSleutel: { s1: 2, s2: 4 }, onleesbaar: verwacht.map((v) => ({ ...v, wat: 'niet_te_openen' })) },
    })
  })

  it('een nummer dat niet bij zijn index hoort valt op bij het nakijken', async () => {
    const [a] = (await vul('9001', 2)) as [string]
    await d.eigenaar.query(`update inwoner set bsn_index = sha256('iets') where id = $1`, [a])
    expect(await controleerSleutels(opties())).toMatchObject({
      value: { onleesbaar: [{ gemeente: '9001', inwoner: a, wat: 'index_klopt_niet' }] },
    })
  })

  it('twee tegelijk: de tweede hoort dat het al loopt', async () => {
    await vul('9001', 30)
    const uit = await Promise.all([draaiSleutels(opties({ stuk: 1 })), draaiSleutels(opties({ stuk: 1 }))])
    const geweigerd = uit.filter((u) => !u.ok)
    expect(geweigerd.every((u) => !u.ok && u.fout.code === 'DRAAIT_AL')).toBe(true)
    expect(Object.keys(bos().sleutels).length).toBe(1 + uit.filter((u) => u.ok && !u.value.afgemaakt).length)
    await leesAlles()
  })

  it('zonder sleutelbos maakt deze opdracht er geen', async () => {
    const weg = join(map, 'weg.json')
    expect(await draaiSleutels(opties({ sleutels: weg }))).toMatchObject({ ok: false, fout: { code: 'SLEUTELBOS', soort: 'invoer' } })
    expect(() => readFileSync(weg)).toThrow()
  })
})

describe('een programma dat doordraait', () => {
  it('leest meteen wat met een sleutel van later versleuteld is, en gaat zelf binnen een paar tellen over', async () => {
    let klok = 0
    const draaiend = maakMeelezendeKluis(pad, bos(), () => klok)
    await vul('9001', 4, draaiend)
    await draaiSleutels(opties())
    expect(await leesAlles(draaiend)).toEqual({ s2: 4 })
    await voegSleutelToe(pad)
    expect(draaiend.actief).toBe('s2')
    klok += 3_000
    expect(draaiend.actief).toBe('s3')
    expect(draaiend.versleutel('999990019' as Bsn, { gemeente: '9001', inwoner: 'x' }).sleutel).toBe('s3')
  })

  it('houdt wat het heeft als het bestand stuk is, weg is of een andere indexsleutel heeft', async () => {
    let klok = 0
    const draaiend = maakMeelezendeKluis(pad, bos(), () => (klok += 10_000))
    const goed = readFileSync(pad, 'utf8')
    const index = draaiend.index('999990019' as Bsn, '9001')
    const ander = JSON.stringify({ ...JSON.parse(goed), indexsleutel: Buffer.alloc(32, 7).toString('base64'), actief: 's1' })
    for (const tekst of ['{', '', ander]) {
      writeFileSync(pad, tekst)
      expect(draaiend.actief).toBe('s1')
      expect(draaiend.index('999990019' as Bsn, '9001')).toEqual(index)
    }
    rmSync(pad)
    expect(draaiend.actief).toBe('s1')
  })
})
