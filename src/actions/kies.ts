/** Van een opdracht of verzoek naar de catalogus en de keuze waarmee gerekend wordt. */
import { type Blok, isBlok } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { type Json, type Keuze, keuzeOp, leesGemeente, leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { OpenCatalogus } from '#storage/catalogi.ts'
import { openGecontroleerd } from './open-catalogus.ts'

/** Wat iemand op de opdrachtregel koos; gaat voor wat in de invoer staat. */
export type Opties = {
  readonly catalogi: string
  readonly vandaag: string
  readonly catalogus?: string
  readonly gemeente?: string
  /** Per instelling de tekst achter het =-teken. */
  readonly instellingen: Readonly<Record<string, string>>
}

/** Weigering door de catalogus zelf of door de invoer; beide zijn ongeldige invoer, met een andere soort plaats. */
export type Weigering =
  | { readonly soort: 'catalogus'; readonly fouten: readonly Catalogusfout[] }
  | { readonly soort: 'invoer'; readonly fouten: readonly Invoerfout[] }

export const invoerWeigering = (fouten: readonly Invoerfout[]) => fout<Weigering>({ soort: 'invoer', fouten })

/** Opent en controleert de gekozen catalogus; zonder keuze op de opdrachtregel die van de invoer. */
export async function kiesCatalogus(opties: Opties, ruw?: unknown): Promise<Result<OpenCatalogus, Weigering>> {
  const verwijzing = opties.catalogus ?? (isBlok(ruw) && typeof ruw.catalogus === 'string' ? ruw.catalogus : undefined)
  if (verwijzing === undefined) {
    return invoerWeigering([
      { code: 'CATALOGUS_ONTBREEKT', plaats: '/catalogus', tekst: 'Noem de catalogus met --catalogus, of in de invoer als "catalogus".' },
    ])
  }
  const open = await openGecontroleerd(opties.catalogi, verwijzing, opties.vandaag)
  return open.ok ? open : fout<Weigering>({ soort: 'catalogus', fouten: open.fout })
}

/**
 * De invoer met de keuzes erin: wat de gemeente heeft vastgelegd, daaroverheen wat de invoer zegt, daaroverheen de
 * opdrachtregel. Een instelling als tekst wordt de waarde die ermee bedoeld is.
 */
export function metKeuze({ catalogus, keuzes }: OpenCatalogus, ruw: unknown, opties: Opties): unknown {
  if (!isBlok(ruw)) return ruw
  const gemeente = opties.gemeente ?? ruw.gemeente
  const gelezen = leesGemeente(catalogus, gemeente)
  const vastgelegd = keuzeOp(keuzes, gelezen.ok ? gelezen.value : undefined, opties.vandaag)?.instellingen
  const gekozen = Object.fromEntries(Object.entries(opties.instellingen).map(([pad, tekst]) => [pad, waardeVan(catalogus, pad, tekst)]))
  const eigen = ruw.instellingen
  if (eigen !== undefined && !isBlok(eigen)) return ruw
  const instellingen = { ...vastgelegd, ...eigen, ...gekozen }
  const uit: Record<string, unknown> = { ...(ruw as Blok) }
  // De verwijzing met versie is al gevolgd; verderop geldt alleen de naam.
  if (typeof uit.catalogus === 'string' && verwijstNaar(uit.catalogus, catalogus)) uit.catalogus = catalogus.catalogus.id
  if (gemeente !== undefined) uit.gemeente = gemeente
  if (Object.keys(instellingen).length > 0) uit.instellingen = instellingen
  return uit
}

const verwijstNaar = (verwijzing: string, { catalogus }: Catalogus) => verwijzing === `${catalogus.id}@${catalogus.versie}`

/** `3` is een getal, tenzij een lezing van deze instelling de tekst "3" is; lijsten en blokken staan er als JSON. */
function waardeVan(catalogus: Catalogus, pad: string, tekst: string): Json {
  const lezingen = catalogus.instellingen?.[pad.split('.')[0] as string]?.lezingen ?? []
  if (lezingen.some((l) => l.waarde === tekst)) return tekst
  try {
    return JSON.parse(tekst) as Json
  } catch {
    return tekst
  }
}

/** Een catalogus met gecontroleerde keuze, voor wie geen situatie in de hand heeft maar een hele caseload. */
export async function kiesKant(opties: Opties): Promise<Result<{ catalogus: Catalogus; keuze: Keuze }, Weigering>> {
  const open = await kiesCatalogus(opties)
  if (!open.ok) return open
  const keuze = leesKeuze(open.value.catalogus, metKeuze(open.value, {}, opties) as Blok)
  return keuze.ok ? ok({ catalogus: open.value.catalogus, keuze: keuze.value }) : invoerWeigering(keuze.fout)
}
