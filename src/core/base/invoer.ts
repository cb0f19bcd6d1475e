/** Hulp om aangeleverde JSON te lezen: waar zit iets (JSON Pointer, RFC 6901), en welke velden horen er niet. */
import { bedoelde } from '#core/base/dichtstbij.ts'
import type { Invoerfout } from '#core/base/result.ts'

export type Blok = Readonly<Record<string, unknown>>
export const isBlok = (ruw: unknown): ruw is Blok => typeof ruw === 'object' && ruw !== null && !Array.isArray(ruw)

/** JSON Pointer naar een plek in de invoer: `wijzer('indicaties', 2, 'van')` is `/indicaties/2/van`. */
export const wijzer = (...delen: (string | number)[]): string =>
  delen.map((deel) => `/${String(deel).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Een veld dat er niet hoort is vaak een tikfout; stilzwijgend overslaan zou een verkeerd oordeel geven. */
export function onbekendeVelden(blok: Blok, bekend: readonly string[], plaats: string): Invoerfout[] {
  return Object.keys(blok)
    .filter((veld) => !bekend.includes(veld))
    .map((veld) => ({
      code: 'VELD_ONBEKEND',
      plaats: plaats + wijzer(veld),
      tekst: `Het veld "${kort(veld)}" bestaat hier niet.${bedoelde(veld, bekend)} Dit kan wel: ${bekend.join(', ')}.`,
    }))
}

/** Wat er stond, kort genoeg om in een melding te zetten. */
export function kort(ruw: unknown): string {
  const tekst = typeof ruw === 'string' ? ruw : (JSON.stringify(ruw) ?? 'niets')
  return tekst.length > 60 ? `${tekst.slice(0, 57)}…` : tekst
}
