/**
 * Een regel uitproberen op een hele caseload: hoeveel gevallen krijgen welke uitkomst, en wat verandert er bij een andere
 * versie of een andere lezing (ontwerp §1).
 */
import { maakCaseloadbeslisser } from '#core/advies/caseload-beslisser.ts'
import type { Invoerfout, Result } from '#core/base/result.ts'
import { fout, ok } from '#core/base/result.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { type Caseloadlezer, openCaseload } from '#storage/caseload-bestand.ts'

export type Kant = { readonly catalogus: Catalogus; readonly keuze: Keuze }
export type Telling = { readonly uitkomst: string; readonly aantal: number }
export type Overgang = { readonly van: string; readonly naar: string; readonly aantal: number }
export type Simulatie = {
  readonly gevallen: number
  readonly tabellen: Readonly<
    Record<
      string,
      { readonly uitkomsten: Telling[]; readonly tegen?: Telling[]; readonly overgangen?: Overgang[]; readonly veranderd?: number }
    >
  >
}

/** Beslist elke caseload-regel bij `a`, en bij `b` als die er is. `voortgang` krijgt het aantal gevallen dat klaar is. */
export async function simuleer(
  pad: string,
  a: Kant,
  b: Kant | undefined,
  voortgang: (klaar: number, totaal: number) => void,
): Promise<Result<Simulatie, Invoerfout>> {
  const open = await openCaseload(pad)
  if (!open.ok) return open
  return telAlles(open.value, a, b, voortgang)
}

async function telAlles(
  { kop, blokken }: Caseloadlezer,
  a: Kant,
  b: Kant | undefined,
  voortgang: (klaar: number, totaal: number) => void,
): Promise<Result<Simulatie, Invoerfout>> {
  const beslisA = maakCaseloadbeslisser(a.catalogus, a.keuze, kop.kolommen)
  const beslisB = b && maakCaseloadbeslisser(b.catalogus, b.keuze, kop.kolommen)
  const tabellen = beslisA.tabellen
  const breedteB = (id: string): number => beslisB?.namen[id]?.length ?? 1
  const tellers = new Map(tabellen.map((id) => [id, new Float64Array((beslisA.namen[id]?.length ?? 0) * breedteB(id))]))
  let klaar = 0
  for (;;) {
    const volgende = await blokken.next()
    if (volgende.done) {
      if (volgende.value) return fout(volgende.value)
      break
    }
    const { blok, aantal } = volgende.value
    const uitA = beslisA.beslis(blok, aantal)
    const uitB = beslisB?.beslis(blok, aantal)
    for (const id of tabellen) telBlok(tellers.get(id) as Float64Array, aantal, uitA[id] as Int32Array, uitB?.[id], breedteB(id))
    klaar += aantal
    voortgang(klaar, kop.aantal)
  }
  return ok({
    gevallen: klaar,
    tabellen: Object.fromEntries(
      tabellen.map((id) => [id, vatSamen(tellers.get(id) as Float64Array, beslisA.namen[id] ?? [], beslisB?.namen[id])]),
    ),
  })
}

function telBlok(teller: Float64Array, aantal: number, a: Int32Array, b: Int32Array | undefined, breedte: number): void {
  for (let i = 0; i < aantal; i++) {
    const vak = (a[i] as number) * breedte + (b ? (b[i] as number) : 0)
    teller[vak] = (teller[vak] as number) + 1
  }
}

function vatSamen(teller: Float64Array, namenA: readonly string[], namenB: readonly string[] | undefined): Simulatie['tabellen'][string] {
  const breedte = namenB?.length ?? 1
  const som = (welke: (i: number) => boolean): number => teller.reduce((s, n, i) => (welke(i) ? s + n : s), 0)
  const uitkomsten = namenA
    .map((uitkomst, a) => ({ uitkomst, aantal: som((i) => Math.floor(i / breedte) === a) }))
    .filter((t) => t.aantal > 0)
  if (!namenB) return { uitkomsten }
  const overgangen = [...teller]
    .map((aantal, i) => ({ van: namenA[Math.floor(i / breedte)] as string, naar: namenB[i % breedte] as string, aantal }))
    .filter((o) => o.aantal > 0 && o.van !== o.naar)
    .sort((x, y) => y.aantal - x.aantal)
  return {
    uitkomsten,
    tegen: namenB.map((uitkomst, b) => ({ uitkomst, aantal: som((i) => i % breedte === b) })).filter((t) => t.aantal > 0),
    overgangen,
    veranderd: overgangen.reduce((s, o) => s + o.aantal, 0),
  }
}
