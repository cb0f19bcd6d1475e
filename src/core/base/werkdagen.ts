/**
 * Termijnen in werkdagen, zoals een contract ze stelt. Niet de Algemene termijnenwet: welke dagen vrij zijn, zegt het
 * contract en is dus een argument.
 */
import { type Datum, plusDagen, weekdag } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'

const werkt = (d: Datum, vrij: readonly Datum[]): boolean => weekdag(d) <= 5 && !vrij.includes(d)

/** De zoveelste werkdag na `start`; de dag zelf telt niet mee. */
export function plusWerkdagen(start: Datum, aantal: number, vrij: readonly Datum[]): Datum {
  invariant(Number.isInteger(aantal) && aantal > 0, 'werkdagen zijn een heel aantal van minstens één')
  let d = start
  for (let over = aantal; over > 0; ) {
    d = plusDagen(d, 1)
    if (werkt(d, vrij)) over--
  }
  return d
}

/** Het aantal werkdagen na `van` tot en met `tot`; 0 als `tot` niet later is. */
export function telWerkdagen(van: Datum, tot: Datum, vrij: readonly Datum[]): number {
  let aantal = 0
  for (let d = van; d < tot; ) {
    d = plusDagen(d, 1)
    if (werkt(d, vrij)) aantal++
  }
  return aantal
}
