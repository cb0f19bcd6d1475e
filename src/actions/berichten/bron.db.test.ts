/** De database antwoordt als bron hetzelfde als het geheugen: het contract, en willekeurige feiten in willekeurige volgorde. */
import { createHash, randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { maakKluis } from '#storage/kluis.ts'
import { bewaarBericht, vervang, vindOpKenmerk } from '#storage/berichten/berichten.ts'
import { bewaarContract, vervangGemeentelijst } from '#storage/berichten/contracten.ts'
import { maakClientboek } from '#storage/berichten/clientboek.ts'
import { maakTestdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { maakKysely } from '#storage/transactie.ts'
import type { Bron } from '#messages/keten/bron.ts'
import { bronContract, type Proefbron } from '#messages/keten/bron-contract.testhulp.ts'
import type { Berichtfeiten, Partijen } from '#messages/keten/feit.ts'
import type { Buitenwereld } from '#messages/keten/geheugen.ts'
import { nieuweId } from '../handeling/id.ts'
import { inAdministratie } from './administratie.ts'
import { maakBron } from './bron.ts'
import { neemFeiten } from './neem-feiten.ts'

const kluis = maakKluis({ actief: 's1', sleutels: { s1: randomBytes(32) }, indexsleutel: randomBytes(32) })
const sluiters: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const sluit of sluiters) await sluit()
})
const nu = new Date('2026-11-25T09:00:00Z')

/** Elke vraag in een eigen transactie van de administratie van die rol, zoals het programma haar stelt. */
async function maakDatabasebron(rol: 'gemeente' | 'aanbieder', buiten: Buitenwereld): Promise<Proefbron> {
  const database = await maakTestdatabase()
  sluiters.push(() => database.sluit())
  const [db, eigenaar] = [maakKysely(database.app), maakKysely(database.eigenaar)]
  await database.eigenaar.query(`insert into gemeente (code, naam, catalogus) values ('9990', 'a', ''), ('9991', 'b', '')`)
  const wij = (p: Partijen) => ({ gemeente: p.gemeente, partij: p[rol] })
  if (buiten.gemeenten)
    await vervangGemeentelijst(
      eigenaar,
      buiten.gemeenten.map((g) => ({ code: g.code, van: g.van ?? '', tot: g.tot ?? null })),
    )
  for (const [sleutel, producten] of buiten.contracten ?? []) {
    const [gemeente = '', aanbieder = ''] = sleutel.split('/')
    const tarieven = producten.flatMap(({ code, categorie, tarieven: t }) =>
      t.map(({ eenheid, tarief, van, tot }, i) => ({
        code,
        categorie,
        eenheid,
        tarief: tarief ?? null,
        van,
        tot: tot ?? null,
        catalogusproduct: null,
        naam: t.length > 1 ? `tarief ${i + 1}` : null,
      })),
    )
    await inAdministratie({ db }, { gemeente, partij: gemeente }, (tx) =>
      bewaarContract(tx, { gemeente, aanbieder, id: nieuweId(nu), naam: 'proef', geladenOp: nu, geladenDoor: null, tarieven }),
    )
  }
  const vraag = <K extends keyof Bron>(naam: K) =>
    ((...argumenten: unknown[]) => {
      const p = naam === 'gemeenten' ? { gemeente: '9990', aanbieder: '98765432' } : (argumenten[0] as Partijen)
      return inAdministratie({ db }, wij(p), async (tx) =>
        (maakBron(tx, kluis, wij(p))[naam] as (...a: unknown[]) => unknown)(...argumenten),
      )
    }) as Bron[K]
  const neem = (f: Berichtfeiten) =>
    inAdministratie({ db }, wij(f.partijen), async (tx) => {
      const a = wij(f.partijen)
      const kenmerk = { ...f.sleutel, aanbieder: f.partijen.aanbieder }
      if (f.vervangt) await vervang(tx, a, kenmerk, nu)
      else if (await vindOpKenmerk(tx, a, kenmerk)) return
      const id = nieuweId(nu)
      await bewaarBericht(tx, kluis, {
        ...a,
        ...kenmerk,
        ...vast,
        id,
        dagtekening: f.dagtekening,
        hash: createHash('sha256').update(id).digest(),
      })
      await neemFeiten({ tx, boek: maakClientboek(tx, kluis, a), herkomst: { ...a, aanbieder: f.partijen.aanbieder, bericht: id } }, f)
    })
  const namen = Object.keys(maakBron(db, kluis, { gemeente: '9990', partij: '9990' })) as (keyof Bron)[]
  return { ...(Object.fromEntries(namen.map((naam) => [naam, vraag(naam)])) as Bron), neem }
}
const vast = {
  richting: 'in',
  release: 'iWmo 3.2',
  ontvanger: null,
  client: null,
  grootte: 1,
  uitkomst: 'geaccepteerd',
  uitslag: null,
  telt: true,
  retour: null,
  over: null,
  systeemdatum: '2026-02-10',
  vastgelegdOp: nu,
  verzondenOp: null,
} as const

describe('als gemeente', () => bronContract((buiten) => maakDatabasebron('gemeente', buiten)))
it('een aanbieder ziet in zijn administratie niets van een andere aanbieder of van de gemeente zelf', async () => {
  const [als, P] = [await maakDatabasebron('aanbieder', {}), { gemeente: '9990', aanbieder: '98765432' }]
  const toewijzing = {
    ...P,
    nummer: 1,
    bsn: '999990019',
    toewijzingsdatum: '2026-01-01',
    toewijzingstijd: '09:00:00',
    ingangsdatum: '2026-01-01',
  }
  const leeg = { starts: [], stops: [], verzoeken: [], antwoorden: [], declaraties: [], prestaties: [] }
  const sleutel = { naam: 'WMO301', afzender: '9990', identificatie: 'T-1' }
  await als.neem({ ...leeg, sleutel, partijen: P, dagtekening: '2026-01-01', toewijzingen: [toewijzing] })
  expect(await als.toewijzingen(P, [1])).toEqual([toewijzing])
  expect(await als.toewijzingen({ ...P, aanbieder: '12345678' }, [1])).toEqual([])
})
