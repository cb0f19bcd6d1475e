/** Een onderzoek afronden, of weer openen als er toch nog iets bij moet. */
import { ok, type Result } from '#core/base/result.ts'
import { invariant } from '#core/base/invariant.ts'
import { vergrendelOnderzoek, wijzigOnderzoek } from '#storage/onderzoeken.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { naamVan } from './bewaar-antwoorden.ts'
import { DOEL_ONDERZOEK, eisVersie, openOnderzoek } from './open-onderzoek.ts'

export type Afgerond = { readonly versie: number; readonly afgerondOp: string | null }
type Vraag = { readonly onderzoek: string; readonly versie: number; readonly afgerond: boolean }

export function rondOnderzoekAf(dienst: Dienst, aanroep: Aanroep, vraag: Vraag): Promise<Result<Afgerond, Weigering>> {
  return handel<Afgerond>(dienst, aanroep, async (w) => {
    const { tx, actor, nu } = w
    const open = await openOnderzoek(w, vraag.onderzoek, 'onderzoek_schrijven')
    if (!open.ok) return open
    const rij = await vergrendelOnderzoek(tx, actor.gemeente, vraag.onderzoek)
    invariant(rij, 'wie het onderzoek mag bijwerken, mag het ook vastzetten')
    const bij = await eisVersie(
      rij,
      vraag.versie,
      () => naamVan(w, rij.gewijzigd_door),
      async () => ({ versie: rij.versie, afgerondOp: rij.afgerond_op?.toISOString() ?? null }),
    )
    if (!bij.ok) return bij
    const afgerond_op = vraag.afgerond ? (rij.afgerond_op ?? nu) : null
    const versie = await wijzigOnderzoek(tx, rij, { afgerond_op, gewijzigd_op: nu, gewijzigd_door: actor.medewerker })
    w.noteer({
      soort: 'wijzigen',
      objecten: [{ soort: 'onderzoek', id: rij.id, versie }],
      inwoner: rij.inwoner,
      zaak: rij.zaak,
      doel: DOEL_ONDERZOEK,
      reden: vraag.afgerond ? 'afgerond' : 'heropend',
    })
    return ok({ versie, afgerondOp: afgerond_op?.toISOString() ?? null })
  })
}
