/** Redenen die op dezelfde vraag rusten, bij elkaar: eerst wat er gevonden is, dan welke voorwaarden dat raakt. */
import type { Adviesuitleg } from './samenvatting.ts'

type Reden = Adviesuitleg['redenen'][number]
export type Bevinding = { readonly zin: string | null; readonly oordeel: Reden['oordeel']; readonly redenen: readonly Reden[] }

/** Wat past eerst; wat niet past daarna. Wat nooit gevraagd is, veranderde niets en staat apart. */
export function groepeer(redenen: readonly Reden[]): {
  readonly bevindingen: readonly Bevinding[]
  readonly nietGevraagd: readonly string[]
} {
  const groepen = new Map<string, Bevinding>()
  for (const reden of redenen.filter((r) => r.oordeel !== 'ontbreekt')) {
    const sleutel = `${reden.oordeel} ${reden.bevinding ?? reden.eis}`
    const eerder = groepen.get(sleutel)?.redenen ?? []
    groepen.set(sleutel, { zin: reden.bevinding, oordeel: reden.oordeel, redenen: [...eerder, reden] })
  }
  const alle = [...groepen.values()]
  return {
    bevindingen: [...alle.filter((b) => b.oordeel === 'voldaan'), ...alle.filter((b) => b.oordeel === 'niet_voldaan')],
    nietGevraagd: [...new Set(redenen.flatMap((r) => (r.oordeel === 'ontbreekt' ? [r.vraag ?? r.tekst] : [])))],
  }
}
