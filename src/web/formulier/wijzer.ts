/** Lezen en schrijven op een plek in een waarde, met een JSON Pointer (RFC 6901): dezelfde plekken waarmee de server fouten aanwijst. */

const delen = (plaats: string): string[] =>
  plaats
    .split('/')
    .slice(1)
    .map((deel) => deel.replaceAll('~1', '/').replaceAll('~0', '~'))

export function leesPlek(waarde: unknown, plaats: string): unknown {
  return delen(plaats).reduce<unknown>(
    (nu, deel) => (typeof nu === 'object' && nu !== null ? (nu as Record<string, unknown>)[deel] : undefined),
    waarde,
  )
}

/** Geeft een kopie met `nieuw` op die plek; wat onderweg ontbreekt, wordt een object. */
export function zetPlek<W>(waarde: W, plaats: string, nieuw: unknown): W {
  const [eerste, ...rest] = delen(plaats)
  if (eerste === undefined) return nieuw as W
  const verder = rest.length === 0 ? '' : `/${plaats.split('/').slice(2).join('/')}`
  if (Array.isArray(waarde)) return waarde.map((w, i) => (String(i) === eerste ? zetPlek(w, verder, nieuw) : w)) as W
  const blok = (typeof waarde === 'object' && waarde !== null ? waarde : {}) as Record<string, unknown>
  return { ...blok, [eerste]: zetPlek(blok[eerste], verder, nieuw) } as W
}

/** De plek zelf en alles wat haar omvat, van binnen naar buiten: `/a/0/b` geeft `/a/0/b`, `/a/0`, `/a`. */
export function omvattend(plaats: string): string[] {
  const stukken = plaats.split('/').slice(1)
  return stukken.map((_, i) => `/${stukken.slice(0, stukken.length - i).join('/')}`)
}

/** `id` in de pagina van het veld op deze plek. */
export const veldId = (formulier: string, plaats: string): string => `${formulier}${plaats.replace(/[^\p{L}\p{N}]/gu, '-')}`
