/** Alle catalogi met al hun versies, zoals het scherm ze nodig heeft. Eén fout en er is niets: half geladen bestaat niet. */
import { fout, ok, type Result } from '#core/base/result.ts'
import { leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import type { KeuzesBestand } from '#core/catalogus/laden/keuzes.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { catalogusIds, leesCatalogusmap, openVersie } from '#storage/catalogi.ts'
import { controleerGeladen } from './controleer-catalogus.ts'

export type Uitgave = { readonly id: string; readonly versies: readonly Catalogus[] }

/** Leest en controleert alles in de map; bij het starten van de server. */
export async function leesAlleCatalogi(map: string): Promise<Result<Uitgave[], Catalogusfout[]>> {
  const ids = await catalogusIds(map)
  if (!ids.ok) return ids
  const fouten: Catalogusfout[] = []
  const uitgaven: Uitgave[] = []
  for (const id of ids.value) {
    const gelezen = await leesCatalogusmap(map, id)
    if (!gelezen.ok) {
      fouten.push(...gelezen.fout)
      continue
    }
    const { keuzes } = gelezen.value
    const versies: Catalogus[] = []
    for (const versie of gelezen.value.versies) {
      const open = await openVersie(gelezen.value.map, versie)
      const bezwaren = open.ok ? controleerGeladen(open.value) : open.fout
      if (open.ok && bezwaren.length === 0) versies.push(keuzes.length > 0 ? { ...open.value.catalogus, keuzes } : open.value.catalogus)
      fouten.push(...bezwaren)
    }
    fouten.push(...keuzes.flatMap((k) => controleerKeuzes(versies, k)))
    uitgaven.push({ id, versies })
  }
  if (fouten.length > 0) return fout(fouten)
  if (uitgaven.length > 0) return ok(uitgaven)
  return fout([
    {
      bestand: map,
      regel: 1,
      kolom: 1,
      code: 'MAP_LEEG',
      tekst: 'Er staat geen enkele catalogus in deze map.',
      watNu: 'Geef met --catalogi de map met catalogi.',
    },
  ])
}

/** Een keuze past bij de versie die geldt op de dag dat ze ingaat. */
function controleerKeuzes(versies: readonly Catalogus[], keuzes: KeuzesBestand): Catalogusfout[] {
  const versie = versies.filter((v) => v.geldigVan <= keuzes.geldigVan).at(-1) ?? versies[0]
  if (!versie) return []
  const gelezen = leesKeuze(versie, keuzes)
  if (gelezen.ok) return []
  return gelezen.fout.map((f) => ({
    bestand: keuzes.bestand,
    regel: 1,
    kolom: 1,
    code: f.code,
    tekst: f.tekst,
    watNu: `Verbeter ${f.plaats || 'de keuze'} of maak een keuze die bij versie ${versie.catalogus.versie} past.`,
  }))
}
