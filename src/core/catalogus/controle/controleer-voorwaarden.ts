/** Controle van voorwaarden: elke naam bestaat, elke waarde hoort bij haar vraag, elke instelling past op haar plek. */
import { bedoelde } from '#core/base/dichtstbij.ts'
import type { Controle, Pad } from './controle.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Instelling } from '#core/catalogus/vorm.ts'
import type { Toets, Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

/** De plekken in de catalogus waar een voorwaarde staat. */
export function* voorwaardenMetPad(c: Controle['catalogus']): Generator<[Pad, Voorwaarde]> {
  for (const [t, tabel] of Object.entries(c.tabellen)) {
    for (const [i, rij] of tabel.rijen.entries()) if (rij.als) yield [['tabellen', t, 'rijen', i, 'als'], rij.als]
    for (const [i, w] of (tabel.waarschuwingen ?? []).entries()) if (w.als) yield [['tabellen', t, 'waarschuwingen', i, 'als'], w.als]
  }
  for (const [a, afgeleid] of Object.entries(c.afgeleid ?? {})) {
    for (const [i, rij] of afgeleid.rijen.entries()) if (rij.als) yield [['afgeleid', a, 'rijen', i, 'als'], rij.als]
  }
  for (const [d, v] of Object.entries(c.definities ?? {})) yield [['definities', d], v]
  for (const [i, u] of (c.gedeeld ?? []).entries()) if (u.als) yield [['gedeeld', i, 'als'], u.als]
  for (const [p, product] of Object.entries(c.producten)) {
    for (const [i, u] of product.uitspraken.entries()) if (u.als) yield [['producten', p, 'uitspraken', i, 'als'], u.als]
    for (const [i, item] of (product.lijst ?? []).entries()) yield [['producten', p, 'lijst', i, 'als'], item.als]
  }
}

export function controleerVoorwaarden(c: Controle): void {
  for (const [pad, v] of voorwaardenMetPad(c.catalogus)) controleerVoorwaarde(c, pad, v)
}

function controleerVoorwaarde(c: Controle, pad: Pad, v: Voorwaarde): void {
  for (const woord of ['alle', 'een', 'geen', 'van'] as const) {
    const delen = (v as Record<string, unknown>)[woord]
    if (Array.isArray(delen)) for (const [i, deel] of delen.entries()) controleerVoorwaarde(c, [...pad, woord, i], deel as Voorwaarde)
  }
  if ('alle' in v || 'een' in v || 'geen' in v) return
  if ('van' in v) {
    const { minstens, van } = v as { minstens: number | { instelling: string }; van: unknown[] }
    if (typeof minstens === 'object') controleerVerwijzing(c, [...pad, 'minstens', 'instelling'], minstens.instelling, 'getal')
    else if (minstens > van.length)
      c.meld([...pad, 'minstens'], 'VOORWAARDE_ONMOGELIJK', `Minstens ${minstens} van ${van.length} kan nooit.`, 'Verlaag het aantal.')
  } else if ('niet' in v) controleerVoorwaarde(c, [...pad, 'niet'], v.niet as Voorwaarde)
  else if ('definitie' in v)
    c.bestaat([...pad, 'definitie'], 'DEFINITIE_ONBEKEND', 'de definitie', v.definitie as string, Object.keys(c.catalogus.definities ?? {}))
  else if ('gemeente' in v) {
    for (const g of [v.gemeente as string | string[]].flat())
      c.bestaat(
        [...pad, 'gemeente'],
        'GEMEENTE_ONBEKEND',
        'de gemeente',
        g,
        c.catalogus.gemeenten.map((x) => x.naam),
      )
  } else if ('instelling' in v) controleerInstellingstoets(c, [...pad, 'instelling'], v.instelling as Record<string, unknown>)
  else for (const [id, toets] of Object.entries(v)) controleerToets(c, [...pad, id], id, toets as Toets)
}

function controleerInstellingstoets(c: Controle, pad: Pad, toets: Record<string, unknown>): void {
  for (const [sleutelpad, genoemd] of Object.entries(toets)) {
    if (!controleerVerwijzing(c, [...pad, sleutelpad], sleutelpad)) continue
    const mogelijk = mogelijkeWaarden(c, sleutelpad)
    if (mogelijk === null) continue
    for (const w of [genoemd].flat()) {
      if (mogelijk.includes(w as Json)) continue
      const tekst = `De instelling ${sleutelpad} heeft geen lezing ${String(w)}.${bedoelde(String(w), mogelijk.map(String))}`
      c.meld([...pad, sleutelpad], 'WAARDE_BUITEN_DOMEIN', tekst, `Kies uit: ${mogelijk.map(String).join(', ')}.`)
    }
  }
}

/** De enkele waarden die een instelling kan hebben, of null als er ook een eigen waarde mag of de waarde een blok is. */
function mogelijkeWaarden(c: Controle, pad: string): Json[] | null {
  const [sleutel = '', ...dieper] = pad.split('.')
  const instelling = c.catalogus.instellingen?.[sleutel]
  if (!instelling || instelling.vrij) return null
  const waarden = [instelling.standaard as Json, ...instelling.lezingen.map((l) => l.waarde as Json)].map((w) => diep(w, dieper))
  const plat = instelling.perGemeente ? waarden.flatMap((w) => (isBlok(w) ? Object.values(w) : [w])) : waarden
  const enkel = plat.flatMap((w) => (Array.isArray(w) ? w : [w])).filter((w): w is Json => w !== undefined)
  return enkel.some(isBlok) ? null : enkel
}

type Soort = 'getal' | 'lijst' | 'tekst'

/** Meldt een instelling die niet bestaat, of waarvan de waarde niet bij haar plek past. Geeft terug of ze bestaat. */
export function controleerVerwijzing(c: Controle, pad: Pad, sleutelpad: string, soort?: Soort): boolean {
  const [sleutel = '', ...dieper] = sleutelpad.split('.')
  const instellingen = c.catalogus.instellingen ?? {}
  if (!c.bestaat(pad, 'INSTELLING_ONBEKEND', 'de instelling', sleutel, Object.keys(instellingen))) return false
  const waarde = standaardOp(instellingen[sleutel] as Instelling, dieper)
  if (waarde === undefined) {
    c.meld(
      pad,
      'INSTELLING_ONBEKEND',
      `De instelling ${sleutel} heeft geen deel "${dieper.join('.')}".`,
      'Verbeter het pad achter de punt.',
    )
    return false
  }
  const past = soort === undefined || waarde === null || isSoort(waarde, soort)
  if (!past)
    c.meld(
      pad,
      'EENHEID_ONGELIJK',
      `Hier hoort een ${soort}; de instelling ${sleutelpad} is ${JSON.stringify(waarde)}.`,
      'Kies een andere instelling of pas haar waarde aan.',
    )
  return true
}

function standaardOp(instelling: Instelling, dieper: readonly string[]): Json | undefined {
  const rauw = instelling.standaard as Json
  const direct = diep(rauw, dieper)
  if (!instelling.perGemeente || (dieper.length > 0 && direct !== undefined)) return direct
  return isBlok(rauw)
    ? (Object.values(rauw)
        .map((w) => diep(w, dieper))
        .find((w) => w !== undefined) ?? null)
    : null
}

const isSoort = (w: Json, soort: Soort): boolean =>
  soort === 'getal' ? typeof w === 'number' : soort === 'lijst' ? Array.isArray(w) : typeof w === 'string'
const isBlok = (w: Json | undefined): w is Record<string, Json> => w !== null && typeof w === 'object' && !Array.isArray(w)
const diep = (w: Json, pad: readonly string[]): Json | undefined =>
  pad.reduce<Json | undefined>((x, s) => (isBlok(x) && Object.hasOwn(x, s) ? x[s] : undefined), w)

type Domein = { soort: 'waarden' | 'getal' | 'lijst'; waarden: string[]; min?: number; max?: number }

function domeinVan(c: Controle, id: string): Domein | null {
  const afgeleid = c.catalogus.afgeleid?.[id]
  if (afgeleid) return { soort: 'waarden', waarden: waardenVan(afgeleid.waarden).map((w) => w.id) }
  const vraag = c.catalogus.vragen[id]
  if (!vraag) return null
  if (vraag.soort === 'getal') return { soort: 'getal', waarden: [], min: vraag.min, max: vraag.max }
  const waarden = waardenVan(vraag.soort === 'janee' ? undefined : vraag.waarden).map((w) => w.id)
  return { soort: vraag.soort === 'meerkeuze' ? 'lijst' : 'waarden', waarden }
}

function controleerToets(c: Controle, pad: Pad, id: string, toets: Toets): void {
  const domein = domeinVan(c, id)
  if (!domein) {
    const namen = [...Object.keys(c.catalogus.vragen), ...Object.keys(c.catalogus.afgeleid ?? {})]
    c.bestaat(pad, 'VRAAG_ONBEKEND', 'de vraag of afgeleide waarde', id, namen)
    return
  }
  if (typeof toets !== 'object') controleerWaarde(c, pad, id, domein, toets)
  else if (Array.isArray(toets)) {
    for (const [i, t] of toets.entries()) {
      if (typeof t === 'object') controleerDomeinVan(c, [...pad, i, 'instelling'], id, domein, t.instelling)
      else controleerWaarde(c, [...pad, i], id, domein, t)
    }
  } else if ('instelling' in toets) controleerDomeinVan(c, [...pad, 'instelling'], id, domein, toets.instelling)
  else controleerGrens(c, pad, id, domein, toets as Exclude<Toets, string | number | unknown[] | { instelling: string }>)
}

function controleerWaarde(c: Controle, pad: Pad, id: string, d: Domein, waarde: string | number): void {
  if (d.soort === 'getal') {
    if (typeof waarde !== 'number')
      c.meld(
        pad,
        'WAARDE_BUITEN_DOMEIN',
        `De vraag ${id} is een getal; hier staat "${waarde}".`,
        'Vergelijk met een getal of met vanaf, tot of totEnMet.',
      )
    else controleerBereik(c, pad, id, d, waarde)
  } else if (!d.waarden.includes(String(waarde))) {
    const tekst = `${id} heeft geen waarde "${waarde}".${bedoelde(String(waarde), d.waarden)}`
    c.meld(pad, 'WAARDE_BUITEN_DOMEIN', tekst, `Kies uit: ${d.waarden.join(', ')}.`)
  }
}

function controleerBereik(c: Controle, pad: Pad, id: string, d: Domein, waarde: number): void {
  if ((d.min !== undefined && waarde < d.min) || (d.max !== undefined && waarde > d.max)) {
    c.meld(
      pad,
      'WAARDE_BUITEN_DOMEIN',
      `${waarde} ligt buiten wat op ${id} geantwoord kan worden (${d.min ?? ''} tot ${d.max ?? 'onbeperkt'}).`,
      'Pas de grens of de vraag aan.',
    )
  }
}

/** Een instelling als waarde: haar standaard moet een waarde van de vraag zijn. */
function controleerDomeinVan(c: Controle, pad: Pad, id: string, d: Domein, sleutelpad: string): void {
  if (!controleerVerwijzing(c, pad, sleutelpad)) return
  const [sleutel = '', ...dieper] = sleutelpad.split('.')
  const waarde = standaardOp(c.catalogus.instellingen?.[sleutel] as Instelling, dieper)
  for (const w of [waarde].flat()) if (typeof w === 'string' || typeof w === 'number') controleerWaarde(c, pad, id, d, w)
}

function controleerGrens(
  c: Controle,
  pad: Pad,
  id: string,
  d: Domein,
  t: { vanaf?: unknown; tot?: unknown; totEnMet?: unknown; minstens?: unknown; uit?: unknown },
): void {
  for (const grens of ['vanaf', 'tot', 'totEnMet'] as const) {
    const w = t[grens]
    if (w === undefined) continue
    if (d.soort !== 'getal')
      c.meld(
        [...pad, grens],
        'EENHEID_ONGELIJK',
        `"${grens}" hoort bij een getal; ${id} is dat niet.`,
        `Noem een waarde: ${d.waarden.join(', ')}.`,
      )
    else if (typeof w === 'number') controleerBereik(c, [...pad, grens], id, d, w)
    else controleerVerwijzing(c, [...pad, grens, 'instelling'], (w as { instelling: string }).instelling, 'getal')
  }
  for (const deel of ['minstens', 'uit'] as const) {
    const w = t[deel]
    if (w === undefined) continue
    if (d.soort !== 'lijst')
      c.meld(
        [...pad, deel],
        'EENHEID_ONGELIJK',
        `"${deel}" telt gekozen waarden; ${id} is geen lijst.`,
        'Haal het weg of maak er een vraag met meer antwoorden van.',
      )
    else if (Array.isArray(w)) for (const [i, x] of w.entries()) controleerWaarde(c, [...pad, deel, i], id, d, x)
    else if (typeof w === 'object')
      controleerVerwijzing(c, [...pad, deel, 'instelling'], (w as { instelling: string }).instelling, deel === 'uit' ? 'lijst' : 'getal')
  }
}
