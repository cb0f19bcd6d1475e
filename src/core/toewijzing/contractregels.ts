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
}

const sleutel = (r: Tariefregel): string => [r.code, r.categorie, r.eenheid].join('|')
const LANG = '9999-12-31'

/** Wat er bij een andere regel van dezelfde code en eenheid in de weg zit. */
export type Regelweigering = { readonly code: 'REGEL_OVERLAPT'; readonly van: string; readonly tot: string | null }

/** Voegt toe; een lopende regel van dezelfde code en eenheid eindigt de dag ervoor. */
export function voegRegelToe(regels: readonly Tariefregel[], nieuw: Tariefregel): Result<readonly Tariefregel[], Regelweigering> {
  const zelfde = regels.filter((r) => sleutel(r) === sleutel(nieuw))
  const botst = zelfde.find((r) => r.van >= nieuw.van && r.van <= (nieuw.tot ?? LANG))
  if (botst) return fout({ code: 'REGEL_OVERLAPT', van: botst.van, tot: botst.tot })
  const lopend = zelfde.find((r) => r.van < nieuw.van && (r.tot ?? LANG) >= nieuw.van)
  const eindigt = lopend && { ...lopend, tot: plusDagen(nieuw.van as Datum, -1) }
  return ok([...regels.map((r) => (r === lopend && eindigt ? eindigt : r)), nieuw].sort(opSleutel))
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

/** Wat er tussen twee contracten verandert; een regel is te herkennen aan code, categorie, eenheid en eerste dag. */
export function vergelijkRegels(oud: readonly Tariefregel[], nieuw: readonly Tariefregel[]): Contractverschil {
  const naam = (r: Tariefregel) => `${sleutel(r)}|${r.van}`
  const was = new Map(oud.map((r) => [naam(r), r]))
  const blijft = new Set(nieuw.map(naam))
  const paren = nieuw.flatMap((wordt) => {
    const eerder = was.get(naam(wordt))
    return eerder ? [{ was: eerder, wordt }] : []
  })
  const gewijzigd = paren.filter(
    ({ was: a, wordt: b }) => a.tarief !== b.tarief || a.tot !== b.tot || a.catalogusproduct !== b.catalogusproduct,
  )
  return {
    erbij: nieuw.filter((r) => !was.has(naam(r))),
    weg: oud.filter((r) => !blijft.has(naam(r))),
    gewijzigd,
    gelijk: paren.length - gewijzigd.length,
  }
}
