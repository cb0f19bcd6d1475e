/** Klein en herhaalbaar toeval voor tests: hetzelfde zaad geeft hetzelfde bericht. */
export type Toeval = { getal(tot: number): number; kans(deel: number): boolean; kies<T>(uit: readonly T[]): T }

/** Klein en herhaalbaar toeval (mulberry32). */
export function maakToeval(zaad: number): Toeval {
  let a = zaad >>> 0
  const volgende = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    getal: (tot) => Math.floor(volgende() * tot),
    kans: (deel) => volgende() < deel,
    kies: <T>(uit: readonly T[]) => uit[Math.floor(volgende() * uit.length)] as T,
  }
}
