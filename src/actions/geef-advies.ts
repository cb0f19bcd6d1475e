/** Een advies geven per tabel van de catalogus, het vastleggen met alles wat eronder ligt, en het later herhalen. */
import type { Advies, Geval, WaaromNiet } from '#core/advies/advies.ts'
import { maakAdviseur } from '#core/advies/adviseur.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { isBlok } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { type Json, type Keuze, leesKeuze } from '#core/catalogus/instellingen.ts'
import { keuzeHash } from '#core/catalogus/laden/keuzes.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { invoerWeigering, kiesCatalogus, metKeuze, type Opties, type Weigering } from './kies.ts'

/** De vaste vorm van één advies in de uitvoer; betekenis van elk veld in docs/cli.md. */
export type Adviesuitvoer = Omit<Advies, 'info'> & { readonly info?: Advies['info']; readonly anders?: readonly WaaromNiet[] }
export type Adviesantwoord = {
  readonly catalogus: string
  readonly versie: string
  readonly hash: string
  readonly [tabel: string]: Adviesuitvoer | string
}

/** Alles wat nodig is om een advies jaren later byte voor byte te herhalen. */
export type Adviesrecord = {
  readonly soort: 'meedoen-advies'
  readonly engine: string
  readonly catalogus: string
  readonly versie: string
  readonly hash: string
  readonly keuzesHash: string
  readonly gemeente: string | null
  readonly instellingen: Readonly<Record<string, Json>>
  readonly geval: Geval
  readonly resultaat: Adviesantwoord
}

export type GegevenAdvies = {
  readonly catalogus: Catalogus
  readonly keuze: Keuze
  readonly geval: Geval
  readonly antwoord: Adviesantwoord
}

export async function geefAdvies(opties: Opties, ruw: unknown, uitgebreid: boolean): Promise<Result<GegevenAdvies, Weigering>> {
  const open = await kiesCatalogus(opties, ruw)
  if (!open.ok) return open
  const { catalogus } = open.value
  const invoer = leesAdviesinvoer(catalogus, metKeuze(open.value, ruw, opties))
  if (!invoer.ok) return invoerWeigering(invoer.fout)
  const { keuze, geval } = invoer.value
  return ok({ catalogus, keuze, geval, antwoord: maakAntwoord(catalogus, keuze, geval, uitgebreid) })
}

function leesAdviesinvoer(catalogus: Catalogus, ruw: unknown): Result<{ keuze: Keuze; geval: Geval }, Invoerfout[]> {
  const keuze = leesKeuze(catalogus, isBlok(ruw) ? ruw : {})
  const geval = leesGeval(catalogus, ruw, keuze.ok ? keuze.value : {})
  const fouten = geval.ok ? [] : [...geval.fout]
  // De gemeente staat ook al bij het geval; één keer zeggen is genoeg.
  if (!keuze.ok) fouten.push(...keuze.fout.filter((f) => f.plaats !== '/gemeente'))
  if (isBlok(ruw) && ruw.catalogus !== undefined && ruw.catalogus !== catalogus.catalogus.id) {
    fouten.push({
      code: 'ANDERE_CATALOGUS',
      plaats: '/catalogus',
      tekst: `De invoer noemt een andere catalogus dan ${catalogus.catalogus.id}. Kies die catalogus, of laat het veld weg.`,
    })
  }
  return fouten.length > 0 || !geval.ok || !keuze.ok ? fout(fouten) : ok({ keuze: keuze.value, geval: geval.value })
}

/** Het antwoord over alle tabellen, met de velden altijd in dezelfde volgorde. */
export function maakAntwoord(catalogus: Catalogus, keuze: Keuze, geval: Geval, uitgebreid: boolean): Adviesantwoord {
  const adviseur = maakAdviseur(catalogus, keuze)
  const tabellen = adviseur.tabellen.map((t) => {
    const { info, ...vast } = op(adviseur.adviseer(t, geval))
    return [t, uitgebreid ? { ...vast, info, anders: adviseur.waaromNiet(t, geval) } : vast] as const
  })
  const { id, versie } = catalogus.catalogus
  return { catalogus: id, versie, hash: catalogus.hash, ...Object.fromEntries(tabellen) }
}

const op = (a: Advies): Advies => ({
  uitkomst: a.uitkomst,
  product: a.product,
  kandidaten: a.kandidaten,
  vraag: a.vraag,
  grond: a.grond,
  rij: a.rij,
  rijen: a.rijen,
  redenen: a.redenen,
  waarschuwingen: a.waarschuwingen,
  openVragen: a.openVragen,
  info: a.info,
})

export function maakRecord({ catalogus, keuze, geval, antwoord }: GegevenAdvies, engine: string): Adviesrecord {
  return {
    soort: 'meedoen-advies',
    engine,
    catalogus: catalogus.catalogus.id,
    versie: catalogus.catalogus.versie,
    hash: catalogus.hash,
    keuzesHash: keuzeHash(keuze),
    gemeente: keuze.gemeente ?? null,
    instellingen: keuze.instellingen ?? {},
    geval,
    resultaat: antwoord,
  }
}
