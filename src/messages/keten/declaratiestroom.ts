/** Een declaratie als stroom. De velden van de declaratie zelf staan in het schema voor de cliënten. */
import type { Overloop } from '../afdrukken.ts'
import type { GelezenBericht } from '../codec.ts'
import { type Prestatie, Regelreeks } from '../iwmo-3-2/keten/regelreeks.ts'
import { type Clientstroom, maakClientstroom } from './clientstroom.ts'

export type Gelezen323 = Extract<GelezenBericht, { naam: 'WMO323' }>
export type Declaratiestroom = Clientstroom & {
  /** Hoeveel regels er klaarstaan van cliënten die compleet zijn. */
  wachtend(): number
  /** Haalt op wat er klaarstaat. */
  neem(): Regelreeks
  /** Het bericht zonder de cliënten; null zolang de kop en de declaratie niet gelezen zijn. */
  zonderClienten(): Gelezen323 | null
}

export function maakDeclaratiestroom(overloop?: Overloop): Declaratiestroom {
  let reeks = new Regelreeks()
  const ontvanger = {
    neemRegel: (regel: object) => reeks.neemRegel(regel as Prestatie),
    sluitClient: ({ Bsn }: { readonly Bsn?: unknown }) => reeks.sluitClient(Bsn as string),
  }
  const stroom = maakClientstroom('WMO323', 'Declaratie', ontvanger, overloop)
  return {
    ...stroom,
    wachtend: () => reeks.compleet,
    neem() {
      const deel = reeks
      reeks = deel.splits()
      return deel
    },
    zonderClienten() {
      const kop = stroom.kop()
      if (kop === null || kop.inhoud === null) return null
      const { beschreven, Header, inhoud } = kop
      return {
        naam: 'WMO323',
        beschreven,
        waarde: { Header, Declaratie: { ...inhoud, Clienten: { Client: [] } } },
      } as unknown as Gelezen323
    },
  }
}
