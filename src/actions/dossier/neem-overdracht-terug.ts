/**
 * Een overdracht terugdraaien door wie het werk weggaf en het daarmee zelf niet meer ziet. Dat kan kort, en alleen zolang er daarna
 * niets met de zaak gebeurde; de database ziet daarop toe.
 */
import { ok, type Result } from '#core/base/result.ts'
import { leesGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { leesZaak, neemOverdrachtTerug as neemTerug } from '#storage/zaken.ts'
import type { Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { beeldNa } from './lees-zaak.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'
import { beoordeelStap, bewaarGebeurtenis } from './zaakstap.ts'
import { eisZaak } from './zaaktoegang.ts'

/** Zo lang na de overdracht kan dit. */
export const TERUG_MS = 10 * 60_000

/** Null als het hier niet over gaat, of niet (meer) kan: dan geldt wat er zonder dit gezegd zou zijn. */
export async function neemOverdrachtTerug(w: Werk, id: string, versie: number, ruw: unknown): Promise<Result<Zaakbeeld, Weigering> | null> {
  const gelezen = leesGebeurtenis(ruw, 'zaak', w.dienst.vandaag())
  if (!gelezen.ok || gelezen.value.soort !== 'vervallen' || gelezen.value.vervangt === null) return null
  if (!(await neemTerug(w.tx, { id, versie }, gelezen.value.vervangt, TERUG_MS))) return null
  const open = await eisZaak(w, id, 'zaak_overdragen')
  if (!open.ok) return open
  const { zaak, toegang } = open.value
  const stap = await beoordeelStap(w, zaak, gelezen.value)
  if (!stap.ok) return stap
  await bewaarGebeurtenis(w, zaak, stap.value)
  w.noteer({
    soort: 'wijzigen',
    inwoner: zaak.inwoner,
    zaak: id,
    objecten: [
      { soort: 'zaak', id, versie: zaak.versie },
      { soort: 'gebeurtenis', id: stap.value.id },
    ],
    doel: 'zaak bijwerken: overdracht ongedaan gemaakt',
  })
  return ok(await beeldNa(w, (await leesZaak(w.tx, w.actor.gemeente, id)) ?? zaak, stap.value.rijen, toegang))
}
