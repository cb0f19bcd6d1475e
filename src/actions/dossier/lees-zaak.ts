/** Een zaak openen, met haar verloop en wat er nu aan de beurt is. */
import { ok, type Result } from '#core/base/result.ts'
import { type Gebeurtenisrij, leesAfspraken, leesVanZaak } from '#storage/gebeurtenissen.ts'
import { leesZaak as leesRij, type Zaakrij } from '#storage/zaken.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import type { Toegang } from './toegang.ts'
import { toonZaak, type Zaakbeeld } from './zaakbeeld.ts'
import { signalenVanInwoner } from './wlzsignalen.ts'
import { eisZaak } from './zaaktoegang.ts'

export const leesZaak = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Zaakbeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const open = await eisZaak(w, id, 'dossier_lezen')
    if (!open.ok) return open
    const { zaak, toegang } = open.value
    w.noteer({
      soort: 'lezen',
      inwoner: zaak.inwoner,
      zaak: id,
      objecten: [{ soort: 'zaak', id, versie: zaak.versie }],
      doel: 'zaak bekijken',
    })
    return ok(await beeldVan(w, zaak, await leesVanZaak(w.tx, w.actor.gemeente, id), toegang))
  })

export async function beeldVan(w: Werk, zaak: Zaakrij, rijen: readonly Gebeurtenisrij[], toegang: Toegang): Promise<Zaakbeeld> {
  const vandaag = w.dienst.vandaag()
  const afspraken = await leesAfspraken(w.tx, w.actor.gemeente, [zaak.id], vandaag)
  const signalen = await signalenVanInwoner(w, zaak.inwoner)
  const feiten = { rijen, afspraakOp: afspraken.get(zaak.id) ?? null, signalen }
  return toonZaak(zaak, feiten, toegang, w.actor.medewerker, vandaag)
}

/** Na een wijziging: de rij van nu. Mag iemand haar zelf niet meer zien, dan blijft het beeld dat hij net maakte. */
export async function beeldNa(w: Werk, zaak: Zaakrij, rijen: readonly Gebeurtenisrij[], toegang: Toegang): Promise<Zaakbeeld> {
  return beeldVan(w, (await leesRij(w.tx, w.actor.gemeente, zaak.id)) ?? zaak, rijen, toegang)
}
