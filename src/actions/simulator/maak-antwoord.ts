/** Het antwoord van een aanbieder op een bericht van ons, zoals hij het zou schrijven. Voor de demo en om te oefenen. */
import { invariant } from '#core/base/invariant.ts'
import { leesBericht } from '#messages/codec.ts'
import type { Retourcode } from '#messages/iwmo-3-2/keten/regels.ts'
import { type Eigen, maakRetour, type Uitslag } from '#messages/iwmo-3-2/keten/retour.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import { uitslagMet } from '#simulator/weiger.ts'

/** Null als deze code op dit bericht niet past; zonder code wordt het aangenomen. */
export function maakAntwoord(bytes: Uint8Array, code: Retourcode | null, eigen: Eigen): Uint8Array | null {
  const gelezen = leesBericht(bytes)
  invariant(gelezen.ok, 'een bericht van ons is te lezen')
  const uitslag: Uitslag | null = code === null ? { niveau: 3, bevindingen: [] } : uitslagMet(code, gelezen.value, () => 0)
  const retour = uitslag && maakRetour(gelezen.value, uitslag, eigen)
  if (!retour) return null
  const geschreven = schrijfBericht(retour.naam, retour.waarde as never)
  invariant(geschreven.ok, 'een retourbericht voldoet aan het schema')
  return new TextEncoder().encode(geschreven.value)
}
