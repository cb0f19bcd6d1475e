/** Een vastgelegd advies opnieuw berekenen en byte voor byte vergelijken. */
import type { Geval } from '#core/advies/advies.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { isBlok, wijzer } from '#core/base/invoer.ts'
import { ok, type Result } from '#core/base/result.ts'
import { leesKeuze } from '#core/catalogus/instellingen.ts'
import { keuzeHash } from '#core/catalogus/laden/keuzes.ts'
import { type Adviesrecord, maakAntwoord } from './geef-advies.ts'
import { invoerWeigering, kiesCatalogus, type Opties, type Weigering } from './kies.ts'

export type Verschil = { readonly plaats: string; readonly was: unknown; readonly is: unknown }
export type Herhaling = {
  readonly gelijk: boolean
  readonly engine: { readonly was: string; readonly is: string }
  readonly verschillen: readonly Verschil[]
}

export async function herhaalAdvies(opties: Opties, ruw: unknown, engine: string): Promise<Result<Herhaling, Weigering>> {
  if (!isRecord(ruw)) {
    return invoerWeigering([
      { code: 'RECORD_ONGELDIG', plaats: '', tekst: 'Dit is geen vastgelegd advies. Maak er een met: meedoen advies --vastleggen.' },
    ])
  }
  // Het advies hoort bij precies die versie; de opdrachtregel kan alleen de map met catalogi kiezen.
  const open = await kiesCatalogus({ ...opties, catalogus: opties.catalogus ?? `${ruw.catalogus}@${ruw.versie}` })
  if (!open.ok) return open
  const { catalogus } = open.value
  const keuze = leesKeuze(catalogus, { gemeente: ruw.gemeente, instellingen: ruw.instellingen })
  if (!keuze.ok) return invoerWeigering(keuze.fout)
  const geval = leesGeval(catalogus, ruw.geval, keuze.value)
  if (!geval.ok) return invoerWeigering(geval.fout.map((f) => ({ ...f, plaats: `/geval${f.plaats}` })))
  const nu = {
    hash: catalogus.hash,
    keuzesHash: keuzeHash(keuze.value),
    resultaat: maakAntwoord(catalogus, keuze.value, geval.value as Geval, isUitgebreid(ruw)),
  }
  const was = { hash: ruw.hash, keuzesHash: ruw.keuzesHash, resultaat: ruw.resultaat }
  const gelijk = JSON.stringify(was) === JSON.stringify(nu)
  return ok({ gelijk, engine: { was: ruw.engine, is: engine }, verschillen: gelijk ? [] : verschillenIn(was, nu, '') })
}

function isRecord(ruw: unknown): ruw is Adviesrecord {
  const teksten = ['engine', 'catalogus', 'versie', 'hash', 'keuzesHash']
  return (
    isBlok(ruw) &&
    ruw.soort === 'meedoen-advies' &&
    teksten.every((veld) => typeof ruw[veld] === 'string') &&
    isBlok(ruw.geval) &&
    isBlok(ruw.resultaat)
  )
}

const isUitgebreid = (record: Adviesrecord): boolean => Object.values(record.resultaat).some((deel) => isBlok(deel) && 'anders' in deel)

/** De diepste plekken waar twee waarden verschillen. Alleen een andere volgorde van sleutels meldt het blok zelf. */
function verschillenIn(was: unknown, is: unknown, plaats: string): Verschil[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  const beideLijst = Array.isArray(was) && Array.isArray(is) && was.length === is.length
  const beideBlok = isBlok(was) && isBlok(is) && Object.keys(was).join() === Object.keys(is).join()
  if (!beideLijst && !beideBlok) return [{ plaats, was, is }]
  return Object.entries(was as object).flatMap(([k, w]) => verschillenIn(w, (is as Record<string, unknown>)[k], plaats + wijzer(k)))
}
