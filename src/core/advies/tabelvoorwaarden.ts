import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

/** De voorwaarden waar de rijen van een tabel op rusten, ook die van de definities en afgeleide waarden die ze noemen. */
export function alleVoorwaardenVan(catalogus: Catalogus, tabel: string): Voorwaarde[] {
  const uit: Voorwaarde[] = []
  const gezien = new Set<string>()
  const neem = (v: Voorwaarde): void => {
    uit.push(v)
    volg(v)
  }
  const volg = (v: Voorwaarde): void => {
    for (const [woord, w] of Object.entries(v)) {
      if (['alle', 'een', 'geen', 'van'].includes(woord) && Array.isArray(w)) for (const deel of w as Voorwaarde[]) volg(deel)
      else if (woord === 'niet') volg(w as Voorwaarde)
      else if (woord === 'definitie') eenKeer(`definities.${String(w)}`, [catalogus.definities?.[String(w)]])
      else if (catalogus.afgeleid?.[woord]) eenKeer(`afgeleid.${woord}`, catalogus.afgeleid[woord]?.rijen.map((r) => r.als) ?? [])
    }
  }
  const eenKeer = (naam: string, voorwaarden: readonly (Voorwaarde | undefined)[]): void => {
    if (gezien.has(naam)) return
    gezien.add(naam)
    for (const v of voorwaarden) if (v) neem(v)
  }
  for (const rij of catalogus.tabellen[tabel]?.rijen ?? []) if (rij.als) neem(rij.als)
  return uit
}
