/** Een bericht van ons als bestand. De bytes komen in stukken: het antwoord op een grote declaratie is zo groot als de declaratie zelf. */
import { leesDeel } from '#storage/berichten/berichten.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { type Administratie, inAdministratie } from './administratie.ts'

export type Uitbericht = {
  readonly administratie: Administratie
  readonly id: string
  readonly bestand: string
  stukken(): AsyncIterable<Uint8Array>
}
type Leesdienst = Pick<Dienst, 'db' | 'kluis'>
type Kenmerk = { readonly id: string; readonly naam: string | null; readonly identificatie: string | null }

/** Met de naam die het als bestand krijgt. De bytes zijn er zodra de transactie die het maakte voorbij is. */
export function maakUitbericht(dienst: Leesdienst, wij: Administratie, { id, naam, identificatie }: Kenmerk): Uitbericht {
  const bestand = `${naam ?? ''}-${wij.partij}-${(identificatie ?? '').replace(/[^A-Za-z0-9]/g, '_')}.xml`
  return { administratie: wij, id, bestand, stukken: () => leesStukken(dienst, wij, id) }
}

/** Elk deel in een eigen transactie: wie ze traag wegbrengt, houdt in de database niets bezet. Een deel verandert nooit meer. */
async function* leesStukken(dienst: Leesdienst, wij: Administratie, id: string): AsyncGenerator<Uint8Array> {
  for (let volg = 0; ; volg++) {
    const deel = await inAdministratie(dienst, wij, (tx) => leesDeel(tx, dienst.kluis, wij, id, volg))
    if (deel === undefined) return
    yield deel
  }
}

export async function leesUitbericht(dienst: Leesdienst, tx: Tx, wij: Administratie, id: string): Promise<Uitbericht> {
  const { naam, identificatie } = await tx
    .selectFrom('bericht')
    .select(['naam', 'identificatie'])
    .where('gemeente', '=', wij.gemeente)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return maakUitbericht(dienst, wij, { id, naam, identificatie })
}

/** Alles in één keer, voor een bericht dat klein is. */
export async function bytesVan({ stukken }: Pick<Uitbericht, 'stukken'>): Promise<Buffer> {
  const delen: Uint8Array[] = []
  for await (const stuk of stukken()) delen.push(stuk)
  return Buffer.concat(delen)
}
