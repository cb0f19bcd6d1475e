/** Iets steeds opnieuw doen tot het programma stopt. Een storing wordt gemeld; de volgende keer volgt met meer geduld. */
export type Lus = { stop(): Promise<void> }

const LANGST_MS = 60_000

/** `rust` is de tijd tussen het eind van de ene keer en het begin van de volgende. */
export function maakLus(naam: string, rust: number, werk: () => Promise<unknown>, storing: (naam: string, f: Error) => void): Lus {
  let klok: NodeJS.Timeout | undefined
  let gestopt = false
  let bezig: Promise<void> = Promise.resolve()
  let wacht = rust
  const keer = async () => {
    try {
      await werk()
      wacht = rust
    } catch (f) {
      storing(naam, f as Error)
      wacht = Math.min(wacht * 2, LANGST_MS)
    }
    if (!gestopt) plan()
  }
  const plan = () => {
    klok = setTimeout(() => (bezig = keer()), wacht)
    klok.unref()
  }
  plan()
  return {
    async stop() {
      gestopt = true
      clearTimeout(klok)
      await bezig
    },
  }
}
