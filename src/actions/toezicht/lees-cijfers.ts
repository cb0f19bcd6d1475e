/** De cijfers van toezicht over een periode: per maand, met dezelfde feiten als de gevallen erachter. */
import { ok, type Result } from '#core/base/result.ts'
import {
  type Codetelling,
  type Maandtelling,
  type Overigetelling,
  telIndicaties,
  telOverige,
  telTermijnen,
  telWaarschuwingen,
  type Toezichtperiode,
} from '#storage/toezicht.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { leesPeriode, type Periodevraag } from './periode.ts'

export type Termijnmaand = {
  readonly maand: string
  readonly binnen: number
  readonly teLaat: number
  readonly nietKlaar: number
  readonly afgesloten: number
}
export type Indicatiemaand = { readonly maand: string; readonly alle: number; readonly afwijkend: number; readonly gewaarschuwd: number }
export type Cijfers = {
  readonly van: string
  readonly tot: string
  readonly termijnen: { readonly maanden: readonly Termijnmaand[]; readonly totaal: Omit<Termijnmaand, 'maand'> }
  /** De termijn van het besluit op een aanvraag. */
  readonly besluiten: { readonly maanden: readonly Termijnmaand[]; readonly totaal: Omit<Termijnmaand, 'maand'> }
  readonly indicaties: { readonly maanden: readonly Indicatiemaand[]; readonly totaal: Omit<Indicatiemaand, 'maand'> }
  readonly waarschuwingen: readonly Codetelling[]
  readonly overig: Overigetelling
}

export const leesCijfers = (dienst: Dienst, aanroep: Aanroep, vraag: Periodevraag): Promise<Result<Cijfers, Weigering>> =>
  handel<Cijfers>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'toezicht_lezen')
    if (!mag.ok) return mag
    const periode = leesPeriode(vraag, dienst.vandaag())
    if (!periode.ok) return periode
    const { gemeente } = w.actor
    const p = periode.value
    const termijnen = await telTermijnen(w.tx, gemeente, p, 'onderzoek')
    const besluiten = await telTermijnen(w.tx, gemeente, p, 'besluit')
    const indicaties = await telIndicaties(w.tx, gemeente, p)
    const waarschuwingen = await telWaarschuwingen(w.tx, gemeente, p)
    const overig = await telOverige(w.tx, gemeente, p)
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'toezichtcijfers', id: `${p.van} tot en met ${p.tot}` }], doel: 'toezicht' })
    return ok({
      van: p.van,
      tot: p.tot,
      termijnen: perMaand(p, termijnen),
      besluiten: perMaand(p, besluiten),
      indicaties: { maanden: maanden(p).map((maand) => ({ maand, ...telIndicatie(indicaties, maand) })), totaal: telIndicatie(indicaties) },
      waarschuwingen,
      overig,
    })
  })

/** Zonder maand: alles bij elkaar. */
function teller(rijen: readonly Maandtelling[], maand?: string): (wat: string) => number {
  const hier = rijen.filter((r) => maand === undefined || r.maand === maand)
  return (wat) => hier.reduce((som, r) => (r.wat === wat ? som + r.aantal : som), 0)
}

const perMaand = (p: Toezichtperiode, rijen: readonly Maandtelling[]): Cijfers['termijnen'] => ({
  maanden: maanden(p).map((maand) => ({ maand, ...telTermijn(rijen, maand) })),
  totaal: telTermijn(rijen),
})

function telTermijn(rijen: readonly Maandtelling[], maand?: string): Omit<Termijnmaand, 'maand'> {
  const tel = teller(rijen, maand)
  return { binnen: tel('binnen'), teLaat: tel('te_laat'), nietKlaar: tel('niet_klaar'), afgesloten: tel('afgesloten') }
}

function telIndicatie(rijen: readonly Maandtelling[], maand?: string): Omit<Indicatiemaand, 'maand'> {
  const tel = teller(rijen, maand)
  return { alle: tel('alle'), afwijkend: tel('afwijkend'), gewaarschuwd: tel('gewaarschuwd') }
}

/** Elke maand van de periode, ook als er niets was. */
function maanden({ van, tot }: Toezichtperiode): string[] {
  const uit: string[] = []
  for (let [jaar, maand] = van.split('-').map(Number) as [number, number]; ; ) {
    const naam = `${jaar}-${String(maand).padStart(2, '0')}`
    if (naam > tot.slice(0, 7)) return uit
    uit.push(naam)
    if (maand === 12) [jaar, maand] = [jaar + 1, 1]
    else maand += 1
  }
}
