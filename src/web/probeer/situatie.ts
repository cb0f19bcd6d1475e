import type { Antwoord, Overschrijving } from '#core/advies/advies.ts'
import { gelijk, type Json, type Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Vignet } from '#core/catalogus/vorm.ts'
import { metLezing } from '#web/bewaren/lezingen.ts'

/** Wat iemand op dit scherm invulde. Blijft in de browser: er gaat niets van naar een server. */
export type Situatie = {
  readonly gemeente: string | null
  readonly antwoorden: Readonly<Record<string, Antwoord>>
  /** De consulent wijkt af van een afgeleide waarde; telt pas mee als er een motivering bij staat. */
  readonly overschrijvingen: Readonly<Record<string, Overschrijving>>
  /** Andere lezing van de regels dan de standaard, om te proberen. */
  readonly instellingen: Readonly<Record<string, Json>>
  /** Motivering per waarschuwing, op `tabel.CODE`. */
  readonly motiveringen: Readonly<Record<string, string>>
  /** Het voorbeeld waarmee dit begon; ook na een wijziging, zie `isAangepast`. */
  readonly vignet: string | null
}

export function legeSituatie(catalogus: Catalogus): Situatie {
  const enige = catalogus.gemeenten.length === 1 ? (catalogus.gemeenten[0]?.naam ?? null) : null
  return { gemeente: enige, antwoorden: {}, overschrijvingen: {}, instellingen: {}, motiveringen: {}, vignet: null }
}

export function isLeeg(s: Situatie): boolean {
  return [s.antwoorden, s.overschrijvingen, s.instellingen, s.motiveringen].every((o) => Object.keys(o).length === 0)
}

function zonder<W>(o: Readonly<Record<string, W>>, sleutel: string): Readonly<Record<string, W>> {
  if (!(sleutel in o)) return o
  const { [sleutel]: _weg, ...rest } = o
  return rest
}

/** Namen van vragen waarvan het antwoord volgt uit `vraag`, bijvoorbeeld "langer dan een half jaar" uit de verwachte duur. */
export function volgendUit(catalogus: Catalogus, vraag: string): string[] {
  return Object.entries(catalogus.vragen)
    .filter(([, v]) => v.soort === 'janee' && v.bepaaldDoor?.vraag === vraag)
    .map(([id]) => id)
}

/**
 * Beantwoordt een vraag; `null` is "weet ik niet". Een antwoord dat uit dit antwoord volgt vervalt als eigen antwoord:
 * beide laten staan kan elkaar tegenspreken, en dan is er geen advies.
 */
export function beantwoord(s: Situatie, catalogus: Catalogus, vraag: string, waarde: Antwoord | null): Situatie {
  let antwoorden = waarde === null ? zonder(s.antwoorden, vraag) : { ...s.antwoorden, [vraag]: waarde }
  if (waarde !== null) for (const gevolg of volgendUit(catalogus, vraag)) antwoorden = zonder(antwoorden, gevolg)
  if (antwoorden === s.antwoorden) return s
  return { ...s, antwoorden }
}

/** Kiest een andere waarde dan de afgeleide; `null` volgt de regel weer. */
export function overschrijf(s: Situatie, waarde: string, keuze: Overschrijving | null): Situatie {
  const overschrijvingen = keuze === null ? zonder(s.overschrijvingen, waarde) : { ...s.overschrijvingen, [waarde]: keuze }
  return overschrijvingen === s.overschrijvingen ? s : { ...s, overschrijvingen }
}

export function motiveer(s: Situatie, sleutel: string, tekst: string): Situatie {
  return { ...s, motiveringen: tekst === '' ? zonder(s.motiveringen, sleutel) : { ...s.motiveringen, [sleutel]: tekst } }
}

/** Kiest een lezing van de regels, zie `metLezing`. */
export function kiesLezing(s: Situatie, catalogus: Catalogus, sleutel: string, waarde: Json): Situatie {
  return { ...s, instellingen: metLezing(catalogus, s.instellingen, sleutel, waarde) }
}

/** De situatie zoals de rekenkern haar leest: alleen afwijkingen met een motivering. */
export function alsGeval(s: Situatie): {
  gemeente?: string
  antwoorden: Situatie['antwoorden']
  overschrijvingen?: Situatie['overschrijvingen']
} {
  const gemotiveerd = Object.entries(s.overschrijvingen).filter(([, o]) => o.motivering.trim() !== '')
  return {
    ...(s.gemeente === null ? {} : { gemeente: s.gemeente }),
    antwoorden: s.antwoorden,
    ...(gemotiveerd.length === 0 ? {} : { overschrijvingen: Object.fromEntries(gemotiveerd) }),
  }
}

/** De keuze van gemeente en lezingen voor de rekenkern. */
export function keuzeVan(s: Pick<Situatie, 'gemeente' | 'instellingen'>): Keuze {
  return { ...(s.gemeente === null ? {} : { gemeente: s.gemeente }), instellingen: s.instellingen }
}

/** Of er na het laden van het voorbeeld iets aan de situatie veranderd is; dan zegt de verwachte uitkomst niets meer. */
export function isAangepast(s: Situatie, vignet: Vignet): boolean {
  const nu = {
    ...s.antwoorden,
    ...Object.fromEntries(Object.entries(s.overschrijvingen).map(([k, o]) => [`!${k}`, o.waarde])),
    ...s.instellingen,
  }
  const toen = {
    ...Object.fromEntries(Object.entries(vignet.antwoorden).filter(([, a]) => a !== 'onbekend')),
    ...Object.fromEntries(Object.entries(vignet.overschrijvingen ?? {}).map(([k, o]) => [`!${k}`, o.waarde])),
  }
  return !gelijk(nu as Json, toen as Json) || (vignet.gemeente !== undefined && vignet.gemeente !== s.gemeente)
}
