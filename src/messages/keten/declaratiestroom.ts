/**
 * Een declaratie die in stukken binnenkomt: schema en regels in het bericht kijken mee, en de cliënten komen er in delen uit zodra zij
 * compleet zijn. Er blijft niet meer staan dan wat nog niet is opgehaald.
 */
import type { Overloop } from '../afdrukken.ts'
import { maakControle, type Oordeel } from '../controleer-stroom.ts'
import type { GelezenBericht } from '../codec.ts'
import type { Declaratieclient, Prestatie } from '../iwmo-3-2/keten/wmo323.ts'
import type { WMO323 } from '../iwmo-3-2/release.ts'
import type { Beschreven } from '../releases.ts'

export type Gelezen323 = Extract<GelezenBericht, { naam: 'WMO323' }>
export type Declaratiestroom = {
  /** False als verder lezen geen zin heeft. */
  schrijf(bytes: Uint8Array): boolean
  /** Welk bericht het is; null zolang dat niet te zien is. */
  readonly naam: string | null
  /** Regels van cliënten die compleet zijn en nog niet opgehaald. */
  readonly wachtend: number
  /** Haalt op wat er klaarstaat. */
  neem(): Declaratieclient[]
  /** Het bericht met deze cliënten; null zolang de kop en de declaratie niet gelezen zijn. */
  metClienten(clienten: readonly Declaratieclient[]): Gelezen323 | null
  einde(): Oordeel
}

type Kop = { readonly Header: WMO323['Header']; readonly Declaratie: Omit<WMO323['Declaratie'], 'Clienten'> }

export function maakDeclaratiestroom(overloop?: Overloop): Declaratiestroom {
  let beschreven: Beschreven | null = null
  let header: WMO323['Header'] | null = null
  let kop: Kop | null = null
  let klaar: Declaratieclient[] = []
  let regels: Prestatie[] = []
  let wachtend = 0
  const controle = maakControle((gevonden) => {
    beschreven = gevonden
    if (gevonden.bericht.naam !== 'WMO323') return () => undefined
    return (naam, waarde, ouders) => {
      if (naam === 'Header') header = waarde as WMO323['Header']
      else if (naam === 'Prestatie') regels.push(waarde as Prestatie)
      else if (naam === 'Client') {
        kop ??= kopVan(header, ouders.find((o) => o.naam === 'Declaratie')?.waarde)
        klaar.push({ Bsn: waarde.Bsn as string, Prestaties: { Prestatie: regels } })
        wachtend += regels.length
        regels = []
      }
    }
  }, overloop)
  return {
    schrijf: (bytes) => controle.schrijf(bytes),
    get naam() {
      return beschreven?.bericht.naam ?? null
    },
    get wachtend() {
      return wachtend
    },
    neem() {
      const deel = klaar
      klaar = []
      wachtend = 0
      return deel
    },
    metClienten: (clienten) =>
      kop === null || beschreven === null
        ? null
        : ({
            naam: 'WMO323',
            beschreven,
            waarde: { Header: kop.Header, Declaratie: { ...kop.Declaratie, Clienten: { Client: [...clienten] } } },
          } as Gelezen323),
    einde: () => controle.einde(),
  }
}

/** De velden van de declaratie staan in het schema voor de cliënten, dus bij de eerste cliënt zijn zij er. */
function kopVan(header: WMO323['Header'] | null, declaratie: Record<string, unknown> | undefined): Kop | null {
  if (header === null || declaratie === undefined) return null
  return { Header: header, Declaratie: { ...declaratie } as unknown as Kop['Declaratie'] }
}
