/** Hoeveel er in een lijst staan: alleen op de eerste bladzijde, en alleen voor wie erom vraagt. */
import type { Telling } from '#core/base/telling.ts'

export type Tellingvraag = { readonly telling?: boolean | undefined; readonly cursor?: string | undefined; readonly limiet: number }

/** `gelezen`: de rijen van de bladzijde met één extra. Past alles op de bladzijde, dan is het al geteld. */
export async function telMee(v: Tellingvraag, gelezen: number, tel: () => Promise<Telling>): Promise<{ telling?: Telling }> {
  if (!v.telling || v.cursor !== undefined) return {}
  return { telling: gelezen <= v.limiet ? { aantal: gelezen, meer: false } : await tel() }
}
