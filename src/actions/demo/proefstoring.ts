/** Een verzending die niet lukt: voor deze ontvanger staat er geen adres in het ketenbestand. Langs de echte weg, zonder netwerk. */
import type { Uitbericht } from '../berichten/uitbericht.ts'
import type { Dienst } from '../handeling/dienst.ts'
import type { Transport } from '../transport/transport.ts'
import { verzendKlaar } from '../transport/verzend.ts'

const zonderAdres: Transport = {
  partijen: [],
  wegVan: () => 'https',
  naar: () => null,
  applicatie: 'Meedoen',
  envelop325: 'Di01',
  herhaal: 10,
  opgeven: 72,
  geduldMs: 30_000,
  ontvangst: () => null,
  namensWie: () => null,
  certificaten: () => [],
  vernieuw: async () => ({ ok: true, value: false }),
}

/** Laat de bezorging van dit bericht mislukken, met het werk dat daarbij hoort. */
export const laatMislukken = (dienst: Dienst, { administratie, id }: Uitbericht): Promise<void> =>
  verzendKlaar(dienst, zonderAdres, administratie, new Set([id]))
