/**
 * Opzoeken in een geladen catalogus: van nummer naar uitspraak, van uitspraak naar passage, en terug.
 * Alles volgt uit de gegevens; er staat hier geen product of gemeente.
 */
import type { Catalogus, Uitspraak } from '#core/catalogus/vorm.ts'

/** Een uitspraak met de producten waarvoor zij geldt en de plaats waar zij vandaan komt. */
export type GevondenUitspraak = Uitspraak & {
  readonly producten: readonly string[]
  readonly citaten: readonly string[]
  /** Brondocument van de eerste passage, als die vastligt. */
  readonly document: string | null
}
export type Passage = { readonly document: string; readonly van: number; readonly tot: number; readonly eisen: readonly string[] }
export type OpenPunt = { readonly amb: string; readonly titel: string; readonly sleutels: readonly string[] }

type Naslag = {
  readonly uitspraken: ReadonlyMap<string, GevondenUitspraak>
  readonly perProduct: ReadonlyMap<string, readonly GevondenUitspraak[]>
  readonly passages: readonly Passage[]
  readonly punten: ReadonlyMap<string, OpenPunt>
}
const bewaard = new WeakMap<Catalogus, Naslag>()

function naslag(catalogus: Catalogus): Naslag {
  const eerder = bewaard.get(catalogus)
  if (eerder) return eerder
  const nieuw = maakNaslag(catalogus)
  bewaard.set(catalogus, nieuw)
  return nieuw
}

function maakNaslag(catalogus: Catalogus): Naslag {
  const passages = (catalogus.passages ?? []).map((p) => {
    const [van = '1', tot = van] = p.regels.split('-')
    return { document: p.document, van: Number(van), tot: Number(tot), eisen: p.eisen }
  })
  const documentVan = new Map<string, string>()
  for (const p of passages) for (const eis of p.eisen) if (!documentVan.has(eis)) documentVan.set(eis, p.document)

  const uitspraken = new Map<string, GevondenUitspraak>()
  const voegToe = (u: Uitspraak, producten: readonly string[]) => {
    const citaten = u.citaat === undefined ? [] : Array.isArray(u.citaat) ? u.citaat : [u.citaat]
    uitspraken.set(u.eis, { ...u, producten, citaten, document: documentVan.get(u.eis) ?? null })
  }
  for (const u of catalogus.gedeeld ?? []) voegToe(u, u.producten)
  for (const [code, product] of Object.entries(catalogus.producten)) for (const u of product.uitspraken) voegToe(u, [code])
  return { uitspraken, perProduct: groepeer(catalogus, uitspraken), passages, punten: leesPunten(catalogus) }
}

function groepeer(catalogus: Catalogus, uitspraken: ReadonlyMap<string, GevondenUitspraak>): Map<string, GevondenUitspraak[]> {
  const alle = [...uitspraken.values()]
  const eigenEerst = (u: GevondenUitspraak) => (u.producten.length === 1 ? 0 : 1)
  return new Map(
    Object.keys(catalogus.producten).map((code) => [
      code,
      alle.filter((u) => u.producten.includes(code)).sort((a, b) => eigenEerst(a) - eigenEerst(b)),
    ]),
  )
}

function leesPunten(catalogus: Catalogus): Map<string, OpenPunt> {
  const punten = new Map<string, OpenPunt>()
  for (const [sleutel, instelling] of Object.entries(catalogus.instellingen ?? {})) {
    const punt = punten.get(instelling.amb)
    punten.set(instelling.amb, {
      amb: instelling.amb,
      titel: punt?.titel ?? instelling.titel,
      sleutels: [...(punt?.sleutels ?? []), sleutel],
    })
  }
  for (const t of catalogus.toelichtingen ?? []) if (!punten.has(t.amb)) punten.set(t.amb, { amb: t.amb, titel: t.titel, sleutels: [] })
  return punten
}

export const alleUitspraken = (catalogus: Catalogus): readonly GevondenUitspraak[] => [...naslag(catalogus).uitspraken.values()]
export const vindUitspraak = (catalogus: Catalogus, eis: string): GevondenUitspraak | undefined => naslag(catalogus).uitspraken.get(eis)
/** De uitspraken van een product: eerst die van hem alleen, dan wat het deelt. Binnen elk de volgorde van de catalogus. */
export const uitsprakenVan = (catalogus: Catalogus, product: string): readonly GevondenUitspraak[] =>
  naslag(catalogus).perProduct.get(product) ?? []
export const openPunt = (catalogus: Catalogus, amb: string): OpenPunt | undefined => naslag(catalogus).punten.get(amb)
export const openPunten = (catalogus: Catalogus): readonly OpenPunt[] => [...naslag(catalogus).punten.values()]
export const allePassages = (catalogus: Catalogus): readonly Passage[] => naslag(catalogus).passages
export const passagesVan = (catalogus: Catalogus, eis: string): readonly Passage[] =>
  naslag(catalogus).passages.filter((p) => p.eisen.includes(eis))

/** De regels van een brondocument; regel 1 staat op plaats 0. Een lege laatste regel telt niet mee. */
export function regelsVan(catalogus: Catalogus, document: string): readonly string[] {
  const tekst = catalogus.bronteksten[document]
  if (tekst === undefined) return []
  const regels = tekst.split(/\r?\n/)
  return regels.at(-1) === '' ? regels.slice(0, -1) : regels
}

/** Naam van een document in een adres: zonder punten, want een adres met een punt lijkt op een bestand. */
export const documentnaam = (document: string): string => document.replaceAll('.', '-')
