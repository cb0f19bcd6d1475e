/** Wat er bij een overdracht bewaard wordt, zodat zij ongedaan te maken is. */
import { isBlok } from '#core/base/invoer.ts'
import { parseUuid } from '#core/base/uuid.ts'

export type Plaats = { readonly behandelaar: string | null; readonly team: string | null; readonly inwonerteam: string | null }
export type Overdrachtgegevens = { readonly aan: string; readonly reden: string | null; readonly van: Plaats; readonly naar: Plaats }

/** De gegevens uit een bewaarde gebeurtenis; null als zij van elders kwam en niet zegt waarvandaan. */
export function leesOverdracht(gegevens: unknown): Pick<Overdrachtgegevens, 'van' | 'naar'> | null {
  if (!isBlok(gegevens) || !isBlok(gegevens.van) || !isBlok(gegevens.naar)) return null
  return { van: plaats(gegevens.van), naar: plaats(gegevens.naar) }
}

const plaats = (blok: Readonly<Record<string, unknown>>): Plaats => ({
  behandelaar: parseUuid(blok.behandelaar),
  team: parseUuid(blok.team),
  inwonerteam: parseUuid(blok.inwonerteam),
})
