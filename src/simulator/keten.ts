/** De hele keten: spelers, echt of gespeeld, met het knooppunt ertussen. Puur: de tijd komt van buiten en elk zaad geeft één verloop. */
import { leesBericht } from '#messages/codec.ts'
import { partijenVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { maakKnooppunt, type Verkeer } from './knooppunt.ts'
import type { Moment, Speler } from './partij.ts'
import type { Ruis } from './scenario.ts'
import { toevalVan } from './zaaien.ts'

export type Dagverslag = { readonly begonnen: number; readonly bezorgd: number; readonly onderweg: number }
export type Keten = {
  /** Zet berichten op het knooppunt die er al waren. */
  bied(berichten: readonly Uint8Array[], dag: number): void
  /** Eén dag: wie iets te zeggen heeft stuurt het, en wat onderweg is komt aan, met de antwoorden daarop. */
  speelDag(moment: Moment): Promise<Dagverslag>
  /** Bezorgt alles wat nog onderweg is, met de antwoorden daarop; niemand begint nog iets. */
  rondAf(moment: Moment): Promise<Dagverslag>
  readonly verkeer: Readonly<Verkeer>
}

export type Ketenopties = {
  readonly ruis: Ruis
  readonly zaad: number
  /** De spelers van dit moment; er kan er een bijkomen als er een bericht voor hem is. */
  spelers(): Iterable<Speler>
  /** De speler met deze code, of null als niemand hem speelt. */
  speler(code: string): Speler | null
}

export function maakKeten({ ruis, zaad, spelers, speler }: Ketenopties): Keten {
  const knooppunt = maakKnooppunt(ruis, toevalVan(zaad, 'knooppunt'))
  const bied = (berichten: readonly Uint8Array[], dag: number): number => {
    for (const bytes of berichten) knooppunt.bied({ naar: naarWie(bytes), bytes }, dag)
    return berichten.length
  }
  /** Bezorgt wat er op deze dag ligt, en de antwoorden die nog dezelfde dag mogen. */
  const bezorg = async (moment: Moment): Promise<number> => {
    let aantal = 0
    for (let post = knooppunt.haal(moment.dag); post.length > 0; post = knooppunt.haal(moment.dag))
      for (const { naar, bytes } of post) {
        aantal++
        bied((await speler(naar)?.neem(bytes, moment)) ?? [], moment.dag)
      }
    return aantal
  }
  return {
    bied,
    verkeer: knooppunt.verkeer,
    async speelDag(moment) {
      let begonnen = 0
      for (const s of [...spelers()]) begonnen += bied(await s.begin(moment), moment.dag)
      return { begonnen, bezorgd: await bezorg(moment), onderweg: knooppunt.onderweg() }
    },
    async rondAf(moment) {
      let bezorgd = 0
      for (let dag = moment.dag; knooppunt.onderweg() > 0; dag++) bezorgd += await bezorg({ ...moment, dag })
      return { begonnen: 0, bezorgd, onderweg: 0 }
    },
  }
}

/** Aan wie een bericht gericht is; een retourbericht houdt de kop van het heenbericht, dus de richting telt. */
function naarWie(bytes: Uint8Array): string {
  const gelezen = leesBericht(bytes)
  return gelezen.ok ? partijenVan(gelezen.value)[gelezen.value.beschreven.bericht.naar] : ''
}

/** Wie dit bericht wisselen. */
export function partijenIn(bytes: Uint8Array): string[] {
  const gelezen = leesBericht(bytes)
  return gelezen.ok ? Object.values(partijenVan(gelezen.value)) : []
}
