/**
 * De reactietermijnen berekenen en bewaren. Een gemeente met weinig verkeer rekent elke keer dat iemand kijkt; bij veel verkeer staat er
 * wat de laatste keer berekend is, met het moment erbij, en rekent een achtergrondtaak het bij.
 */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { maakTermijntabel } from '#core/toewijzing/reactietermijn.ts'
import {
  type BewaardeTermijnen,
  bewaarTermijnen,
  leesBewaardeTermijnen,
  leesTeBerekenen,
  vergrendelTermijnen,
} from '#storage/berichten/bewaarde-termijnen.ts'
import { leesTermijnen, type Termijnen, type Termijnvraag } from '#storage/berichten/termijnen.ts'
import type { Tx } from '#storage/transactie.ts'
import { leesGelijkgesteldeDagen } from '#storage/zaken.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import type { Dienst } from '../handeling/dienst.ts'

/** Zover terug telt wat klaar is mee; wat nog niet klaar is telt altijd. */
const DAGEN_TERUG = 92
/** Zoveel verlopen gevallen van elke soort. */
export const HOOGSTENS = 200
/** Over zoveel berichten is zo gerekend: dan is wat er staat altijd van nu. */
const WEINIG = 5_000
/** Zo oud mag wat bewaard is zijn voor de achtergrondtaak het bijrekent. */
const OUD_MS = 10 * 60_000

export const sindsWanneer = (vandaag: Datum): Datum => plusDagen(vandaag, -DAGEN_TERUG)

/** Wat bewaard is als rekenen lang duurt; anders van nu. */
export async function haalTermijnen(
  tx: Tx,
  gemeente: string,
  dienst: Pick<Dienst, 'nu' | 'vandaag'>,
  weinig = WEINIG,
): Promise<BewaardeTermijnen> {
  const bewaard = await leesBewaardeTermijnen(tx, gemeente)
  return bewaard && bewaard.berichten > weinig ? bewaard : bereken(tx, gemeente, dienst)
}

/** Null: een ander is al bezig. */
export async function berekenEnBewaar(tx: Tx, gemeente: string, dienst: Pick<Dienst, 'nu' | 'vandaag'>): Promise<BewaardeTermijnen | null> {
  if (!(await vergrendelTermijnen(tx, gemeente))) return null
  const termijnen = await bereken(tx, gemeente, dienst)
  await bewaarTermijnen(tx, gemeente, termijnen)
  return termijnen
}

/** Alle gemeenten die aan de beurt zijn; geeft hoeveel er berekend zijn. */
export async function berekenTermijnenBij(dienst: Pick<Dienst, 'db' | 'nu' | 'vandaag'>, weinig = WEINIG): Promise<number> {
  const voor = new Date(dienst.nu().getTime() - OUD_MS)
  let aantal = 0
  for (const gemeente of await leesTeBerekenen(dienst.db, dienst.vandaag(), voor, weinig))
    if (await inAdministratie(dienst, { gemeente, partij: gemeente }, (tx) => berekenEnBewaar(tx, gemeente, dienst))) aantal++
  return aantal
}

async function bereken(tx: Tx, gemeente: string, dienst: Pick<Dienst, 'nu' | 'vandaag'>): Promise<BewaardeTermijnen> {
  const [berekend_op, vandaag] = [dienst.nu(), dienst.vandaag()]
  const gelijkgesteld = await leesGelijkgesteldeDagen(tx)
  const vraag = { vandaag, sinds: sindsWanneer(vandaag), gelijkgesteld, hoogstens: HOOGSTENS }
  return { ...(await vraagTermijnen(tx, gemeente, vraag)), berekend_op, vandaag }
}

/** Wat langer dan dit geleden begon en niet klaar is, is voorbij: de langste termijn is acht weken. */
const JAREN_IN_TABEL = 3

type Vraag = Pick<Termijnvraag, 'hoogstens'> & { readonly vandaag: Datum; readonly sinds: Datum; readonly gelijkgesteld: readonly Datum[] }

/** De aantallen en de verlopen gevallen, met de uiterste dagen zoals de regels ze stellen: voor alles wat klaar is en meetelt, en drie jaar terug. */
export function vraagTermijnen(tx: Tx, gemeente: string, { gelijkgesteld, ...v }: Vraag): Promise<Termijnen> {
  const terug = plusDagen(v.vandaag, -366 * JAREN_IN_TABEL)
  return leesTermijnen(tx, gemeente, { ...v, uiterlijk: maakTermijntabel(v.sinds < terug ? v.sinds : terug, v.vandaag, gelijkgesteld) })
}
