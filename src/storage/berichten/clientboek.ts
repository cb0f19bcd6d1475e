/** Wie een cliënt in de feiten van de keten is: een blinde index. Het BSN zelf staat één keer per administratie, versleuteld. */
import { sql } from 'kysely'
import type { Bsn } from '#core/base/bsn.ts'
import type { Kluis } from '../kluis.ts'
import type { Tx } from '../transactie.ts'

/** Wiens administratie, in het verkeer met welke gemeente. */
export type Administratie = { readonly gemeente: string; readonly partij: string }

/** Waar een versleuteld BSN aan gebonden is; `hex` is de blinde index. */
export const clientplek = ({ gemeente, partij }: Administratie, hex: string): string => `client|${gemeente}|${partij}|${hex}`

export type Clientboek = {
  index(bsn: string): Buffer
  /** Haalt in één vraag op wie er achter deze indexen zitten; daarna weet `bsn` het. */
  leer(indexen: readonly Buffer[]): Promise<void>
  /** Alleen voor een index die geleerd is, of van een BSN dat hier al langskwam. */
  bsn(index: Buffer): string
  /** Legt vast wie er nog niet in staat; `schrijf` als dat op een andere verbinding moet dan het lezen. */
  bewaar(bsns: Iterable<string>, schrijf?: Tx): Promise<void>
}

export function maakClientboek(tx: Tx, kluis: Kluis, { gemeente, partij }: Administratie): Clientboek {
  const perBsn = new Map<string, Buffer>()
  /** De andere kant op: pas gemaakt als iemand een BSN bij een index zoekt. */
  let perIndex: Map<string, string> | undefined
  const indexen = (): Map<string, string> => (perIndex ??= new Map([...perBsn].map(([bsn, index]) => [index.toString('hex'), bsn])))
  const plek = (hex: string): string => clientplek({ gemeente, partij }, hex)
  const onthoud = (bsn: string, index: Buffer): Buffer => {
    perBsn.set(bsn, index)
    perIndex?.set(index.toString('hex'), bsn)
    return index
  }
  const index = (bsn: string): Buffer => perBsn.get(bsn) ?? onthoud(bsn, kluis.index(bsn as Bsn, gemeente))
  return {
    index,
    async leer(gevraagd) {
      const bekend = indexen()
      const onbekend = [...new Set(gevraagd.map((i) => i.toString('hex')))].filter((hex) => !bekend.has(hex))
      if (onbekend.length === 0) return
      const { rows } = await sql<{ bsn_index: Buffer; versleuteld: Buffer; sleutel: string }>`
        select c.bsn_index, c.versleuteld, c.sleutel from unnest(${onbekend}::text[]) as hex
        join ketenclient c on c.gemeente = ${gemeente} and c.partij = ${partij} and c.bsn_index = decode(hex, 'hex')`.execute(tx)
      for (const rij of rows) onthoud(kluis.ontsleutelBytes(rij, plek(rij.bsn_index.toString('hex'))).toString('utf8'), rij.bsn_index)
    },
    bsn(index) {
      const bsn = indexen().get(index.toString('hex'))
      if (bsn === undefined) throw new Error('een cliënt in de feiten staat niet in het clientboek')
      return bsn
    },
    async bewaar(bsns, schrijf = tx) {
      const alle = [...new Set(bsns)].map((bsn) => ({ bsn, hex: index(bsn).toString('hex') }))
      if (alle.length === 0) return
      const { rows } = await sql<{ hex: string }>`select hex from unnest(${alle.map((c) => c.hex)}::text[]) as hex
        where exists (select from ketenclient c where c.gemeente = ${gemeente} and c.partij = ${partij} and c.bsn_index = decode(hex, 'hex'))`.execute(
        schrijf,
      )
      const bekend = new Set(rows.map((r) => r.hex))
      const nieuw = alle
        .filter(({ hex }) => !bekend.has(hex))
        .map(({ bsn, hex }) => ({ hex, ...kluis.versleutelBytes(Buffer.from(bsn, 'utf8'), plek(hex)) }))
      if (nieuw.length === 0) return
      await sql`insert into ketenclient (gemeente, partij, bsn_index, versleuteld, sleutel)
        select ${gemeente}, ${partij}, decode(r.hex, 'hex'), decode(r.versleuteld, 'hex'), r.sleutel
        from unnest(${nieuw.map((n) => n.hex)}::text[], ${nieuw.map((n) => n.versleuteld.toString('hex'))}::text[],
          ${nieuw.map((n) => n.sleutel)}::text[]) as r(hex, versleuteld, sleutel)
        on conflict do nothing`.execute(schrijf)
    },
  }
}
