/** De bezwaren van de vorm (zod) in gewoon Nederlands, met wat er wel mag en wat de beheerder nu kan doen. */
import type { z } from 'zod'
import { bedoelde, dichtstbij } from '#core/base/dichtstbij.ts'
import type { Catalogusfout } from './fout.ts'
import type { PlaatsVan } from './samenvoegen.ts'

type Bezwaar = z.core.$ZodIssue
type Melding = { pad: readonly PropertyKey[]; code: string; tekst: string; watNu: string; bedoeld?: string }

/** Eén fout per bezwaar, gesorteerd op plaats. */
export function vormfouten(bezwaren: readonly Bezwaar[], vorm: z.core.$ZodType, inhoud: unknown, plaatsVan: PlaatsVan): Catalogusfout[] {
  const meldingen = bezwaren.flatMap((b) => uitleg(b, vorm, inhoud))
  // Een typefout in een sleutel is één fout: dat de bedoelde sleutel dan ontbreekt, hoeft niemand apart te lezen.
  const bedoeld = new Set(meldingen.flatMap((m) => (m.bedoeld ? [padNaam([...m.pad.slice(0, -1), m.bedoeld])] : [])))
  return meldingen
    .filter((m) => m.code !== 'SLEUTEL_ONTBREEKT' || !bedoeld.has(padNaam(m.pad)))
    .map(({ pad, bedoeld: _, ...rest }) => ({ ...plaatsVan(pad), ...rest }))
    .sort((a, b) => (a.bestand < b.bestand ? -1 : a.bestand > b.bestand ? 1 : a.regel - b.regel || a.kolom - b.kolom))
}

function uitleg(b: Bezwaar, vorm: z.core.$ZodType, inhoud: unknown): Melding[] {
  const pad = b.path
  const naam = padNaam(pad)
  switch (b.code) {
    case 'unrecognized_keys': {
      const mag = sleutelsOp(vorm, pad)
      return b.keys.map((k) => ({
        pad: [...pad, k],
        code: 'SLEUTEL_ONBEKEND',
        bedoeld: dichtstbij(k, mag) ?? undefined,
        tekst: `De sleutel "${k}" bestaat niet${naam ? ` in ${naam}` : ''}.${bedoelde(k, mag)}`,
        watNu: watBijSleutel(k, mag),
      }))
    }
    case 'invalid_type':
      return [typefout(b, pad, waardeOp(inhoud, pad))]
    case 'invalid_value':
      return [keuzefout(pad, waardeOp(inhoud, pad), b.values.map(String))]
    case 'invalid_key': {
      const reden = b.issues[0]?.message ?? 'een geldige sleutel'
      return [
        {
          pad,
          code: 'SLEUTEL_ONGELDIG',
          tekst: `De sleutel "${String(pad.at(-1))}" is geen ${kaal(reden)}.`,
          watNu: 'Hernoem de sleutel.',
        },
      ]
    }
    case 'invalid_union':
      return [unieFout(b, vorm, inhoud)].flat()
    case 'too_small':
      return [{ pad, code: 'WAARDE_ONGELDIG', tekst: teKlein(b, naam), watNu: 'Vul aan of haal het deel weg.' }]
    case 'too_big':
      return [{ pad, code: 'WAARDE_ONGELDIG', tekst: `${naam} is te groot: hoogstens ${b.maximum}.`, watNu: 'Verlaag de waarde.' }]
    case 'invalid_format':
      return [
        {
          pad,
          code: 'WAARDE_ONGELDIG',
          tekst: `${naam} is ${toon(waardeOp(inhoud, pad))}; verwacht is ${formaat(b)}.`,
          watNu: 'Pas de waarde aan.',
        },
      ]
    default:
      return [
        { pad, code: 'WAARDE_ONGELDIG', tekst: `${naam} klopt niet: ${kaal(b.message)}.`, watNu: 'Zie docs/catalogus.md voor de vorm.' },
      ]
  }
}

function watBijSleutel(sleutel: string, mag: readonly string[]): string {
  if (dichtstbij(sleutel, mag)) return 'Verbeter de naam.'
  // In {tekst: een, twee} is "twee" voor YAML een sleutel zonder waarde.
  if (sleutel.includes(' ')) return 'Staat er een komma in een tekst tussen accolades? Zet die tekst tussen aanhalingstekens.'
  return mag.length > 0 ? `Kies uit: ${mag.join(', ')}.` : 'Haal de sleutel weg.'
}

function typefout(b: Bezwaar & { code: 'invalid_type' }, pad: readonly PropertyKey[], waarde: unknown): Melding {
  const naam = padNaam(pad)
  const soort = soortnamen[b.expected] ?? String(b.expected)
  if (waarde === undefined)
    return {
      pad,
      code: 'SLEUTEL_ONTBREEKT',
      tekst: `Hier ontbreekt "${String(pad.at(-1))}" (${soort})${naam.includes(' ') ? ` in ${padNaam(pad.slice(0, -1))}` : ''}.`,
      watNu: 'Voeg hem toe.',
    }
  const aanhalen = b.expected === 'string' && (typeof waarde === 'number' || typeof waarde === 'boolean')
  const watNu = aanhalen ? `Zet de waarde tussen aanhalingstekens: "${String(waarde)}".` : `Maak er ${soort} van.`
  return { pad, code: 'WAARDE_SOORT', tekst: `${naam} is ${toon(waarde)}; verwacht is ${soort}.`, watNu }
}

function keuzefout(pad: readonly PropertyKey[], waarde: unknown, mag: string[]): Melding {
  const naam = padNaam(pad)
  const lijst = `Kies uit: ${mag.join(', ')}.`
  if (waarde === undefined) return { pad, code: 'SLEUTEL_ONTBREEKT', tekst: `Hier ontbreekt "${String(pad.at(-1))}".`, watNu: lijst }
  return { pad, code: 'WAARDE_ONBEKEND', tekst: `${naam} kan niet ${toon(waarde)} zijn.${bedoelde(String(waarde), mag)}`, watNu: lijst }
}

/** Van een keuze uit vormen zegt de tak die het verst kwam het meest over wat de schrijver bedoelde. */
function unieFout(b: Bezwaar & { code: 'invalid_union' }, vorm: z.core.$ZodType, inhoud: unknown): Melding[] {
  const opties = (b as { options?: unknown }).options
  if (Array.isArray(opties) && b.errors.length === 0) return [keuzefout(b.path, waardeOp(inhoud, b.path), opties.map(String))]
  const takken = b.errors.map((tak) => tak.map((t) => ({ ...t, path: [...b.path, ...t.path] }) as Bezwaar))
  const beste = takken.filter((tak) => tak.length > 0).sort((x, y) => diepte(y) - diepte(x) || x.length - y.length)[0]
  if (beste && diepte(beste) > b.path.length) return beste.flatMap((t) => uitleg(t, vorm, inhoud))
  const blaadjes = takken.flat()
  const woorden = blaadjes.flatMap((t) => (t.code === 'invalid_value' ? t.values.map(String) : []))
  const soorten = blaadjes.flatMap((t) => (t.code === 'invalid_type' ? [soortnamen[t.expected] ?? t.expected] : []))
  const sleutels = sleutelsOp(vorm, b.path)
  const waarde = waardeOp(inhoud, b.path)
  if (woorden.length > 0 && typeof waarde === 'string') {
    const ook = sleutels.length > 0 ? ` Of een blok met: ${sleutels.join(', ')}.` : ''
    const melding = keuzefout(b.path, waarde, woorden)
    return [{ ...melding, watNu: melding.watNu + ook }]
  }
  const metSleutels = sleutels.length > 0 ? ` Sleutels die hier kunnen: ${sleutels.join(', ')}.` : ''
  const verwacht = [...new Set([...soorten, ...woorden.map((w) => `"${w}"`)])].join(' of ')
  const tekst = `${padNaam(b.path)} is ${toon(waarde)}; verwacht is ${verwacht || 'iets anders'}.`
  return [{ pad: b.path, code: 'WAARDE_SOORT', tekst, watNu: `Zie docs/catalogus.md voor de vorm.${metSleutels}` }]
}

const diepte = (tak: readonly Bezwaar[]): number => Math.max(...tak.map((t) => t.path.length + (t.code === 'invalid_union' ? 0.5 : 0)))

const soortnamen: Record<string, string> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een blok met sleutels',
  record: 'een blok met sleutels',
  null: 'null',
}

function teKlein(b: Bezwaar & { code: 'too_small' }, naam: string): string {
  if (b.origin === 'array') return `${naam} is leeg; er hoort minstens ${b.minimum} regel te staan.`
  if (b.origin === 'string') return `${naam} is leeg.`
  return `${naam} is te klein: ${b.inclusive ? 'minstens' : 'meer dan'} ${b.minimum}.`
}

function formaat(b: Bezwaar & { code: 'invalid_format' }): string {
  // Een eigen boodschap uit vorm.ts ("een nummer als A-BR-04") zegt meer dan het patroon.
  return b.message.startsWith('Invalid') || b.message.startsWith('Ongeldig')
    ? `tekst volgens het patroon ${String(b.pattern ?? b.format)}`
    : b.message
}

const kaal = (tekst: string) => tekst.replace(/\.$/, '').replace(/^een /, '')

function toon(waarde: unknown): string {
  if (waarde === null) return 'leeg'
  if (Array.isArray(waarde)) return 'een lijst'
  if (typeof waarde === 'object') return 'een blok met sleutels'
  const tekst = String(waarde)
  return typeof waarde === 'string' ? `"${tekst.length > 60 ? `${tekst.slice(0, 57)}…` : tekst}"` : tekst
}

/** `producten.BR.uitspraken[3].soort`, leesbaar voor wie de YAML voor zich heeft. */
export function padNaam(pad: readonly PropertyKey[]): string {
  return pad.reduce<string>(
    (tot, stap) => (typeof stap === 'number' ? `${tot}[${stap + 1}]` : tot ? `${tot}.${String(stap)}` : String(stap)),
    '',
  )
}

function waardeOp(inhoud: unknown, pad: readonly PropertyKey[]): unknown {
  return pad.reduce<unknown>(
    (w, stap) => (w !== null && typeof w === 'object' && Object.hasOwn(w, stap) ? (w as Record<PropertyKey, unknown>)[stap] : undefined),
    inhoud,
  )
}

/** De sleutels die de vorm op dit pad kent; bij een keuze uit vormen die van alle takken samen. */
function sleutelsOp(vorm: z.core.$ZodType, pad: readonly PropertyKey[]): string[] {
  let hier = uitgepakt(vorm)
  for (const stap of pad) hier = hier.flatMap((v) => binnen(v, stap)).flatMap(uitgepakt)
  return [...new Set(hier.flatMap((v) => (v._zod.def.type === 'object' ? Object.keys((v as z.core.$ZodObject)._zod.def.shape) : [])))]
}

function uitgepakt(v: z.core.$ZodType): z.core.$ZodType[] {
  const def = v._zod.def as {
    type: string
    innerType?: z.core.$ZodType
    getter?: () => z.core.$ZodType
    options?: readonly z.core.$ZodType[]
  }
  if (def.type === 'union') return (def.options ?? []).flatMap(uitgepakt)
  if (def.type === 'lazy' && def.getter) return uitgepakt(def.getter())
  return def.innerType ? uitgepakt(def.innerType) : [v]
}

function binnen(v: z.core.$ZodType, stap: PropertyKey): z.core.$ZodType[] {
  const def = v._zod.def as {
    type: string
    shape?: Record<string, z.core.$ZodType>
    valueType?: z.core.$ZodType
    element?: z.core.$ZodType
  }
  if (def.type === 'object') return [def.shape?.[String(stap)]].filter((x) => x !== undefined)
  if (def.type === 'record') return def.valueType ? [def.valueType] : []
  if (def.type === 'array') return def.element && typeof stap === 'number' ? [def.element] : []
  return []
}
