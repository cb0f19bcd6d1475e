/** Controle van een bericht op niveau 1 (het schema) en niveau 2 (de regels binnen het bericht). */
import { alsBericht, type GelezenBericht } from './codec.ts'
import { valideerMetLibxml } from './libxml.ts'
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

type Loop = { lezer: Berichtlezer; regels: () => Regelloop | undefined }

function begin(vergeetHerhaald = true, meekijker?: Meekijker): Loop {
  let regels: Regelloop | undefined
  const lezer = maakBerichtlezer({
    vergeetHerhaald,
    bezoek: (beschreven) => {
      regels = startRegels(beschreven.release.regels, beschreven.bericht.naam)
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

/** Controleert een bericht dat helemaal in het geheugen staat. */
export function controleer(bytes: Uint8Array): Oordeel {
  const loop = begin()
  loop.lezer.schrijf(bytes)
  return besluit(loop, loop.lezer.einde(), bytes.length <= GRENS_LIBXML ? bytes : null)
}

/** Controleert een bericht dat in stukken binnenkomt, zonder het vast te houden. */
export async function controleerStroom(stukken: AsyncIterable<Uint8Array>): Promise<Oordeel> {
  const loop = begin()
  for await (const stuk of stukken) if (!loop.lezer.schrijf(stuk)) break
  return besluit(loop, loop.lezer.einde(), null)
}

/** Ziet elke klasse zodra zij compleet is, na de regels. */
export type Meekijker = (beschreven: Beschreven) => Bezoeker
export type Controle = { schrijf(bytes: Uint8Array): boolean; einde(): Oordeel }

/** Een controle waar de bytes stuk voor stuk in gaan, met iemand die meekijkt; `schrijf` geeft false als verder lezen geen zin heeft. */
export function maakControle(meekijker: Meekijker): Controle {
  const loop = begin(true, meekijker)
  return { schrijf: (bytes) => loop.lezer.schrijf(bytes), einde: () => besluit(loop, loop.lezer.einde(), null) }
}

/** Controleert een bericht en leest het in dezelfde gang; het bericht is er zodra het schema het toelaat. */
export function controleerEnLees(bytes: Uint8Array): { readonly oordeel: Oordeel; readonly bericht: GelezenBericht | null } {
  const loop = begin(false)
  loop.lezer.schrijf(bytes)
  const gelezen = loop.lezer.einde()
  const oordeel = besluit(loop, gelezen, bytes.length <= GRENS_LIBXML ? bytes : null)
  return { oordeel, bericht: oordeel.niveau1.geldig ? alsBericht(gelezen) : null }
}

function besluit({ regels }: Loop, { beschreven, fouten: eigen }: Leesuitslag, bytes: Uint8Array | null): Oordeel {
  const fouten = [...eigen]
  if (fouten.length === 0 && beschreven !== null && bytes !== null)
    for (const { regel, tekst } of valideerMetLibxml(bytes, beschreven))
      fouten.push({ regel, element: '', tekst: `Het schema keurt dit af: ${tekst.replace(/'[^'{}]*'/g, '…')}` })
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
