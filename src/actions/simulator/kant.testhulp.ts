/** Een kant van de keten op een eigen database, in dit proces of in een ander, en alles wat er dan in staat. */
import { sql } from 'kysely'
import { maakTestdatabase, type Testdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { maakKysely, type Tx } from '#storage/transactie.ts'
import { PARTIJEN } from '#messages/keten/oefening.testhulp.ts'
import type { Partij } from '#messages/vorm.ts'
import type { Speler } from '#simulator/partij.ts'
import { bezorgEen } from '../berichten/bezorg.ts'
import { bytesVan } from '../berichten/uitbericht.ts'
import { maakGemeentezorg } from '../berichten/open-keten.ts'
import { type Keten, verwerkBericht } from '../berichten/verwerk-bericht.ts'
import type { Regie } from './draaiboek.testhulp.ts'
import { proefkluis, SYSTEEMDATUM } from './werk.testhulp.ts'

export type Kant = { readonly rol: Partij; readonly database: Testdatabase; readonly eigenaar: Tx; keten(partij: string): Keten }
export async function maakKant(rol: Partij): Promise<Kant> {
  const database = await maakTestdatabase({ verbindingen: 4 })
  const eigenaar = maakKysely(database.eigenaar)
  const dienst = { db: maakKysely(database.app), kluis: proefkluis(), nu: () => new Date() }
  const zorgVoorGemeente = maakGemeentezorg(eigenaar)
  const keten = (partij: string): Keten => ({
    dienst,
    wij: { rol, partij },
    systeemdatum: SYSTEEMDATUM,
    correlatie: 'proef',
    toegangspunt: 'proef',
    zorgVoorGemeente,
  })
  return { rol, database, eigenaar, keten }
}

/** Deze partij als speler van de simulator; wat zij beantwoordt gaat echt door de database. */
export function alsSpeler({ rol, keten }: Kant, partij: string, regie: Regie): Speler {
  const neem = async (bytes: Uint8Array): Promise<Uint8Array[]> => {
    const { retour } = await verwerkBericht(keten(partij), bytes)
    const uit: Uint8Array[] = []
    if (retour !== null) await bezorgEen(keten(partij).dienst, retour, async (b) => void uit.push(await bytesVan(b)))
    return uit
  }
  return {
    code: partij,
    neem: async (bytes) => {
      const uit = await neem(bytes)
      regie.zie(bytes)
      return uit
    },
    begin: async () => {
      const eigen = regie.volgende(rol, partij)
      for (const { bytes } of eigen) await neem(bytes)
      return eigen.map((s) => s.bytes)
    },
  }
}

const feittabellen = ['toewijzing', 'levering', 'verzoek', 'verzoekantwoord', 'declaratie', 'prestatie', 'oordeel', 'afgewezen_regel']
/** Alle feiten, rij voor rij en op volgorde, zonder wat per database verschilt: ids, wanneer, en wiens administratie het is. */
export async function alleFeiten({ eigenaar }: Kant): Promise<string[]> {
  const uit: string[] = []
  for (const tabel of feittabellen) {
    const { rows } = await sql<{ rij: string }>`select (to_jsonb(t) - '{bericht,partij,volg,indicatie}'::text[])::text as rij
      from ${sql.table(tabel)} t`.execute(eigenaar)
    uit.push(...rows.map((r) => `${tabel} ${r.rij}`))
  }
  return uit.sort()
}

/** Hoeveel berichten er staan, per soort en richting, en of er iets is blijven liggen. */
export async function telling({ eigenaar }: Kant): Promise<Record<string, number>> {
  const { rows } = await sql<{ naam: string; n: number }>`
    select concat_ws(' ', naam, case when richting = 'in' then 'in' else 'uit' end, uitkomst) as naam, count(*)::int as n from bericht group by 1
    union all select 'niet verzonden', count(*)::int from bericht where richting = 'uit' and verzonden_op is null
    union all select 'uitval ' || soort, count(*)::int from uitval group by 1`.execute(eigenaar)
  return Object.fromEntries(rows.map((r) => [r.naam, r.n]))
}
export const AANBIEDER = PARTIJEN.aanbieder
