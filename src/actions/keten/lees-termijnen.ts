/** Hoe vlot het verkeer met aanbieders loopt: per regel en per aanbieder, met wat te laat is. */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import {
  beoordeelReactie,
  reactietermijnen,
  type Termijnoordeel,
  type Termijnsoort,
  termijnsoorten,
} from '#core/toewijzing/reactietermijn.ts'
import { leesGeldendeContracten } from '#storage/berichten/contractbeheer.ts'
import { leesTermijnen, type Termijnrij } from '#storage/berichten/termijnen.ts'
import { leesGelijkgesteldeDagen } from '#storage/zaken.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'

/** Zover terug telt wat klaar is mee; wat nog niet klaar is telt altijd. */
const DAGEN_TERUG = 92
const HOOGSTENS = 200

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
type Beoordeeld = { readonly rij: Termijnrij; readonly soort: Termijnsoort; readonly oordeel: Termijnoordeel }

export function leesKetentermijnen(dienst: Dienst, aanroep: Aanroep): Promise<Result<Termijnenbeeld, Weigering>> {
  return handel<Termijnenbeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'keten_bewaken')
    if (!mag.ok) return mag
    const vandaag = dienst.vandaag()
    const sinds = plusDagen(vandaag, -DAGEN_TERUG)
    const alle = await beoordeelAlles(w, sinds)
    const namen = new Map((await leesGeldendeContracten(w.tx, w.actor.gemeente)).map((c) => [c.aanbieder, c.naam]))
    const wie = (agb: string) => ({ agb, naam: namen.get(agb) ?? agb })
    const verlopen = alle.filter((b) => b.oordeel.stand === 'verlopen').sort((a, b) => b.oordeel.dagenTeLaat - a.oordeel.dagenTeLaat)
    const codes = [...new Set(alle.map((b) => b.rij.aanbieder))]
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'ketentermijnen', id: w.actor.gemeente }], doel: 'berichtenverkeer bewaken Wmo 2.6.4' })
    return ok({
      vandaag,
      sinds,
      regels: termijnsoorten.map((soort) => {
        const { regel, wie: van, titel, uitleg } = reactietermijnen[soort]
        return { soort, regel, wie: van, titel, uitleg, ...tel(alle.filter((b) => b.soort === soort)) }
      }),
      aanbieders: codes
        .map((agb) => ({
          ...wie(agb),
          ...tel(alle.filter((b) => b.rij.aanbieder === agb && reactietermijnen[b.soort].wie === 'aanbieder')),
        }))
        .sort((a, b) => b.verlopen - a.verlopen || b.teLaat - a.teLaat || (a.naam < b.naam ? -1 : 1)),
      gevallen: verlopen.slice(0, HOOGSTENS).map(({ rij, soort, oordeel }) => ({
        soort,
        aanbieder: wie(rij.aanbieder),
        kenmerk: rij.kenmerk,
        bericht: rij.bericht,
        indicatie: rij.indicatie,
        vanaf: rij.vanaf,
        uiterlijk: oordeel.uiterlijk,
        dagenTeLaat: oordeel.dagenTeLaat,
      })),
      gevallenInTotaal: verlopen.length,
    })
  })
}

async function beoordeelAlles(w: Werk, sinds: Datum): Promise<Beoordeeld[]> {
  const vandaag = w.dienst.vandaag()
  const gelijkgesteld = await leesGelijkgesteldeDagen(w.tx)
  const rijen = await leesTermijnen(w.tx, w.actor.gemeente, { sinds, vandaag })
  return rijen.map((rij) => {
    const soort = rij.soort as Termijnsoort
    return {
      rij,
      soort,
      oordeel: beoordeelReactie({ soort, vanaf: rij.vanaf as Datum, klaarOp: rij.klaar_op as Datum | null }, vandaag, gelijkgesteld),
    }
  })
}

function tel(alle: readonly Beoordeeld[]): Telling {
  const met = (stand: Termijnoordeel['stand']) => alle.filter((b) => b.oordeel.stand === stand).length
  return { opTijd: met('op_tijd'), teLaat: met('te_laat'), loopt: met('loopt'), verlopen: met('verlopen') }
}
