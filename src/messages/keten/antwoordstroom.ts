/**
 * Een declaratieantwoord dat in stukken binnenkomt: schema en regels in het bericht kijken mee, en de cliënten komen er in delen uit zodra
 * zij compleet zijn. Wat over het hele antwoord gaat staat deels achter de cliënten, en is er aan het eind.
 */
import type { Overloop } from '../afdrukken.ts'
import type { GelezenBericht } from '../codec.ts'
import { maakControle, type Oordeel } from '../controleer-stroom.ts'
import type { WMO325 } from '../iwmo-3-2/release.ts'
import type { Beschreven } from '../releases.ts'

export type Gelezen325 = Extract<GelezenBericht, { naam: 'WMO325' }>
type Antwoord = NonNullable<WMO325['DeclaratieAntwoord']>
export type Antwoordclient = NonNullable<Antwoord['Clienten']>['Client'][number]
type Prestatie = Antwoordclient['Prestaties']['Prestatie'][number]

export type Antwoordstroom = {
  /** False als verder lezen geen zin heeft. */
  schrijf(bytes: Uint8Array): boolean
  readonly naam: string | null
  /** Regels van cliënten die compleet zijn en nog niet opgehaald. */
  readonly wachtend: number
  neem(): Antwoordclient[]
  /** Het bericht met deze cliënten, met wat er tot nu toe van gelezen is; null zolang de kop er niet is. */
  metClienten(clienten: readonly Antwoordclient[]): Gelezen325 | null
  einde(): Oordeel
}

export function maakAntwoordstroom(overloop?: Overloop): Antwoordstroom {
  let beschreven: Beschreven | null = null
  let header: WMO325['Header'] | null = null
  let antwoord: Omit<Antwoord, 'Clienten'> | null = null
  let klaar: Antwoordclient[] = []
  let regels: Prestatie[] = []
  let wachtend = 0
  const controle = maakControle((gevonden) => {
    beschreven = gevonden
    if (gevonden.bericht.naam !== 'WMO325') return () => undefined
    return (naam, waarde, ouders) => {
      if (naam === 'Header') header = waarde as WMO325['Header']
      else if (naam === 'Prestatie') regels.push(waarde as Prestatie)
      else if (naam === 'DeclaratieAntwoord') antwoord = zonderClienten(waarde)
      else if (naam === 'Client') {
        antwoord ??= zonderClienten(ouders.find((o) => o.naam === 'DeclaratieAntwoord')?.waarde ?? {})
        klaar.push({ ...(waarde as Antwoordclient), Prestaties: { Prestatie: regels } })
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
      header === null || beschreven === null
        ? null
        : ({ naam: 'WMO325', beschreven, waarde: inhoud(header, antwoord, clienten) } as Gelezen325),
    einde: () => controle.einde(),
  }
}

function inhoud(Header: WMO325['Header'], antwoord: Omit<Antwoord, 'Clienten'> | null, clienten: readonly Antwoordclient[]): WMO325 {
  if (antwoord === null) return { Header }
  const Clienten = clienten.length > 0 ? { Clienten: { Client: [...clienten] } } : {}
  return { Header, DeclaratieAntwoord: { ...antwoord, ...Clienten } }
}

function zonderClienten({ Clienten: _, ...rest }: Readonly<Record<string, unknown>>): Omit<Antwoord, 'Clienten'> {
  return rest as unknown as Omit<Antwoord, 'Clienten'>
}
