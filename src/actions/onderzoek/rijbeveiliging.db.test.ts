import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransactie } from '#storage/transactie.ts'
import { type Proefwerkplek, maakProefwerkplek } from '../proefwerkplek.testhulp.ts'
import { bewaarAntwoordenBij } from './bewaar-antwoorden.ts'
import { maakProefzaak } from './proefonderzoek.testhulp.ts'
import { startOnderzoek } from './start-onderzoek.ts'
import { voegBezoekToe } from './voeg-bezoek-toe.ts'

let s: Proefwerkplek
const gemeente = () => s.gemeenten[0]?.code as string
beforeAll(async () => {
  s = await maakProefwerkplek()
  const noor = await s.als('consulent', gemeente())
  const zaak = await maakProefzaak(s, noor.actor)
  const gestart = await startOnderzoek(s.dienst, noor, zaak.zaak)
  if (!gestart.ok) throw new Error(gestart.fout.tekst)
  await voegBezoekToe(s.dienst, noor, gestart.value.id, { datum: '2026-11-20', soort: 'huisbezoek' })
  const vraag = Object.entries(s.uitgaven[0]?.versies.at(-1)?.vragen ?? {}).find(([, v]) => v.soort === 'janee')?.[0]
  const bewaard = await bewaarAntwoordenBij(s.dienst, noor, {
    onderzoek: gestart.value.id,
    versie: 1,
    opgave: { antwoorden: [{ vraag, waarde: 'ja' }] },
  })
  if (!bewaard.ok) throw new Error(bewaard.fout.tekst)
})
afterAll(() => s.sluit())

const tabellen = ['onderzoek', 'bezoek', 'antwoord'] as const

async function tel(wie: {
  rol: 'consulent' | 'administratie' | 'contractmanager' | 'beheerder' | 'teamleider' | 'toezichthouder'
  plaats: number
  welke: number
}) {
  const { actor } = await s.als(wie.rol, s.gemeenten[wie.plaats]?.code, wie.welke)
  return inTransactie(s.dienst.db, actor, async (tx) => {
    const aantallen = []
    for (const tabel of tabellen)
      aantallen.push(
        Number(
          (
            await tx
              .selectFrom(tabel)
              .select((e) => e.fn.countAll().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        ),
      )
    return { bewaar: false, waarde: aantallen }
  })
}

describe('rechtstreeks in de database, zonder WHERE', () => {
  it.each([
    ['het eigen team', { rol: 'consulent', plaats: 0, welke: 0 }, [1, 1, 1]],
    ['de teamleider', { rol: 'teamleider', plaats: 0, welke: 0 }, [1, 1, 1]],
    ['de toezichthouder', { rol: 'toezichthouder', plaats: 0, welke: 0 }, [1, 1, 1]],
    ['een ander team', { rol: 'consulent', plaats: 0, welke: 1 }, [0, 0, 0]],
    ['een andere gemeente', { rol: 'teamleider', plaats: 1, welke: 0 }, [0, 0, 0]],
    ['de administratie', { rol: 'administratie', plaats: 0, welke: 0 }, [0, 0, 0]],
    ['de contractmanager', { rol: 'contractmanager', plaats: 0, welke: 0 }, [0, 0, 0]],
    ['de beheerder', { rol: 'beheerder', plaats: 0, welke: 0 }, [0, 0, 0]],
  ] as const)('%s', async (_, wie, verwacht) => {
    expect(await tel(wie)).toEqual(verwacht)
  })

  it('een ander team kan er ook niets bij schrijven of in wijzigen', async () => {
    const { actor } = await s.als('consulent', gemeente(), 1)
    const rij = await s.eigenaar.selectFrom('antwoord').selectAll().executeTakeFirstOrThrow()
    const erbij = inTransactie(s.dienst.db, actor, async (tx) => ({
      bewaar: true,
      waarde: await tx
        .insertInto('antwoord')
        .values({ ...rij, waarde: null, id: randomUUID(), volgnummer: 99 })
        .execute(),
    }))
    await expect(erbij).rejects.toThrow('row-level security')
    const gewijzigd = await inTransactie(s.dienst.db, actor, async (tx) => ({
      bewaar: true,
      waarde: await tx.updateTable('onderzoek').set({ versie: 99 }).executeTakeFirst(),
    }))
    expect(gewijzigd.numUpdatedRows).toBe(0n)
  })
})

describe('alleen toevoegen', () => {
  it.each(['antwoord', 'advies', 'indicatie', 'gebeurtenis', 'voorziening'] as const)(
    'de rol van het programma wijzigt of wist niets in %s',
    async (tabel) => {
      const { actor } = await s.als('consulent', gemeente())
      for (const opdracht of [sql`update ${sql.table(tabel)} set gemeente = gemeente`, sql`delete from ${sql.table(tabel)}`]) {
        const poging = inTransactie(s.dienst.db, actor, async (tx) => ({ bewaar: true, waarde: await opdracht.execute(tx) }))
        await expect(poging).rejects.toThrow('permission denied')
      }
    },
  )
})
