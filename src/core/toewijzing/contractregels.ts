/** Regels van een contract wijzigen en vergelijken. Een nieuwe regel eindigt wat er voor die code en eenheid liep; niets verdwijnt. Puur. */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'

export type Tariefregel = {
  readonly code: string
  readonly categorie: string
  readonly eenheid: string
  /** Hele eurocenten; leeg bij euro's. */
  readonly tarief: number | null
  readonly van: string
  readonly tot: string | null
  readonly catalogusproduct: string | null
  /** Hoe deze afspraak heet, als er onder één code meer zijn. */
  readonly naam: string | null
}

const plek = (r: Tariefregel): string => [r.code, r.categorie, r.eenheid].join('|')
const sleutel = (r: Tariefregel): string => [plek(r), r.catalogusproduct ?? '', r.naam ?? ''].join('|')
const LANG = '9999-12-31'
const einde = (r: Pick<Tariefregel, 'tot'>): string => r.tot ?? LANG

export const isZelfdeRegel = (a: Tariefregel, b: Tariefregel): boolean => a.van === b.van && sleutel(a) === sleutel(b)

type Tariefplek = Omit<Tariefregel, 'tarief'>
/**
 * Of twee regels op één dag een tarief noemen voor hetzelfde. Noemen zij elk een ander product van de catalogus of een andere naam, dan
 * zijn het twee afspraken onder één code.
 */
export function botsen(a: Tariefplek, b: Tariefplek): boolean {
  if (a.code !== b.code || a.categorie !== b.categorie || a.eenheid !== b.eenheid) return false
  if (a.van > einde(b) || b.van > einde(a)) return false
  return !(verschilt(a.catalogusproduct, b.catalogusproduct) || verschilt(a.naam, b.naam))
}
const verschilt = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

/** Wat er bij een andere regel van dezelfde code en eenheid in de weg zit. */
export type Regelweigering = { readonly code: 'REGEL_OVERLAPT'; readonly van: string; readonly tot: string | null }

/** Voegt toe; `vervangt`, of anders een lopende regel voor hetzelfde, eindigt de dag ervoor. */
export function voegRegelToe(
  regels: readonly Tariefregel[],
  nieuw: Tariefregel,
  vervangt?: Tariefregel,
): Result<readonly Tariefregel[], Regelweigering> {
  const lopend = regels.find((r) =>
    vervangt ? isZelfdeRegel(r, vervangt) : sleutel(r) === sleutel(nieuw) && r.van < nieuw.van && botsen(r, nieuw),
  )
  if (lopend && lopend.van >= nieuw.van) return fout({ code: 'REGEL_OVERLAPT', van: lopend.van, tot: lopend.tot })
  const dagErvoor = plusDagen(nieuw.van as Datum, -1)
  const over = regels.map((r) => (r === lopend && einde(r) > dagErvoor ? { ...r, tot: dagErvoor } : r))
  const botst = over.find((r) => botsen(r, nieuw))
  if (botst) return fout({ code: 'REGEL_OVERLAPT', van: botst.van, tot: botst.tot })
  return ok([...over, nieuw].sort(opSleutel))
}

/** Verbetert een regel op haar eigen dagen: zo had het er moeten staan. Wat er stond, blijft in het vorige contract te lezen. */
export function herstelRegel(
  regels: readonly Tariefregel[],
  was: Tariefregel,
  wordt: Tariefregel,
): Result<readonly Tariefregel[], Regelweigering> {
  const over = regels.filter((r) => !isZelfdeRegel(r, was))
  const botst = over.find((r) => botsen(r, wordt))
  if (botst) return fout({ code: 'REGEL_OVERLAPT', van: botst.van, tot: botst.tot })
  return ok([...over, wordt].sort(opSleutel))
}

export const opSleutel = (a: Tariefregel, b: Tariefregel): number => {
  const [x, y] = [`${sleutel(a)}|${a.van}`, `${sleutel(b)}|${b.van}`]
  return x < y ? -1 : x > y ? 1 : 0
}

export type Contractverschil = {
  readonly erbij: readonly Tariefregel[]
  readonly weg: readonly Tariefregel[]
  readonly gewijzigd: readonly { readonly was: Tariefregel; readonly wordt: Tariefregel }[]
  readonly gelijk: number
}

/**
 * Wat er tussen twee contracten verandert. Een regel is te herkennen aan code, categorie, eenheid en eerste dag, met haar product en naam;
 * veranderen die twee, dan is zij dezelfde als er maar één zo'n regel was en is.
 */
export function vergelijkRegels(oud: readonly Tariefregel[], nieuw: readonly Tariefregel[]): Contractverschil {
  const was = new Map<Tariefregel, Tariefregel>()
  const rest = koppel({ oud, nieuw }, (r) => `${sleutel(r)}|${r.van}`, was)
  const { oud: weg, nieuw: erbij } = koppel(rest, (r) => `${plek(r)}|${r.van}`, was)
  const gewijzigd = nieuw.flatMap((wordt) => {
    const eerder = was.get(wordt)
    return eerder && isAnders({ was: eerder, wordt }) ? [{ was: eerder, wordt }] : []
  })
  return { erbij, weg, gewijzigd, gelijk: was.size - gewijzigd.length }
}

type Paar = { readonly was: Tariefregel; readonly wordt: Tariefregel }
type Regels = { readonly oud: readonly Tariefregel[]; readonly nieuw: readonly Tariefregel[] }

/** Legt in `was` naast elkaar wat aan beide kanten precies één keer zo heet; geeft wat overblijft. */
function koppel({ oud, nieuw }: Regels, naam: (r: Tariefregel) => string, was: Map<Tariefregel, Tariefregel>): Regels {
  const eerder = opNaam(oud, naam)
  const gehad = new Set<Tariefregel>()
  for (const [heet, wordt] of opNaam(nieuw, naam)) {
    const bij = eerder.get(heet)
    if (!wordt || !bij) continue
    was.set(wordt, bij)
    gehad.add(bij)
  }
  return { oud: oud.filter((r) => !gehad.has(r)), nieuw: nieuw.filter((r) => !was.has(r)) }
}

/** Elke regel onder haar naam; null waar er meer zo heten. */
function opNaam(regels: readonly Tariefregel[], naam: (r: Tariefregel) => string): Map<string, Tariefregel | null> {
  const per = new Map<string, Tariefregel | null>()
  for (const r of regels) per.set(naam(r), per.has(naam(r)) ? null : r)
  return per
}

const isAnders = ({ was: a, wordt: b }: Paar): boolean =>
  a.tarief !== b.tarief || a.tot !== b.tot || a.catalogusproduct !== b.catalogusproduct || a.naam !== b.naam
