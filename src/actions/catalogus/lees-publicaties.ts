/** Welke catalogusversies hier golden, gelden en gaan gelden, en welke er nog klaarstaan; met de verschillen in woorden. */
import { ok, type Result } from '#core/base/result.ts'
import { vergelijkCatalogi } from '#core/catalogus/uitleg/vergelijk.ts'
import type { Wijzigingen } from '#core/catalogus/uitleg/wijziging.ts'
import { leesCatalogusId, leesPublicaties } from '#storage/catalogusbesluiten.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { leesVersie, type Mapversie, versiesInMap } from './catalogusversies.ts'
import { type Publicatie, publicatiebeelden } from './publicatiebeeld.ts'

export type Publicaties = { readonly items: readonly Publicatie[]; readonly volgende: null; readonly versies: readonly Mapversie[] }

/** De laatste ingangsdag eerst. */
export const leesPublicatielijst = (dienst: Dienst, aanroep: Aanroep): Promise<Result<Publicaties, Weigering>> =>
  handel<Publicaties>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'catalogus_lezen')
    if (!mag.ok) return mag
    const { gemeente } = w.actor
    const rijen = await leesPublicaties(w.tx, gemeente)
    const versies = await versiesInMap(dienst, await leesCatalogusId(w.tx, gemeente))
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'cataloguspublicaties', id: 'alle' }], doel: 'catalogus bekijken' })
    return ok({ items: publicatiebeelden(rijen, dienst.vandaag()).reverse(), volgende: null, versies })
  })

export type Verschillen = { readonly van: string; readonly naar: string; readonly delen: readonly Wijzigingen[] }

/** Wat er van de ene naar de andere versie verandert. */
export const vergelijkVersies = (dienst: Dienst, aanroep: Aanroep, van: string, naar: string): Promise<Result<Verschillen, Weigering>> =>
  handel<Verschillen>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'catalogus_lezen')
    if (!mag.ok) return mag
    const { gemeente } = w.actor
    const waar = { gemeente, catalogus: await leesCatalogusId(w.tx, gemeente) }
    const oud = await leesVersie(dienst, w.tx, waar, van, '/van')
    if (!oud.ok) return oud
    const nieuw = await leesVersie(dienst, w.tx, waar, naar, '/naar')
    if (!nieuw.ok) return nieuw
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'catalogusversie', id: `${van} en ${naar}` }], doel: 'catalogusversies vergelijken' })
    return ok({ van, naar, delen: vergelijkCatalogi(oud.value, nieuw.value) })
  })
