/**
 * Volgnummer van een tekst uit een vaste, gecontroleerde rij. Lengte en eerste letter zeggen meestal genoeg, en dat zoekt
 * een paar keer sneller dan een Map.
 */
const MAX_TABEL = 256

/** De tabel achter zo'n volgnummer: tekst t staat op plaats `(lengte × factor + eerste letter) & masker`; bij factor 0 op `lengte & masker`. */
export type Teksttabel = { readonly factor: number; readonly masker: number; readonly nummers: Int16Array }

/** De kleinste tabel waarin elke tekst van de rij haar eigen plaats heeft; null als lengte en eerste letter niet genoeg zeggen. */
export function maakTeksttabel(rij: readonly string[]): Teksttabel | null {
  for (let omvang = 8; omvang <= MAX_TABEL; omvang *= 2) {
    for (let factor = 0; factor < 32; factor++) {
      const tabel = { factor, masker: omvang - 1, nummers: new Int16Array(omvang) }
      const plaatsen = rij.map((t) => plaatsIn(tabel, t))
      if (new Set(plaatsen).size < rij.length) continue
      plaatsen.forEach((plaats, i) => {
        tabel.nummers[plaats] = i
      })
      return tabel
    }
  }
  return null
}

/** De eerste letter opvragen kost meer dan de lengte. */
const plaatsIn = ({ factor, masker }: Teksttabel, tekst: string): number =>
  (factor === 0 ? tekst.length : tekst.length * factor + tekst.charCodeAt(0)) & masker

/** Nummer van een tekst uit de rij. Voor een andere tekst heeft de uitkomst geen betekenis. */
export const zoekTekst = (tabel: Teksttabel, tekst: string): number => tabel.nummers[plaatsIn(tabel, tekst)] as number

/** Geeft een functie van tekst naar volgnummer. Voor een tekst buiten de rij heeft de uitkomst geen betekenis. */
export function maakTekstindex(rij: readonly string[]): (tekst: string) => number {
  const tabel = maakTeksttabel(rij)
  if (tabel) return (tekst) => zoekTekst(tabel, tekst)
  const nummers = new Map(rij.map((t, i) => [t, i]))
  return (tekst) => nummers.get(tekst) ?? 0
}
