/**
 * Een voorwaarde met de gekozen lezingen ingevuld. Een toets op een instelling is dan waar of onwaar en valt weg, zodat
 * alleen overblijft wat van de inwoner afhangt. Zo is een rij van een beslistabel te lezen.
 */
import { gelijk, type Json, type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

/** `true`: geldt altijd met deze lezingen. `false`: geldt nooit. */
export function vereenvoudig(catalogus: Catalogus, voorwaarde: Voorwaarde, keuze: Keuze = {}): Voorwaarde | boolean {
  const vul = (deel: Voorwaarde) => vereenvoudig(catalogus, deel, keuze)
  const v = voorwaarde as Record<string, unknown>
  if ('alle' in v) return alle((v.alle as Voorwaarde[]).map(vul))
  if ('een' in v) return een((v.een as Voorwaarde[]).map(vul))
  if ('geen' in v) return niet(een((v.geen as Voorwaarde[]).map(vul)))
  if ('niet' in v) return niet(vul(v.niet as Voorwaarde))
  if ('van' in v) return minstens(aantalVan(catalogus, keuze, v.minstens), (v.van as Voorwaarde[]).map(vul))
  if (typeof v.definitie === 'string') {
    const inhoud = catalogus.definities?.[v.definitie]
    return inhoud ? vul(inhoud) : voorwaarde
  }
  if ('instelling' in v) return vulInstelling(catalogus, keuze, v.instelling as Record<string, Json>, voorwaarde)
  return voorwaarde
}

/** De sleutels van alle instellingen die in een voorwaarde meedoen, ook via definities en grenzen. */
export function instellingenIn(catalogus: Catalogus, voorwaarde: Voorwaarde): readonly string[] {
  const gevonden = new Set<string>()
  const loop = (w: unknown): void => {
    if (typeof w !== 'object' || w === null) return
    for (const [sleutel, inhoud] of Object.entries(w)) {
      if (sleutel === 'instelling')
        for (const pad of typeof inhoud === 'string' ? [inhoud] : Object.keys(inhoud as object)) gevonden.add(pad.split('.')[0] ?? pad)
      else if (sleutel === 'definitie' && typeof inhoud === 'string') loop(catalogus.definities?.[inhoud])
      else loop(inhoud)
    }
  }
  loop(voorwaarde)
  return [...gevonden]
}

function alle(delen: readonly (Voorwaarde | boolean)[]): Voorwaarde | boolean {
  if (delen.includes(false)) return false
  const over = delen.filter((d): d is Voorwaarde => d !== true).flatMap((d) => ('alle' in d ? (d.alle as Voorwaarde[]) : [d]))
  return over.length === 0 ? true : over.length === 1 ? (over[0] as Voorwaarde) : { alle: over }
}

function een(delen: readonly (Voorwaarde | boolean)[]): Voorwaarde | boolean {
  if (delen.includes(true)) return true
  const over = delen.filter((d): d is Voorwaarde => d !== false).flatMap((d) => ('een' in d ? (d.een as Voorwaarde[]) : [d]))
  return over.length === 0 ? false : over.length === 1 ? (over[0] as Voorwaarde) : { een: over }
}

function niet(deel: Voorwaarde | boolean): Voorwaarde | boolean {
  if (typeof deel === 'boolean') return !deel
  if ('niet' in deel) return deel.niet as Voorwaarde
  return 'een' in deel ? { geen: deel.een as Voorwaarde[] } : { niet: deel }
}

function minstens(aantal: number, delen: readonly (Voorwaarde | boolean)[]): Voorwaarde | boolean {
  const nodig = aantal - delen.filter((d) => d === true).length
  const over = delen.filter((d): d is Voorwaarde => typeof d !== 'boolean')
  if (nodig <= 0) return true
  if (over.length < nodig) return false
  if (over.length === nodig) return alle(over)
  return nodig === 1 ? een(over) : { minstens: nodig, van: over }
}

function aantalVan(catalogus: Catalogus, keuze: Keuze, w: unknown): number {
  const waarde = typeof w === 'object' && w !== null ? leesInstelling(catalogus, keuze, (w as { instelling: string }).instelling) : w
  return typeof waarde === 'number' ? waarde : 1
}

/** Zonder gekozen gemeente is een instelling per gemeente nog niet beslist; die toets blijft dan staan. */
function vulInstelling(catalogus: Catalogus, keuze: Keuze, toetsen: Record<string, Json>, zelf: Voorwaarde): Voorwaarde | boolean {
  const paden = Object.entries(toetsen)
  const open = paden.some(([pad]) => catalogus.instellingen?.[pad.split('.')[0] ?? pad]?.perGemeente && keuze.gemeente === undefined)
  if (open) return zelf
  return paden.every(([pad, waarde]) => {
    const gekozen = leesInstelling(catalogus, keuze, pad)
    return (Array.isArray(waarde) ? waarde : [waarde]).some((w) => gelijk(gekozen, w as Json))
  })
}
