/** Hetzelfde product niet twee keer tegelijk (TR302, TR386, TR410). */
import { eerder, vergelijk } from '../../dagen.ts'

export type Productperiode = {
  readonly categorie?: string
  readonly code?: string
  readonly van: string
  readonly tot?: string
}

/** Rolstoelen, vervoer, wonen en overige hulpmiddelen mogen altijd samen. */
const magSamen = new Set(['11', '12', '13', '14'])

/**
 * Of een product twee keer voorkomt op één dag. Hetzelfde is: zelfde code; zonder code zelfde categorie; zonder categorie
 * (generiek) alles. Eén gang langs de begindatums: wie begint, kijkt of wat eerder begon al voorbij is.
 */
export function heeftOverlap(producten: readonly Productperiode[]): boolean {
  const laatste = new Map<string, string>()
  const loopt = (sleutel: string, van: string) => {
    const tot = laatste.get(sleutel)
    return tot !== undefined && (tot === OPEN || !eerder(tot, van))
  }
  const onthoud = (sleutel: string, tot = OPEN) => {
    const eerste = laatste.get(sleutel)
    if (eerste === undefined || (eerste !== OPEN && (tot === OPEN || eerder(eerste, tot)))) laatste.set(sleutel, tot)
  }
  const tellend = producten
    .filter((p) => !(p.categorie !== undefined && magSamen.has(p.categorie)) && !(p.tot !== undefined && eerder(p.tot, p.van)))
    .sort((a, b) => vergelijk(a.van, b.van))
  for (const p of tellend) {
    if (botstMet(p).some((sleutel) => loopt(sleutel, p.van))) return true
    for (const sleutel of staatOnder(p)) onthoud(sleutel, p.tot)
  }
  return false
}

const OPEN = ''

function botstMet({ categorie, code }: Productperiode): string[] {
  if (categorie === undefined) return ['alles']
  return code === undefined ? ['generiek', `categorie ${categorie}`] : ['generiek', `heel ${categorie}`, `code ${code}`]
}

function staatOnder({ categorie, code }: Productperiode): string[] {
  if (categorie === undefined) return ['alles', 'generiek']
  return code === undefined ? ['alles', `categorie ${categorie}`, `heel ${categorie}`] : ['alles', `categorie ${categorie}`, `code ${code}`]
}
