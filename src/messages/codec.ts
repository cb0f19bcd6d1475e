/** XML naar een bericht met getypeerde waarden. Elke schrijfwijze die XML toelaat is goed; de waarde is steeds dezelfde. */
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Berichtnaam, Berichtwaarden } from './iwmo-3-2/release.ts'
import { type Leesuitslag, maakBerichtlezer } from './lees.ts'
import type { Beschreven } from './releases.ts'
import type { Plaatsfout } from './xml.ts'

/** Een gelezen bericht: de naam kiest het type van de waarde. */
export type GelezenBericht = {
  [N in Berichtnaam]: { readonly naam: N; readonly beschreven: Beschreven; readonly waarde: Berichtwaarden[N] }
}[Berichtnaam]

/** Leest een bericht. Een onbekende code, een verkeerde volgorde of kapotte XML geeft de fouten met regel en element. */
export function leesBericht(xml: string | Uint8Array): Result<GelezenBericht, readonly Plaatsfout[]> {
  const lezer = maakBerichtlezer()
  lezer.schrijf(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml)
  const gelezen = lezer.einde()
  const bericht = alsBericht(gelezen)
  return bericht === null ? fout(gelezen.fouten) : ok(bericht)
}

/** Het bericht dat gelezen is, of null als er iets aan mankeert. */
export function alsBericht({ beschreven, waarde, fouten }: Leesuitslag): GelezenBericht | null {
  if (fouten.length > 0 || beschreven === null) return null
  return { naam: beschreven.bericht.naam, beschreven, waarde } as unknown as GelezenBericht
}
