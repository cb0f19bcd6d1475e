/** Verzonnen gevallen en de catalogi waarop gemeten wordt. */
import type { Antwoord } from '#core/advies/advies.ts'
import { maakToeval } from '#core/base/toeval.ts'
import type { Catalogus, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'
import { openCatalogus } from '#storage/catalogi.ts'

export async function open(id: string): Promise<Catalogus> {
  const gelezen = await openCatalogus('catalogi', id, '2026-06-01')
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return gelezen.value.catalogus
}

/** Aandeel antwoorden dat afwijkt van het profiel waar een geval bij begint. */
const AANDEEL_ANDERS = 0.1

/**
 * `aantal` gevallen waarin elke vraag beantwoord is. Elk begint bij een vignet, met vaste antwoorden op wat het vignet
 * open laat, en wijkt daar bij één op de tien vragen van af: zo lijken gevallen op elkaar zoals in een echte caseload.
 */
export function maakGevallen(c: Catalogus, aantal: number, zaad: number): Record<string, Antwoord>[] {
  const toeval = maakToeval(zaad)
  const kies = <T>(rij: readonly T[]): T => rij[Math.floor(toeval() * rij.length)] as T
  const verzin = (vraag: Vraag): Antwoord => {
    if (vraag.soort === 'getal') return Math.floor(toeval() * 6) + vraag.min
    if (vraag.soort === 'janee') return kies(['ja', 'nee'])
    const waarden = waardenVan(vraag.waarden).map((w) => w.id)
    return vraag.soort === 'meerkeuze' ? waarden.filter(() => toeval() < 0.4) : kies(waarden)
  }
  const vragen = Object.entries(c.vragen)
  const profielen = (c.vignetten ?? []).map((v) =>
    Object.fromEntries(
      vragen.map(([id, vraag]) => [
        id,
        v.antwoorden[id] === undefined || v.antwoorden[id] === 'onbekend' ? verzin(vraag) : v.antwoorden[id],
      ]),
    ),
  )
  return Array.from({ length: aantal }, () => {
    const profiel = kies(profielen)
    const antwoorden = Object.fromEntries(vragen.map(([id, vraag]) => [id, toeval() < AANDEEL_ANDERS ? verzin(vraag) : profiel[id]]))
    // Zoals een geval binnenkomt: als JSON.
    return JSON.parse(JSON.stringify(antwoorden)) as Record<string, Antwoord>
  })
}
