/** Het antwoord van een aanbieder die een toewijzing afkeurt, zoals hij het zou schrijven. */
import { invariant } from '#core/base/invariant.ts'
import { leesBericht } from '#messages/codec.ts'
import { type Eigen, maakRetour } from '#messages/iwmo-3-2/keten/retour.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import { uitslagMet } from '#simulator/weiger.ts'

/** Een toewijzingsnummer dat al van een andere toewijzing is. */
const CODE = '9332'

export function keurAf(bytes: Uint8Array, eigen: Eigen): Uint8Array {
  const gelezen = leesBericht(bytes)
  invariant(gelezen.ok, 'een bericht van ons is te lezen')
  const uitslag = uitslagMet(CODE, gelezen.value, () => 0)
  const retour = uitslag && maakRetour(gelezen.value, uitslag, eigen)
  invariant(retour, 'op een toewijzing past een afkeuring')
  const geschreven = schrijfBericht(retour.naam, retour.waarde as never)
  invariant(geschreven.ok, 'een retourbericht voldoet aan het schema')
  return new TextEncoder().encode(geschreven.value)
}
