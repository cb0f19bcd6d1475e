/**
 * Een declaratie of het antwoord erop, dat in stukken binnenkomt: schema en regels in het bericht kijken mee, en de cliënten komen er in
 * delen uit zodra zij compleet zijn. Er blijft niet meer staan dan wat nog niet is opgehaald.
 */
import type { Overloop } from '../afdrukken.ts'
import { maakControle, type Oordeel } from '../controleer-stroom.ts'
import type { Beschreven } from '../releases.ts'

type Waarde = Readonly<Record<string, unknown>>
/** `inhoud` is de klasse om de cliënten heen, met wat daar tot nu toe van gelezen is, zonder de cliënten; null als zij er nog niet is. */
export type Stroomkop = { readonly beschreven: Beschreven; readonly Header: Waarde; readonly inhoud: Waarde | null }

export type Clientstroom<C> = {
  /** False als verder lezen geen zin heeft. */
  schrijf(bytes: Uint8Array): boolean
  /** Welk bericht het is; null zolang dat niet te zien is. */
  readonly naam: string | null
  /** Regels van cliënten die compleet zijn en nog niet opgehaald. */
  readonly wachtend: number
  /** Haalt op wat er klaarstaat. */
  neem(): C[]
  /** Null zolang de kop niet gelezen is. */
  kop(): Stroomkop | null
  einde(): Oordeel
}

/** `omhulsel` is de klasse om de cliënten heen. */
export function maakClientstroom<C>(bericht: string, omhulsel: string, overloop?: Overloop): Clientstroom<C> {
  let beschreven: Beschreven | null = null
  let header: Waarde | null = null
  let inhoud: Waarde | null = null
  let klaar: C[] = []
  let regels: unknown[] = []
  let wachtend = 0
  const controle = maakControle((gevonden) => {
    beschreven = gevonden
    if (gevonden.bericht.naam !== bericht) return () => undefined
    return (naam, waarde, ouders) => {
      if (naam === 'Header') header = waarde
      else if (naam === 'Prestatie') regels.push(waarde)
      else if (naam === omhulsel) inhoud = zonderClienten(waarde)
      else if (naam === 'Client') {
        inhoud ??= zonderClienten(ouders.find((o) => o.naam === omhulsel)?.waarde ?? {})
        klaar.push({ ...waarde, Prestaties: { Prestatie: regels } } as C)
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
    kop: () => (header === null || beschreven === null ? null : { beschreven, Header: header, inhoud }),
    einde: () => controle.einde(),
  }
}

const zonderClienten = ({ Clienten: _, ...rest }: Waarde): Waarde => rest
