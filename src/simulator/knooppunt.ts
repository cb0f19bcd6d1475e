/**
 * Het knooppunt tussen de partijen (GGk). Met ruis komt een bericht later, twee keer, in een andere volgorde of pas na opnieuw aanbieden;
 * maar het komt. Zo hoort een keten het te doen, en zo moet elke partij ertegen kunnen.
 */
import type { Ruis } from './scenario.ts'

export type Post = { readonly naar: string; readonly bytes: Uint8Array }
export type Verkeer = { bezorgd: number; herhaald: number; vertraagd: number; verloren: number }
export type Knooppunt = {
  /** Neemt een bericht aan op deze dag. */
  bied(post: Post, dag: number): void
  /** Wat op deze dag bezorgd wordt; wat wegraakt blijft hier tot het opnieuw mag. */
  haal(dag: number): Post[]
  /** Hoeveel er nog onderweg is. */
  onderweg(): number
  readonly verkeer: Readonly<Verkeer>
}

/** Vaker dan dit raakt een bericht niet weg: de keten komt altijd tot rust. */
const MAX_VERLOREN = 6
type Onderweg = { readonly post: Post; readonly op: number; readonly verloren: number }

export function maakKnooppunt(ruis: Ruis, toeval: () => number): Knooppunt {
  let alles: Onderweg[] = []
  const verkeer: Verkeer = { bezorgd: 0, herhaald: 0, vertraagd: 0, verloren: 0 }
  const dagen = (): number => 1 + Math.floor(toeval() * Math.max(ruis.dagen, 1))
  const bied = (post: Post, dag: number): void => {
    const laat = toeval() < ruis.vertraagt
    if (laat) verkeer.vertraagd++
    alles.push({ post, op: laat ? dag + dagen() : dag, verloren: 0 })
    if (toeval() >= ruis.herhaalt) return
    verkeer.herhaald++
    alles.push({ post, op: dag + dagen(), verloren: 0 })
  }
  const haal = (dag: number): Post[] => {
    const nu = alles.filter((o) => o.op <= dag)
    alles = alles.filter((o) => o.op > dag)
    const bezorgd = (ruis.verwisselt ? schud(nu, toeval) : nu).filter((o) => !raaktWeg(o, dag))
    verkeer.bezorgd += bezorgd.length
    return bezorgd.map((o) => o.post)
  }
  const raaktWeg = ({ post, verloren }: Onderweg, dag: number): boolean => {
    if (verloren >= MAX_VERLOREN || toeval() >= ruis.verliest) return false
    verkeer.verloren++
    alles.push({ post, op: dag + dagen(), verloren: verloren + 1 })
    return true
  }
  return { bied, haal, onderweg: () => alles.length, verkeer }
}

function schud<T>(dingen: readonly T[], toeval: () => number): T[] {
  const uit = [...dingen]
  for (let i = uit.length - 1; i > 0; i--) {
    const j = Math.floor(toeval() * (i + 1))
    ;[uit[i], uit[j]] = [uit[j] as T, uit[i] as T]
  }
  return uit
}
