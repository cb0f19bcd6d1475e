/** De bytes van een bericht naar de database, in stukken: samengepakt op een andere draad, versleuteld, en nooit meer dan een paar tegelijk. */
import { maakRij, type Rij } from '#core/base/rij.ts'
import { bewaarGepakt, berichthash, type NieuwBericht, pakDeel } from '#storage/berichten/berichten.ts'
import type { Verwerking } from './leg-vast.ts'

/** Een fout komt bij wie later wacht; tot dan mag zij niet onbehandeld lijken. */
export function stil<T>(werk: Promise<T>): Promise<T> {
  werk.catch(() => undefined)
  return werk
}

/** Groot genoeg dat inpakken en wegschrijven per blok niets extra kost, klein genoeg om er een paar van in handen te hebben. */
const BLOK = 4 * 1024 * 1024
const MEEST_ONDERWEG = 2

/** Bytes die er al zijn in dezelfde blokken: wie ze later leest heeft er nooit meer dan één in handen. */
export function inBlokken(bytes: Uint8Array): Uint8Array[] {
  const aantal = Math.max(1, Math.ceil(bytes.length / BLOK))
  return Array.from({ length: aantal }, (_, i) => bytes.subarray(i * BLOK, (i + 1) * BLOK))
}

/** De bytes van het bericht, in blokken samengepakt en versleuteld; `rij` deelt de verbinding met wie er nog meer op werkt. */
export function maakOpslag({ tx, dienst: { kluis }, wij }: Verwerking, id: string, rij: Rij) {
  const hash = berichthash(kluis)
  const onderweg: Promise<void>[] = []
  /** Blokken die weer gebruikt mogen worden: steeds nieuwe maken kost meer dan wat erin staat kopiëren. */
  const vrij: Buffer[] = []
  let blok: Buffer | null = null
  let [lengte, grootte, volg] = [0, 0, 0]
  const stuurDoor = (vol: Buffer): void => {
    const gepakt = pakDeel(kluis, wij, id, volg++, vol.subarray(0, lengte)).finally(() => vrij.push(vol))
    onderweg.push(stil(gepakt.then((deel) => rij(() => bewaarGepakt(tx, wij, id, deel)))))
    blok = null
    lengte = 0
  }
  return {
    /** Het stuk is daarna weer van de aanroeper. */
    async neem(stuk: Uint8Array): Promise<void> {
      hash.update(stuk)
      grootte += stuk.length
      for (let van = 0; van < stuk.length; ) {
        blok ??= vrij.pop() ?? Buffer.allocUnsafeSlow(BLOK)
        const deel = stuk.subarray(van, van + BLOK - lengte)
        blok.set(deel, lengte)
        lengte += deel.length
        van += deel.length
        if (lengte < BLOK) continue
        if (onderweg.length === MEEST_ONDERWEG) await onderweg.shift()
        stuurDoor(blok)
      }
    },
    async einde(): Promise<{ hash: Buffer; grootte: number }> {
      if (blok !== null) stuurDoor(blok)
      await Promise.all(onderweg)
      return { hash: hash.digest(), grootte }
    },
    /** Tot hier niets meer loopt, ook als het misging: pas daarna mag de verbinding terug. */
    async rust(): Promise<void> {
      await Promise.allSettled(onderweg)
    },
  }
}

/** Alle bytes van bericht `id`; niemand anders gebruikt intussen de verbinding. */
export async function slaOp(v: Verwerking, id: string, stukken: Iterable<Uint8Array>): Promise<Pick<NieuwBericht, 'hash' | 'grootte'>> {
  const bytes = maakOpslag(v, id, maakRij())
  try {
    for (const stuk of stukken) await bytes.neem(stuk)
    return await bytes.einde()
  } finally {
    await bytes.rust()
  }
}
