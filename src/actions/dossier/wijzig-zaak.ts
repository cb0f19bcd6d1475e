/** Wat aan een zaak zelf te wijzigen is: de hulpvraag. Al het andere verandert door een gebeurtenis. */
import { ok, type Result } from '#core/base/result.ts'
import { leesZaakwijziging } from '#core/dossier/melding.ts'
import { magZaakwerk } from '#core/dossier/zaak.ts'
import { leesVanZaak } from '#storage/gebeurtenissen.ts'
import { wijzigZaak as wijzigRij } from '#storage/zaken.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { inhoudhash } from './inhoudhash.ts'
import { beeldNa } from './lees-zaak.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'
import { zaakVerouderd } from './zaakstap.ts'
import { eisZaak } from './zaaktoegang.ts'

export function wijzigZaak(
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  versie: number,
  ruw: unknown,
): Promise<Result<Zaakbeeld, Weigering>> {
  return handel<Zaakbeeld>(dienst, aanroep, async (w) => {
    const open = await eisZaak(w, id, 'dossier_schrijven')
    if (!open.ok) return open
    const { zaak, toegang } = open.value
    const gelezen = leesZaakwijziging(ruw)
    if (!gelezen.ok) return ongeldig(gelezen.fout)
    const kan = magZaakwerk(zaak.stand, 'wijzigen')
    if (!kan.ok) return weiger({ soort: 'regel', ...kan.fout })
    const { gemeente, medewerker } = w.actor
    const waar = { gemeente, id, versie }
    if (!(await wijzigRij(w.tx, waar, { hulpvraag: gelezen.value.hulpvraag, gewijzigd_op: w.nu, gewijzigd_door: medewerker })))
      return zaakVerouderd(w, zaak)
    w.noteer({
      soort: 'wijzigen',
      inwoner: zaak.inwoner,
      zaak: id,
      objecten: [{ soort: 'zaak', id, versie: versie + 1 }],
      doel: 'hulpvraag wijzigen',
      hashVoor: inhoudhash(zaak.hulpvraag),
      hashNa: inhoudhash(gelezen.value.hulpvraag),
    })
    return ok(await beeldNa(w, zaak, await leesVanZaak(w.tx, gemeente, id), toegang))
  })
}
