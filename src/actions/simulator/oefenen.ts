/** Oefenen bij één bericht: kiezen wat de aanbieder nu antwoordt, en het bericht daarna opnieuw bekijken. */
import type { Result } from '#core/base/result.ts'
import type { Retourcode } from '#messages/iwmo-3-2/keten/regels.ts'
import { type Berichtbeeld, leesBericht } from '../berichten/inzage/lees-bericht.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { codePastNiet, speelAntwoord } from './speel-antwoord.ts'

export type Oefenantwoord = { readonly wat: 'neemt_aan' | 'keurt_af' | 'antwoordt_dubbel'; readonly code?: string | undefined }

export async function oefenAntwoord(
  dienst: Dienst,
  aanroep: Aanroep,
  bericht: string,
  { wat, code }: Oefenantwoord,
): Promise<Result<Berichtbeeld, Weigering>> {
  if (wat === 'keurt_af' && code === undefined) return codePastNiet
  const spel = { bericht, code: wat === 'keurt_af' ? (code as Retourcode) : null, dubbel: wat === 'antwoordt_dubbel' }
  const gespeeld = await speelAntwoord(dienst, aanroep, spel)
  if (!gespeeld.ok) return gespeeld
  const { idempotentie: _, ...lezen } = aanroep
  return leesBericht(dienst, lezen, bericht)
}
