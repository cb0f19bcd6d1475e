/** De toewijzingen van een indicatie zoals zij nu gelden, met hoe het met hun bericht staat. */
import type { Datum, Periode } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { dagenVan } from '#core/toewijzing/open-dagen.ts'
import { isVerwijderd } from '#messages/keten/afleiden.ts'
import { leesToewijzingenBij, type Toewijzingsrij } from '#storage/berichten/toewijzingen.ts'
import { leesIndicatie } from '#storage/indicaties.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { zoekMetRecht } from '../onderzoek/toegang.ts'
import { omvangzin } from './woorden.ts'

export type Toewijzingbeeld = {
  /** Waar zij het laatst in stond. */
  readonly bericht: string
  readonly nummer: number
  readonly aanbieder: { readonly agb: string; readonly naam: string }
  readonly code: string | null
  readonly van: string
  readonly tot: string | null
  readonly omvang: string | null
  /** Van het bericht waarin zij het laatst stond. */
  readonly stand: 'wacht' | 'verzonden' | 'aangenomen' | 'afgewezen'
  readonly ingetrokken: boolean
  readonly verstuurdOp: string | null
  readonly gestartOp: string | null
  readonly gestoptOp: string | null
  /** De laatste dag voor een tijdelijke stop die nog duurt. */
  readonly onderbrokenOp: string | null
  /** De dagen die nu bij deze aanbieder liggen; wat is afgekeurd telt niet. Null als er geen zijn. */
  readonly dagen: { readonly van: string; readonly tot: string | null } | null
}

export function leesToewijzingenVan(
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
): Promise<Result<{ items: Toewijzingbeeld[]; volgende: null }, Weigering>> {
  return handel(dienst, aanroep, async (w) => {
    const gevonden = await zoekMetRecht(w, 'indicatie_lezen', { naam: 'Deze indicatie', soort: 'indicatie', id }, () =>
      leesIndicatie(w.tx, w.actor.gemeente, id),
    )
    if (!gevonden.ok) return gevonden
    const rijen = await leesToewijzingenBij(w.tx, w.actor.gemeente, [id])
    w.noteer({
      soort: 'lezen',
      inwoner: gevonden.value.inwoner,
      objecten: [{ soort: 'indicatie', id }],
      doel: 'toewijzing aan een aanbieder Wmo 2.6.4',
    })
    return ok({ items: rijen.map(alsBeeld), volgende: null })
  })
}

export const antwoordOp = ({ oordeel }: Toewijzingsrij): 'aangenomen' | 'afgewezen' | null =>
  oordeel === 'geaccepteerd' ? 'aangenomen' : oordeel === 'afgewezen' ? 'afgewezen' : null

/** Een intrekking die is afgekeurd, telt niet. */
export const isIngetrokken = (r: Toewijzingsrij): boolean =>
  r.oordeel !== 'afgewezen' &&
  isVerwijderd({ ingangsdatum: r.ingangsdatum, einddatum: r.einddatum ?? undefined, redenWijziging: r.reden_wijziging ?? undefined })

/** De dagen die nu bij de aanbieder van deze toewijzing liggen. */
export function bezetteDagen(r: Toewijzingsrij): Periode | null {
  const { geldt_van: ingangsdatum, geldt_tot: einddatum, geldt_reden } = r
  if (ingangsdatum === null || isVerwijderd({ ingangsdatum, einddatum: einddatum ?? undefined, redenWijziging: geldt_reden ?? undefined }))
    return null
  return dagenVan({ van: ingangsdatum as Datum, tot: einddatum as Datum | null, gestoptOp: r.gestopt_op as Datum | null })
}

const alsBeeld = (r: Toewijzingsrij): Toewijzingbeeld => ({
  bericht: r.bericht,
  nummer: r.nummer,
  aanbieder: { agb: r.aanbieder, naam: r.naam ?? r.aanbieder },
  code: r.code,
  van: r.ingangsdatum,
  tot: r.einddatum,
  omvang:
    r.volume === null || r.eenheid === null || r.frequentie === null
      ? null
      : omvangzin({ Volume: r.volume, Eenheid: r.eenheid, Frequentie: r.frequentie }),
  stand: antwoordOp(r) ?? (r.verzonden_op ? 'verzonden' : 'wacht'),
  ingetrokken: isIngetrokken(r),
  verstuurdOp: r.verzonden_op?.toISOString() ?? null,
  gestartOp: r.gestart_op,
  gestoptOp: r.gestopt_op,
  onderbrokenOp: r.onderbroken_op,
  dagen: bezet(bezetteDagen(r)),
})

const bezet = (p: Periode | null) => p && { van: p.van, tot: p.tot ?? null }
