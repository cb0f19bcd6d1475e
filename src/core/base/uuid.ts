/** UUID versie 7 (RFC 9562): begint met de tijd, zodat nieuwe rijen achteraan in de index komen. Toeval is een argument. */
import { invariant } from '#core/base/invariant.ts'

const vorm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Een UUID van welke versie ook, in kleine letters; anders null. */
export const parseUuid = (ruw: unknown): string | null => (typeof ruw === 'string' && vorm.test(ruw) ? ruw.toLowerCase() : null)

/** 122 vrije bits (48 tijd, 74 toeval) met de vaste bits van versie 7 ertussen. */
function schrijf(bits: bigint): string {
  const tijd = (bits >> 74n) & 0xffff_ffff_ffffn
  const a = (bits >> 62n) & 0xfffn
  const b = bits & 0x3fff_ffff_ffff_ffffn
  const hex = ((tijd << 80n) | (7n << 76n) | (a << 64n) | (2n << 62n) | b).toString(16).padStart(32, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function leesBits(uuid: string): bigint {
  const getal = BigInt(`0x${uuid.replaceAll('-', '')}`)
  return ((getal >> 80n) << 74n) | (((getal >> 64n) & 0xfffn) << 62n) | (getal & 0x3fff_ffff_ffff_ffffn)
}

const alsGetal = (bytes: Uint8Array): bigint => bytes.reduce((tot, byte) => (tot << 8n) | BigInt(byte), 0n)

/** Een nieuwe id voor dit moment. `toeval`: minstens tien willekeurige bytes. */
export function uuidv7(nuMs: number, toeval: Uint8Array): string {
  invariant(Number.isInteger(nuMs) && nuMs >= 0 && nuMs < 2 ** 48, `${nuMs} ms past in 48 bits`)
  invariant(toeval.length >= 10, 'een uuid krijgt minstens tien bytes toeval')
  return schrijf((BigInt(nuMs) << 74n) | (alsGetal(toeval.subarray(0, 10)) & ((1n << 74n) - 1n)))
}

/**
 * Een id die zeker ná `vorige` komt, ook als de klok stilstaat of terugspringt: dan telt zij door vanaf de vorige,
 * met een willekeurige stap zodat de volgende niet te raden is.
 */
export function uuidv7Na(vorige: string | null, nuMs: number, toeval: Uint8Array): string {
  const nieuw = uuidv7(nuMs, toeval)
  if (vorige === null || nieuw > vorige) return nieuw
  return schrijf(leesBits(vorige) + alsGetal(toeval.subarray(0, 4)) + 1n)
}

/** Het moment waarop een UUID versie 7 gemaakt is, in milliseconden sinds 1970. */
export const msVanUuid = (uuid: string): number => Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
