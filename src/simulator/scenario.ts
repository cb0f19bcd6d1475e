/** Hoe de andere kant zich gedraagt. Een kans ligt tussen 0 en 1; een dag is een ronde van de simulator. */
import type { Tarief } from '#messages/keten/contract.ts'
import type { Retourcode } from '#messages/iwmo-3-2/keten/regels.ts'

export type Ruis = {
  /** Deel van de berichten dat later komt, en hooguit hoeveel dagen. */
  readonly vertraagt: number
  readonly dagen: number
  /** Deel dat twee keer komt. */
  readonly herhaalt: number
  /** Deel dat wegraakt; het knooppunt biedt het later opnieuw aan. */
  readonly verliest: number
  /** Wat op één dag bezorgd wordt, komt in willekeurige volgorde. */
  readonly verwisselt: boolean
}

/** Met opzet afkeuren: dit deel van deze berichten krijgt deze code, op de klasse waar de regel hoort. */
export type Weigering = { readonly bericht: string; readonly kans: number; readonly code: Retourcode }
/** Wat een deel van de zaken overkomt, hooguit zoveel dagen later. */
export type Voornemen = { readonly kans: number; readonly na: number }

export type Aanbiedergedrag = {
  readonly weigert: readonly Weigering[]
  readonly start: Voornemen
  /** De startdatum klopte niet: weg met status 3, en in hetzelfde bericht opnieuw, een dag later. */
  readonly herstel: Voornemen
  /** Voortijdig en definitief. */
  readonly stop: Voornemen
  /** Tijdelijk, en daarna definitief. */
  readonly pauze: Voornemen
  /** Verzoek om toewijzing: verlenging na de einddatum. */
  readonly toewijzingsverzoek: Voornemen
  /** Verzoek om wijziging: meer per week. */
  readonly wijzigingsverzoek: Voornemen
  readonly declaratie: {
    /** Deel van de toewijzingen waarop gedeclareerd wordt. */
    readonly kans: number
    /** Deel van wat is toegewezen: tussen minst en meest. */
    readonly minst: number
    readonly meest: number
    /** Deel van de regels dat eerst fout gaat; na de afwijzing volgt de goede. */
    readonly fout: number
    /** Deel van de toegekende regels dat later gecrediteerd en opnieuw ingediend wordt. */
    readonly correctie: number
    readonly tarieven: readonly Tarief[]
  }
}

export type Gemeentegedrag = {
  readonly weigert: readonly Weigering[]
  /** Cliënten die elke gespeelde gemeente bij elke aanbieder heeft; ze krijgen in de eerste dagen hun toewijzing. */
  readonly clienten: number
  readonly verlengt: Voornemen
  /** Wat er met een verzoek gebeurt. Wat overblijft wordt toegewezen; van de verzoeken om wijziging dit deel (`wijzigt`). */
  readonly verzoek: { readonly onderzoekt: number; readonly wijstAf: number; readonly wijzigt: number; readonly na: number }
}

export type Scenario = {
  readonly naam: string
  readonly uitleg: string
  readonly netwerk: Ruis
  readonly aanbieder: Aanbiedergedrag
  readonly gemeente: Gemeentegedrag
  /** Gemeenten die uit zichzelf berichten sturen als Meedoen aanbieder is. */
  readonly gemeenten: readonly string[]
  /** Wie zich anders gedraagt, op AGB-code. */
  readonly aanbieders: Readonly<Record<string, Aanbiedergedrag>>
}

export const STIL: Ruis = { vertraagt: 0, dagen: 0, herhaalt: 0, verliest: 0, verwisselt: false }
