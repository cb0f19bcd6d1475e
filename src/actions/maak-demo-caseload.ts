/** Een verzonnen caseload schrijven, in blokken zodat het geheugen klein blijft. */
import { blokBytes, type CaseloadKop, kolommenVan, pakBlok } from '#core/advies/caseload.ts'
import { maakDemoGevallen } from '#core/advies/demo-caseload.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { schrijfCaseload } from '#storage/caseload-bestand.ts'

const BLOK = 16_384

/** Schrijft `aantal` gevallen naar `pad`; geeft het aantal bytes. Zelfde catalogus, aantal en zaad geven hetzelfde bestand. */
export async function maakDemoCaseload(
  catalogus: Catalogus,
  aantal: number,
  zaad: number,
  pad: string,
  voortgang: (klaar: number, totaal: number) => void,
): Promise<number> {
  const kolommen = kolommenVan(catalogus)
  const { id, versie } = catalogus.catalogus
  const kop: CaseloadKop = {
    soort: 'meedoen-caseload',
    vorm: 1,
    catalogus: id,
    versie,
    hash: catalogus.hash,
    aantal,
    blok: BLOK,
    herkomst: `SYNTHETISCH, zaad ${zaad}`,
    kolommen,
  }
  const volgende = maakDemoGevallen(catalogus, zaad)
  let bytes = 0
  function* blokken(): Generator<Uint8Array> {
    for (let klaar = 0; klaar < aantal; klaar += BLOK) {
      const hier = Math.min(BLOK, aantal - klaar)
      yield pakBlok(kolommen, Array.from({ length: hier }, volgende))
      bytes += blokBytes(kolommen, hier)
      voortgang(klaar + hier, aantal)
    }
  }
  await schrijfCaseload(pad, kop, blokken())
  return bytes
}
