/** Hoe vlot het verkeer met aanbieders loopt: per regel en per aanbieder, met wat te laat is. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { beoordeelReactie, reactietermijnen, type Termijnsoort, termijnsoorten } from '#core/toewijzing/reactietermijn.ts'
import type { BewaardeTermijnen } from '#storage/berichten/bewaarde-termijnen.ts'
import { leesGeldendeContracten } from '#storage/berichten/contractbeheer.ts'
import type { Termijnrij, Termijntelling } from '#storage/berichten/termijnen.ts'
import { leesGelijkgesteldeDagen } from '#storage/zaken.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { berekenEnBewaar, HOOGSTENS, haalTermijnen, sindsWanneer } from './bereken-termijnen.ts'

export type Telling = { readonly opTijd: number; readonly teLaat: number; readonly loopt: number; readonly verlopen: number }
export type Termijngeval = {
  readonly soort: Termijnsoort
  readonly aanbieder: { readonly agb: string; readonly naam: string }
  readonly kenmerk: string
  readonly bericht: string | null
  readonly indicatie: string | null
  readonly vanaf: string
  readonly uiterlijk: string
  readonly dagenTeLaat: number
}
export type Termijnenbeeld = {
  /** Alles wat toen vastlag telt mee. */
  readonly bijgewerktOp: string
  readonly magBijwerken: boolean
  readonly vandaag: string
  readonly sinds: string
  readonly regels: readonly ({
    readonly soort: Termijnsoort
    readonly regel: string
    readonly wie: 'wij' | 'aanbieder'
    readonly titel: string
    readonly uitleg: string
  } & Telling)[]
  readonly aanbieders: readonly ({ readonly agb: string; readonly naam: string } & Telling)[]
  /** Wat nu te laat is, het langst te laat eerst. */
  readonly gevallen: readonly Termijngeval[]
  readonly gevallenInTotaal: number
}

export function leesKetentermijnen(dienst: Dienst, aanroep: Aanroep): Promise<Result<Termijnenbeeld, Weigering>> {
  return handel<Termijnenbeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'keten_bewaken')
    if (!mag.ok) return mag
    const { gemeente } = w.actor
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'ketentermijnen', id: gemeente }], doel: 'berichtenverkeer bewaken Wmo 2.6.4' })
    return ok(await toonTermijnen(w, await haalTermijnen(w.tx, gemeente, dienst)))
  })
}

/** Op verzoek, meteen. */
export function berekenNu(dienst: Dienst, aanroep: Aanroep): Promise<Result<Termijnenbeeld, Weigering>> {
  return handel<Termijnenbeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'keten_nakijken')
    if (!mag.ok) return mag
    const { gemeente } = w.actor
    const termijnen = await berekenEnBewaar(w.tx, gemeente, dienst)
    if (!termijnen) return weiger(alBezig)
    w.noteer({ soort: 'controleren', objecten: [{ soort: 'ketentermijnen', id: gemeente }], doel: 'berichtenverkeer bewaken Wmo 2.6.4' })
    return ok(await toonTermijnen(w, termijnen))
  })
}

const alBezig: Weigering = {
  soort: 'botst',
  code: 'BEREKENING_LOOPT',
  tekst: 'De termijnen worden al bijgewerkt.',
  watNu: 'Wacht even en laad het scherm opnieuw.',
}

/** Op de dag waarop zij berekend zijn. */
async function toonTermijnen(w: Werk, { tellingen, verlopen, vandaag, berekend_op }: BewaardeTermijnen): Promise<Termijnenbeeld> {
  const gelijkgesteld = await leesGelijkgesteldeDagen(w.tx)
  const namen = new Map((await leesGeldendeContracten(w.tx, w.actor.gemeente)).map((c) => [c.aanbieder, c.naam]))
  const wie = (agb: string) => ({ agb, naam: namen.get(agb) ?? agb })
  const gevallen = verlopen.map((rij) => toonGeval(rij, vandaag, gelijkgesteld, wie)).sort((a, b) => b.dagenTeLaat - a.dagenTeLaat)
  return {
    bijgewerktOp: berekend_op.toISOString(),
    magBijwerken: eisInGemeente(w, 'keten_nakijken').ok,
    vandaag,
    sinds: sindsWanneer(vandaag),
    regels: termijnsoorten.map((soort) => {
      const { regel, wie: van, titel, uitleg } = reactietermijnen[soort]
      return { soort, regel, wie: van, titel, uitleg, ...telOp(tellingen.filter((t) => t.soort === soort)) }
    }),
    aanbieders: [...new Set(tellingen.map((t) => t.aanbieder))]
      .map((agb) => ({ ...wie(agb), ...telOp(tellingen.filter((t) => t.aanbieder === agb && isVanAanbieder(t))) }))
      .sort((a, b) => b.verlopen - a.verlopen || b.teLaat - a.teLaat || (a.naam < b.naam ? -1 : 1)),
    gevallen: gevallen.slice(0, HOOGSTENS),
    gevallenInTotaal: telOp(tellingen).verlopen,
  }
}

function toonGeval(
  rij: Termijnrij,
  vandaag: Datum,
  gelijkgesteld: readonly Datum[],
  wie: (agb: string) => Termijngeval['aanbieder'],
): Termijngeval {
  const soort = rij.soort as Termijnsoort
  const { uiterlijk, dagenTeLaat } = beoordeelReactie({ soort, vanaf: rij.vanaf as Datum, klaarOp: null }, vandaag, gelijkgesteld)
  const { kenmerk, bericht, indicatie, vanaf } = rij
  return { soort, aanbieder: wie(rij.aanbieder), kenmerk, bericht, indicatie, vanaf, uiterlijk, dagenTeLaat }
}

const isVanAanbieder = ({ soort }: Termijntelling): boolean => reactietermijnen[soort as Termijnsoort].wie === 'aanbieder'
function telOp(alle: readonly Termijntelling[]): Telling {
  const som = (veld: 'op_tijd' | 'te_laat' | 'loopt' | 'verlopen') => alle.reduce((n, t) => n + t[veld], 0)
  return { opTijd: som('op_tijd'), teLaat: som('te_laat'), loopt: som('loopt'), verlopen: som('verlopen') }
}
