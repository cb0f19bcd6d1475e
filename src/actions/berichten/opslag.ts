/** De bytes van een bericht naar de database, in stukken: samengepakt op een andere draad, versleuteld, en nooit meer dan een paar tegelijk. */
import { maakRij, type Rij } from '#core/base/rij.ts'
import { bewaarGepakt, berichthash, type NieuwBericht, pakDeel } from '#storage/berichten/berichten.ts'
import type { Verwerking } from './leg-vast.ts'

/** Een fout komt bij wie later wacht; tot dan mag zij niet onbehandeld lijken. */
export function stil<T>(werk: Promise<T>): Promise<T> {
  werk.catch(() => undefined)
  return werk
}

const BLOK = 1024 * 1024
const MEEST_ONDERWEG = 4

/** Bytes die er al zijn in dezelfde blokken: wie ze later leest heeft er nooit meer dan één in handen. */
export function inBlokken(bytes: Uint8Array): Uint8Array[] {
  const aantal = Math.max(1, Math.ceil(bytes.length / BLOK))
  return Array.from({ length: aantal }, (_, i) => bytes.subarray(i * BLOK, (i + 1) * BLOK))
}

/** De bytes van het bericht, in blokken van een megabyte samengepakt en versleuteld; `rij` deelt de verbinding met wie er nog meer op werkt. */
export function maakOpslag({ tx, dienst: { kluis }, wij }: Verwerking, id: string, rij: Rij) {
  const hash = berichthash(kluis)
  const onderweg: Promise<void>[] = []
  let delen: Uint8Array[] = []
  let [lengte, grootte, volg] = [0, 0, 0]
  const stuurDoor = (): void => {
    const gepakt = pakDeel(kluis, wij, id, volg++, Buffer.concat(delen))
    onderweg.push(stil(gepakt.then((deel) => rij(() => bewaarGepakt(tx, wij, id, deel)))))
    delen = []
    lengte = 0
  }
  return {
    async neem(stuk: Uint8Array): Promise<void> {
      hash.update(stuk)
      delen.push(stuk)
      lengte += stuk.length
      grootte += stuk.length
      if (lengte < BLOK) return
      if (onderweg.length === MEEST_ONDERWEG) await onderweg.shift()
      stuurDoor()
    },
    async einde(): Promise<{ hash: Buffer; grootte: number }> {
      if (lengte > 0) stuurDoor()
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
