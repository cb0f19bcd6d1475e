/** Een declaratie als stroom. De velden van de declaratie zelf staan in het schema voor de cliënten. */
import type { Overloop } from '../afdrukken.ts'
import type { GelezenBericht } from '../codec.ts'
import type { Declaratieclient } from '../iwmo-3-2/keten/wmo323.ts'
import { type Clientstroom, maakClientstroom } from './clientstroom.ts'

export type Gelezen323 = Extract<GelezenBericht, { naam: 'WMO323' }>
export type Declaratiestroom = Clientstroom<Declaratieclient> & {
  /** Het bericht met deze cliënten; null zolang de kop en de declaratie niet gelezen zijn. */
  metClienten(clienten: readonly Declaratieclient[]): Gelezen323 | null
}

export function maakDeclaratiestroom(overloop?: Overloop): Declaratiestroom {
  const stroom = maakClientstroom<Declaratieclient>('WMO323', 'Declaratie', overloop)
  const metClienten = (clienten: readonly Declaratieclient[]): Gelezen323 | null => {
    const kop = stroom.kop()
    if (kop === null || kop.inhoud === null) return null
    const { beschreven, Header, inhoud } = kop
    const waarde = { Header, Declaratie: { ...inhoud, Clienten: { Client: [...clienten] } } }
    return { naam: 'WMO323', beschreven, waarde } as unknown as Gelezen323
  }
  return Object.assign(stroom, { metClienten })
}
