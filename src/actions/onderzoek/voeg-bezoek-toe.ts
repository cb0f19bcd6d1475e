/** Een bezoek (of gesprek) vastleggen bij een onderzoek; antwoorden verwijzen ernaar. */
import { ok, type Result } from '#core/base/result.ts'
import { leesBezoek } from '#core/dossier/onderzoek.ts'
import { bewaarBezoek } from '#storage/bezoeken.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { type Bezoekbeeld, toonBezoek } from './onderzoeksbeeld.ts'
import { DOEL_ONDERZOEK, openOmTeWijzigen } from './open-onderzoek.ts'

export function voegBezoekToe(dienst: Dienst, aanroep: Aanroep, onderzoek: string, ruw: unknown): Promise<Result<Bezoekbeeld, Weigering>> {
  return handel<Bezoekbeeld>(dienst, aanroep, async (w) => {
    const { tx, actor, nu } = w
    const open = await openOmTeWijzigen(w, onderzoek, 'onderzoek_schrijven', 'antwoorden')
    if (!open.ok) return open
    const { rij } = open.value
    const gelezen = leesBezoek(ruw, dienst.vandaag())
    if (!gelezen.ok) return ongeldig(gelezen.fout)
    const bezoek = {
      gemeente: actor.gemeente,
      id: w.nieuweId(),
      onderzoek,
      inwoner: rij.inwoner,
      ...gelezen.value,
      gemaakt_op: nu,
      gemaakt_door: actor.medewerker,
    }
    await bewaarBezoek(tx, bezoek)
    w.noteer({
      soort: 'aanmaken',
      objecten: [{ soort: 'bezoek', id: bezoek.id }],
      inwoner: rij.inwoner,
      zaak: rij.zaak,
      doel: DOEL_ONDERZOEK,
    })
    return ok(
      toonBezoek({ ...bezoek, vervangt: null, versie: 1, ingetrokken: null, eerdere: [] }, new Map([[actor.medewerker, actor.naam]])),
    )
  })
}
