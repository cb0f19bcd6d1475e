/**
 * De antwoorden op een paar vragen samen als één byte per geval, vier gevallen in één getal: vijf ja/nee-vragen met hun
 * onbekend passen in een byte, en één optelling telt bij vier gevallen tegelijk.
 */
import type { Blok, Kolomlezer } from '#core/advies/caseload-kolom.ts'

/** Een kolom en hoe zwaar haar code in de byte telt. */
export type Veld = { readonly lezer: Kolomlezer; readonly gewicht: number }

/** Bytes per getal van vier gevallen: overal een 1, en overal het hoogste bit. */
const EEN = 0x01010101
const HOOG = 0x80808080
/** Bij vier bekend-bits: van elk bekend geval de hele byte. */
const BEKEND = Int32Array.from({ length: 16 }, (_, n) => [0, 1, 2, 3].reduce((som, k) => som | (((n >> k) & 1) * (0xff << (8 * k))), 0))
/** Het eerste geval staat in de laagste byte; op een machine die dat andersom doet gaat het geval voor geval. */
const LAAGSTE_VOOROP = new Uint8Array(Int32Array.of(1).buffer)[0] === 1

/** Schrijft de byte van elk geval in `codes`. `werk` is ruimte voor één kolom. */
export function schrijfCodes(velden: readonly Veld[], blok: Blok, codes: Int32Array, werk: Uint8Array): void {
  codes.fill(0)
  const metAcht = LAAGSTE_VOOROP && velden.every((veld) => telMetAcht(veld, blok, codes))
  if (!metAcht) codes.fill(0)
  const vanaf = metAcht ? blok.aantal & ~7 : 0
  const bytes = new Uint8Array(codes.buffer)
  for (const { lezer, gewicht } of velden) {
    if (vanaf === blok.aantal) break
    lezer.schrijf(blok, werk, vanaf)
    for (let i = vanaf; i < blok.aantal; i++) bytes[i] = (bytes[i] as number) + (werk[i] as number) * gewicht
  }
}

/** Acht gevallen tegelijk. Onwaar als dat met deze kolom niet kan of als er een byte in staat die geen waarde is. */
function telMetAcht({ lezer, gewicht }: Veld, { bytes, zicht, aantal, plaatsen }: Blok, codes: Int32Array): boolean {
  if (lezer.kolom === undefined) return false
  const { waarden, bits } = plaatsen[lezer.kolom] as Blok['plaatsen'][number]
  // Een byte vanaf het aantal waarden krijgt hiermee haar hoogste bit.
  const geldig = lezer.klasse.length - 1
  const plus = (128 - geldig) * EEN
  let buiten = 0
  const achttallen = aantal >> 3
  for (let a = 0; a < achttallen; a++) {
    const bekend = bytes[bits + a] as number
    const links = BEKEND[bekend & 15] as number
    const rechts = BEKEND[bekend >> 4] as number
    const eerste = zicht.getInt32(waarden + 8 * a, true) & links
    const tweede = zicht.getInt32(waarden + 8 * a + 4, true) & rechts
    buiten |= eerste | (eerste + plus) | tweede | (tweede + plus)
    codes[2 * a] = (codes[2 * a] as number) + Math.imul(eerste + (links & EEN), gewicht)
    codes[2 * a + 1] = (codes[2 * a + 1] as number) + Math.imul(tweede + (rechts & EEN), gewicht)
  }
  return (buiten & HOOG) === 0
}
