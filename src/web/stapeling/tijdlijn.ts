import { dagnummer } from '#core/base/datum.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Stapelingsbotsing } from '#core/indicatie/stapeling.ts'
import { asVan, type Plek, plek, type Tijdas, venster, verdeel } from '#web/onderdelen/tijdas.ts'
import type { Rij } from './stand.ts'

export type Balk = Plek & { readonly rij: Rij; readonly open: boolean }
export type Streep = Plek & { readonly soort: 'conflict' | 'waarschuwing' }
export type Baan = { readonly product: string; readonly banen: readonly (readonly Balk[])[]; readonly strepen: readonly Streep[] }
export type Tijdlijn = Tijdas & { readonly banen: readonly Baan[] }

/** Banen per product in de volgorde van de catalogus; wat in één product overlapt komt onder elkaar. */
export function maakTijdlijn(catalogus: Catalogus, rijen: readonly Rij[], botsingen: readonly Stapelingsbotsing[]): Tijdlijn | null {
  const v = venster(rijen)
  if (!v) return null
  const volgorde = [...new Set([...catalogus.catalogus.productvolgorde, ...rijen.map((r) => r.product)])]
  const banen = volgorde
    .filter((product) => rijen.some((r) => r.product === product))
    .map((product) => ({
      product,
      banen: verdeel(rijen.filter((r) => r.product === product)).map((baan) =>
        baan.map((rij) => ({
          ...plek(v, dagnummer(rij.van), rij.tot === undefined ? v.tot : dagnummer(rij.tot)),
          rij,
          open: rij.tot === undefined,
        })),
      ),
      strepen: botsingen
        .filter((b) => b.indicaties.some((i) => i.product === product))
        .map((b) => ({ ...plek(v, dagnummer(b.melding.van), b.melding.tot === null ? v.tot : dagnummer(b.melding.tot)), soort: b.soort })),
    }))
  return { ...asVan(v), banen }
}
