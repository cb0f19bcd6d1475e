/** Het oordeel van niveau 3 en 4 over een heenbericht of een declaratieantwoord: eerst de vraag, dan met de feiten het oordeel. */
import type { GelezenBericht } from '../../codec.ts'
import type { Vraag } from '../../keten/bron.ts'
import type { Bevonden, Ketencontext } from './context.ts'
import { partijenVan, sleutelVan } from './omzetten.ts'
import { beoordeel301, vraag301 } from './wmo301.ts'
import { beoordeel305, vraag305 } from './wmo305.ts'
import { beoordeel307, vraag307 } from './wmo307.ts'
import { beoordeel315, vraag315 } from './wmo315.ts'
import { beoordeel317, vraag317 } from './wmo317.ts'
import { beoordeel319, vraag319 } from './wmo319.ts'
import { beoordeel323, vraag323 } from './wmo323.ts'
import { beoordeel325, vraag325 } from './wmo325.ts'

/** De sleutels die dit bericht van de bron nodig heeft. */
export const vraagVan = (bericht: GelezenBericht): Vraag => ({
  partijen: partijenVan(bericht),
  sleutel: sleutelVan(bericht),
  ...vraagPerBericht(bericht),
})

function vraagPerBericht(bericht: GelezenBericht): Omit<Vraag, 'partijen' | 'sleutel'> {
  switch (bericht.naam) {
    case 'WMO301':
      return vraag301(bericht.waarde)
    case 'WMO305':
      return vraag305(bericht.waarde)
    case 'WMO307':
      return vraag307(bericht.waarde)
    case 'WMO315':
      return vraag315(bericht.waarde)
    case 'WMO317':
      return vraag317(bericht.waarde)
    case 'WMO319':
      return vraag319(bericht.waarde)
    case 'WMO323':
      return vraag323(bericht.waarde)
    case 'WMO325':
      return vraag325(bericht.waarde)
    default:
      return {}
  }
}

/** Wat er niet klopt tegen eerdere berichten en bronnen van buiten; leeg als alles klopt. Een retourbericht kent zulke regels niet. */
export function beoordeelKeten(bericht: GelezenBericht, context: Ketencontext): Bevonden[] {
  switch (bericht.naam) {
    case 'WMO301':
      return beoordeel301(bericht.waarde, context)
    case 'WMO305':
      return beoordeel305(bericht.waarde, context)
    case 'WMO307':
      return beoordeel307(bericht.waarde, context)
    case 'WMO315':
      return beoordeel315(bericht.waarde, context)
    case 'WMO317':
      return beoordeel317(bericht.waarde, context)
    case 'WMO319':
      return beoordeel319(bericht.waarde, context)
    case 'WMO323':
      return beoordeel323(bericht.waarde, context)
    case 'WMO325':
      return beoordeel325(bericht.waarde, context)
    default:
      return []
  }
}
