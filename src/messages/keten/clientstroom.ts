/**
 * Een declaratie of het antwoord erop, dat in stukken binnenkomt: schema en regels in het bericht kijken mee, en de cliënten komen er in
 * delen uit zodra zij compleet zijn. Er blijft niet meer staan dan wat nog niet is opgehaald.
 */
import type { Overloop } from '../afdrukken.ts'
import { maakControle, type Oordeel } from '../controleer-stroom.ts'
import type { Beschreven } from '../releases.ts'

export type Waarde = Readonly<Record<string, unknown>>
/** `inhoud` is de klasse om de cliënten heen, met wat daar tot nu toe van gelezen is, zonder de cliënten; null als zij er nog niet is. */
export type Stroomkop = { readonly beschreven: Beschreven; readonly Header: Waarde; readonly inhoud: Waarde | null }

export type Clientstroom = {
  /** False als verder lezen geen zin heeft. */
  schrijf(bytes: Uint8Array): boolean
  /** Welk bericht het is; null zolang dat niet te zien is. */
  naam(): string | null
  /** Null zolang de kop niet gelezen is. */
  kop(): Stroomkop | null
  einde(): Oordeel
}

/** Neemt de regels aan, en na haar laatste regel de cliënt zelf. */
export type Regelontvanger = { neemRegel(regel: Waarde): void; sluitClient(client: Waarde): void }

/** `omhulsel` is de klasse om de cliënten heen. */
export function maakClientstroom(bericht: string, omhulsel: string, ontvanger: Regelontvanger, overloop?: Overloop): Clientstroom {
  let beschreven: Beschreven | null = null
  let header: Waarde | null = null
  let inhoud: Waarde | null = null
  const controle = maakControle((gevonden) => {
    beschreven = gevonden
    if (gevonden.bericht.naam !== bericht) return () => undefined
    return (naam, waarde, ouders) => {
      if (naam === 'Prestatie') ontvanger.neemRegel(waarde)
      else if (naam === 'Client') {
        inhoud ??= zonderClienten(ouders.find((o) => o.naam === omhulsel)?.waarde ?? {})
        ontvanger.sluitClient(waarde)
      } else if (naam === 'Header') header = waarde
      else if (naam === omhulsel) inhoud = zonderClienten(waarde)
    }
  }, overloop)
  return {
    schrijf: (bytes) => controle.schrijf(bytes),
    naam: () => beschreven?.bericht.naam ?? null,
    kop: () => (header === null || beschreven === null ? null : { beschreven, Header: header, inhoud }),
    einde: () => controle.einde(),
  }
}

const zonderClienten = ({ Clienten: _, ...rest }: Waarde): Waarde => rest
