/** Herhaalbaar toeval: dezelfde `zaad` geeft altijd dezelfde reeks. Getallen in [0, 1). Niet voor geheimen. */
export function maakToeval(zaad: number): () => number {
  let stand = zaad >>> 0
  return () => {
    // mulberry32
    stand = (stand + 0x6d2b79f5) >>> 0
    let t = stand
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
