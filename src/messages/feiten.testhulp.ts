/**
 * Een tweede oordeel over de vorm van een bericht, los van beschrijving, lezer en schema's: rechtstreeks uit de opgeschreven
 * bouw en typen in `testdata`. De schematoets legt dit naast de lezer en libxml2.
 */
import { readFileSync } from 'node:fs'

export type Feit = {
  readonly naam: string
  readonly aantal: '1' | '?' | '+'
  readonly type?: string
  readonly vast?: string
  readonly patroon?: string
  readonly kinderen: Feit[]
}
export type Typefeit = {
  readonly naam: string
  readonly basis: string
  readonly facetten: ReadonlyMap<string, number>
  readonly patroon?: string
  readonly codes: string[]
}
export type Berichtfeit = { readonly naam: string; readonly ruimte: string; readonly kinderen: Feit[] }

const lees = (naam: string) =>
  readFileSync(new URL(`./testdata/${naam}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((r) => r.trim() !== '' && !r.startsWith('#'))

export const berichtfeiten: Berichtfeit[] = []
export const groepfeiten = new Map<string, Feit[]>()
export const typefeiten = new Map<string, Typefeit>()
export const BASISRUIMTE = 'http://www.istandaarden.nl/iwmo/3_2/basisschema/schema'

function leesBouw(): void {
  let stapel: Feit[][] = []
  for (const regel of lees('iwmo-3.2-bouw.txt')) {
    const diepte = (regel.length - regel.trimStart().length) / 2
    const [naam = '', tweede = '', type, extra] = regel.trim().split(' ')
    if (diepte === 0) {
      const kinderen: Feit[] = []
      stapel = [kinderen]
      if (naam.startsWith('CDT_')) groepfeiten.set(naam, kinderen)
      else berichtfeiten.push({ naam, ruimte: tweede, kinderen })
      continue
    }
    const feit: Feit = {
      naam,
      aantal: tweede as Feit['aantal'],
      ...(type && { type }),
      ...(extra?.startsWith('=') && { vast: extra.slice(1) }),
      ...(extra?.startsWith('~') && { patroon: extra.slice(1) }),
      kinderen: [],
    }
    stapel[diepte - 1]?.push(feit)
    stapel[diepte] = feit.kinderen
  }
}

function leesTypen(): void {
  let laatste: Typefeit | undefined
  for (const regel of lees('iwmo-3.2-typen.txt')) {
    if (regel.startsWith('  ')) {
      laatste?.codes.push(...regel.trim().split(' '))
      continue
    }
    const [voor = '', patroon] = regel.split(' ~')
    const [naam = '', basis = '', ...facetten] = voor.split(' ')
    laatste = {
      naam,
      basis,
      facetten: new Map(facetten.map((f) => [f.split('=')[0] ?? '', Number(f.split('=')[1])])),
      ...(patroon && { patroon }),
      codes: [],
    }
    typefeiten.set(naam, laatste)
  }
}

leesBouw()
leesTypen()

/** Een element als boom: genoeg om te verminken, te schrijven en te beoordelen. */
export type Knoop = { naam: string; ruimte: string; attributen: Attribuut[]; inhoud: (Knoop | Tekst)[] }
export type Tekst = { tekst: string; vorm: 'gewoon' | 'cdata' }
export type Attribuut = 'schemaLocation' | 'nil' | 'vreemd'

const isKnoop = (x: Knoop | Tekst): x is Knoop => 'naam' in x
export const kinderenVan = (k: Knoop): Knoop[] => k.inhoud.filter(isKnoop)
export const tekstVan = (k: Knoop): string => k.inhoud.map((x) => (isKnoop(x) ? '' : x.tekst)).join('')

export function isGeldig(bericht: Berichtfeit, wortel: Knoop): boolean {
  return (
    wortel.naam === 'Bericht' &&
    wortel.ruimte === bericht.ruimte &&
    attributenMogen(wortel) &&
    klasseKlopt(wortel, bericht.kinderen, bericht.ruimte, bericht.ruimte)
  )
}

const attributenMogen = (k: Knoop): boolean => k.attributen.every((a) => a === 'schemaLocation')

/** De reeks kinderen als één reguliere expressie over hun nummers: `0 1? 2+` en zo verder. */
function klasseKlopt(k: Knoop, feiten: readonly Feit[], ruimte: string, berichtruimte: string): boolean {
  if (k.inhoud.some((x) => !isKnoop(x) && (x.vorm === 'cdata' || /[^ \t\n\r]/.test(x.tekst)))) return false
  const kinderen = kinderenVan(k)
  const nummers = kinderen.map((kind) => (kind.ruimte === ruimte ? feiten.findIndex((f) => f.naam === kind.naam) : -1))
  const vorm = new RegExp(`^${feiten.map((f, i) => `(?:${i},)${f.aantal === '1' ? '' : f.aantal}`).join('')}$`)
  if (!vorm.test(nummers.map((n) => `${n},`).join(''))) return false
  return kinderen.every((kind, i) => veldKlopt(kind, feiten[nummers[i] ?? -1] as Feit, berichtruimte))
}

function veldKlopt(k: Knoop, feit: Feit, berichtruimte: string): boolean {
  if (!attributenMogen(k)) return false
  if (feit.type === undefined) return klasseKlopt(k, feit.kinderen, berichtruimte, berichtruimte)
  const groep = groepfeiten.get(feit.type)
  if (groep) return klasseKlopt(k, groep, BASISRUIMTE, berichtruimte)
  const type = typefeiten.get(feit.type) as Typefeit
  return kinderenVan(k).length === 0 && waardeKlopt(tekstVan(k), type, feit.vast ?? feit.patroon)
}

function waardeKlopt(ruw: string, type: Typefeit, extra: string | undefined): boolean {
  const tekst =
    type.basis === 'string'
      ? ruw
      : ruw
          .split(/[ \t\n\r]+/)
          .filter(Boolean)
          .join(' ')
  const grens = (naam: string) => type.facetten.get(naam)
  const lengte = [...tekst].length
  if (lengte < (grens('minLength') ?? 0) || lengte > (grens('maxLength') ?? Number.POSITIVE_INFINITY)) return false
  if (type.codes.length > 0 && !type.codes.includes(tekst)) return false
  if (type.patroon && !naarRegExp(type.patroon).test(tekst)) return false
  if (extra && !naarRegExp(extra).test(tekst)) return false
  if (type.basis === 'integer')
    return /^[+-]?\d+$/.test(tekst) && tussen(BigInt(tekst.replace(/^\+/, '')), grens('minInclusive'), grens('maxInclusive'))
  if (type.basis === 'date') return bestaatDatum(tekst)
  if (type.basis === 'time') return bestaatTijd(tekst)
  return true
}

const tussen = (n: bigint, min = 0, max = 0): boolean => n >= BigInt(min) && n <= BigInt(max)

/** Het ene patroon met herhaling in herhaling loopt in JavaScript vast; zo gelezen zegt het hetzelfde. */
const NIET_LEEG = '([.\\s]*\\S+[.\\s]*)+'
const gemaakt = new Map<string, RegExp>()
function naarRegExp(xsd: string): RegExp {
  let vorm = gemaakt.get(xsd)
  if (!vorm) {
    const js = xsd.replace(/\\s/g, ' \\t\\n\\r').replace(/^\.\*/, '[^\\n\\r]*').replace(/\.\*$/, '[^\\n\\r]*')
    vorm = xsd === NIET_LEEG ? /[^ \t\n\r]/ : new RegExp(`^(?:${js})$`, 'u')
    gemaakt.set(xsd, vorm)
  }
  return vorm
}

function bestaatDatum(tekst: string): boolean {
  const m = /^(-?)(\d{4,9})-(\d{2})-(\d{2})$/.exec(tekst)
  if (!m || (m[2]?.length !== 4 && m[2]?.startsWith('0')) || Number(m[2]) === 0) return false
  // De kalender herhaalt zich elke 400 jaar; zo blijft het jaar binnen wat Date kent.
  const jaar = 2000 + (Number(m[2]) % 400)
  const dag = new Date(Date.UTC(jaar, Number(m[3]) - 1, Number(m[4])))
  return dag.getUTCFullYear() === jaar && dag.getUTCMonth() === Number(m[3]) - 1 && dag.getUTCDate() === Number(m[4])
}

function bestaatTijd(tekst: string): boolean {
  const m = /^(\d\d):(\d\d):(\d\d)(\.\d+)?$/.exec(tekst)
  if (!m) return false
  const [uur, minuut, seconde] = [Number(m[1]), Number(m[2]), Number(m[3])]
  if (uur === 24) return minuut === 0 && seconde === 0 && !/[1-9]/.test(m[4] ?? '')
  return uur < 24 && minuut < 60 && seconde < 60
}
