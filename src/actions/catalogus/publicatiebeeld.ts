/** Een publicatie zoals een scherm haar leest: geldt zij nu, straks, niet meer, of is zij vervangen voor zij inging. */
import { type Besluit, geldendOp, opIngang } from '#core/catalogus/geldigheid.ts'
import type { Publicatierij } from '#storage/catalogusbesluiten.ts'

export type Publicatiestand = 'geldt' | 'straks' | 'voorbij' | 'vervangen'
export type Publicatie = {
  readonly id: string
  readonly catalogus: string
  readonly versie: string
  readonly hash: string
  readonly geldigVan: string
  readonly stand: Publicatiestand
  readonly reden: string
  readonly gedaanOp: string
  /** null: bij het inrichten. */
  readonly door: string | null
  readonly vervangt: string | null
  /** De versie die hiervoor gold; null als er geen was. */
  readonly na: string | null
}

export function publicatiebeelden(rijen: readonly Publicatierij[], vandaag: string): Publicatie[] {
  const vervangen = new Set(rijen.flatMap((r) => r.vervangt ?? []))
  const nu = geldendOp(rijen, vandaag)?.id
  return rijen.map((r) => ({
    id: r.id,
    catalogus: r.catalogus,
    versie: r.versie,
    hash: r.hash,
    geldigVan: r.geldigVan,
    stand: vervangen.has(r.id) ? 'vervangen' : r.id === nu ? 'geldt' : r.geldigVan > vandaag ? 'straks' : 'voorbij',
    reden: r.reden,
    gedaanOp: r.gedaanOp.toISOString(),
    door: r.door,
    vervangt: r.vervangt,
    na: voorganger(rijen, r.geldigVan)?.versie ?? null,
  }))
}

/** Wat er op de dag voor deze ingangsdag gold. */
export function voorganger<R extends Besluit>(rijen: readonly R[], geldigVan: string): R | undefined {
  return opIngang(rijen.filter((r) => r.geldigVan < geldigVan)).at(-1)
}
