/** Lange lijsten als parameter in de binaire vorm van PostgreSQL: geen tekst maken, ontsnappen en weer ontleden per waarde. */

const INT4 = 23
const TEXT = 25
const BYTEA = 17
const KOP = 20
const LEEG = -1

/** Een `int[]`. */
export function getallenreeks(waarden: ArrayLike<number>): Buffer {
  const uit = maak(INT4, waarden.length, waarden.length * 8)
  for (let i = 0, plek = KOP; i < waarden.length; i++, plek += 8) {
    uit.writeInt32BE(4, plek)
    uit.writeInt32BE(waarden[i] as number, plek + 4)
  }
  return uit
}

/** Een `text[]`; undefined is `null`. */
export function tekstreeks(waarden: readonly (string | undefined)[]): Buffer {
  // In UTF-8 is een teken van een tekst hooguit drie bytes.
  let ruimte = 0
  for (const w of waarden) ruimte += 4 + (w === undefined ? 0 : w.length * 3)
  const uit = maak(TEXT, waarden.length, ruimte)
  let plek = KOP
  for (const w of waarden) {
    const lengte = w === undefined ? LEEG : uit.write(w, plek + 4)
    uit.writeInt32BE(lengte, plek)
    plek += 4 + Math.max(lengte, 0)
  }
  return uit.subarray(0, waarden.length === 0 ? 12 : plek)
}

/** Een `bytea[]`. */
export function bytesreeks(waarden: readonly Uint8Array[]): Buffer {
  const uit = maak(
    BYTEA,
    waarden.length,
    waarden.reduce((som, w) => som + 4 + w.length, 0),
  )
  let plek = KOP
  for (const w of waarden) {
    uit.writeInt32BE(w.length, plek)
    uit.set(w, plek + 4)
    plek += 4 + w.length
  }
  return uit
}

/** Eén dimensie vanaf 1, met plaats voor de waarden; een lege lijst heeft geen dimensie. */
function maak(soort: number, aantal: number, ruimte: number): Buffer {
  const uit = Buffer.allocUnsafe(aantal === 0 ? 12 : KOP + ruimte)
  uit.writeInt32BE(aantal === 0 ? 0 : 1, 0)
  uit.writeInt32BE(0, 4)
  uit.writeInt32BE(soort, 8)
  if (aantal === 0) return uit
  uit.writeInt32BE(aantal, 12)
  uit.writeInt32BE(1, 16)
  return uit
}
