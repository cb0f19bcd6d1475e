/**
 * Een verzonnen caseload om regels op uit te proberen. Elk geval begint bij een vignet van de catalogus en wijkt daar
 * hier en daar van af. De verhoudingen zijn verzonnen; alleen het aandeel met een groep volgt de landelijke cijfers
 * (22% van de mensen met begeleiding heeft ook een groep).
 */
import type { Antwoord } from '#core/advies/advies.ts'
import { toetsenIn } from '#core/advies/voorwaarden.ts'
import { maakToeval } from '#core/base/toeval.ts'
import type { CatalogusInhoud, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

const AANDEEL_OOK_GROEP = 0.22
const AANDEEL_ANDERS = 0.08
const AANDEEL_ONBEKEND = 0.03

export type Antwoordenmap = Readonly<Record<string, Antwoord>>

/** Bron van verzonnen gevallen: elke aanroep geeft het volgende. Zelfde catalogus en zaad, zelfde reeks. */
export function maakDemoGevallen(catalogus: CatalogusInhoud, zaad: number): () => Antwoordenmap {
  const toeval = maakToeval(zaad)
  const kies = <T>(rij: readonly T[]): T => rij[Math.floor(toeval() * rij.length)] as T
  const profielen = (catalogus.vignetten ?? []).map((v) => v.antwoorden as Antwoordenmap)
  const alleenTweede = vragenVanAndereTabellen(catalogus)
  const vragen = Object.entries(catalogus.vragen).filter(
    ([, v]) => v.soort !== 'janee' || (v.afwezig === undefined && v.bepaaldDoor === undefined),
  )
  return () => {
    const basis = profielen.length > 0 ? kies(profielen) : {}
    const groep = toeval() < AANDEEL_OOK_GROEP && profielen.length > 0 ? kies(profielen) : undefined
    const uit: Record<string, Antwoord> = {}
    for (const [id, vraag] of vragen) {
      const uitProfiel = alleenTweede.has(id) ? groep?.[id] : basis[id]
      const worp = toeval()
      if (worp < AANDEEL_ONBEKEND || (uitProfiel === undefined && !hoortBij(id, alleenTweede, groep))) continue
      const antwoord = worp < AANDEEL_ONBEKEND + AANDEEL_ANDERS ? verzin(vraag, toeval) : uitProfiel
      if (antwoord !== undefined && antwoord !== 'onbekend') uit[id] = antwoord
    }
    return uit
  }
}

const hoortBij = (id: string, alleenTweede: ReadonlySet<string>, groep: Antwoordenmap | undefined): boolean =>
  !alleenTweede.has(id) || groep !== undefined

function verzin(vraag: Vraag, toeval: () => number): Antwoord {
  if (vraag.soort === 'getal') return Math.round(vraag.min + toeval() ** 2 * Math.min((vraag.max ?? 24) - vraag.min, 24))
  const waarden = vraag.soort === 'janee' ? ['ja', 'nee'] : waardenVan(vraag.waarden).map((w) => w.id)
  if (vraag.soort === 'meerkeuze') return waarden.filter(() => toeval() < 0.3)
  return waarden[Math.floor(toeval() * waarden.length)] as string
}

/** Vragen die alleen de tweede en latere tabellen stellen: die blijven onbeantwoord bij wie daar niet om vraagt. */
function vragenVanAndereTabellen(c: CatalogusInhoud): Set<string> {
  const [eerste, ...andere] = Object.values(c.tabellen)
  const uit = new Set(
    andere.flatMap((t) => [...t.vraagvolgorde, ...t.rijen.flatMap((r) => (r.als ? [...toetsenIn(r.als)].map(([id]) => id) : []))]),
  )
  for (const id of eerste?.vraagvolgorde ?? []) uit.delete(id)
  return uit
}
