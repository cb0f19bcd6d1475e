/** Een nieuwe inwoner vastleggen. Het dossier hoort bij het team van wie haar toevoegt. */
import { ok, type Result } from '#core/base/result.ts'
import { type Inwonergegevens, leesInwoner } from '#core/dossier/inwoner.ts'
import { zoeknaam } from '#core/dossier/zoeknaam.ts'
import { voegBsnToe, voegGegevensToe, voegInwonerToe as voegRijToe } from '#storage/inwoners.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { bsnAlBekend } from './bsn-botsing.ts'
import { inhoudhash } from './inhoudhash.ts'
import type { Inwonerbeeld } from './inwonerbeeld.ts'
import { haalInwoner } from './lees-inwoner.ts'
import { eisInGemeente } from './toegang.ts'

export const voegInwonerToe = (dienst: Dienst, aanroep: Aanroep, ruw: unknown): Promise<Result<Inwonerbeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'inwoner_aanmaken')
    if (!mag.ok) return mag
    const gelezen = leesInwoner(ruw, dienst.vandaag())
    if (!gelezen.ok) return ongeldig(gelezen.fout)
    const id = w.nieuweId()
    const bewaard = await bewaar(w, id, gelezen.value)
    if (!bewaard.ok) return bewaard
    const { bsn: _, ...zonderBsn } = gelezen.value
    w.noteer({
      soort: 'aanmaken',
      inwoner: id,
      objecten: [{ soort: 'inwoner', id, versie: 1 }],
      doel: 'inwoner vastleggen',
      hashNa: inhoudhash(zonderBsn),
    })
    return haalInwoner(w, id)
  })

async function bewaar(w: Werk, id: string, g: Inwonergegevens): Promise<Result<null, Weigering>> {
  const { gemeente, medewerker, team } = w.actor
  const { kluis } = w.dienst
  const nieuw = await voegRijToe(w.tx, {
    gemeente,
    id,
    ...g.naam,
    geboortedatum: g.geboortedatum,
    woonplaats: g.woonplaats,
    zoeknaam: zoeknaam(g.naam),
    bsn_index: g.bsn && kluis.index(g.bsn, gemeente),
    geen_bsn_reden: g.geenBsnReden,
    geheim_adres: g.geheimAdres,
    overleden_op: g.overledenOp,
    team,
    gemaakt_op: w.nu,
    gewijzigd_op: w.nu,
    gewijzigd_door: medewerker,
  })
  if (!nieuw && g.bsn) return (await bsnAlBekend(w, g.bsn)) ?? ok(null)
  await voegGegevensToe(w.tx, {
    gemeente,
    inwoner: id,
    ...(g.adres ?? { straat: null, huisnummer: null, toevoeging: null, postcode: null }),
    telefoon: g.telefoon,
    email: g.email,
    contactvoorkeur: g.contactvoorkeur,
    geslacht: g.geslacht,
    vertegenwoordiger: g.vertegenwoordiger,
    geheim_adres: g.geheimAdres,
  })
  if (g.bsn) await voegBsnToe(w.tx, { gemeente, inwoner: id, ...kluis.versleutel(g.bsn, { gemeente, inwoner: id }) })
  return ok(null)
}
