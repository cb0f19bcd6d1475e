/** Een verzoek van een aanbieder zoals een scherm het toont: hoe het ervoor staat, tot wanneer wij hebben, en wat er nog kan. */
import { type Datum, parseDatum } from '#core/base/datum.ts'
import type { Handeling } from '#core/dossier/rechtentabel.ts'
import type { Oordeel } from '#core/dossier/rechten.ts'
import { beoordeelReactie, reactietermijnen } from '#core/toewijzing/reactietermijn.ts'
import {
  type Antwoordkeuze,
  type Antwoordweigering,
  isOpen,
  isUitgebleven,
  lopendeTermijn,
  magAntwoorden,
  type Reactie,
  type Verzoekfeiten,
  type Verzoeksoort,
  type Verzoekstand,
  verzoekstandVan,
} from '#core/toewijzing/verzoek.ts'
import type { Verzoekrij } from '#storage/berichten/verzoeken.ts'

export type Verzoektermijn = { readonly uiterlijk: Datum; readonly dagenTeLaat: number; readonly regel: string; readonly uitleg: string }
export type Verzoekbeeld = {
  readonly referentie: string
  readonly soort: Verzoeksoort
  /** Wat er gevraagd wordt, in zinnen; leeg voor wie de inhoud niet leest. */
  readonly vraag: readonly string[]
  readonly stand: Verzoekstand
  /** Ons laatste antwoord waar de aanbieder nog niet op reageerde: tot wanneer hij heeft, en of dat voorbij is. */
  readonly reactie: {
    readonly bericht: string
    readonly uiterlijk: Datum | null
    readonly uitgebleven: boolean
    readonly terugTeNemen: boolean
  } | null
  /** Leeg als er niets meer te beslissen is. */
  readonly termijn: Verzoektermijn | null
  /** Per antwoord waarom het niet kan, of niets als het kan; leeg voor wie niet antwoordt. */
  readonly antwoord: Readonly<Record<Antwoordkeuze, Antwoordweigering | null>> | null
  /** Toewijzen kan nog, en u mag dat. */
  readonly toewijzen: boolean
}

export type Dag = { readonly vandaag: Datum; readonly gelijkgesteld: readonly Datum[] }

export const feitenVan = (r: Verzoekrij, op: Dag): Verzoekfeiten => ({
  telt: r.telt,
  isGehonoreerd: r.is_gehonoreerd,
  antwoorden: r.antwoorden,
  reactie: reactieVan(r, op),
})

function reactieVan({ wacht_stand: stand, wacht_sinds: sinds }: Verzoekrij, { vandaag, gelijkgesteld }: Dag): Reactie | null {
  if (stand === null) return null
  const feit = { soort: 'retour', vanaf: sinds as Datum, klaarOp: null } as const
  return { stand, termijn: sinds === null ? null : beoordeelReactie(feit, vandaag, gelijkgesteld) }
}

/** Het schema laat dagtekeningen toe waar wij niet mee rekenen; dan telt de dag van ontvangst. */
export function termijnVan(r: Verzoekrij, op: Dag): Verzoektermijn | null {
  const stand = verzoekstandVan(feitenVan(r, op))
  if (!isOpen(stand)) return null
  const ontvangenOp = r.ontvangen as Datum
  const feit = lopendeTermijn(stand, { soort: r.soort, ontvangenOp, dagtekening: parseDatum(r.dagtekening) ?? ontvangenOp })
  const { uiterlijk, dagenTeLaat } = beoordeelReactie(feit, op.vandaag, op.gelijkgesteld)
  const { regel } = reactietermijnen[r.soort === 'VOT' ? 'verzoek_toewijzing' : 'verzoek_wijziging']
  return { uiterlijk, dagenTeLaat, regel, uitleg: reactietermijnen[feit.soort].uitleg }
}

type Kijk = Dag & { readonly nu: Date; mag(handeling: Handeling): Oordeel }

export function toonVerzoek(r: Verzoekrij, vraag: readonly string[], { mag, nu, ...op }: Kijk): Verzoekbeeld {
  const feiten = feitenVan(r, op)
  const stand = verzoekstandVan(feiten)
  const weigering = (keuze: Antwoordkeuze) => {
    const oordeel = magAntwoorden(keuze, feiten)
    return oordeel.ok ? null : oordeel.fout
  }
  return {
    referentie: r.referentie,
    soort: r.soort,
    vraag,
    stand,
    reactie: toonReactie(r, feiten.reactie, mag('verzoek_beantwoorden').ok ? nu : null),
    termijn: termijnVan(r, op),
    antwoord: mag('verzoek_beantwoorden').ok ? { in_onderzoek: weigering('in_onderzoek'), afgewezen: weigering('afgewezen') } : null,
    toewijzen: isOpen(stand) && mag('toewijzing_maken').ok,
  }
}

/** `nu` is leeg voor wie niets terugneemt. */
function toonReactie({ wacht_op: bericht, wacht_tot: tot }: Verzoekrij, reactie: Reactie | null, nu: Date | null): Verzoekbeeld['reactie'] {
  if (bericht === null || reactie === null) return null
  const terugTeNemen = reactie.stand === 'klaargezet' && nu !== null && tot !== null && tot > nu
  return { bericht, uiterlijk: reactie.termijn?.uiterlijk ?? null, uitgebleven: isUitgebleven(reactie), terugTeNemen }
}
