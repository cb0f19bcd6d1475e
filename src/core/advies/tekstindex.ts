/**
 * Volgnummer van een tekst uit een vaste, gecontroleerde rij. Lengte en eerste letter zeggen meestal genoeg, en dat zoekt
 * een paar keer sneller dan een Map.
 */
const MAX_TABEL = 256

/** Geeft een functie van tekst naar volgnummer. Voor een tekst buiten de rij heeft de uitkomst geen betekenis. */
export function maakTekstindex(rij: readonly string[]): (tekst: string) => number {
  for (let omvang = 8; omvang <= MAX_TABEL; omvang *= 2) {
    for (let factor = 1; factor < 32; factor++) {
      const plaatsen = rij.map((t) => (t.length * factor + t.charCodeAt(0)) & (omvang - 1))
      if (new Set(plaatsen).size < rij.length) continue
      const tabel = new Int16Array(omvang)
      plaatsen.forEach((plaats, i) => {
        tabel[plaats] = i
      })
      const masker = omvang - 1
      return (tekst) => tabel[(tekst.length * factor + tekst.charCodeAt(0)) & masker] as number
    }
  }
  const nummers = new Map(rij.map((t, i) => [t, i]))
  return (tekst) => nummers.get(tekst) ?? 0
}
