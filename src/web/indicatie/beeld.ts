/** Wat de server over een indicatie vertelt (GET /indicaties/{id}). */
import type { Omvang } from '#core/indicatie/omvang.ts'
import type { Leveringsvorm } from '#core/indicatie/indicatie.ts'
import type { Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import type { Indicatiestand } from '#core/dossier/gebeurteniswoorden.ts'
import type { Json } from '#core/catalogus/instellingen.ts'

type Wie = { readonly id: string; readonly naam: string }
export type Gebeurtenisbeeld = {
  readonly id: string
  readonly soort: string
  readonly label: string
  readonly datum: string
  readonly zin: string
  readonly gegevens: Readonly<Record<string, Json>>
  readonly vervangt: string | null
  readonly geldt: boolean
  readonly gemaaktOp: string
  readonly gemaaktDoor: Wie
}
export type Indicatiebeeld = {
  readonly id: string
  readonly voorziening: string
  readonly onderzoek: string | null
  readonly tabel: string
  readonly product: string
  readonly productnaam: string
  readonly van: string
  readonly tot: string | null
  readonly looptijd: { readonly van: string; readonly tot: string | null } | null
  readonly stand: Indicatiestand | null
  readonly standInWoorden: string
  readonly standSinds: string | null
  readonly eenheid: string
  readonly minutenPerWeek: number | null
  readonly dagdelenPerWeek: number | null
  readonly leveringsvorm: Leveringsvorm
  readonly vervangt: string | null
  readonly vervangenDoor: string | null
  readonly gebeurtenissen: readonly Gebeurtenisbeeld[]
}
export type VolledigeIndicatie = Indicatiebeeld & {
  readonly inwoner: Wie & { readonly geboortedatum: string | null; readonly woonplaats: string | null }
  readonly advies: string | null
  readonly catalogusHash: string
  readonly omvang: { readonly uitkomst: Omvang; readonly opgave: Readonly<Record<string, Json>> }
  readonly regelsInWoorden: readonly string[]
  readonly afwijkingMotivering: string | null
  readonly adviesInWoorden: string | null
  readonly motiveringen: readonly { readonly eis: readonly string[]; readonly tekst: string; readonly motivering: string }[]
  readonly stapeling: Stapelingsoordeel
  readonly vastgesteldOp: string
  readonly vastgesteldDoor: Wie
  /** Of u hier iets bij mag vastleggen. */
  readonly magWijzigen: boolean
  readonly magToewijzen: boolean
  readonly andere: readonly Indicatiebeeld[]
}
