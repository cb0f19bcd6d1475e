/** Toegang tot een zaak. Dat iemand een melding heeft, is zelf gevoelig: wie het dossier niet mag lezen, hoort dat er niets is. */
import { ok, type Result } from '#core/base/result.ts'
import type { Handeling } from '#core/dossier/rechtentabel.ts'
import { leesBand } from '#storage/inwoners.ts'
import { inwonerVanZaak, leesZaak, type Zaakrij } from '#storage/zaken.ts'
import type { Werk } from '../handeling/handel.ts'
import { nietGevonden, type Weigering } from '../handeling/weigering.ts'
import { eisOoit, kijkerVan, maakToegang, type Toegang, toets } from './toegang.ts'

export type Zaaktoegang = { readonly zaak: Zaakrij; readonly toegang: Toegang }

export async function eisZaak(w: Werk, id: string, handeling: Handeling): Promise<Result<Zaaktoegang, Weigering>> {
  const ooit = eisOoit(w, handeling)
  if (!ooit.ok) return ooit
  const zaak = await leesZaak(w.tx, w.actor.gemeente, id)
  const inwoner = zaak?.inwoner ?? (await inwonerVanZaak(w.tx, id))
  // Ook als er niets is: anders zegt de duur van het antwoord dat er wel iets was.
  const band = await leesBand(w.tx, kijkerVan(w), inwoner ?? id)
  if (!zaak || !band) return zaakNietGevonden(id, inwoner)
  const toegang = maakToegang(w, zaak.inwoner, band)
  if (!toegang.mag('dossier_lezen').ok) return zaakNietGevonden(id, inwoner)
  const mag = toets(toegang, handeling)
  return mag.ok ? ok({ zaak, toegang }) : mag
}

const zaakNietGevonden = (id: string, inwoner: string | null) =>
  nietGevonden('Deze zaak', { objecten: [{ soort: 'zaak', id }], ...(inwoner !== null && { inwoner }) })
