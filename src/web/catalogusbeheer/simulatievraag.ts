/** Een doorrekening in een adres: `?versie=…&vanaf=…&lezing.<sleutel>=<waarde als JSON>`. */
import type { Json } from '#core/catalogus/instellingen.ts'

export type Simulatiewaarden = { readonly versie: string; readonly vanaf: string; readonly lezingen: Readonly<Record<string, Json>> }

export function leesSimulatieadres(delen: URLSearchParams): Simulatiewaarden {
  const lezingen: Record<string, Json> = {}
  for (const [naam, tekst] of delen) {
    if (!naam.startsWith('lezing.')) continue
    try {
      lezingen[naam.slice('lezing.'.length)] = JSON.parse(tekst) as Json
    } catch {
      // Een adres dat onderweg kapot ging: de lezing valt weg, de rest blijft.
    }
  }
  return { versie: delen.get('versie') ?? '', vanaf: delen.get('vanaf') ?? '', lezingen }
}
