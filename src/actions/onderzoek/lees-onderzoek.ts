/** Een onderzoek lezen, met alles wat het scherm nodig heeft; en de onderzoeken van een zaak. */
import { ok, type Result } from '#core/base/result.ts'
import { leesAntwoordrijen } from '#storage/antwoorden.ts'
import { leesMedewerkernamen } from '#storage/namen.ts'
import { leesOnderzoekenVanZaak } from '#storage/onderzoeken.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { eisZaak } from '../dossier/zaaktoegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Notitie } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { type Antwoordbeeld, toonAntwoord } from './antwoord.ts'
import { type Onderzoeksbeeld, toonOnderzoek } from './onderzoeksbeeld.ts'
import { DOEL_ONDERZOEK, openOnderzoek } from './open-onderzoek.ts'

type Over = { id: string; inwoner: string; zaak: string; versie: number }
const gelezen = (rij: Over): Notitie => ({
  soort: 'lezen',
  objecten: [{ soort: 'onderzoek', id: rij.id, versie: rij.versie }],
  inwoner: rij.inwoner,
  zaak: rij.zaak,
  doel: DOEL_ONDERZOEK,
})

export function leesOnderzoekVolledig(dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Onderzoeksbeeld, Weigering>> {
  return handel<Onderzoeksbeeld>(dienst, aanroep, async (w) => {
    const open = await openOnderzoek(w, id, 'onderzoek_lezen')
    if (!open.ok) return open
    w.noteer(gelezen(open.value.rij))
    return ok(await toonOnderzoek(w, open.value))
  })
}

/** Alles wat op één vraag gezegd is, het eerste eerst. */
export function leesVraaggeschiedenis(
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  vraag: string,
): Promise<Result<{ items: Antwoordbeeld[]; volgende: null }, Weigering>> {
  return handel<{ items: Antwoordbeeld[]; volgende: null }>(dienst, aanroep, async (w) => {
    const open = await openOnderzoek(w, id, 'onderzoek_lezen')
    if (!open.ok) return open
    const rijen = (await leesAntwoordrijen(w.tx, w.actor.gemeente, id)).filter((r) => r.vraag === vraag)
    const namen = await leesMedewerkernamen(
      w.tx,

      rijen.map((r) => r.gegeven_door),
    )
    w.noteer(gelezen(open.value.rij))
    return ok({ items: rijen.map((r) => toonAntwoord(r, namen)), volgende: null })
  })
}

/** De catalogus waarmee dit onderzoek rekent, woordelijk zoals zij bij de start gold. */
export function leesOnderzoekscatalogus(dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Catalogus, Weigering>> {
  return handel<Catalogus>(dienst, aanroep, async (w) => {
    const open = await openOnderzoek(w, id, 'onderzoek_lezen')
    if (!open.ok) return open
    w.noteer(gelezen(open.value.rij))
    return ok(open.value.catalogus)
  })
}

export type Onderzoeksregel = {
  id: string
  catalogus: string
  catalogusVersie: string
  gestartOp: string
  afgerondOp: string | null
  versie: number
}

export function leesOnderzoekenBijZaak(
  dienst: Dienst,
  aanroep: Aanroep,
  zaakId: string,
): Promise<Result<{ items: Onderzoeksregel[]; volgende: null }, Weigering>> {
  return handel<{ items: Onderzoeksregel[]; volgende: null }>(dienst, aanroep, async (w) => {
    const { tx, actor } = w
    const zaak = await eisZaak(w, zaakId, 'onderzoek_lezen')
    if (!zaak.ok) return zaak
    const rijen = await leesOnderzoekenVanZaak(tx, actor.gemeente, zaakId)
    w.noteer({
      soort: 'lezen',
      objecten: [{ soort: 'zaak', id: zaakId }],
      inwoner: zaak.value.zaak.inwoner,
      zaak: zaakId,
      doel: DOEL_ONDERZOEK,
    })
    const items = rijen.map((r) => ({
      id: r.id,
      catalogus: r.catalogus,
      catalogusVersie: r.catalogus_versie,
      gestartOp: r.gestart_op.toISOString(),
      afgerondOp: r.afgerond_op?.toISOString() ?? null,
      versie: r.versie,
    }))
    return ok({ items, volgende: null })
  })
}
