/** Verzonnen gevallen en de catalogi waarop gemeten wordt. */
import type { Antwoord } from '#core/advies/advies.ts'
import { maakToeval } from '#core/base/toeval.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'
import { openCatalogus } from '#storage/catalogi.ts'

export async function open(id: string): Promise<Catalogus> {
  const gelezen = await openCatalogus('catalogi', id, '2026-06-01')
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return gelezen.value.catalogus
}

/** `aantal` gevallen waarin elke vraag beantwoord is, behalve een aandeel `open`. */
export function maakGevallen(c: Catalogus, aantal: number, zaad: number, open = 0): Record<string, Antwoord>[] {
  const toeval = maakToeval(zaad)
  const kies = <T>(rij: readonly T[]): T => rij[Math.floor(toeval() * rij.length)] as T
  return Array.from({ length: aantal }, () => {
    const uit: Record<string, Antwoord> = {}
    for (const [id, vraag] of Object.entries(c.vragen)) {
      const onbekend = toeval() < open
      const antwoord =
        vraag.soort === 'getal'
          ? Math.floor(toeval() * 6) + vraag.min
          : vraag.soort === 'meerkeuze'
            ? waardenVan(vraag.waarden)
                .map((w) => w.id)
                .filter(() => toeval() < 0.4)
            : // Zeldzame uitsluitingen houden de gevallen anders op de eerste rij.
              vraag.soort === 'janee'
              ? toeval() < (/wlz|kanZelfstandigWonen/i.test(id) ? 0.1 : 0.5) === /wlz/i.test(id)
                ? 'ja'
                : 'nee'
              : kies(waardenVan(vraag.waarden)).id
      if (!onbekend) uit[id] = antwoord
    }
    return uit
  })
}
