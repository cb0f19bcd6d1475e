/** Of de server te bereiken is. Wordt bijgehouden door elk verzoek; zonder verbinding kijkt de pagina zelf af en toe of hij terug is. */
import { useSyncExternalStore } from 'react'

let bereikbaar = true
let klok: ReturnType<typeof setTimeout> | undefined
const luisteraars = new Set<() => void>()
const terug = new Set<() => void>()
const ADEM_MS = 3_000

function zet(nieuw: boolean): void {
  if (nieuw === bereikbaar) return
  bereikbaar = nieuw
  for (const l of luisteraars) l()
  if (nieuw) for (const l of terug) l()
}

/** Een verzoek kreeg antwoord (ook een weigering is antwoord), of juist niet. */
export function meldContact(gelukt: boolean): void {
  zet(gelukt)
  clearTimeout(klok)
  if (!gelukt) klok = setTimeout(kijk, ADEM_MS)
}

async function kijk(): Promise<void> {
  if (navigator.onLine === false) return meldContact(false)
  try {
    await fetch('/healthz', { cache: 'no-store' })
    meldContact(true)
  } catch {
    meldContact(false)
  }
}

/** Roept `doe` aan zodra de verbinding terug is. Geeft een functie om te stoppen. */
export function bijTerugkeer(doe: () => void): () => void {
  terug.add(doe)
  return () => terug.delete(doe)
}

/** Luistert naar de browser zelf: die weet het eerst als het netwerk wegvalt. Geeft een functie om te stoppen. */
export function luisterNaarNetwerk(): () => void {
  const weg = () => meldContact(false)
  const kijkNu = () => void kijk()
  window.addEventListener('offline', weg)
  window.addEventListener('online', kijkNu)
  return () => {
    window.removeEventListener('offline', weg)
    window.removeEventListener('online', kijkNu)
  }
}

const abonneer = (l: () => void) => {
  luisteraars.add(l)
  return () => luisteraars.delete(l)
}

/** Of Meedoen nu te bereiken is. */
export const gebruikBereikbaar = (): boolean => useSyncExternalStore(abonneer, () => bereikbaar)
