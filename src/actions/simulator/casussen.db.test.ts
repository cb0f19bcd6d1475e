/** De casussen door de simulator, tussen twee databases: rustig, met elke ruis, en met een kant die midden in het werk wordt gedood. */
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { ketens } from '#messages/keten/casussen.testhulp.ts'
import { maakKeten } from '#simulator/keten.ts'
import { type Ruis, STIL } from '#simulator/scenario.ts'
import { GEMEENTEN, maakDraaiboek, maakRegie } from './draaiboek.testhulp.ts'
import { AANBIEDER, alleFeiten, alsSpeler, type Kant, maakKant, telling } from './kant.testhulp.ts'
import { maakSterfelijk } from './sterfelijk.testhulp.ts'
import { SYSTEEMDATUM } from './werk.testhulp.ts'

const open: Kant[] = []
const nieuweKant = async (rol: Kant['rol']): Promise<Kant> => {
  const kant = await maakKant(rol)
  open.push(kant)
  return kant
}
afterEach(async () => {
  for (const kant of open.splice(0)) await kant.database.sluit()
})

type Einde = { readonly feiten: string[]; readonly gemeente: object; readonly aanbieder: object }
/** Speelt alle casussen tot het laatste antwoord binnen is. Beide kanten moeten dan hetzelfde weten. */
async function speel(ruis: Ruis, zaad: number): Promise<Einde> {
  const [gemeente, aanbieder] = [await nieuweKant('gemeente'), await nieuweKant('aanbieder')]
  const regie = maakRegie(maakDraaiboek())
  const spelers = [alsSpeler(aanbieder, AANBIEDER, regie), ...GEMEENTEN.map((code) => alsSpeler(gemeente, code, regie))]
  const keten = maakKeten({ ruis, zaad, spelers: () => spelers, speler: (code) => spelers.find((s) => s.code === code) ?? null })
  let dag = 0
  for (; !regie.isKlaar() && dag < 500; dag++) await keten.speelDag({ dag, vandaag: SYSTEEMDATUM })
  await keten.rondAf({ dag, vandaag: SYSTEEMDATUM })
  expect(regie.isKlaar()).toBe(true)
  const feiten = await alleFeiten(gemeente)
  expect(await alleFeiten(aanbieder)).toEqual(feiten)
  return { feiten, gemeente: await telling(gemeente), aanbieder: await telling(aanbieder) }
}

it('rustig: elk bericht krijgt het verwachte oordeel, en beide databases bevatten dezelfde feiten', async () => {
  const { feiten, gemeente, aanbieder } = await speel(STIL, 1)
  const verwacht = ketens.flatMap(([, , oordelen]) => oordelen.map((o) => o.split(' ').slice(0, 2).join(' ')))
  const geteld = { ...gemeente, ...aanbieder } as Record<string, number>
  for (const oordeel of new Set(verwacht)) {
    const [naam, uitkomst] = oordeel.split(' ')
    expect(geteld[`${naam} in ${uitkomst}`], oordeel).toBe(verwacht.filter((v) => v === oordeel).length)
  }
  expect(geteld['niet verzonden']).toBe(0)
  expect(feiten.filter((f) => f.startsWith('oordeel'))).toHaveLength(maakDraaiboek().length)
})

it('met welke ruis ook: hetzelfde einde, niets kwijt en niets twee keer', async () => {
  const rustig = await speel(STIL, 1)
  const deel = fc.double({ min: 0.1, max: 0.6, noNaN: true })
  const ruis = fc.record({
    vertraagt: deel,
    dagen: fc.integer({ min: 1, max: 6 }),
    herhaalt: deel,
    verliest: deel,
    verwisselt: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(ruis, fc.nat(10_000), async (netwerk, zaad) => {
      expect(await speel(netwerk, zaad)).toEqual(rustig)
      for (const kant of open.splice(0)) await kant.database.sluit()
    }),
    { seed: 307, numRuns: 8 },
  )
})

/** Eén kant draait in een eigen proces op zijn map; dat proces sterft steeds midden in het werk, en begint opnieuw. */
it.each(['aanbieder', 'gemeente'] as const)(
  'de kant van de %s gedood midden in het werk: hetzelfde einde, niets kwijt en niets twee keer',
  async (rol) => {
    const rustig = await speel(STIL, 1)
    const [gemeente, aanbieder] = [await nieuweKant('gemeente'), await nieuweKant('aanbieder')]
    const regie = maakRegie(maakDraaiboek())
    const partijen = { gemeente: GEMEENTEN, aanbieder: [AANBIEDER] }
    const ander = rol === 'gemeente' ? aanbieder : gemeente
    const sterfelijk = await maakSterfelijk(rol === 'gemeente' ? gemeente : aanbieder, partijen[rol], regie)
    try {
      const spelers = [...sterfelijk.spelers, ...partijen[ander.rol].map((code) => alsSpeler(ander, code, regie))]
      const ruis: Ruis = { vertraagt: 0.3, dagen: 3, herhaalt: 0.3, verliest: 0.2, verwisselt: true }
      const keten = maakKeten({ ruis, zaad: 5, spelers: () => spelers, speler: (code) => spelers.find((s) => s.code === code) ?? null })
      const doodgegaan = sterfelijk.sterf()
      let dag = 0
      for (; !regie.isKlaar(); dag++) {
        await keten.speelDag({ dag, vandaag: SYSTEEMDATUM })
        await sterfelijk.adem()
      }
      expect(await doodgegaan).toBe(sterfelijk.momenten)
      await keten.rondAf({ dag, vandaag: SYSTEEMDATUM })
      await sterfelijk.totStil()
      const einde = { feiten: await alleFeiten(gemeente), gemeente: await telling(gemeente), aanbieder: await telling(aanbieder) }
      expect(einde).toEqual(rustig)
      expect(await alleFeiten(aanbieder)).toEqual(rustig.feiten)
    } finally {
      await sterfelijk.sluit()
    }
  },
)
