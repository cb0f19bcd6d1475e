/**
 * Toegang tot een bericht. Gaat het over één inwoner, dan geldt de relatie tot hem; gaat het over meer cliënten of over iemand die niet
 * in het dossier staat, dan alleen wat in de hele gemeente mag.
 */
import { ok, type Result } from '#core/base/result.ts'
import { magDoen, type Oordeel } from '#core/dossier/rechten.ts'
import type { Handeling } from '#core/dossier/rechtentabel.ts'
import { type Berichtdetailrij, inwonerVanBericht, leesBericht } from '#storage/berichten/inzage.ts'
import { leesBand } from '#storage/inwoners.ts'
import { eisOoit, kijkerVan, maakToegang } from '../../dossier/toegang.ts'
import type { Actor } from '../../handeling/dienst.ts'
import type { Werk } from '../../handeling/handel.ts'
import { nietBevoegd, nietGevonden, type Weigering } from '../../handeling/weigering.ts'

export type Berichttoegang = { readonly bericht: Berichtdetailrij; mag(handeling: Handeling): Oordeel }

export async function eisBericht(w: Werk, id: string, handeling: Handeling): Promise<Result<Berichttoegang, Weigering>> {
  const ooit = eisOoit(w, handeling)
  if (!ooit.ok) return ooit
  const bericht = await leesBericht(w.tx, w.actor.gemeente, id)
  const inwoner = bericht?.inwoner ?? (await inwonerVanBericht(w.tx, id))
  // Ook als er niets is: anders zegt de duur van het antwoord dat er wel iets was.
  const band = await leesBand(w.tx, kijkerVan(w), inwoner ?? id)
  if (!bericht) return berichtNietGevonden(id, inwoner)
  const mag = (h: Handeling): Oordeel =>
    bericht.inwoner && band
      ? maakToegang(w, bericht.inwoner, band).mag(h)
      : magDoen(w.actor, h, { gemeente: w.actor.gemeente, relaties: [] })
  if (!mag('bericht_lezen').ok) return berichtNietGevonden(id, inwoner)
  const oordeel = mag(handeling)
  if (oordeel.ok) return ok({ bericht, mag })
  return nietBevoegd(oordeel.fout.tekst, oordeel.fout.watNu, overBericht(id, inwoner))
}

const overBericht = (id: string, inwoner: string | null) => ({
  objecten: [{ soort: 'bericht', id }],
  ...(inwoner !== null && { inwoner }),
})
const berichtNietGevonden = (id: string, inwoner: string | null) => nietGevonden('Dit bericht', overBericht(id, inwoner))

/** Of wie kijkt alleen berichten ziet van inwoners met wie hij iets te maken heeft; een lijst kiest dan eerst die. */
export const alleenDichtbij = (actor: Actor): boolean => !magDoen(actor, 'bericht_lezen', { gemeente: actor.gemeente }).ok
