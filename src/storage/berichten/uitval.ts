/** De bak met wat een mens moet bekijken. */
import { sql } from 'kysely'
import type { Uitvalsoort } from '#core/toewijzing/uitvalwerk.ts'
import type { Tx } from '../transactie.ts'
import type { Administratie } from './clientboek.ts'

/** Zonder naam of BSN: `tekst` zegt wat er mis is, `oorzaak` hoe dat meestal komt, `doe` de volgende stap. */
export type Uitval = {
  readonly soort: Uitvalsoort
  readonly code: string | null
  readonly regel: string | null
  readonly klasse: string | null
  readonly tekst: string
  readonly oorzaak: string
  readonly doe: string
  readonly aantal: number
}

export async function bewaarUitval(
  tx: Tx,
  a: Administratie,
  bericht: string,
  gemaaktOp: Date,
  uitval: readonly (Uitval & { readonly id: string })[],
): Promise<void> {
  if (uitval.length === 0) return
  await sql`insert into uitval (gemeente, id, partij, bericht, soort, code, regel, klasse, tekst, oorzaak, doe, aantal, gemaakt_op)
    select ${a.gemeente}, r.id, ${a.partij}, ${bericht}::uuid, r.soort, r.code, r.regel, r.klasse, r.tekst, r.oorzaak, r.doe, r.aantal, ${gemaaktOp}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(uitval)}::jsonb) as r(id uuid, soort text, code text, regel text, klasse text, tekst text,
      oorzaak text, doe text, aantal int)`.execute(tx)
}
