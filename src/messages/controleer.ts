/** Controle van een bericht dat in het geheugen staat: tot tien megabyte kijkt libxml2 mee. */
import { alsBericht, type GelezenBericht } from './codec.ts'
import { begin, besluit, GRENS_LIBXML, type Oordeel, type Tweedelezer } from './controleer-stroom.ts'
import { valideerMetLibxml } from './libxml.ts'

/** Controleert een bericht dat helemaal in het geheugen staat. */
export function controleer(bytes: Uint8Array): Oordeel {
  const loop = begin()
  loop.lezer.schrijf(bytes)
  return besluit(loop, loop.lezer.einde(), libxml(bytes))
}

/** Controleert een bericht en leest het in dezelfde gang; het bericht is er zodra het schema het toelaat. */
export function controleerEnLees(bytes: Uint8Array): { readonly oordeel: Oordeel; readonly bericht: GelezenBericht | null } {
  const loop = begin({ vergeetHerhaald: false })
  loop.lezer.schrijf(bytes)
  const gelezen = loop.lezer.einde()
  const oordeel = besluit(loop, gelezen, libxml(bytes))
  return { oordeel, bericht: oordeel.niveau1.geldig ? alsBericht(gelezen) : null }
}

const libxml = (bytes: Uint8Array): Tweedelezer | null =>
  bytes.length > GRENS_LIBXML
    ? null
    : (beschreven) =>
        valideerMetLibxml(bytes, beschreven).map(({ regel, tekst }) => ({
          regel,
          element: '',
          tekst: `Het schema keurt dit af: ${tekst.replace(/'[^'{}]*'/g, '…')}`,
        }))
