import { bestaatDag, type Datum, dagnummer, plusMaanden, vanDagnummer } from '#core/base/datum.ts'
import type { Tijdlijnbaan } from './Tijdlijn.tsx'
import { type Venster, venster } from './tijdas.ts'

/** `maanden` null is alles; `schuif` telt halve breedtes naar later (positief) of eerder. */
export type Zoom = { readonly maanden: number | null; readonly schuif: number }

/** Naar eerder of later. Wie alles ziet, gaat eerst naar een jaar: er valt anders niets te schuiven. */
export const schuif = (zoom: Zoom, stap: 1 | -1): Zoom => ({ maanden: zoom.maanden ?? 12, schuif: zoom.schuif + stap })

/** Het stuk tijd in beeld. Vandaag valt er zonder schuiven altijd in. */
export function beginVenster(banen: readonly Tijdlijnbaan[], vandaag: Datum, zoom: Zoom): Venster {
  const perioden = banen.flatMap((b) => [...(b.perioden ?? []), ...(b.momenten ?? []).map((m) => ({ van: m.datum, tot: m.datum }))])
  const alles = venster([...perioden, { van: vandaag, tot: vandaag }]) ?? { van: dagnummer(vandaag), tot: dagnummer(vandaag) + 183 }
  if (zoom.maanden === null) return alles
  const half = zoom.maanden / 2
  const midden = plusMaanden(vandaag, Math.round(zoom.schuif * half)) ?? vandaag
  const van = plusMaanden(midden, -half)
  const tot = plusMaanden(midden, half)
  return van && tot ? { van: eersteVanMaand(van), tot: eersteVanMaand(tot) } : alles
}

function eersteVanMaand(d: Datum): number {
  const dag = dagnummer(d) - Number(d.slice(8)) + 1
  return bestaatDag(dag) ? dagnummer(vanDagnummer(dag)) : dagnummer(d)
}
