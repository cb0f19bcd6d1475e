import { leesPlek, zetPlek } from '../formulier/wijzer.ts'

export type Conflictkant = 'mijn' | 'hun'
export type Conflictveld = {
  readonly plaats: string
  readonly label: string
  /** Hoe de waarde te lezen is; standaard de tekst zelf. */
  readonly toon?: (waarde: unknown) => string
  /** Hoe het heet als er niets staat; standaard dat er niets is ingevuld. */
  readonly leeg?: string
}
export type Verschil = {
  readonly veld: Conflictveld
  readonly mijn: unknown
  readonly hun: unknown
  readonly voorstel: Conflictkant | null
}

const gelijk = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * De velden waarin u en uw collega verschillen. Wie als enige iets wijzigde sinds `basis` krijgt voorrang; wijzigden beiden hetzelfde
 * veld, dan is er geen voorstel en moet u kiezen.
 */
export function vindVerschillen(velden: readonly Conflictveld[], basis: unknown, mijn: unknown, hun: unknown): Verschil[] {
  return velden.flatMap((veld) => {
    const [b, m, h] = [basis, mijn, hun].map((w) => leesPlek(w, veld.plaats))
    if (gelijk(m, h)) return []
    const voorstel = gelijk(b, h) ? 'mijn' : gelijk(b, m) ? 'hun' : null
    return [{ veld, mijn: m, hun: h, voorstel }]
  })
}

/** Wat er bewaard wordt: uw waarden, met per veld de gekozen kant. */
export function pasKeuzesToe<W>(mijn: W, verschillen: readonly Verschil[], keuzes: Readonly<Record<string, Conflictkant>>): W {
  return verschillen.reduce((w, v) => (keuzes[v.veld.plaats] === 'hun' ? zetPlek(w, v.veld.plaats, v.hun) : w), mijn)
}
