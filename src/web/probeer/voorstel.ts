import type { Antwoord } from '#core/advies/advies.ts'
import type { Catalogus, Vraag } from '#core/catalogus/vorm.ts'
import { vraagNaam } from '#core/advies/woorden.ts'

/** Wat een andere vraag hier voorstelt. Zonder `antwoord` is er nu niets voor te stellen; de plek blijft dan vrij. */
export type Voorstel = { readonly antwoord: 'ja' | 'nee' | null; readonly zin: string }

/** Het antwoord dat de catalogus voor deze vraag laat voorstellen. Het telt pas als iemand het bevestigt. */
export function voorstelVoor(catalogus: Catalogus, vraag: Vraag, antwoorden: Readonly<Record<string, Antwoord>>): Voorstel | null {
  if (vraag.soort !== 'janee' || vraag.voorstelUit === undefined) return null
  const bron = antwoorden[vraag.voorstelUit]
  const antwoord = bron === 'ja' || bron === 'nee' ? bron : null
  return {
    antwoord,
    zin: `Voorstel: ${antwoord ?? 'nee'}, net als bij “${vraagNaam(catalogus, vraag.voorstelUit)}”. Telt pas na bevestiging.`,
  }
}
