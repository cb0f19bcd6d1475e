/** Iets van een inwoner opzoeken en meteen vragen of dit mag: eerst of de rol het ooit mag, dan wat er is, dan de echte relatie. */
import { ok, type Result } from '#core/base/result.ts'
import type { Handeling } from '#core/dossier/rechtentabel.ts'
import { eisOoit, eisToegang } from '../dossier/toegang.ts'
import type { Werk } from '../handeling/handel.ts'
import { nietGevonden, type Weigering } from '../handeling/weigering.ts'

type Gezocht = { readonly naam: string; readonly soort: string; readonly id: string }

/** `zoek` vindt het, of niets; ook een vergeefse poging laat in het logboek na waarnaar gevraagd is. */
export async function zoekMetRecht<R extends { inwoner: string }>(
  w: Werk,
  handeling: Handeling,
  { naam, soort, id }: Gezocht,
  zoek: () => Promise<R | undefined>,
): Promise<Result<R, Weigering>> {
  const ooit = eisOoit(w, handeling)
  if (!ooit.ok) return ooit
  const rij = await zoek()
  if (!rij) return nietGevonden(naam, { objecten: [{ soort, id }] })
  const toegang = await eisToegang(w, rij.inwoner, handeling)
  return toegang.ok ? ok(rij) : toegang
}
