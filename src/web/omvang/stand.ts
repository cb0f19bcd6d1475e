import { fout, ok, type Result } from '#core/base/result.ts'
import { type Json, leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Normenkader, Product } from '#core/catalogus/vorm.ts'
import { type Per, pers, type Normregel, regelsoorten } from '#core/indicatie/normregels.ts'
import { herken, type Leesfout } from '#web/bewaren/bestand.ts'

/** Een regel zoals iemand hem typt: getallen blijven tekst tot er gerekend wordt, zodat niets wegvalt tijdens het typen. */
export type Regel = {
  readonly id: string
  readonly soort: Normregel['soort']
  /** Code uit het normenkader, of wat iemand zelf schrijft. */
  readonly activiteit: string
  readonly minuten: string
  readonly aantal: string
  readonly per: Per
  readonly zwaarte: string
  readonly resultaat: string
  readonly reden: string
  readonly motivering: string
}

export type Omvangstand = {
  readonly gemeente: string | null
  readonly instellingen: Readonly<Record<string, Json>>
  readonly product: string
  readonly van: string
  readonly tot: string
  readonly regels: readonly Regel[]
  readonly vastgesteld: string
  readonly vastgesteldWaarom: string
  readonly capaciteiten: string
  readonly situatie: string
  readonly dagdelen: string
  readonly perEtmaal: string
  readonly resultaten: readonly string[]
  readonly motiveringen: Readonly<Record<string, string>>
}

export const soortOmvang = 'meedoen-omvang'

export function legeStand(catalogus: Catalogus): Omvangstand {
  return {
    gemeente: catalogus.gemeenten.length === 1 ? (catalogus.gemeenten[0]?.naam ?? null) : null,
    instellingen: {},
    product: catalogus.catalogus.productvolgorde[0] ?? '',
    van: '',
    tot: '',
    regels: [],
    vastgesteld: '',
    vastgesteldWaarom: '',
    capaciteiten: '',
    situatie: '',
    dagdelen: '',
    perEtmaal: '',
    resultaten: [],
    motiveringen: {},
  }
}

/** Of dit product in dagdelen gaat; anders in uren en minuten. */
export function inDagdelen(product: Product | undefined): boolean {
  return product?.omvang ? product.omvang.wijze === 'dagdelen' : product?.eenheid === 'dagdeel'
}

/** Een ander product houdt de regels; resultaten van het vorige product vervallen, die zijn van dat product. */
export function kiesProduct(s: Omvangstand, catalogus: Catalogus, product: string): Omvangstand {
  const eigen = new Set((catalogus.producten[product]?.resultaten ?? []).map((r) => r.code))
  return { ...s, product, resultaten: s.resultaten.filter((r) => eigen.has(r)) }
}

function nieuwId(regels: readonly Regel[]): string {
  return String(Math.max(0, ...regels.map((r) => Number(r.id)).filter(Number.isInteger)) + 1)
}

const leeg = { activiteit: '', minuten: '', aantal: '1', per: 'week', zwaarte: '', resultaat: '', reden: '', motivering: '' } as const

export function voegRegelToe(s: Omvangstand, soort: Normregel['soort'], delen: Partial<Regel> = {}): Omvangstand {
  return { ...s, regels: [...s.regels, { ...leeg, ...delen, soort, id: nieuwId(s.regels) }] }
}

/** Een activiteit uit de normtabel, met de minuten van die zwaarte. */
export function voegNormToe(s: Omvangstand, kader: Normenkader, code: string, zwaarte: string): Omvangstand {
  const norm = kader.activiteiten.find((a) => a.code === code)
  if (!norm) return s
  const { aantal, per } = norm.keer
  return voegRegelToe(s, 'norm', {
    activiteit: code,
    minuten: String(norm.minuten[zwaarte] ?? 0),
    aantal: String(aantal).replace('.', ','),
    per,
    zwaarte,
  })
}

/** Een andere zwaarte neemt de minuten van die zwaarte over. */
export function wijzigRegel(s: Omvangstand, id: string, delen: Partial<Regel>, kader: Normenkader | null): Omvangstand {
  const regels = s.regels.map((r) => {
    if (r.id !== id) return r
    const minuten =
      delen.zwaarte === undefined ? undefined : kader?.activiteiten.find((a) => a.code === r.activiteit)?.minuten[delen.zwaarte]
    return { ...r, ...delen, ...(minuten === undefined ? {} : { minuten: String(minuten) }) }
  })
  return { ...s, regels }
}

export function haalRegelWeg(s: Omvangstand, id: string): Omvangstand {
  return { ...s, regels: s.regels.filter((r) => r.id !== id) }
}

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x)
const tekstvelden = ['van', 'tot', 'vastgesteld', 'vastgesteldWaarom', 'capaciteiten', 'situatie', 'dagdelen', 'perEtmaal'] as const
const regelteksten = ['activiteit', 'minuten', 'aantal', 'zwaarte', 'resultaat', 'reden', 'motivering'] as const
const langste = 4_000
const meesteRegels = 1_000

/** Controleert de vorm van een stand uit een bestand, link of deze tab. Of de getallen kloppen zegt daarna de berekening, bij het veld zelf. */
export function leesStand(catalogus: Catalogus, ruw: unknown): Result<Omvangstand, Leesfout[]> {
  if (!isObject(ruw))
    return fout([{ plaats: 'de hele stand', tekst: 'Hier staat geen omvang in. Kies een bestand of link van dit scherm.' }])
  const fouten: Leesfout[] = []
  const keuze = leesKeuze(catalogus, { gemeente: ruw.gemeente ?? undefined, instellingen: ruw.instellingen })
  if (!keuze.ok) fouten.push(...keuze.fout.map((f) => ({ plaats: f.plaats.slice(1).replaceAll('/', ', '), tekst: f.tekst })))
  const product = typeof ruw.product === 'string' && Object.hasOwn(catalogus.producten, ruw.product) ? ruw.product : null
  if (product === null)
    fouten.push({ plaats: 'product', tekst: `Het product ${JSON.stringify(ruw.product)} staat niet in deze catalogus.` })
  const teksten = Object.fromEntries(tekstvelden.map((v) => [v, leesTekst(ruw[v], v, fouten)])) as Record<
    (typeof tekstvelden)[number],
    string
  >
  const regels = leesRegels(ruw.regels, fouten)
  const eigen = new Set((product ? (catalogus.producten[product]?.resultaten ?? []) : []).map((r) => r.code))
  const resultaten = Array.isArray(ruw.resultaten) ? ruw.resultaten.filter((r): r is string => eigen.has(r as string)) : []
  const motiveringen = isObject(ruw.motiveringen)
    ? Object.fromEntries(Object.entries(ruw.motiveringen).filter((p): p is [string, string] => typeof p[1] === 'string'))
    : {}
  if (fouten.length > 0 || !keuze.ok || product === null) return fout(fouten)
  const gemeente = keuze.value.gemeente ?? legeStand(catalogus).gemeente
  return ok({ gemeente, instellingen: keuze.value.instellingen ?? {}, product, ...teksten, regels, resultaten, motiveringen })
}

function leesTekst(ruw: unknown, plaats: string, fouten: Leesfout[]): string {
  if (ruw === undefined) return ''
  if (typeof ruw === 'string' && ruw.length <= langste) return ruw
  fouten.push({ plaats, tekst: `Hier hoort een tekst van hoogstens ${langste} tekens.` })
  return ''
}

function leesRegels(ruw: unknown, fouten: Leesfout[]): Regel[] {
  if (ruw === undefined) return []
  if (!Array.isArray(ruw) || ruw.length > meesteRegels) {
    fouten.push({ plaats: 'regels', tekst: `Regels zijn een lijst van hoogstens ${meesteRegels}.` })
    return []
  }
  return ruw.map((r, i) => {
    const plaats = `regels, ${i + 1}`
    const o = isObject(r) ? r : {}
    const soort = regelsoorten.find((x) => x === o.soort)
    const per = pers.find((x) => x === o.per)
    if (!isObject(r) || !soort || !per)
      fouten.push({ plaats, tekst: 'Deze regel mist soort (norm, aftrek, afwijking) of per (dag, week, maand, …).' })
    const teksten = Object.fromEntries(regelteksten.map((v) => [v, leesTekst(o[v], `${plaats}, ${v}`, fouten)])) as Record<
      (typeof regelteksten)[number],
      string
    >
    return { id: String(i + 1), soort: soort ?? 'norm', per: per ?? 'week', ...teksten }
  })
}

export function naarBestand(catalogus: Catalogus, s: Omvangstand, synthetisch: boolean): string {
  const { id, versie } = catalogus.catalogus
  // Wie het bestand los tegenkomt, moet ook daar zien dat de normen verzonnen zijn.
  const merk = synthetisch ? { let_op: 'SYNTHETISCH: deze normtijden zijn verzonnen. Gebruik ze niet voor een besluit.' } : {}
  const regels = s.regels.map(({ id: _weg, ...r }) => r)
  return `${JSON.stringify({ soort: soortOmvang, ...merk, catalogus: id, versie, hash: catalogus.hash, ...s, regels }, null, 2)}\n`
}

export function vanBestand(catalogus: Catalogus, ruw: unknown): Result<Omvangstand, Leesfout[]> {
  const o = herken(ruw, soortOmvang, catalogus.catalogus.id)
  return o.ok ? leesStand(catalogus, o.value) : o
}

/**
 * `@product=X&regel=norm,CODE,45,1,week,middel,resultaat&dagdelen=4&resultaten=a,b`. Vrije teksten (redenen, motiveringen,
 * onderbouwing) gaan niet mee: die horen niet in een adres.
 */
export function naarFragment(catalogus: Catalogus, s: Omvangstand): string {
  const c = encodeURIComponent
  const delen = [`@versie=${c(catalogus.catalogus.versie)}`, `@product=${c(s.product)}`]
  if (s.gemeente !== null && catalogus.gemeenten.length > 1) delen.push(`@gemeente=${c(s.gemeente)}`)
  for (const r of s.regels)
    delen.push(`regel=${[r.soort, r.activiteit, r.minuten, r.aantal, r.per, r.zwaarte, r.resultaat].map(c).join(',')}`)
  for (const veld of ['van', 'tot', 'dagdelen', 'perEtmaal', 'vastgesteld'] as const)
    if (s[veld] !== '') delen.push(`${veld}=${c(s[veld])}`)
  if (s.resultaten.length > 0) delen.push(`resultaten=${s.resultaten.map(c).join(',')}`)
  for (const [sleutel, waarde] of Object.entries(s.instellingen)) delen.push(`lezing:${c(sleutel)}=${c(JSON.stringify(waarde))}`)
  return delen.join('&')
}

export function vanFragment(catalogus: Catalogus, fragment: string): Result<Omvangstand, Leesfout[]> {
  const ruw: Record<string, unknown> = {}
  const regels: Record<string, string>[] = []
  const instellingen: [string, unknown][] = []
  try {
    for (const deel of fragment.replace(/^#/, '').split('&')) {
      const [naam = '', waarde = ''] = deel.split(/=(.*)/s)
      const lijst = waarde.split(',').map(decodeURIComponent)
      if (naam === 'regel') {
        const [soort = '', activiteit = '', minuten = '', aantal = '', per = '', zwaarte = '', resultaat = ''] = lijst
        regels.push({ soort, activiteit, minuten, aantal, per, zwaarte, resultaat })
      } else if (naam === 'resultaten') ruw.resultaten = lijst
      else if (naam.startsWith('lezing:')) instellingen.push([decodeURIComponent(naam.slice(7)), JSON.parse(decodeURIComponent(waarde))])
      else if (naam === '@product' || naam === '@gemeente') ruw[naam.slice(1)] = decodeURIComponent(waarde)
      else if (['van', 'tot', 'dagdelen', 'perEtmaal', 'vastgesteld'].includes(naam)) ruw[naam] = decodeURIComponent(waarde)
      else if (naam !== '@versie')
        return fout([{ plaats: deel, tekst: 'De link is beschadigd: dit deel is niet te lezen. Vraag om een nieuwe link.' }])
    }
  } catch {
    return fout([{ plaats: 'de link', tekst: 'De link is beschadigd. Vraag om een nieuwe link.' }])
  }
  return leesStand(catalogus, { ...ruw, regels, instellingen: Object.fromEntries(instellingen) })
}
