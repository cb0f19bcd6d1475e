/** Wat er mis kan zijn aan een envelop voordat er naar de inhoud gekeken wordt, met de foutcode van de keten. Zonder gegevens van een cliënt. */
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Fout, Heen, Retour } from '#messages/ggk/envelop.ts'
import { releases } from '#messages/releases.ts'
import type { Plaatsfout } from '#messages/xml.ts'

const weiger = (code: string, omschrijving: string): Fout => ({ code, plek: 'client', omschrijving })

export const weigeringen = {
  onleesbaar: (fouten: readonly Plaatsfout[]) => {
    const [eerste] = fouten
    const plaats = eerste === undefined ? '' : ` Regel ${eerste.regel}${eerste.element === '' ? '' : `, ${eerste.element}`}.`
    return weiger('IB001', `Dit is geen geldige envelop van StUF-GGk 2.1.${plaats}`)
  },
  teGroot: weiger('IB003', 'De envelop is groter dan 25 MB.'),
  soort: weiger('IB001', 'Een Fo03 is een antwoord en wordt hier niet aangenomen.'),
  actie: weiger('IB001', 'De kop SOAPAction hoort niet bij deze envelop.'),
  ontvanger: (partij: string) => weiger(partij.length === 4 ? 'IB005' : 'IB010', 'De ontvanger op de envelop is hier niet bekend.'),
  afzender: weiger('IB002', 'Dit certificaat mag niet namens de afzender op de envelop sturen.'),
  kruisreferentie: weiger('IB021', 'Het crossRefnummer is niet dat van een envelop die hier verstuurd is.'),
  nummer: weiger('IB016', 'Er is al een andere envelop met dit referentienummer.'),
  functie: weiger('IB004', 'De functie op de envelop is geen bericht dat hier gelezen wordt.'),
  richting: weiger('IB007', 'Dit soort bericht gaat niet van deze afzender naar deze ontvanger.'),
  envelopsoort: weiger('IB006', 'Een heenbericht hoort in een Di01 en een retourbericht in een Du01.'),
} as const

/** Of de functie, de soort envelop en de twee partijen bij elkaar passen. Geeft de gemeente van het paar. */
export function keurInhoud(envelop: Heen | Retour, partij: string, afzender: string): Result<string, Fout> {
  const bericht = releases.flatMap((r) => r.berichten).find((b) => b.naam === envelop.functie)
  if (bericht === undefined) return fout(weigeringen.functie)
  const [van, naar] = bericht.van === 'gemeente' ? [4, 8] : [8, 4]
  if (afzender.length !== van || partij.length !== naar || !/^\d+$/.test(afzender)) return fout(weigeringen.richting)
  const isRetour = bericht.retourOp !== undefined
  // Bronnen verschillen over het declaratieantwoord: beide enveloppen zijn goed.
  if (bericht.naam !== 'WMO325' && isRetour !== (envelop.soort === 'Du01')) return fout(weigeringen.envelopsoort)
  return ok(van === 4 ? afzender : partij)
}
