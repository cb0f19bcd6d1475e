/** Base64 lezen: het mag over regels verdeeld zijn, maar moet verder precies zo zijn als wij het zouden schrijven. */
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
