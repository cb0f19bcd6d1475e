/** Mag deze medewerker dit bij deze inwoner? Eerst of zijn rol het ooit mag, dan wat er is, dan de echte relatie. */
import { fout, ok, type Result } from '#core/base/result.ts'
import { vanMs } from '#core/base/tijdstip.ts'
import { type Grond, magDoen, magOoit, type NietBevoegd } from '#core/dossier/rechten.ts'
import type { Handeling } from '#core/dossier/rechtentabel.ts'
import { relatiesVan } from '#core/dossier/relatie.ts'
import { leesDossierband } from '#storage/dossierband.ts'
import type { Werk } from '../handeling/handel.ts'
import { nietGevonden, type Weigering } from '../handeling/weigering.ts'

const alsWeigering = ({ code, tekst, watNu }: NietBevoegd) => fout<Weigering>({ soort: 'niet_bevoegd', code, tekst, watNu })

/** Vóór het opzoeken: wie dit nooit mag, krijgt hetzelfde antwoord of het object nu bestaat of niet. */
export function eisRol({ actor }: Werk, handeling: Handeling): Result<null, Weigering> {
  const oordeel = magOoit(actor, handeling)
  return oordeel.ok ? ok(null) : alsWeigering(oordeel.fout)
}

/** Na het opzoeken: met de relatie die er op dit moment is. */
export async function eisRelatie(w: Werk, handeling: Handeling, inwoner: string): Promise<Result<Grond, Weigering>> {
  const band = await leesDossierband(w.tx, w.actor.gemeente, inwoner, w.actor.medewerker)
  if (!band) return nietGevonden('Deze inwoner')
  const relaties = relatiesVan(w.actor, band, vanMs(w.nu.getTime()))
  const oordeel = magDoen(w.actor, handeling, { gemeente: w.actor.gemeente, relaties })
  return oordeel.ok ? oordeel : alsWeigering(oordeel.fout)
}

/** Rol, opzoeken en relatie achter elkaar; `zoek` vindt iets van een inwoner, of niets. */
export async function zoekMetRecht<R extends { inwoner: string }>(
  w: Werk,
  handeling: Handeling,
  wat: string,
  zoek: () => Promise<R | undefined>,
): Promise<Result<R, Weigering>> {
  const rol = eisRol(w, handeling)
  if (!rol.ok) return rol
  const rij = await zoek()
  if (!rij) return nietGevonden(wat)
  const relatie = await eisRelatie(w, handeling, rij.inwoner)
  return relatie.ok ? ok(rij) : relatie
}
