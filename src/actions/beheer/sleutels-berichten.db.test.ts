/** Een nieuwe sleutel voor berichten: alles gaat daarna open met de nieuwe, ook na een klap halverwege, en wat geknoeid is blijft staan. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bsn, vulBsnAan } from '#core/base/bsn.ts'
import { bewaarBericht, bewaarDeel, leesBytes, leesUitslagen } from '#storage/berichten/berichten.ts'
import { maakClientboek } from '#storage/berichten/clientboek.ts'
import { bewaarEnvelop, bewaarInhoud, leesInhoud } from '#storage/berichten/enveloppen.ts'
import { telVersleuteldPerSleutel } from '#storage/berichten/versleuteld.ts'
import { zorgVoorGemeente } from '#storage/inrichting.ts'
import { type Kluis, maakKluis } from '#storage/kluis.ts'
import { maakTestdatabase, type Testdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { adresVan } from '#storage/postgres/testserver.testhulp.ts'
import { leesSleutelbos, zorgVoorSleutelbos } from '#storage/sleutelbos.ts'
import { maakKysely, type Tx } from '#storage/transactie.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import { nieuweId } from '../handeling/id.ts'
import { controleerSleutels, draaiSleutels } from './sleutels.ts'

const nu = new Date('2026-11-25T09:00:00Z')
// Twee gemeenten, en een aanbieder die in de eerste een eigen administratie heeft.
const administraties = [
  { gemeente: '9001', partij: '9001' },
  { gemeente: '9001', partij: '98765432' },
  { gemeente: '9002', partij: '9002' },
]
let d: Testdatabase
let db: Tx
let eigenaar: Tx
let map: string
let pad: string
const bsns = Array.from({ length: 60 }, (_, i) => vulBsnAan(99_991_000 + i)).filter((b): b is Bsn => b !== null)

beforeEach(async () => {
  d = await maakTestdatabase()
  ;[db, eigenaar] = [maakKysely(d.app), maakKysely(d.eigenaar)]
  map = mkdtempSync(join(tmpdir(), 'meedoen-sleutels-'))
  pad = join(map, 'sleutels.json')
  await zorgVoorSleutelbos(pad)
  for (const code of ['9001', '9002'])
    await zorgVoorGemeente(eigenaar, { code, naam: `Verzonnen ${code}`, catalogus: 'x', verzonnen: true })
})
afterEach(async () => {
  await d.sluit()
  rmSync(map, { recursive: true })
})

const kluis = (): Kluis => {
  const gelezen = leesSleutelbos(readFileSync(pad, 'utf8'))
  if (!gelezen.ok) throw new Error(gelezen.fout)
  return maakKluis(gelezen.value)
}
const opties = (anders = {}) => ({
  database: { url: adresVan(d.verbindingen.app), beheerUrl: adresVan(d.verbindingen.eigenaar), data: map },
  sleutels: pad,
  nu,
  ...anders,
})

const perAdministratie = 40
const tekst = (a: { partij: string }, n: number, volg: number) => `inhoud van ${a.partij} ${n} ${volg}`
const berichten = new Map<string, string[]>()
const enveloppen = new Map<string, string>()

/** Per administratie berichten van twee stukken met retourcodes, een envelop, en evenveel cliënten als er nummers zijn. */
async function vul(): Promise<number> {
  const k = kluis()
  for (const a of administraties)
    await inAdministratie({ db }, a, async (tx) => {
      await maakClientboek(tx, k, a).bewaar(bsns)
      const ids = Array.from({ length: perAdministratie }, () => nieuweId(nu))
      berichten.set(a.gemeente + a.partij, ids)
      for (const [n, id] of ids.entries()) {
        await bewaarBericht(tx, k, {
          ...a,
          ...leegBericht,
          id,
          identificatie: `B${n}`,
          hash: Buffer.from(`${a.gemeente}${a.partij}${n}`),
          uitslag: Buffer.from(`["code ${n}"]`),
        })
        for (const volg of [0, 1]) await bewaarDeel(tx, k, a, id, volg, Buffer.from(tekst(a, n, volg)))
      }
      const envelop = nieuweId(nu)
      enveloppen.set(a.gemeente + a.partij, envelop)
      await bewaarEnvelop(tx, a, { ...leegEnvelop, id: envelop })
      await bewaarInhoud(tx, k, a, envelop, Buffer.from(tekst(a, -1, 0)))
    })
  return administraties.length * (bsns.length + perAdministratie * 3 + 1)
}
const leegBericht = {
  aanbieder: '98765432',
  richting: 'in' as const,
  naam: 'WMO305',
  release: '3.2',
  afzender: '98765432',
  ontvanger: '9001',
  dagtekening: '2026-11-25',
  client: null,
  grootte: 1,
  uitkomst: 'geaccepteerd' as const,
  telt: true,
  retour: null,
  over: null,
  systeemdatum: '2026-11-25',
  vastgelegdOp: nu,
  verzondenOp: null,
}
const leegEnvelop = {
  richting: 'in' as const,
  soort: 'Di01' as const,
  referentie: 'R1',
  kruisreferentie: null,
  afzender: 'a',
  ontvanger: 'b',
  functie: null,
  tijdstip: '20261125090000',
  bericht: null,
  over: null,
  ladingHash: null,
  bevestiging: null,
  gemaaktOp: nu,
  ontvangenOp: nu,
}

/** Alles zoals het programma het leest, met de sleutelbos van nu. */
async function leesAlles(): Promise<void> {
  const k = kluis()
  for (const a of administraties)
    await inAdministratie({ db }, a, async (tx) => {
      const ids = berichten.get(a.gemeente + a.partij) as string[]
      const uitslagen = await leesUitslagen(tx, k, a, ids)
      for (const [n, id] of ids.entries()) {
        const delen: string[] = []
        for await (const deel of leesBytes(tx, k, a, id)) delen.push(deel.toString('utf8'))
        expect([delen, uitslagen.get(id)?.toString('utf8')]).toEqual([[tekst(a, n, 0), tekst(a, n, 1)], `["code ${n}"]`])
      }
      const boek = maakClientboek(tx, k, a)
      const indexen = bsns.map((b) => k.index(b, a.gemeente))
      await boek.leer(indexen)
      expect(indexen.map((i) => boek.bsn(i))).toEqual(bsns)
      expect((await leesInhoud(tx, k, a, enveloppen.get(a.gemeente + a.partij) as string)).toString('utf8')).toBe(tekst(a, -1, 0))
    })
}

it('alles in elke administratie gaat daarna open met de nieuwe sleutel, en niets meer alleen met de oude', async () => {
  const aantal = await vul()
  expect(await draaiSleutels(opties())).toMatchObject({
    ok: true,
    value: { sleutel: 's2', berichten: { versleuteld: aantal, onleesbaar: [] } },
  })
  expect(await telVersleuteldPerSleutel(eigenaar)).toEqual({ s2: aantal })
  await leesAlles()
  expect(await controleerSleutels(opties())).toMatchObject({ ok: true, value: { actief: 's2', perSleutel: { s2: aantal }, berichten: [] } })
})

it('een klap halverwege: alles is te lezen, en de volgende keer maakt het af zonder nieuwe sleutel', async () => {
  const aantal = await vul()
  const klap = draaiSleutels(
    opties({
      voortgang: (klaar: number) => {
        if (klaar > aantal / 2) throw new Error('klap')
      },
    }),
  )
  await expect(klap).rejects.toThrow('klap')
  const halverwege = await telVersleuteldPerSleutel(eigenaar)
  expect(halverwege.s1).toBeGreaterThan(0)
  expect(halverwege.s2).toBeGreaterThan(0)
  await leesAlles()
  expect(await draaiSleutels(opties())).toMatchObject({
    ok: true,
    value: { sleutel: 's2', afgemaakt: true, berichten: { onleesbaar: [] } },
  })
  expect(await telVersleuteldPerSleutel(eigenaar)).toEqual({ s2: aantal })
  await leesAlles()
})

it('een stuk dat van een ander bericht komt gaat niet open, blijft zoals het is en staat in het verslag', async () => {
  await vul()
  const [a, b] = berichten.get('90019001') as [string, string]
  await d.eigenaar.query(
    'update berichtdeel x set versleuteld = y.versleuteld from berichtdeel y where x.bericht = $1 and y.bericht = $2 and x.volg = 0 and y.volg = 0',
    [a, b],
  )
  const onleesbaar = [{ gemeente: '9001', tabel: 'berichtdeel', waar: `0 ${a}` }]
  const uit = await draaiSleutels(opties())
  expect(uit.ok && uit.value.berichten.onleesbaar.map((o) => ({ ...o, waar: o.waar.split(' ').sort().join(' ') }))).toEqual(onleesbaar)
  const { rows } = await d.eigenaar.query('select sleutel from berichtdeel where bericht = $1 and volg = 0', [a])
  expect(rows).toEqual([{ sleutel: 's1' }])
})
