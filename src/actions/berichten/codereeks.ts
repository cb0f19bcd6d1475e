/**
 * De retourcodes van een bericht als bytes. Een paar staan er als JSON; zijn het er veel, dan in delen, elk samengepakt: van een declaratie
 * waarin alles is afgekeurd zijn het er evenveel als regels, en zo hoeven zij nooit samen in het geheugen.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Retourregel } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'

/** Waarmee de bytes van delen beginnen; JSON begint met een haak. */
const DELEN = 0
const LENGTE = 4

export const alsCodes = (codes: readonly Retourregel[]): Buffer => Buffer.from(JSON.stringify(codes), 'utf8')

/** Zoveel codes samen in een deel. */
const PER_DEEL = 2_000

export type Codereeks = ReturnType<typeof maakCodereeks>

/** Verzamelt codes terwijl zij komen; een vol deel wordt meteen samengepakt. */
export function maakCodereeks() {
  const gepakt: Buffer[] = []
  let los: Retourregel[] = []
  let aantal = 0
  const pak = (): void => {
    const deel = deflateRawSync(alsCodes(los), { level: 1 })
    const lengte = Buffer.alloc(LENGTE)
    lengte.writeUInt32BE(deel.length)
    gepakt.push(lengte, deel)
    los = []
  }
  return {
    get aantal() {
      return aantal
    },
    voegToe(codes: readonly Retourregel[]): void {
      for (const code of codes) los.push(code)
      aantal += codes.length
      if (los.length >= PER_DEEL) pak()
    },
    /** Alles tot nu toe. */
    bytes(): Buffer {
      if (gepakt.length === 0) return alsCodes(los)
      if (los.length > 0) pak()
      return Buffer.concat([Buffer.from([DELEN]), ...gepakt])
    },
  }
}

/** De codes, zo vaak te doorlopen als nodig; van delen is er steeds één uitgepakt. */
export const leesCodes = (bytes: Buffer): Iterable<Retourregel> =>
  bytes[0] === DELEN ? { [Symbol.iterator]: () => uitDelen(bytes) } : (JSON.parse(bytes.toString('utf8')) as Retourregel[])

function* uitDelen(bytes: Buffer): Generator<Retourregel> {
  for (let van = 1; van < bytes.length; ) {
    const begin = van + LENGTE
    van = begin + bytes.readUInt32BE(van)
    yield* JSON.parse(inflateRawSync(bytes.subarray(begin, van)).toString('utf8')) as Retourregel[]
  }
}

export type Codetelling = Omit<Retourregel, 'sleutel'> & { readonly aantal: number; readonly sleutels: readonly string[] }

/** Elke code met haar regel en klasse één keer, met hoe vaak, en de eerste paar plekken waarop. */
export function telCodes(codes: Iterable<Retourregel>, meest = 0): Codetelling[] {
  const groepen = new Map<string, { code: string | null; regel: string | null; klasse: string; aantal: number; sleutels: string[] }>()
  for (const { code, regel, klasse, sleutel } of codes) {
    const bij = `${code}|${regel}|${klasse}`
    const groep = groepen.get(bij) ?? { code, regel, klasse, aantal: 0, sleutels: [] }
    groepen.set(bij, groep)
    groep.aantal++
    if (groep.sleutels.length < meest) groep.sleutels.push(sleutel)
  }
  return [...groepen.values()]
}
