/**
 * Burgerservicenummer: acht of negen cijfers die de elfproef doorstaan. Geen enkele tekst hier herhaalt het nummer,
 * want een melding kan in een logboek of een schermafdruk belanden.
 */
import { fout, ok, type Result } from '#core/base/result.ts'

declare const merk: unique symbol
/** Negen cijfers, met voorloopnul. Alleen `parseBsn` en `vulBsnAan` maken er een. */
export type Bsn = string & { readonly [merk]: 'Bsn' }

export type BsnFout = { readonly code: 'BSN_TEKENS' | 'BSN_LENGTE' | 'BSN_ELFPROEF'; readonly tekst: string }

const teksten: Record<BsnFout['code'], string> = {
  BSN_TEKENS: 'Een burgerservicenummer bestaat alleen uit cijfers. Spaties en punten mogen ertussen staan.',
  BSN_LENGTE: 'Een burgerservicenummer heeft acht of negen cijfers. Tel de cijfers na.',
  BSN_ELFPROEF: 'Dit is geen geldig burgerservicenummer. Kijk of er cijfers verwisseld zijn.',
}
const geweigerd = (code: BsnFout['code']): Result<Bsn, BsnFout> => fout({ code, tekst: teksten[code] })

const gewichten = [9, 8, 7, 6, 5, 4, 3, 2, -1]

function doorstaatElfproef(negen: string): boolean {
  const som = gewichten.reduce((tot, gewicht, plek) => tot + gewicht * Number(negen[plek]), 0)
  return som % 11 === 0 && negen !== '000000000'
}

/** Leest een BSN uit een tekst. Spaties en punten tellen niet mee; acht cijfers krijgen een nul ervoor. */
export function parseBsn(ruw: unknown): Result<Bsn, BsnFout> {
  if (typeof ruw !== 'string') return geweigerd('BSN_TEKENS')
  const cijfers = ruw.replace(/[\s.]/g, '')
  if (!/^\d*$/.test(cijfers)) return geweigerd('BSN_TEKENS')
  if (cijfers.length !== 8 && cijfers.length !== 9) return geweigerd('BSN_LENGTE')
  const negen = cijfers.padStart(9, '0')
  return doorstaatElfproef(negen) ? ok(negen as Bsn) : geweigerd('BSN_ELFPROEF')
}

/** Zet het controlecijfer achter acht cijfers (0 t/m 99.999.999); null als er geen past. Voor verzonnen inwoners. */
export function vulBsnAan(eersteAcht: number): Bsn | null {
  const acht = String(eersteAcht).padStart(8, '0')
  const som = gewichten.slice(0, 8).reduce((tot, gewicht, plek) => tot + gewicht * Number(acht[plek]), 0)
  const gelezen = parseBsn(`${acht}${som % 11}`)
  return gelezen.ok ? gelezen.value : null
}

/** "•••••••12": genoeg om te zien dat er een nummer is, te weinig om het te kennen. */
export const maskeerBsn = (bsn: Bsn): string => `•••••••${bsn.slice(-2)}`
