/** Een declaratieantwoord als stroom. Wat over het hele antwoord gaat staat deels achter de cliënten, en is er aan het eind. */
import type { Overloop } from '../afdrukken.ts'
import type { GelezenBericht } from '../codec.ts'
import type { WMO325 } from '../iwmo-3-2/release.ts'
import { type Clientstroom, maakClientstroom } from './clientstroom.ts'

export type Gelezen325 = Extract<GelezenBericht, { naam: 'WMO325' }>
export type Antwoordclient = NonNullable<NonNullable<WMO325['DeclaratieAntwoord']>['Clienten']>['Client'][number]

export type Antwoordstroom = Clientstroom<Antwoordclient> & {
  /** Het bericht met deze cliënten, met wat er tot nu toe van gelezen is; null zolang de kop er niet is. */
  metClienten(clienten: readonly Antwoordclient[]): Gelezen325 | null
}

export function maakAntwoordstroom(overloop?: Overloop): Antwoordstroom {
  const stroom = maakClientstroom<Antwoordclient>('WMO325', 'DeclaratieAntwoord', overloop)
  const metClienten = (clienten: readonly Antwoordclient[]): Gelezen325 | null => {
    const kop = stroom.kop()
    if (kop === null) return null
    const { beschreven, Header, inhoud } = kop
    const Clienten = clienten.length > 0 ? { Clienten: { Client: [...clienten] } } : {}
    const waarde = { Header, ...(inhoud && { DeclaratieAntwoord: { ...inhoud, ...Clienten } }) }
    return { naam: 'WMO325', beschreven, waarde } as unknown as Gelezen325
  }
  return Object.assign(stroom, { metClienten })
}
