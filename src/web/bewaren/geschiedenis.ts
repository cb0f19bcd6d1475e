/** Een stand met wat eraan voorafging, zodat elke stap terug te draaien is. Puur: het scherm bewaart haar, zie `gebruik-bewaard.ts`. */
export type Geschiedenis<T> = {
  readonly verleden: readonly T[]
  readonly nu: T
  readonly toekomst: readonly T[]
  /** Opeenvolgende wijzigingen met dezelfde naam (letters van één tekst) tellen als één stap. */
  readonly samen: string | null
}

const meesteStappen = 200

export function beginGeschiedenis<T>(nu: T): Geschiedenis<T> {
  return { verleden: [], nu, toekomst: [], samen: null }
}

/** Neemt een nieuwe stand op. Dezelfde stand is geen stap. */
export function wijzig<T>(g: Geschiedenis<T>, volgende: T, samen: string | null = null): Geschiedenis<T> {
  if (Object.is(g.nu, volgende)) return g
  const zelfdeStap = samen !== null && samen === g.samen
  const verleden = zelfdeStap ? g.verleden : [...g.verleden, g.nu].slice(-meesteStappen)
  return { verleden, nu: volgende, toekomst: [], samen }
}

/** Eén stap terug; zonder verleden blijft alles zoals het is. */
export function draaiTerug<T>(g: Geschiedenis<T>): Geschiedenis<T> {
  const vorige = g.verleden.at(-1)
  if (vorige === undefined) return g
  return { verleden: g.verleden.slice(0, -1), nu: vorige, toekomst: [g.nu, ...g.toekomst], samen: null }
}

/** De teruggedraaide stap toch weer doen. */
export function doeOpnieuw<T>(g: Geschiedenis<T>): Geschiedenis<T> {
  const [volgende, ...rest] = g.toekomst
  if (volgende === undefined) return g
  return { verleden: [...g.verleden, g.nu], nu: volgende, toekomst: rest, samen: null }
}
