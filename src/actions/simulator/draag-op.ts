/** Een gespeelde aanbieder opdragen hoe hij zich gedraagt, voor wat nu wacht en voor wat nog komt. */
import { type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { codesVoor } from '#simulator/weiger.ts'
import type { Oefengedrag } from '#simulator/oefenplan.ts'
import { bewaarGedrag } from '#storage/berichten/oefenen.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { eisProefgemeente } from './speel-antwoord.ts'

export type Opdracht = Omit<Oefengedrag, 'codes'> & {
  readonly aanbieder: string
  /** Waarmee hij een WMO301 en een WMO319 afkeurt; alleen als hij afkeurt. */
  readonly codes: { readonly WMO301: string; readonly WMO319: string } | null
}

export const draagOp = (dienst: Dienst, aanroep: Aanroep, o: Opdracht): Promise<Result<null, Weigering>> =>
  handel<null>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'keten_oefenen')
    if (!mag.ok) return mag
    const proef = await eisProefgemeente(w)
    if (!proef.ok) return proef
    const fouten = controleer(o)
    if (fouten.length > 0) return ongeldig(fouten)
    const codes = o.antwoord === 'keurt_af' ? o.codes : null
    const rij = {
      aanbieder: o.aanbieder,
      antwoord: o.antwoord,
      code_toewijzing: codes?.WMO301 ?? null,
      code_verzoek: codes?.WMO319 ?? null,
      wacht: o.wacht,
      eenheid: o.eenheid,
      dubbel: o.dubbel,
      laatste_eerst: o.laatsteEerst,
    }
    await bewaarGedrag(w.tx, w.actor.gemeente, rij, w.nu)
    w.noteer({ soort: 'wijzigen', objecten: [{ soort: 'aanbieder', id: o.aanbieder }], doel: 'oefenen: gedrag van een aanbieder gekozen' })
    return ok(null)
  })

function controleer({ antwoord, codes }: Opdracht): Invoerfout[] {
  if (antwoord !== 'keurt_af') return []
  return (['WMO301', 'WMO319'] as const).flatMap((naam) =>
    codesVoor(naam).some((c) => c === codes?.[naam])
      ? []
      : [{ code: 'CODE_PAST_NIET', plaats: `/codes/${naam}`, tekst: `Kies een code die op een ${naam} kan staan.` }],
  )
}
