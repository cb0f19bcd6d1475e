/** UUID versie 7 (RFC 9562): begint met de tijd, zodat nieuwe rijen achteraan in de index komen. Toeval is een argument. */
import { invariant } from '#core/base/invariant.ts'

const vorm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Een UUID van welke versie ook, in kleine letters; anders null. */
export const parseUuid = (ruw: unknown): string | null => (typeof ruw === 'string' && vorm.test(ruw) ? ruw.toLowerCase() : null)

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Een nieuwe id voor dit moment. `toeval`: minstens tien willekeurige bytes na `vanaf`, waarvan de laatste 74 bits tellen. */
export function uuidv7(nuMs: number, toeval: Uint8Array, vanaf = 0): string {
  invariant(Number.isInteger(nuMs) && nuMs >= 0 && nuMs < 2 ** 48, () => `${nuMs} ms past in 48 bits`)
  invariant(toeval.length >= vanaf + 10, 'een uuid krijgt minstens tien bytes toeval')
  const [e = 0, f = 0, g = 0, h = 0] = [toeval[vanaf], toeval[vanaf + 1], toeval[vanaf + 2], toeval[vanaf + 3]]
  const tijd = nuMs.toString(16).padStart(12, '0')
  const a = ((e & 0x3) << 10) | (f << 2) | (g >> 6)
  let staart = ''
  for (let i = vanaf + 4; i < vanaf + 10; i++) staart += hex[toeval[i] as number]
  return `${tijd.slice(0, 8)}-${tijd.slice(8)}-${hex[0x70 | (a >> 8)]}${hex[a & 0xff]}-${hex[0x80 | (g & 0x3f)]}${hex[h]}-${staart}`
}

/**
 * Een id die zeker ná `vorige` komt, ook als de klok stilstaat of terugspringt: dan telt zij door vanaf de vorige,
 * met een willekeurige stap zodat de volgende niet te raden is.
 */
export function uuidv7Na(vorige: string | null, nuMs: number, toeval: Uint8Array, vanaf = 0): string {
  if (vorige === null || msVanUuid(vorige) < nuMs) return uuidv7(nuMs, toeval, vanaf)
  const [a = 0, b = 0, c = 0, d = 0] = [toeval[vanaf], toeval[vanaf + 1], toeval[vanaf + 2], toeval[vanaf + 3]]
  return telDoor(vorige, a * 2 ** 24 + (b << 16) + (c << 8) + d + 1)
}

/** Een lijst met honderden ids in één milliseconde telt bijna altijd alleen in de laatste twaalf tekens door. */
function telDoor(vorige: string, stap: number): string {
  const laag = Number.parseInt(vorige.slice(24), 16) + stap
  return laag < 2 ** 48
    ? vorige.slice(0, 24) + hex24(Math.floor(laag / 2 ** 24)) + hex24(laag % 2 ** 24)
    : schrijf(leesBits(vorige) + BigInt(stap))
}

const hex24 = (getal: number): string => `${hex[getal >> 16]}${hex[(getal >> 8) & 0xff]}${hex[getal & 0xff]}`

/** 122 vrije bits (48 tijd, 74 toeval) met de vaste bits van versie 7 ertussen. */
function schrijf(bits: bigint): string {
  const tijd = (bits >> 74n) & 0xffff_ffff_ffffn
  const a = (bits >> 62n) & 0xfffn
  const b = bits & 0x3fff_ffff_ffff_ffffn
  const tekst = ((tijd << 80n) | (7n << 76n) | (a << 64n) | (2n << 62n) | b).toString(16).padStart(32, '0')
  return `${tekst.slice(0, 8)}-${tekst.slice(8, 12)}-${tekst.slice(12, 16)}-${tekst.slice(16, 20)}-${tekst.slice(20)}`
}

function leesBits(uuid: string): bigint {
  const getal = BigInt(`0x${uuid.replaceAll('-', '')}`)
  return ((getal >> 80n) << 74n) | (((getal >> 64n) & 0xfffn) << 62n) | (getal & 0x3fff_ffff_ffff_ffffn)
}

/** Het moment waarop een UUID versie 7 gemaakt is, in milliseconden sinds 1970. */
export const msVanUuid = (uuid: string): number => Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
