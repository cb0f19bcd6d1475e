/**
 * Een regel uitproberen op een hele caseload: hoeveel gevallen krijgen welke uitkomst, en wat verandert er bij een andere
 * versie of een andere lezing (ontwerp §1).
 */
import { maakCaseloadbeslisser } from '#core/advies/caseload-beslisser.ts'
import { parenVan, type Tabeltelling, telBlok, vatSamen } from '#core/advies/caseload-telling.ts'
import type { Kant } from '#core/advies/doorrekening.ts'
import type { Invoerfout, Result } from '#core/base/result.ts'
import { fout, ok } from '#core/base/result.ts'
import { type Caseloadlezer, openCaseload } from '#storage/caseload-bestand.ts'

export type { Kant } from '#core/advies/doorrekening.ts'
export type Simulatie = { readonly gevallen: number; readonly tabellen: Readonly<Record<string, Tabeltelling>> }

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
      tabellen.map((id) => {
        const [namenA, namenB] = [beslisA.namen[id] ?? [], beslisB?.namen[id]]
        return [id, vatSamen(parenVan(tellers.get(id) as Float64Array, namenA, namenB), namenA, namenB)]
      }),
    ),
  })
}
