/** Wie een grote declaratie verwerkt, laat ander werk van hetzelfde proces voorgaan. Geteld in beurten van de lus, niet in tijd. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { vulBsnAan } from '#core/base/bsn.ts'
import { inTransactie } from '#storage/transactie.ts'
import { RUSTIG } from '#messages/keten/keten.testhulp.ts'
import { alsBytes, declareer, PARTIJEN, regel } from '#messages/keten/oefening.testhulp.ts'
import { type Databasekant, inStukjes, maakDatabasekant } from './kanten.testhulp.ts'
import { leesDeclaratie } from './lees-declaratie.ts'
import { maakTeruggave, type Teruggave } from './teruggave.ts'
import { maakVerwerking } from './verwerk-bericht.ts'

let kant: Databasekant
beforeAll(async () => {
  kant = await maakDatabasekant('gemeente', RUSTIG, [])
})
afterAll(() => kant.sluit())

const BSNS = Array.from({ length: 60 }, (_, i) => vulBsnAan(99_997_000 + i)).filter((bsn) => bsn !== null)
/** Iedereen zonder toewijzing: elke cliënt komt terug. */
const bytes = (regels: number): Uint8Array => {
  const { naam, waarde } = declareer(`D${regels}`, [], (m) => {
    const Prestatie = (i: number) => Array.from({ length: regels }, (_, n) => regel(`R${i}-${n}`))
    m.Declaratie.Clienten.Client = BSNS.map((Bsn, i) => ({ Bsn, Prestaties: { Prestatie: Prestatie(i) } }))
  })
  return alsBytes(naam, waarde)
}

it.each([
  ['een paar cliënten', 1, 25],
  ['nog minder cliënten als die veel regels hebben', 90, 3],
  ['een deel van een cliënt met heel veel regels', 450, 1],
])('ook binnen één deel wordt er per beurt over %s geoordeeld', async (_, regels, meest) => {
  const wij = { gemeente: PARTIJEN.gemeente, partij: PARTIJEN.gemeente }
  await kant.keten.zorgVoorGemeente(wij.gemeente)
  let [beurt, loopt] = [0, true]
  const tel = (): void => {
    beurt++
    if (loopt) setImmediate(tel)
  }
  setImmediate(tel)
  const gezien: { beurt: number; clienten: number; regels: number; duur: number }[] = []
  const echt = maakTeruggave()
  const terug: Teruggave = {
    ...echt,
    neem: async (bericht, clienten, bevonden) => {
      const begin = beurt
      await echt.neem(bericht, clienten, bevonden)
      const geteld = clienten.reduce((som, c) => som + c.Prestaties.Prestatie.length, 0)
      gezien.push({ beurt, clienten: clienten.length, regels: geteld, duur: beurt - begin })
    },
  }
  const binding = { ...wij, medewerker: null, rollen: ['systeem'], team: null }
  await inTransactie(kant.keten.dienst.db, binding, async (tx) => {
    const v = maakVerwerking(kant.keten, tx, wij)
    await leesDeclaratie(kant.keten, { v, bestand: inStukjes(bytes(regels)), richting: 'in', terug, ernaast: null })
    // Wat hier gelezen is hoort nog bij geen bericht.
    return { bewaar: false, waarde: null }
  })
  loopt = false
  expect(gezien.reduce((som, g) => som + g.clienten, 0)).toBe(BSNS.length)
  expect(Math.max(...gezien.map((g) => g.clienten))).toBeLessThanOrEqual(meest)
  expect(new Set(gezien.map((g) => g.beurt)).size).toBe(gezien.length)
  // Wat terugkomt wordt hooguit tweehonderd regels achter elkaar geschreven.
  expect(gezien.filter((g) => g.duur < g.regels / 200)).toEqual([])
  echt.sluit()
})
