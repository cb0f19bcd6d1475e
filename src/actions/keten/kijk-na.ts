/** Nakijken of indicaties, toewijzingen en berichten op elkaar aansluiten, zodat niets ongezien blijft hangen. */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import type { Termijnsoort } from '#core/toewijzing/reactietermijn.ts'
import type { Verschilsoort } from '#core/toewijzing/ketenverschil.ts'
import { bewaarControle, type Gevonden, leesNaTeKijken, vergrendelControle, zoekVerschillen } from '#storage/berichten/verschillen.ts'
import type { Tx } from '#storage/transactie.ts'
import { leesGelijkgesteldeDagen } from '#storage/zaken.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { nieuweId } from '../handeling/id.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { type Aansluiting, toonAansluiting } from './lees-aansluiting.ts'
import { vraagTermijnen } from './bereken-termijnen.ts'

const UUR = 3_600_000
/** Een achtergrondtaak kijkt elke gemeente eens per etmaal na. */
const ETMAAL = 24 * UUR
/** Meer zegt alleen nog hoeveel; dan is er iets groters aan de hand. */
const HOOGSTENS_PER_SOORT = 500

/** Alle gemeenten die aan de beurt zijn; geeft hoeveel er nagekeken zijn. */
export async function kijkAllesNa(dienst: Pick<Dienst, 'db' | 'nu' | 'vandaag'>): Promise<number> {
  const sinds = new Date(dienst.nu().getTime() - ETMAAL)
  let aantal = 0
  for (const gemeente of await leesNaTeKijken(dienst.db, sinds))
    await inAdministratie(dienst, { gemeente, partij: gemeente }, async (tx) => {
      if (!(await vergrendelControle(tx, gemeente))) return
      await kijkNa(tx, gemeente, dienst)
      aantal++
    })
  return aantal
}

/** Op verzoek, meteen. */
export function kijkNuNa(dienst: Dienst, aanroep: Aanroep): Promise<Result<Aansluiting, Weigering>> {
  return handel<Aansluiting>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'keten_nakijken')
    if (!mag.ok) return mag
    const { gemeente } = w.actor
    if (!(await vergrendelControle(w.tx, gemeente))) return weiger(alBezig)
    const id = await kijkNa(w.tx, gemeente, dienst)
    w.noteer({ soort: 'controleren', objecten: [{ soort: 'ketencontrole', id }], doel: 'berichtenverkeer bewaken Wmo 2.6.4' })
    return ok(await toonAansluiting(w))
  })
}

const alBezig: Weigering = {
  soort: 'botst',
  code: 'CONTROLE_LOOPT',
  tekst: 'Het nakijken is al bezig.',
  watNu: 'Wacht even en laad het scherm opnieuw.',
}

async function kijkNa(tx: Tx, gemeente: string, { nu, vandaag }: Pick<Dienst, 'nu' | 'vandaag'>): Promise<string> {
  const moment = nu()
  const gezien = await zoekVerschillen(tx, gemeente, { vandaag: vandaag(), nu: moment, hoogstens: HOOGSTENS_PER_SOORT })
  const opTijd = await opTermijn(tx, gemeente, vandaag())
  const id = nieuweId(moment)
  const aantallen = { ...gezien.aantallen, ...opTijd.aantallen }
  await bewaarControle(tx, { gemeente, id, op: moment, aantallen }, [...gezien.rijen, ...opTijd.rijen])
  return id
}

const uitTermijn: Partial<Record<Termijnsoort, Verschilsoort>> = { retour: 'geen_antwoord', start: 'geen_start' }

/** Wat pas een verschil is als zijn termijn voorbij is. */
async function opTermijn(tx: Tx, gemeente: string, vandaag: Datum): Promise<Gevonden> {
  const gelijkgesteld = await leesGelijkgesteldeDagen(tx)
  const vraag = { sinds: plusDagen(vandaag, 1), vandaag, gelijkgesteld, hoogstens: HOOGSTENS_PER_SOORT }
  const { tellingen, verlopen } = await vraagTermijnen(tx, gemeente, vraag)
  const aantallen: Partial<Record<Verschilsoort, number>> = {}
  for (const t of tellingen) {
    const soort = uitTermijn[t.soort as Termijnsoort]
    if (soort !== undefined && t.verlopen > 0) aantallen[soort] = (aantallen[soort] ?? 0) + t.verlopen
  }
  const rijen = verlopen.flatMap(({ vanaf: sinds, soort, ...r }) => {
    const verschil = uitTermijn[soort as Termijnsoort]
    return verschil === undefined ? [] : [{ ...r, soort: verschil, sinds }]
  })
  return { aantallen, rijen }
}
