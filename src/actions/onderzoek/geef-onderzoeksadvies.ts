/** Het advies bij de antwoorden van nu: dezelfde vorm en dezelfde bytes als `meedoen advies --uitgebreid`. */
import { ok, type Result } from '#core/base/result.ts'
import { leesAntwoordrijen } from '#storage/antwoorden.ts'
import { type Adviesantwoord, maakAntwoord } from '../geef-advies.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { gevalVan } from './antwoord.ts'
import { DOEL_ONDERZOEK, openOnderzoek } from './open-onderzoek.ts'

export type Onderzoeksadvies = { readonly versie: number; readonly advies: Adviesantwoord }

export function geefOnderzoeksadvies(dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Onderzoeksadvies, Weigering>> {
  return handel<Onderzoeksadvies>(dienst, aanroep, async (w) => {
    const open = await openOnderzoek(w, id, 'onderzoek_lezen')
    if (!open.ok) return open
    const { rij, catalogus, keuze } = open.value
    const antwoorden = await leesAntwoordrijen(w.tx, w.actor.gemeente, id)
    w.noteer({
      soort: 'lezen',
      objecten: [{ soort: 'onderzoek', id, versie: rij.versie }],
      inwoner: rij.inwoner,
      zaak: rij.zaak,
      doel: DOEL_ONDERZOEK,
    })
    return ok({ versie: rij.versie, advies: maakAntwoord(catalogus, keuze, gevalVan(catalogus, keuze, antwoorden), true) })
  })
}
