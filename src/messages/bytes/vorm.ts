/** Vaste bytes die ergens moeten staan, vergeleken met vier tegelijk. */

export type Bytevorm = {
  readonly lengte: number
  /** De bytes als getallen van vier; het laatste viertal eindigt op de laatste byte en overlapt dus het voorlaatste. */
  readonly woorden: Int32Array
}

const WOORD = 4

/** De vorm van een tekst van ten minste vier bytes. */
export function maakBytevorm(tekst: string): Bytevorm {
  const bytes = new TextEncoder().encode(tekst)
  const zicht = new DataView(bytes.buffer)
  const aantal = Math.ceil(bytes.length / WOORD)
  const woorden = Int32Array.from({ length: aantal }, (_, i) => zicht.getInt32(Math.min(i * WOORD, bytes.length - WOORD), true))
  return { lengte: bytes.length, woorden }
}

/** Of de vorm op `p` staat. */
export function staatOp(zicht: DataView, p: number, { woorden, lengte }: Bytevorm): boolean {
  const laatste = woorden.length - 1
  for (let i = 0; i < laatste; i++) if (zicht.getInt32(p + i * WOORD, true) !== woorden[i]) return false
  return zicht.getInt32(p + lengte - WOORD, true) === woorden[laatste]
}
