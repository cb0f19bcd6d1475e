/** Wat er over de omvang is ingevuld, gelezen en gecontroleerd door `leesOmvang`: normregels, of dagdelen met resultaten. */
import type { Periode } from '#core/base/datum.ts'
import type { Afronding, Normregel } from './normregels.ts'

type Opgavekop = { readonly periode?: Periode }
export type Regelopgave = Opgavekop & {
  readonly wijze: 'regels'
  readonly product?: string
  readonly regels: readonly Normregel[]
  readonly afronding?: Afronding
  /** Wat de consulent wil toekennen, als dat iets anders is dan de som. */
  readonly vastgesteld?: { readonly minutenPerWeek: number; readonly motivering?: string }
  readonly onderbouwing?: { readonly capaciteiten: string; readonly situatie: string }
}
export type Dagdeelopgave = Opgavekop & {
  readonly wijze: 'dagdelen'
  readonly product: string
  /** Per week. */
  readonly dagdelen: number
  readonly perEtmaal?: number
  readonly resultaten: readonly string[]
}
export type Omvangopgave = Regelopgave | Dagdeelopgave
