/** Een berichtbestand leesbaar maken, met afgeschermde burgerservicenummers tenzij iemand er nadrukkelijk om vraagt. */
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { leesBericht } from '#messages/codec.ts'
import { GRENS_LIBXML } from '#messages/controleer-stroom.ts'
import { maskeerBsn } from '#messages/maskeer.ts'
import { berichtInWoorden } from '#messages/toon.ts'
import { openBerichtbestand } from '#storage/berichtbestand.ts'

/** 1 als het bericht afgekeurd is, 2 als het bestand niet te lezen is. */
export type Toonweigering = { readonly code: 1 | 2; readonly fouten: Invoerfout[] }
export type Getoond = { readonly tekst: string; readonly gegevens: { bericht: string; release: string; waarde: unknown } }

const TE_GROOT = 'Dit bericht is groter dan 10 MB; te groot om als tekst te lezen. Controleren kan wel: meedoen bericht controleer.'

export async function toonBestand(pad: string, toonBsn: boolean): Promise<Result<Getoond, Toonweigering>> {
  const open = await openBerichtbestand(pad, GRENS_LIBXML)
  if (!open.ok) return fout({ code: 2, fouten: [{ code: 'BESTAND_ONLEESBAAR', plaats: '', tekst: open.fout }] })
  if (open.value.soort !== 'bytes') return fout({ code: 2, fouten: [{ code: 'BERICHT_TE_GROOT', plaats: '', tekst: TE_GROOT }] })
  const gelezen = leesBericht(open.value.bytes)
  if (!gelezen.ok)
    return fout({
      code: 1,
      fouten: gelezen.fout.map((f) => ({ code: 'SCHEMA', plaats: `regel ${f.regel}${f.element && `, ${f.element}`}`, tekst: f.tekst })),
    })
  const { beschreven, waarde } = gelezen.value
  const leesbaar = toonBsn ? waarde : maskeerBsn({ soort: 'klasse', velden: beschreven.bericht.velden }, waarde)
  const release = `${beschreven.release.standaard} ${beschreven.release.versie}`
  return ok({
    tekst: berichtInWoorden(beschreven, leesbaar as Record<string, unknown>),
    gegevens: { bericht: beschreven.bericht.naam, release, waarde: leesbaar },
  })
}
