/** Wat de server samenvat (GET /onderzoeken/{id}/samenvatting). */
import type { Onderzoek, Wie } from './beeld.ts'

export type Adviesuitleg = {
  readonly tabel: string
  readonly titel: string
  readonly kop: string
  readonly zin: string
  readonly rij: string | null
  readonly redenen: readonly {
    readonly eis: string
    readonly oordeel: 'voldaan' | 'niet_voldaan' | 'ontbreekt'
    readonly tekst: string
    readonly citaten: readonly string[]
    readonly vraag: string | null
    /** De vraag met het antwoord dat gegeven is. */
    readonly bevinding: string | null
  }[]
  readonly nogTeVragen: readonly string[]
  readonly waarschuwingen: readonly { readonly eis: string; readonly tekst: string }[]
}
export type Antwoordregel = {
  readonly vraag: string
  readonly tekst: string
  readonly antwoord: string
  readonly bekend: boolean
  readonly toelichting: string | null
  readonly bron: string | null
  readonly datum: string | null
  readonly door: string | null
  readonly bezoekIngetrokken: boolean
}
export type Indicatieuitleg = {
  readonly id: string
  readonly productnaam: string
  readonly periode: string
  readonly omvang: string
  readonly berekening: readonly string[]
  readonly resultaten: readonly { readonly eis: string; readonly tekst: string }[]
  readonly afronding: string | null
  readonly onderbouwing: readonly { readonly kop: string; readonly tekst: string }[]
  readonly synthetisch: boolean
  readonly advies: Adviesuitleg | null
  readonly afwijkingMotivering: string | null
  readonly motiveringen: readonly { readonly eis: string; readonly tekst: string; readonly motivering: string }[]
  readonly stapeling: readonly { readonly eis: string; readonly tekst: string }[]
  readonly vastgesteldOp: string
  readonly vastgesteldDoor: Wie
  readonly standInWoorden: string
}
export type Samenvatting = Omit<Onderzoek, 'antwoorden' | 'indicaties'> & {
  readonly themas: readonly { readonly titel: string; readonly vragen: readonly Antwoordregel[] }[]
  readonly overschrijvingen: readonly {
    readonly naam: string
    readonly waarde: string
    readonly motivering: string
    readonly door: string
  }[]
  readonly adviezen: readonly Adviesuitleg[]
  readonly vastgesteld: readonly Indicatieuitleg[]
  readonly daarnaast: readonly { readonly productnaam: string; readonly periode: string; readonly standInWoorden: string }[]
}
