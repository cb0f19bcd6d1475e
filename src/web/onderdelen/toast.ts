/**
 * Korte mededelingen onderaan het scherm, met hoogstens één handeling. Wat gebeurde is al gebeurd; de toast biedt de weg terug.
 * Alleen de laatste blijft staan: een stapel bedekt het werk, en alles is ook later nog terug te draaien waar het staat.
 */
import { useSyncExternalStore } from 'react'
import { meldAan } from './LiveRegio.tsx'

export type Toast = {
  readonly id: number
  readonly tekst: string
  readonly actie?: { readonly naam: string; readonly doe: () => unknown }
}
let toasts: readonly Toast[] = []
let volgnummer = 0
const luisteraars = new Set<() => void>()
const zet = (nieuw: readonly Toast[]) => {
  toasts = nieuw
  for (const l of luisteraars) l()
}

export function toonToast(toast: Omit<Toast, 'id'>): void {
  zet([{ ...toast, id: ++volgnummer }])
  meldAan(toast.actie ? `${toast.tekst} ${toast.actie.naam}: toets z.` : toast.tekst)
}

/** "Opgeslagen." met de weg terug, in plaats van vooraf "Weet u het zeker?". */
export const meldOngedaan = (tekst: string, ongedaan: () => unknown): void =>
  toonToast({ tekst, actie: { naam: 'Ongedaan maken', doe: ongedaan } })

export const sluitToast = (id: number): void => zet(toasts.filter((t) => t.id !== id))

const abonneer = (l: () => void) => {
  luisteraars.add(l)
  return () => luisteraars.delete(l)
}
export const gebruikToasts = (): readonly Toast[] => useSyncExternalStore(abonneer, () => toasts)
