/** Een bewaard bestand helemaal nalezen zonder database: klopt elke hash, en is het af? */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Bewaringlezer, type Kop } from './bewaarbestand.ts'
import { Databasefout } from './databasefout.ts'

/** Opent het bestand voor `lees` en sluit het daarna, ook na een fout. */
export async function metBewaring<T>(bestand: string, lees: (lezer: Bewaringlezer) => Promise<T>): Promise<T> {
  const gunzip = createGunzip()
  const bron = createReadStream(bestand).on('error', (f) => gunzip.destroy(f))
  try {
    return await lees(new Bewaringlezer(bron.pipe(gunzip)))
  } finally {
    bron.destroy()
    gunzip.destroy()
  }
}

/** De kop van een bestand dat heel is; anders BEWARING_BESCHADIGD. */
export function controleerBewaring(bestand: string): Promise<Kop> {
  return metBewaring(bestand, async (lezer) => {
    const kop = await lezer.kop()
    let tabellen = 0
    let rijen = 0
    for (;;) {
      const volgende = await lezer.volgende()
      if ('einde' in volgende) {
        await lezer.einde()
        if (volgende.tabellen !== tabellen || volgende.rijen !== rijen)
          throw new Databasefout('BEWARING_BESCHADIGD', 'Dit bestand is beschadigd: de aantallen in het slot kloppen niet.')
        return kop
      }
      for await (const _ of lezer.blokken());
      rijen += (await lezer.tabelslot(volgende.tabel)).rijen
      tabellen++
    }
  })
}
