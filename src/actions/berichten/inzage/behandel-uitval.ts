/** Een stap aan uitval: oppakken, geven, terugleggen, afhandelen, heropenen of iets opmerken. Elke stap blijft staan. */
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import { type Stap, type Stapsoort, type Stapweigering, uitvalstappen, zetStap } from '#core/toewijzing/uitvalwerk.ts'
import { bewaarStand, bewaarStap, leesUitval, leesUitvalbehandelaars, type Uitvalrij } from '#storage/berichten/uitvalwerk.ts'
import { verouderd } from '../../dossier/verouderd.ts'
import { eisInGemeente } from '../../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel, type Werk } from '../../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../../handeling/weigering.ts'
import { type Uitvalbeeld, uitvalbeeldVan, uitvalNietGevonden } from './lees-uitval.ts'
import { toonUitvalregel } from './uitvalbeeld.ts'

export type Stapopgave = {
  readonly soort: Stapsoort
  readonly naar?: string | null | undefined
  readonly toelichting?: string | null | undefined
}

export const behandelUitval = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  versie: number,
  opgave: Stapopgave,
): Promise<Result<Uitvalbeeld, Weigering>> =>
  handel<Uitvalbeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'uitval_behandelen')
    if (!mag.ok) return mag
    const rij = await leesUitval(w.tx, w.actor.gemeente, id)
    if (!rij) return uitvalNietGevonden(id)
    if (rij.versie !== versie) return eerder(w, rij)
    const stap: Stap = { soort: opgave.soort, naar: opgave.naar ?? null, toelichting: opgave.toelichting?.trim() || null }
    const dan = zetStap(rij, stap, w.actor.medewerker)
    if (!dan.ok) return geweigerd(dan.fout)
    if (stap.naar !== null && !(await leesUitvalbehandelaars(w.tx)).some((b) => b.id === stap.naar)) return geenBehandelaar
    const wie = { gemeente: w.actor.gemeente, medewerker: w.actor.medewerker, nu: w.nu }
    if (!(await bewaarStand(w.tx, wie, id, versie, dan.value))) return eerder(w, (await leesUitval(w.tx, wie.gemeente, id)) ?? rij)
    await bewaarStap(w.tx, wie, { ...stap, id: w.nieuweId(), uitval: id })
    w.noteer({
      soort: 'wijzigen',
      objecten: [{ soort: 'uitval', id }],
      doel: `uitval behandelen: ${uitvalstappen[stap.soort].toLowerCase()}`,
      ...(rij.inwoner !== null && { inwoner: rij.inwoner }),
    })
    const nieuw = await leesUitval(w.tx, wie.gemeente, id)
    invariant(nieuw, 'wat net gewijzigd is, is er')
    return ok(await uitvalbeeldVan(w, nieuw))
  })

const eerder = (w: Werk, rij: Uitvalrij) =>
  verouderd(w, 'Deze uitval', {
    door: rij.gewijzigd_door,
    op: rij.gewijzigd_op ?? rij.gemaakt_op,
    versie: rij.versie,
    huidig: toonUitvalregel(rij),
  })

const geweigerd = ({ code, plaats, tekst }: Stapweigering) =>
  plaats === ''
    ? weiger({ soort: 'regel', code, tekst, watNu: 'Laad het scherm opnieuw om te zien hoe het er nu voor staat.' })
    : ongeldig([{ code, plaats, tekst }])
const geenBehandelaar = ongeldig([
  { code: 'COLLEGA_ONBEKEND', plaats: '/naar', tekst: 'Kies een collega van de administratie die hier nu werkt.' },
])
