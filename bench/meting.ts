/** Meten in verhoudingen: elke kandidaat draait om en om in dezelfde run; we tonen mediaan en spreiding, geen losse tijden. */

export type Meetregel = {
  readonly naam: string
  readonly mediaan: number
  readonly min: number
  readonly max: number
  readonly eenheid: string
}
export type Verhouding = { readonly naam: string; readonly waarde: number; readonly doel: string; readonly gehaald: boolean }
export type Meting = {
  readonly titel: string
  readonly uitleg: string
  /** Wat niet in mediaan en spreiding te zeggen is. */
  readonly tabellen?: readonly { readonly koppen: readonly string[]; readonly rijen: readonly (readonly string[])[] }[]
  readonly regels: readonly Meetregel[]
  readonly verhoudingen: readonly Verhouding[]
}

export const mediaan = (reeks: readonly number[]): number => [...reeks].sort((a, b) => a - b)[Math.floor(reeks.length / 2)] as number

export const regel = (naam: string, reeks: readonly number[], eenheid: string): Meetregel => ({
  naam,
  mediaan: mediaan(reeks),
  min: Math.min(...reeks),
  max: Math.max(...reeks),
  eenheid,
})

/** Nanoseconden processortijd van dit proces. Anders dan de klok loopt die niet door als een ander proces aan de beurt is. */
export function processortijd(doe: () => void): number {
  const begin = process.cpuUsage()
  doe()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) * 1000
}

/** Nanoseconden processortijd per aanroep van elke kandidaat, `rondes` beurten om en om gemeten na een aanloop. */
export function meetOmEnOm(
  kandidaten: Readonly<Record<string, () => void>>,
  { aanroepen, rondes = 7, aanloop = aanroepen }: { aanroepen: number; rondes?: number; aanloop?: number },
): Record<string, number[]> {
  const uit: Record<string, number[]> = Object.fromEntries(Object.keys(kandidaten).map((naam) => [naam, []]))
  const herhaal = (doe: () => void, keer: number): void => {
    for (let i = 0; i < keer; i++) doe()
  }
  for (const doe of Object.values(kandidaten)) herhaal(doe, aanloop)
  for (let ronde = 0; ronde < rondes; ronde++) {
    for (const [naam, doe] of Object.entries(kandidaten)) uit[naam]?.push(processortijd(() => herhaal(doe, aanroepen)) / aanroepen)
  }
  return uit
}

/** Verhouding met een doel: hoogstens (`≤`) of minstens (`≥`) deze waarde. */
export function verhouding(naam: string, waarde: number, richting: '≤' | '≥', grens: number): Verhouding {
  return {
    naam,
    waarde,
    doel: `${richting} ${grens.toLocaleString('nl-NL')}×`,
    gehaald: richting === '≤' ? waarde <= grens : waarde >= grens,
  }
}
