/**
 * Een waarde die de browser even bewaart zonder haar te kunnen lezen of veranderen. Elk proces opent haar met dezelfde sleutelbos:
 * zo mag het antwoord van de uitgever bij een ander proces binnenkomen dan waar het aanmelden begon.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Kluis } from '#storage/kluis.ts'

const IV = 12
const TAG = 16

/** `doel` scheidt soorten: wat voor het een verzegeld is, gaat voor het ander niet open. */
export function verzegel(kluis: Kluis, doel: string, waarde: unknown, tot: Date): string {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', kluis.afgeleid(doel), iv)
  const tekst = Buffer.concat([cipher.update(JSON.stringify({ waarde, tot: tot.getTime() }), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), tekst]).toString('base64url')
}

/** De waarde, of null als zij verlopen, veranderd of voor iets anders bedoeld is. */
export function ontzegel<T>(kluis: Kluis, doel: string, zegel: string | undefined, nu: Date): T | null {
  const bytes = Buffer.from(zegel ?? '', 'base64url')
  if (bytes.length <= IV + TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', kluis.afgeleid(doel), bytes.subarray(0, IV))
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
  let tekst: string
  try {
    tekst = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return null // niet van ons, of veranderd
  }
  const { waarde, tot } = JSON.parse(tekst) as { waarde: T; tot: number }
  return tot > nu.getTime() ? waarde : null
}
