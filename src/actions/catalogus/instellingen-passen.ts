/** Of de lezingen van een gemeente passen bij een catalogusversie. Een instelling die de versie niet kent, telt daar niet mee. */
import type { Invoerfout } from '#core/base/result.ts'
import { type Json, leesGemeente, leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'

export function bekendeInstellingen(catalogus: Catalogus, waarden: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(waarden).filter(([sleutel]) => Object.hasOwn(catalogus.instellingen ?? {}, sleutel)))
}

/** Leest nieuwe waarden, zoals iemand ze invult: een deel met een punt, of één waarde bij een instelling per gemeente, mag. */
export function leesWaarden(catalogus: Catalogus, gemeente: string, ruw: Readonly<Record<string, unknown>>) {
  const naam = leesGemeente(catalogus, gemeente)
  return leesKeuze(catalogus, { gemeente: naam.ok ? naam.value : undefined, instellingen: ruw })
}

export function bezwaren(catalogus: Catalogus, gemeente: string, waarden: Readonly<Record<string, Json>>): readonly Invoerfout[] {
  const gelezen = leesWaarden(catalogus, gemeente, bekendeInstellingen(catalogus, waarden))
  return gelezen.ok ? [] : gelezen.fout
}
