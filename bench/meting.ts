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

/** Nanoseconden per aanroep van elke kandidaat, `rondes` beurten om en om gemeten na een aanloop. */
export function meetOmEnOm(
  kandidaten: Readonly<Record<string, () => void>>,
  { aanroepen, rondes = 7, aanloop = aanroepen }: { aanroepen: number; rondes?: number; aanloop?: number },
): Record<string, number[]> {
  const uit: Record<string, number[]> = Object.fromEntries(Object.keys(kandidaten).map((naam) => [naam, []]))
  for (const doe of Object.values(kandidaten)) for (let i = 0; i < aanloop; i++) doe()
  for (let ronde = 0; ronde < rondes; ronde++) {
    for (const [naam, doe] of Object.entries(kandidaten)) {
      const begin = process.hrtime.bigint()
      for (let i = 0; i < aanroepen; i++) doe()
      uit[naam]?.push(Number(process.hrtime.bigint() - begin) / aanroepen)
    }
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
