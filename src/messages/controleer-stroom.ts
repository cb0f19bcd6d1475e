/**
 * Controle van een bericht op niveau 1 (het schema) en niveau 2 (de regels binnen het bericht), met alleen de eigen lezer. Zo gaat een
 * bestand van elke omvang, zonder het vast te houden. Laadt geen libxml2: dat kost meer geheugen dan de hele controle.
 */
import { inBeurten } from './adempauze.ts'
import type { Overloop } from './afdrukken.ts'
import { alsBericht, type GelezenBericht } from './codec.ts'
import { type Berichtlezer, type Leesuitslag, maakBerichtlezer } from './lees.ts'
import type { Bezoeker } from './leesstand.ts'
import { type Regelloop, startRegels } from './regel.ts'
import type { Beschreven } from './releases.ts'
import { type Plaatsfout, TE_GROOT } from './xml.ts'

export type Oordeel = {
  /** Naam van het bericht, of null als niet te zien is welk bericht het is. */
  readonly bericht: string | null
  readonly niveau1: { readonly geldig: boolean; readonly fouten: readonly Plaatsfout[] }
  readonly niveau2: { readonly retourcodes: readonly Retourcode[] }
}
export type Retourcode = { readonly code: string; readonly klasse: string; readonly regels: readonly string[] }

/** Tot hier kijkt libxml2 mee; daarboven oordeelt alleen de eigen lezer, die dezelfde uitspraken doet en niets vasthoudt. */
export const GRENS_LIBXML = 10 * 1024 * 1024

export type Tweedelezer = (beschreven: Beschreven) => readonly Plaatsfout[]
export type Loop = { lezer: Berichtlezer; regels: () => Regelloop | undefined }

type Loopkeuze = {
  readonly vergeetHerhaald?: boolean
  readonly meekijker?: Meekijker
  /** Waar heen gaat wat regels van een groot bestand moeten onthouden; zonder blijft dat in het geheugen. */
  readonly overloop?: Overloop
}

export function begin({ vergeetHerhaald = true, meekijker, overloop }: Loopkeuze = {}): Loop {
  let regels: Regelloop | undefined
  const lezer = maakBerichtlezer({
    vergeetHerhaald,
    bezoek: (beschreven) => {
      regels = startRegels(beschreven.release.regels, beschreven.bericht.naam, overloop)
      const { bezoek } = regels
      const kijk = meekijker?.(beschreven)
      if (kijk === undefined) return bezoek
      return (naam, waarde, ouders) => {
        bezoek(naam, waarde, ouders)
        kijk(naam, waarde, ouders)
      }
    },
  })
  return { lezer, regels: () => regels }
}

/** Controleert een bericht dat in stukken binnenkomt, zonder het vast te houden. */
export async function controleerStroom(stukken: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, overloop?: Overloop): Promise<Oordeel> {
  const loop = begin({ overloop })
  for await (const stuk of stukken) if (!loop.lezer.schrijf(stuk)) break
  return besluit(loop, loop.lezer.einde(), null)
}

/** Controleert en leest een bericht in beurten, zodat ander werk niet hoeft te wachten; libxml2, dat alles in één keer doet, kijkt niet mee. */
export async function leesInBeurten(bytes: Uint8Array): Promise<{ readonly oordeel: Oordeel; readonly bericht: GelezenBericht | null }> {
  const loop = begin({ vergeetHerhaald: false })
  for await (const stuk of inBeurten([bytes])) if (!loop.lezer.schrijf(stuk)) break
  const gelezen = loop.lezer.einde()
  const oordeel = besluit(loop, gelezen, null)
  return { oordeel, bericht: oordeel.niveau1.geldig ? alsBericht(gelezen) : null }
}

/** Ziet elke klasse zodra zij compleet is, na de regels. */
export type Meekijker = (beschreven: Beschreven) => Bezoeker
export type Controle = { schrijf(bytes: Uint8Array): boolean; einde(): Oordeel }

/** Een controle waar de bytes stuk voor stuk in gaan, met iemand die meekijkt; `schrijf` geeft false als verder lezen geen zin heeft. */
export function maakControle(meekijker: Meekijker, overloop?: Overloop): Controle {
  const loop = begin({ meekijker, overloop })
  return { schrijf: (bytes) => loop.lezer.schrijf(bytes), einde: () => besluit(loop, loop.lezer.einde(), null) }
}

/** Het oordeel; `schema` is wat een tweede lezer nog aan te merken heeft op wat hier goed is. */
export function besluit({ regels }: Loop, { beschreven, fouten: eigen }: Leesuitslag, schema: Tweedelezer | null): Oordeel {
  const fouten = eigen.length === 0 && beschreven !== null && schema !== null ? schema(beschreven) : eigen
  const overtreden = fouten.length === 0 ? (regels()?.overtreden() ?? []) : []
  return {
    bericht: beschreven?.bericht.naam ?? null,
    niveau1: { geldig: fouten.length === 0, fouten },
    niveau2: { retourcodes: overtreden.length > 0 ? [{ code: '0001', klasse: 'Header', regels: overtreden }] : [] },
  }
}

export const isAangenomen = (oordeel: Oordeel): boolean => oordeel.niveau1.geldig && oordeel.niveau2.retourcodes.length === 0

/** Boven de grens aan bestanden hoeft er niets gelezen te worden om te weigeren. */
export const weigerTeGroot = (): Oordeel => ({
  bericht: null,
  niveau1: { geldig: false, fouten: [{ regel: 0, element: '', tekst: TE_GROOT }] },
  niveau2: { retourcodes: [] },
})
