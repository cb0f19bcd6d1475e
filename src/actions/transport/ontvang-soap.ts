/** Van de bytes van een verzoek naar de bytes van het antwoord: de envelop aannemen, en de bevestiging of de fout als SOAP. */
import { invariant } from '#core/base/invariant.ts'
import { GRENS } from '#messages/ggk/envelop.ts'
import { schrijfSoap } from '#messages/ggk/schrijf.ts'
import { weigeringen } from './keur-envelop.ts'
import { type Aanlevering, ontvangEnvelop, type Ontvangen, type Ontvangstdienst, weigerOnleesbaar } from './ontvang-envelop.ts'

export type { Aanlevering, Ontvangstdienst } from './ontvang-envelop.ts'

/** Meer bytes dan dit heeft geen envelop. */
export const MAX_ENVELOP = GRENS

/** `code` is die van de fout; null bij een bevestiging. Zonder antwoord: null. */
export type Soapantwoord = { readonly soap: string; readonly code: string | null } | null

export const ontvangSoap = async (dienst: Ontvangstdienst, a: Aanlevering): Promise<Soapantwoord> =>
  alsSoap(await ontvangEnvelop(dienst, a))

/** Een weigering voordat er een envelop gelezen is. */
export const weigerSoap = (dienst: Ontvangstdienst, reden: 'afzender' | 'teGroot'): Soapantwoord =>
  alsSoap({ soort: 'antwoord', envelop: weigerOnleesbaar(dienst, weigeringen[reden]) })

function alsSoap(uitkomst: Ontvangen): Soapantwoord {
  if (uitkomst.soort === 'niets') return null
  const geschreven = schrijfSoap(uitkomst.envelop)
  invariant(geschreven.ok, `een antwoord van ons is te schrijven: ${geschreven.ok ? '' : JSON.stringify(geschreven.fout)}`)
  return { soap: geschreven.value, code: uitkomst.envelop.soort === 'Fo03' ? uitkomst.envelop.fout.code : null }
}
