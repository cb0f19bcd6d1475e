/** Base64: schrijven in stukken, en lezen wat over regels verdeeld mag zijn maar verder precies zo is als wij het zouden schrijven. */
import { adempauze, STUK } from '../adempauze.ts'

/** De bytes, of null als het geen base64 is. Stuk voor stuk, in groepen van vier tekens. */
export async function leesBase64(tekst: string): Promise<Uint8Array | null> {
  const delen: Buffer[] = []
  let rest = ''
  for (let van = 0; van < tekst.length; van += STUK) {
    if (van > 0) await adempauze()
    const kaal = rest + tekst.slice(van, van + STUK).replace(/[ \t\n\r]+/g, '')
    const heel = kaal.length - (kaal.length % 4)
    rest = kaal.slice(heel)
    if (heel === 0) continue
    // Een korter deel heeft aanvulling (=) en is dus het laatste.
    if ((delen.at(-1)?.length ?? 0) % 3 > 0) return null
    const deel = Buffer.from(kaal.slice(0, heel), 'base64')
    if (deel.toString('base64') !== kaal.slice(0, heel)) return null
    delen.push(deel)
  }
  return rest === '' ? aaneen(delen) : null
}

function aaneen(delen: readonly Buffer[]): Uint8Array {
  const bytes = new Uint8Array(delen.reduce((som, deel) => som + deel.length, 0))
  let plek = 0
  for (const deel of delen) {
    bytes.set(deel, plek)
    plek += deel.length
  }
  return bytes
}

/** Hoe lang zoveel bytes in base64 zijn. */
export const base64lengte = (bytes: number): number => 4 * Math.ceil(bytes / 3)

/** Bytes als base64, stuk voor stuk; wat niet in groepen van drie past gaat met het volgende stuk mee. */
export async function* schrijfBase64(stukken: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array()
  for await (const stuk of stukken)
    for (let van = 0; van < stuk.length; van += STUK) {
      const bytes = Buffer.concat([rest, stuk.subarray(van, van + STUK)])
      const heel = bytes.length - (bytes.length % 3)
      rest = bytes.subarray(heel)
      if (heel > 0) yield bytes.toString('base64', 0, heel)
    }
  if (rest.length > 0) yield Buffer.from(rest).toString('base64')
}
