/** `meedoen demo`: zoveel gemeenten met zoveel verzonnen inwoners, boven op wat er al is. */
import type pg from 'pg'
import { zorgVoorGemeente } from '#storage/inrichting.ts'
import type { Tx } from '#storage/transactie.ts'
import { telVullingNa } from '#storage/vulling.ts'
import type { Dienst } from '../handeling/dienst.ts'
import type { Uitgave } from '../lees-catalogi.ts'
import { EERSTE_VERKEER, richtIn, zorgVoorProefgemeenten } from './proefgemeenten.ts'
import { speelVerkeer } from './speel-verkeer.ts'
import { vulGemeente } from './vul-gemeente.ts'

export type Demovraag = { readonly inwoners: number; readonly gemeenten: number; readonly seed: number }
/** Codes die het CBS niet uitgeeft. */
const EERSTE_CODE = 9001
/** Bericht voor bericht kost een gemeente enkele tellen; contracten krijgen ze allemaal. */
const GEMEENTEN_MET_VERKEER = 10

/** Inwoners per gemeente. De eerste gemeenten zijn die van de catalogi; daarna volgen genummerde. */
export async function vulProefomgeving(
  dienst: Dienst,
  app: pg.Pool,
  eigenaar: Tx,
  uitgaven: readonly Uitgave[],
  vraag: Demovraag,
  voortgang: (klaar: number, totaal: number) => void,
): Promise<{ gemeenten: number; inwoners: number }> {
  const codes = (await zorgVoorProefgemeenten(dienst.db, eigenaar, uitgaven, dienst.nu())).map((g) => g.code)
  for (let n = 0; codes.length < vraag.gemeenten; n++) codes.push(await zorgVoorGenummerde(dienst, eigenaar, uitgaven, n))
  const totaal = vraag.gemeenten * vraag.inwoners
  for (const [plaats, gemeente] of codes.slice(0, vraag.gemeenten).entries()) {
    const eerder = plaats * vraag.inwoners
    await vulGemeente(dienst, app, { gemeente, inwoners: vraag.inwoners, seed: vraag.seed }, (klaar) => voortgang(eerder + klaar, totaal))
    await speelVerkeer(dienst, { gemeente, indicaties: plaats < GEMEENTEN_MET_VERKEER ? EERSTE_VERKEER : 0, zaad: vraag.seed })
  }
  await telVullingNa(eigenaar)
  return { gemeenten: vraag.gemeenten, inwoners: totaal }
}

async function zorgVoorGenummerde(dienst: Dienst, eigenaar: Tx, uitgaven: readonly Uitgave[], n: number): Promise<string> {
  const code = String(EERSTE_CODE + n)
  const { id, versies } = uitgaven[n % uitgaven.length] as Uitgave
  const nieuw = await zorgVoorGemeente(eigenaar, { code, naam: `Proefgemeente ${n + 1}`, catalogus: id, verzonnen: true })
  if (nieuw) await richtIn(dienst.db, code, versies, dienst.nu())
  return code
}
