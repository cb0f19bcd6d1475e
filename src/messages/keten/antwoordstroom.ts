/** Een declaratieantwoord als stroom. Wat over het hele antwoord gaat staat deels achter de cliënten, en is er aan het eind. */
import type { Overloop } from '../afdrukken.ts'
import type { GelezenBericht } from '../codec.ts'
import type { WMO325 } from '../iwmo-3-2/release.ts'
import { type Clientstroom, maakClientstroom, type Waarde } from './clientstroom.ts'

export type Gelezen325 = Extract<GelezenBericht, { naam: 'WMO325' }>
export type Antwoordclient = NonNullable<NonNullable<WMO325['DeclaratieAntwoord']>['Clienten']>['Client'][number]

export type Antwoordstroom = Clientstroom & {
  /** Regels van cliënten die compleet zijn en nog niet opgehaald. */
  wachtend(): number
  /** Haalt op wat er klaarstaat. */
  neem(): Antwoordclient[]
  /** Het bericht met deze cliënten, met wat er tot nu toe van gelezen is; null zolang de kop er niet is. */
  metClienten(clienten: readonly Antwoordclient[]): Gelezen325 | null
}

export function maakAntwoordstroom(overloop?: Overloop): Antwoordstroom {
  let klaar: Antwoordclient[] = []
  let regels: Waarde[] = []
  let wachtend = 0
  const ontvanger = {
    neemRegel: (regel: Waarde) => void regels.push(regel),
    sluitClient: (client: Waarde) => {
      klaar.push({ ...client, Prestaties: { Prestatie: regels } } as unknown as Antwoordclient)
      wachtend += regels.length
      regels = []
    },
  }
  const stroom = maakClientstroom('WMO325', 'DeclaratieAntwoord', ontvanger, overloop)
  return {
    ...stroom,
    wachtend: () => wachtend,
    neem() {
      const deel = klaar
      klaar = []
      wachtend = 0
      return deel
    },
    metClienten(clienten) {
      const kop = stroom.kop()
      if (kop === null) return null
      const { beschreven, Header, inhoud } = kop
      const Clienten = clienten.length > 0 ? { Clienten: { Client: [...clienten] } } : {}
      const waarde = { Header, ...(inhoud && { DeclaratieAntwoord: { ...inhoud, ...Clienten } }) }
      return { naam: 'WMO325', beschreven, waarde } as unknown as Gelezen325
    },
  }
}
