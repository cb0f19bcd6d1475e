/** De hele lijst van signalen over de Wlz bij het werk van iemand of van diens team; Mijn werk toont alleen het begin ervan. */
import { begrensd, type Telling } from '#core/base/telling.ts'
import { ok, type Result } from '#core/base/result.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { type Tellingvraag, telMee } from '../handeling/telling.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { eisInGemeente } from './toegang.ts'
import { signaalwijzer, signalenPerInwoner, signalenVoorWerk, type Werksignaal } from './wlzsignalen.ts'

export type Signalenlijst = { readonly items: readonly Werksignaal[]; readonly volgende: string | null; readonly telling?: Telling }

export const leesWlzsignalen = (
  dienst: Dienst,
  aanroep: Aanroep,
  { van, cursor, limiet, telling }: Tellingvraag & { readonly van: 'ik' | 'team' },
): Promise<Result<Signalenlijst, Weigering>> =>
  handel<Signalenlijst>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'werkvoorraad_lezen')
    if (!mag.ok) return mag
    if (cursor !== undefined && !/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}$/.test(cursor))
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const alle = await signalenVoorWerk(w, van)
    const rest = cursor === undefined ? alle : alle.filter((s) => signaalwijzer(s) > cursor)
    const items = rest.slice(0, limiet)
    const laatste = rest.length > limiet ? items.at(-1) : undefined
    w.noteer(
      { soort: 'zoeken', objecten: [{ soort: 'zoekvraag', id: `Wlz-signalen ${van}` }], doel: 'signalen over de Wlz bekijken' },
      ...signalenPerInwoner(items, 'signalen over de Wlz bekijken'),
    )
    return ok({
      items,
      volgende: laatste ? signaalwijzer(laatste) : null,
      ...(await telMee({ cursor, limiet, telling }, rest.length, async () => begrensd(rest.length))),
    })
  })
