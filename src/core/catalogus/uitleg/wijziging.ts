/** Eén wijziging tussen twee catalogusversies, en het gereedschap om verzamelingen op naam te vergelijken. */
import { opEenRegel, voorwaardeInWoorden } from './in-woorden.ts'
import { gelijk, type Json } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

export type Wijziging = {
  readonly soort: 'erbij' | 'weg' | 'anders'
  /** Nummers van de uitspraken waar het om gaat; leeg als er geen bij hoort. */
  readonly eisen: readonly string[]
  readonly tekst: string
  readonly was?: string
  readonly is?: string
}
export type Wijzigingen = { readonly onderdeel: string; readonly wijzigingen: readonly Wijziging[] }

/** Eén zin per wijziging, zoals de opdrachtregel en het scherm haar tonen. */
export function wijzigingInWoorden(w: Wijziging): string {
  const citaat = (woord: string, tekst: string | undefined) =>
    tekst === undefined ? '' : ` ${woord}: "${tekst}"${/[.?!]$/.test(tekst) ? '' : '.'}`
  const gelijk = w.was === w.is
  const van =
    w.soort === 'anders'
      ? gelijk
        ? ''
        : citaat('Was', w.was) + citaat('Wordt', w.is)
      : w.soort === 'erbij'
        ? citaat('Nieuw', w.is)
        : citaat('Was', w.was)
  return `${w.tekst}${van}${w.eisen.length > 0 ? ` (${w.eisen.join(', ')})` : ''}`
}

export const zin = (soort: Wijziging['soort'], tekst: string, eisen: readonly string[] = [], was?: string, is?: string): Wijziging => ({
  soort,
  eisen,
  tekst,
  ...(was !== undefined && { was }),
  ...(is !== undefined && { is }),
})

/** Loopt twee verzamelingen op naam langs: weg, anders, erbij. */
export function paren<T>(a: Iterable<readonly [string, T]>, b: Iterable<readonly [string, T]>): { naam: string; was?: T; is?: T }[] {
  const oud = new Map(a)
  const nieuw = new Map(b)
  return [...new Set([...oud.keys(), ...nieuw.keys()])].map((naam) => ({ naam, was: oud.get(naam), is: nieuw.get(naam) }))
}

const Hoofd = (t: string) => t.charAt(0).toUpperCase() + t.slice(1)
export const toon = (w: unknown): string => (typeof w === 'string' ? w : w === null || w === undefined ? 'leeg' : JSON.stringify(w))
export const anders = (a: unknown, b: unknown): boolean => !gelijk((a ?? null) as Json, (b ?? null) as Json)

/** De oude en de nieuwe catalogus: een voorwaarde wordt verwoord met de namen van haar eigen kant. */
export type Kanten = readonly [Catalogus, Catalogus]

export const inEenZin = (c: Catalogus, v: Voorwaarde): string => opEenRegel(voorwaardeInWoorden(c, v))

/** Verzameling waarvan elk lid als geheel vergeleken wordt, met zijn tekst. */
export function blokken<T>(
  [oud, nieuw]: Kanten,
  wat: string,
  a: Record<string, T>,
  b: Record<string, T>,
  tekst: (x: T, c: Catalogus) => string,
  eisen: (x: T) => readonly string[] = () => [],
): Wijziging[] {
  return paren(Object.entries(a), Object.entries(b)).flatMap(({ naam, was, is }) => {
    if (was === undefined) return [zin('erbij', `${Hoofd(wat)} ${naam} komt erbij.`, eisen(is as T), undefined, tekst(is as T, nieuw))]
    if (is === undefined) return [zin('weg', `${Hoofd(wat)} ${naam} vervalt.`, eisen(was), tekst(was, oud))]
    return anders(was, is) ? [zin('anders', `${Hoofd(wat)} ${naam} verandert.`, eisen(is), tekst(was, oud), tekst(is, nieuw))] : []
  })
}

export function lijst<T>(wat: string, a: (readonly [string, T])[], b: (readonly [string, T])[]): Wijziging[] {
  return paren(a, b).flatMap(({ naam, was, is }) => {
    if (was === undefined) return [zin('erbij', `${Hoofd(wat)} ${naam} komt erbij.`)]
    if (is === undefined) return [zin('weg', `${Hoofd(wat)} ${naam} vervalt.`)]
    return anders(was, is) ? [zin('anders', `${Hoofd(wat)} ${naam} verandert.`, [], toon(was), toon(is))] : []
  })
}

/** Velden met een naam die een mens begrijpt. */
export function velden<T extends object>(
  van: string,
  a: T,
  b: T,
  namen: Partial<Record<keyof T, string>>,
  eisen: readonly string[] = [],
): Wijziging[] {
  return (Object.keys(namen) as (keyof T)[]).flatMap((veld) =>
    anders(a[veld], b[veld])
      ? [zin('anders', `${Hoofd(namen[veld] as string)} van ${van} verandert.`, eisen, toon(a[veld]), toon(b[veld]))]
      : [],
  )
}
