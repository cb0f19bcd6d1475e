/** Waarom een handeling niet doorgaat, als waarde. De randen maken er een antwoord van: alleen `http` kent statuscodes. */
import type { Auditobject } from '#storage/logboek.ts'
import { fout, type Invoerfout } from '#core/base/result.ts'

export type Weigersoort =
  | 'niet_aangemeld'
  | 'niet_bevoegd'
  | 'niet_gevonden' // bestaat niet, of niet voor u: het verschil zeggen we niet
  | 'ongeldig' // de invoer klopt niet; `fouten` wijst de velden aan
  | 'regel' // de invoer klopt, maar een regel laat dit niet toe
  | 'verouderd' // een ander was eerder; `wie`, `wanneer` en `huidig` zeggen wat er nu staat
  | 'botst' // er is al zoiets
  | 'te_veel'
  | 'storing' // een fout van ons
  | 'even_weg' // iets van buiten antwoordt nu niet; later wel

export type Weigering = {
  readonly soort: Weigersoort
  /** Vaste code, in hoofdletters. */
  readonly code: string
  /** Wat er mis is, in gewone woorden. Nooit een BSN of naam. */
  readonly tekst: string
  readonly watNu?: string
  /** Nummer van de uitspraak of regel waar het op rust. */
  readonly eis?: string
  readonly fouten?: readonly Invoerfout[]
  readonly wie?: string
  readonly wanneer?: string
  readonly huidig?: unknown
  /** De versie van `huidig`, voor de ETag. */
  readonly versie?: number
  /** Waar de poging over ging, voor het logboek; nooit in het antwoord. */
  readonly over?: { readonly inwoner?: string; readonly objecten: readonly Auditobject[] }
}

export const weiger = (weigering: Weigering) => fout<Weigering>(weigering)

/** `over`: wat er gevraagd werd. De poging komt in het logboek, ook als er niets was: raden laat een spoor na. */
export const nietGevonden = (wat: string, over?: Weigering['over']) =>
  weiger({
    soort: 'niet_gevonden',
    code: 'NIET_GEVONDEN',
    tekst: `${wat} is er niet, of u mag dit niet inzien.`,
    watNu: 'Zoek opnieuw, of vraag een collega van het team dat dit behandelt.',
    ...(over && { over }),
  })

export const ongeldig = (fouten: readonly Invoerfout[]) =>
  weiger({
    soort: 'ongeldig',
    code: 'INVOER_ONGELDIG',
    tekst: fouten.length === 1 ? (fouten[0]?.tekst ?? '') : `Er kloppen ${fouten.length} dingen niet.`,
    watNu: 'Verbeter wat hieronder staat en verstuur opnieuw.',
    fouten,
  })

export const nietBevoegd = (tekst: string, watNu?: string, over?: Weigering['over']) =>
  weiger({ soort: 'niet_bevoegd', code: 'NIET_BEVOEGD', tekst, ...(watNu !== undefined && { watNu }), ...(over && { over }) })
