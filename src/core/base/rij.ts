/** Werk dat op zijn beurt wacht: één tegelijk, in de volgorde waarin het gevraagd is. */
export type Rij = <T>(werk: () => Promise<T>) => Promise<T>

/** Mislukt er iets, dan hoort alleen wie erop wacht dat; wat erna komt gaat door. */
export function maakRij(): Rij {
  let vorige: Promise<unknown> = Promise.resolve()
  return (werk) => {
    const deze = vorige.then(werk)
    vorige = deze.catch(() => undefined)
    return deze
  }
}
