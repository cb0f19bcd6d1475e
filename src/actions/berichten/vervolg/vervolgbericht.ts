/** Het bericht waar iemand mee verder wil, en of dat van de standaard mag. */
import { ok, type Result } from '#core/base/result.ts'
import { type Buitenindicatie, magVervolg, type Vervolg, type Vervolgweigering } from '#core/toewijzing/berichtvervolg.ts'
import { type Berichtdetailrij, leesBericht } from '#storage/berichten/inzage.ts'
import { vergrendelPaar } from '#storage/berichten/berichten.ts'
import type { Werk } from '../../handeling/handel.ts'
import { type Weigering, weiger } from '../../handeling/weigering.ts'
import { eisBericht } from '../inzage/berichttoegang.ts'

/** Leest nog eens achter het slot van het paar: een antwoord dat net binnenkomt, telt mee. */
export async function eisVervolg(w: Werk, id: string, wat: Vervolg): Promise<Result<Berichtdetailrij, Weigering>> {
  const toegang = await eisBericht(w, id, 'bericht_versturen')
  if (!toegang.ok) return toegang
  const { gemeente } = w.actor
  await vergrendelPaar(w.tx, { gemeente, partij: gemeente }, toegang.value.bericht.aanbieder)
  const bericht = (await leesBericht(w.tx, gemeente, id)) ?? toegang.value.bericht
  const mag = magVervolg(wat, bericht)
  return mag.ok ? ok(bericht) : weigerVervolg(mag.fout)
}

export const weigerVervolg = ({ regel, tekst, watNu }: Vervolgweigering | Buitenindicatie) =>
  regel === null
    ? weiger({ soort: 'regel', code: 'BUITEN_INDICATIE', tekst, watNu })
    : weiger({ soort: 'regel', code: 'STANDAARD_LAAT_NIET_TOE', tekst, watNu, eis: regel })
