/** Declareren (WMO323): één maand tegelijk, over wat geleverd is; wat fout ging komt daarna goed, en soms wordt iets gecorrigeerd. */
import { type Datum, plusMaanden } from '#core/base/datum.ts'
import type { WMO323, WMO325 } from '#messages/iwmo-3-2/release.ts'
import { maandVan, type Periode } from '#messages/keten/kalender.ts'
import { type Regelbron, regelbronnen } from './geleverd.ts'
import { groepeer } from '#core/base/groepeer.ts'
import { maakKop } from '#messages/iwmo-3-2/nieuwe-kop.ts'
import { wachtOpDeclaratie } from './paar.ts'
import type { Gemaakt } from './partij.ts'
import type { Beeld } from './zaak.ts'
import { kenmerk } from './zaaien.ts'

type Prestatie = WMO323['Declaratie']['Clienten']['Client'][number]['Prestaties']['Prestatie'][number]

/** De vroegste maand waarover nog iets in te dienen is, niet voor de laatste die al is ingediend (TR318). */
export function declareer(beeld: Beeld): Gemaakt[] {
  const { paar, moment } = beeld
  if (wachtOpDeclaratie(paar)) return []
  const bronnen = regelbronnen(beeld)
  const [eerste] = bronnen.map((b) => maandVan(b.periode.van).van).sort()
  if (eerste === undefined) return []
  const periode = periodeVan(beeld, eerste)
  if (periode.tot >= moment.vandaag) return []
  const regels = bronnen.filter((b) => b.periode.tot <= periode.tot)
  return regels.length === 0 ? [] : [maakDeclaratie(beeld, periode, regels)]
}

/** Weet de gemeente van latere declaraties dan wij, dan gaat alles in de laatste volle maand. */
function periodeVan({ paar, nu, moment }: Beeld, eerste: string): Periode {
  const ingediend =
    nu.declaraties
      .map((d) => d.periode.van)
      .sort()
      .at(-1) ?? eerste
  const vorigeMaand = plusMaanden(moment.vandaag as Datum, -1)
  const isTeVroeg = [...paar.gezien.values()].some(({ bericht: b }) => b.naam === 'WMO325' && isAfgewezenMet(b.waarde, TE_VROEG))
  if (isTeVroeg && vorigeMaand !== null) return maandVan(vorigeMaand)
  return maandVan(ingediend > eerste ? ingediend : eerste)
}

const TE_VROEG = '8214'
const isAfgewezenMet = ({ DeclaratieAntwoord: antwoord }: WMO325, code: typeof TE_VROEG): boolean =>
  antwoord?.RetourCodes.RetourCode.includes(code) === true

function maakDeclaratie({ paar, moment, zaad }: Beeld, periode: { van: string; tot: string }, bronnen: readonly Regelbron[]): Gemaakt {
  const { gemeente, aanbieder } = paar.partijen
  const nummer = kenmerk(
    zaad,
    aanbieder,
    gemeente,
    'declaratie',
    periode.van,
    moment.vandaag,
    ...bronnen.flatMap((b) => b.regels.map(nummerVan)),
  )
  const Client = [...groepeer(bronnen, (b) => b.bsn)].map(([Bsn, van]) => ({
    Bsn,
    Prestaties: { Prestatie: van.flatMap((b) => b.regels) },
  }))
  const som = Client.flatMap((c) => c.Prestaties.Prestatie).reduce(
    (tot, { IngediendBedrag: b }) => tot + (b.DebetCredit === 'D' ? b.Bedrag : -b.Bedrag),
    0,
  )
  return {
    naam: 'WMO323',
    waarde: {
      Header: maakKop({ code: '484', van: aanbieder, naar: gemeente, identificatie: nummer, dagtekening: moment.vandaag }),
      Declaratie: {
        DeclaratieNummer: nummer,
        DeclaratiePeriode: { Begindatum: periode.van, Einddatum: periode.tot },
        DeclaratieDagtekening: moment.vandaag,
        TotaalIngediendBedrag: { TotaalBedrag: Math.abs(som), DebetCredit: som < 0 ? 'C' : 'D' },
        Clienten: { Client },
      },
    },
  }
}
const nummerVan = (p: Prestatie): string => p.ProductReferentie.ReferentieNummer
