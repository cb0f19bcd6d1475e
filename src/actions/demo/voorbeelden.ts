/** Wat een verzonnen onderzoek kan opleveren: de uitgewerkte situaties van de catalogus, met hun advies. */
import type { Advies, Geval } from '#core/advies/advies.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { maakAntwoord } from '../geef-advies.ts'

export type Voorbeeld = {
  readonly nummer: number
  readonly geval: Geval
  readonly situatie: string
  /** De bytes zoals een onderzoek ze bewaart. */
  readonly resultaat: string
  readonly adviezen: Readonly<Record<string, Advies>>
}

export function voorbeeldenVan(catalogus: Catalogus, keuze: Keuze): Voorbeeld[] {
  return (catalogus.vignetten ?? []).flatMap((v, nummer) => {
    const geval = leesGeval(
      catalogus,
      { antwoorden: v.antwoorden, ...(v.overschrijvingen && { overschrijvingen: v.overschrijvingen }) },
      keuze,
    )
    if (!geval.ok || (keuze.gemeente !== undefined && v.gemeente !== undefined && v.gemeente !== keuze.gemeente)) return []
    const antwoord = maakAntwoord(catalogus, keuze, geval.value, true)
    const adviezen = Object.fromEntries(Object.keys(catalogus.tabellen).map((t) => [t, antwoord[t] as unknown as Advies]))
    return [{ nummer, geval: geval.value, situatie: v.situatie, resultaat: JSON.stringify(antwoord), adviezen }]
  })
}
