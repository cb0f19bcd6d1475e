/** De uitkomsten van veel gevallen optellen: per uitkomst, en bij twee kanten ook van welke naar welke. */

export type Telling = { readonly uitkomst: string; readonly aantal: number }
export type Overgang = { readonly van: string; readonly naar: string; readonly aantal: number }
export type Tabeltelling = {
  readonly uitkomsten: Telling[]
  readonly tegen?: Telling[]
  readonly overgangen?: Overgang[]
  readonly veranderd?: number
}

/** Zoveel gevallen met deze uitkomst aan de ene, en (bij twee kanten) die aan de andere kant. */
export type Paar = { readonly van: string; readonly naar: string | null; readonly aantal: number }

/** Telt een blok op in een tabel van `van × naar`; zonder andere kant is die één breed. */
export function telBlok(teller: Float64Array, aantal: number, a: Int32Array, b: Int32Array | undefined, breedte: number): void {
  for (let i = 0; i < aantal; i++) {
    const vak = (a[i] as number) * breedte + (b ? (b[i] as number) : 0)
    teller[vak] = (teller[vak] as number) + 1
  }
}

/** De vakken van zo'n tabel waar iets in staat. */
export function parenVan(teller: Float64Array, namenA: readonly string[], namenB: readonly string[] | undefined): Paar[] {
  const breedte = namenB?.length ?? 1
  return [...teller].flatMap((aantal, i) =>
    aantal > 0 ? [{ van: namenA[Math.floor(i / breedte)] as string, naar: namenB?.[i % breedte] ?? null, aantal }] : [],
  )
}

/** Vat paren samen; `volgordeA` en `volgordeB` zijn de uitkomsten zoals de catalogus ze kent. Zonder B is er maar één kant. */
export function vatSamen(paren: readonly Paar[], volgordeA: readonly string[], volgordeB?: readonly string[]): Tabeltelling {
  const tel = (kant: 'van' | 'naar', volgorde: readonly string[]): Telling[] => {
    const som = new Map<string | null, number>()
    for (const p of paren) som.set(p[kant], (som.get(p[kant]) ?? 0) + p.aantal)
    return volgorde.flatMap((uitkomst) => (som.has(uitkomst) ? [{ uitkomst, aantal: som.get(uitkomst) as number }] : []))
  }
  const uitkomsten = tel('van', volgordeA)
  if (!volgordeB) return { uitkomsten }
  const overgangen = telOvergangen(paren)
  return { uitkomsten, tegen: tel('naar', volgordeB), overgangen, veranderd: overgangen.reduce((s, o) => s + o.aantal, 0) }
}

/** Alleen wat verandert, het meeste eerst. */
export function telOvergangen(paren: readonly Paar[]): Overgang[] {
  const per = new Map<string, Overgang>()
  for (const { van, naar, aantal } of paren) {
    if (naar === null || naar === van) continue
    const sleutel = `${van}\u0000${naar}`
    per.set(sleutel, { van, naar, aantal: (per.get(sleutel)?.aantal ?? 0) + aantal })
  }
  return [...per.values()].sort((x, y) => y.aantal - x.aantal)
}
