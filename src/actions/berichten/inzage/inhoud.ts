/** De inhoud van een bericht: de bytes uit de kluis, als leesbare regels of als XML. */
import { leesBericht } from '#messages/codec.ts'
import { maskeerBsn, maskeerXml } from '#messages/maskeer.ts'
import { berichtInRegels, type Leesregel } from '#messages/toon.ts'
import { leesAlleBytes } from '#storage/berichten/berichten.ts'
import type { Berichtdetailrij } from '#storage/berichten/inzage.ts'
import type { Werk } from '../../handeling/handel.ts'

/** Groter is op een scherm niet te lezen; het bestand zelf is er dan wel. */
const GROOTST = 2 * 1024 * 1024
/** Zoveel van een lange lijst, zoals de regels van een declaratie. */
const MEEST = 100

export const isTeGroot = ({ grootte }: Pick<Berichtdetailrij, 'grootte'>): boolean => Number(grootte) > GROOTST

export const leesInhoud = ({ tx, dienst, actor }: Werk, { id, partij }: Berichtdetailrij): Promise<Buffer> =>
  leesAlleBytes(tx, dienst.kluis, { gemeente: actor.gemeente, partij }, id)

/** Null als het bestand niet als bericht te lezen is. */
export function alsRegels(bytes: Uint8Array, metBsn: boolean): Leesregel[] | null {
  const gelezen = leesBericht(bytes)
  if (!gelezen.ok) return null
  const { beschreven, waarde } = gelezen.value
  const getoond = metBsn ? waarde : maskeerBsn({ soort: 'klasse', velden: beschreven.bericht.velden }, waarde)
  return berichtInRegels(beschreven, getoond as Readonly<Record<string, unknown>>, MEEST)
}

export const alsXml = (bytes: Uint8Array, metBsn: boolean): string => {
  const xml = new TextDecoder().decode(bytes)
  return metBsn ? xml : maskeerXml(xml)
}
