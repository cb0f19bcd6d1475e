import type { Sessie } from '../api/sessie.ts'
import { schrijfDatum } from './schrijf-datum.ts'

/** Alleen op papier: van welke gemeente dit blad is, en van welke dag. */
export function Afdrukkop({ sessie }: { sessie: Sessie }) {
  return (
    <p className="md-afdrukkop" aria-hidden="true">
      <span>Gemeente {sessie.gemeente.naam}</span> <span>Afgedrukt op {schrijfDatum(sessie.vandaag)}</span>
    </p>
  )
}
