/**
 * De naam uit `kandidaten` die het meest op `naam` lijkt, voor "bedoelde u …?". Zoeken op afstand in letters;
 * null als niets er genoeg op lijkt, want een willekeurige suggestie helpt niemand.
 */
export function dichtstbij(naam: string, kandidaten: Iterable<string>): string | null {
  const gezocht = naam.toLowerCase()
  let beste: string | null = null
  let besteAfstand = Math.max(2, Math.floor(naam.length / 3)) + 1
  for (const kandidaat of kandidaten) {
    if (Math.abs(kandidaat.length - naam.length) >= besteAfstand) continue
    const afstand = letterafstand(gezocht, kandidaat.toLowerCase())
    if (afstand < besteAfstand) {
      beste = kandidaat
      besteAfstand = afstand
    }
  }
  return beste !== null && besteAfstand < Math.max(naam.length, beste.length) ? beste : null
}

/** ` Bedoelde u "x"?` of niets: achter een foutmelding te plakken. */
export function bedoelde(naam: string, kandidaten: Iterable<string>): string {
  const beste = dichtstbij(naam, kandidaten)
  return beste === null ? '' : ` Bedoelde u "${beste}"?`
}

/** Levenshtein: het kleinste aantal letters dat bij, weg of anders moet. */
function letterafstand(a: string, b: string): number {
  let vorige = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const rij = [i]
    for (let j = 1; j <= b.length; j++) {
      const wissel = (vorige[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      rij.push(Math.min((vorige[j] ?? 0) + 1, (rij[j - 1] ?? 0) + 1, wissel))
    }
    vorige = rij
  }
  return vorige[b.length] ?? 0
}
