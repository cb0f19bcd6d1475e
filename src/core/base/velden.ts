/**
 * Lezers voor aangeleverde JSON: elk veld wordt één keer gecontroleerd, alle fouten komen tegelijk terug, en elke fout zegt
 * wat er wél moet staan. Wat er stond komt niet terug in de tekst: het kan een BSN zijn dat in het verkeerde vak belandde.
 */
import { type Datum, parseDatum } from '#core/base/datum.ts'
import { bedoelde } from '#core/base/dichtstbij.ts'
import { type Blok, isBlok, onbekendeVelden, wijzer } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { parseUuid } from '#core/base/uuid.ts'

export type Lezer<T> = (ruw: unknown, plaats: string) => Result<T, Invoerfout[]>
export type Lezers = Readonly<Record<string, Lezer<unknown>>>
export type Gelezen<L extends Lezers> = { readonly [V in keyof L]: L[V] extends Lezer<infer T> ? T : never }

/** Eén fout op één plek. */
export const weiger = (code: string, plaats: string, tekst: string) => fout<Invoerfout[]>([{ code, plaats, tekst }])

const isLeeg = (ruw: unknown): boolean => ruw === undefined || ruw === null || (typeof ruw === 'string' && ruw.trim() === '')

/** Het veld mag ontbreken, leeg of `null` zijn: dan is het `null`. */
export const mag =
  <T>(lezer: Lezer<T>): Lezer<T | null> =>
  (ruw, plaats) =>
    isLeeg(ruw) ? ok(null) : lezer(ruw, plaats)

/** Het veld moet er zijn; `tekst` vraagt erom in gewone woorden. */
export const moet =
  <T>(lezer: Lezer<T>, tekst: string): Lezer<T> =>
  (ruw, plaats) =>
    isLeeg(ruw) ? weiger('VELD_ONTBREEKT', plaats, tekst) : lezer(ruw, plaats)

/** Ontbreekt het, dan geldt `waarde`. */
export const anders =
  <T>(lezer: Lezer<T>, waarde: T): Lezer<T> =>
  (ruw, plaats) =>
    isLeeg(ruw) ? ok(waarde) : lezer(ruw, plaats)

/** Leest alle velden; een veld dat ontbreekt gaat als `undefined` naar zijn lezer. Onbekende velden zijn een fout. */
export const leesVelden = <L extends Lezers>(lezers: L, ruw: unknown, plaats = ''): Result<Gelezen<L>, Invoerfout[]> =>
  lees(lezers, () => true, ruw, plaats) as Result<Gelezen<L>, Invoerfout[]>

/** Leest alleen de velden die er staan: voor een wijziging. `null` maakt een veld leeg als zijn lezer dat toelaat. */
export const leesGegeven = <L extends Lezers>(lezers: L, ruw: unknown, plaats = ''): Result<Partial<Gelezen<L>>, Invoerfout[]> =>
  lees(lezers, (veld, blok) => Object.hasOwn(blok, veld), ruw, plaats) as Result<Partial<Gelezen<L>>, Invoerfout[]>

function lees(lezers: Lezers, doetMee: (veld: string, blok: Blok) => boolean, ruw: unknown, plaats: string): Result<Blok, Invoerfout[]> {
  if (!isBlok(ruw)) return weiger('INVOER_ONGELDIG', plaats, `Geef hier een blok met: ${Object.keys(lezers).join(', ')}.`)
  const fouten = onbekendeVelden(ruw, Object.keys(lezers), plaats)
  const uit: Record<string, unknown> = {}
  for (const [veld, lezer] of Object.entries(lezers).filter(([naam]) => doetMee(naam, ruw))) {
    const gelezen = lezer(Object.hasOwn(ruw, veld) ? ruw[veld] : undefined, plaats + wijzer(veld))
    if (gelezen.ok) uit[veld] = gelezen.value
    else fouten.push(...gelezen.fout)
  }
  return fouten.length > 0 ? fout(fouten) : ok(uit)
}

/** Een blok binnen een blok. */
export const blok =
  <L extends Lezers>(lezers: L): Lezer<Gelezen<L>> =>
  (ruw, plaats) =>
    leesVelden(lezers, ruw, plaats)

/** Een lijst van hoogstens `max`; elk deel heeft zijn eigen plek in de fouten. */
export const lijst =
  <T>(lezer: Lezer<T>, max: number): Lezer<readonly T[]> =>
  (ruw, plaats) => {
    if (!Array.isArray(ruw)) return weiger('LIJST_ONGELDIG', plaats, 'Geef hier een lijst, ook bij één deel: [ … ].')
    if (ruw.length > max) return weiger('LIJST_TE_LANG', plaats, `Dit zijn er ${ruw.length}; hoogstens ${max} kan in één keer.`)
    const delen = ruw.map((deel, i) => lezer(deel, plaats + wijzer(i)))
    const fouten = delen.flatMap((deel) => (deel.ok ? [] : deel.fout))
    return fouten.length > 0 ? fout(fouten) : ok(delen.flatMap((deel) => (deel.ok ? [deel.value] : [])))
  }

/** Stuurtekens en tekens die de leesrichting omdraaien: onzichtbaar, en de database weigert sommige ervan. */
const onzichtbaar = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u

/** Eén regel tekst; spaties ervoor, erachter en dubbel verdwijnen. */
export const regel =
  (max: number): Lezer<string> =>
  (ruw, plaats) =>
    leesTekst(ruw, plaats, max, (t) => t.replace(/\s+/g, ' '))

/** Tekst met witregels, zoals een toelichting. */
export const alinea =
  (max: number): Lezer<string> =>
  (ruw, plaats) =>
    leesTekst(ruw, plaats, max, (t) => t.replace(/\r\n?/g, '\n'))

function leesTekst(ruw: unknown, plaats: string, max: number, netjes: (t: string) => string): Result<string, Invoerfout[]> {
  if (typeof ruw !== 'string') return weiger('TEKST_ONGELDIG', plaats, 'Geef hier tekst.')
  const tekst = netjes(ruw.normalize('NFC')).trim()
  if (onzichtbaar.test(tekst.replace(/[\n\t]/g, '')))
    return weiger('TEKST_TEKENS', plaats, 'In deze tekst staan onzichtbare tekens. Typ de tekst opnieuw in plaats van te plakken.')
  if (tekst === '') return weiger('TEKST_LEEG', plaats, 'Hier staat nog niets.')
  if (tekst.length > max) return weiger('TEKST_TE_LANG', plaats, `Deze tekst heeft ${tekst.length} tekens; hoogstens ${max} passen hier.`)
  return ok(tekst)
}

export const datum: Lezer<Datum> = (ruw, plaats) => {
  const gelezen = parseDatum(ruw)
  return gelezen ? ok(gelezen) : weiger('DATUM_ONGELDIG', plaats, 'Dit is geen datum die bestaat. Schrijf jaar, maand en dag: 2026-03-01.')
}

/** Een dag die al geweest is, of vandaag. */
export const datumTotEnMet =
  (vandaag: Datum): Lezer<Datum> =>
  (ruw, plaats) => {
    const gelezen = datum(ruw, plaats)
    if (!gelezen.ok || gelezen.value <= vandaag) return gelezen
    return weiger('DATUM_TOEKOMST', plaats, 'Deze dag moet nog komen. Kies vandaag of een dag ervoor.')
  }

export const uuid: Lezer<string> = (ruw, plaats) => {
  const gelezen = parseUuid(ruw)
  return gelezen ? ok(gelezen) : weiger('ID_ONGELDIG', plaats, 'Dit is geen geldige verwijzing. Kies opnieuw uit de lijst.')
}

export const jaNee: Lezer<boolean> = (ruw, plaats) =>
  typeof ruw === 'boolean' ? ok(ruw) : weiger('JANEE_ONGELDIG', plaats, 'Geef hier true of false.')

/** Eén van de sleutels van een tabel. */
export const keuze =
  <K extends string>(tabel: Readonly<Record<K, unknown>>): Lezer<K> =>
  (ruw, plaats) => {
    if (typeof ruw === 'string' && Object.hasOwn(tabel, ruw)) return ok(ruw as K)
    const mogelijk = Object.keys(tabel)
    const tip = typeof ruw === 'string' ? bedoelde(ruw, mogelijk) : ''
    return weiger('KEUZE_ONBEKEND', plaats, `Deze keuze bestaat niet.${tip} Kies uit: ${mogelijk.join(', ')}.`)
  }
