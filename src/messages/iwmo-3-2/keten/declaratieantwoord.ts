/** WMO325: de totalen, en alleen de regels die zijn afgewezen (IV087, TR342). */
import { type WMO323, type WMO325, iwmo32 } from '../release.ts'
import { centen } from './omzetten.ts'
import type { Retourcode } from './regels.ts'
import { codesPerKlasse, type Eigen, GEEN_OPMERKING, NIET_BEOORDEELD, TECHNISCH, type Uitslag } from './retour.ts'
import type { Declaratieclient, Prestatie } from './regelreeks.ts'

type Antwoord = NonNullable<WMO325['DeclaratieAntwoord']>
export type Clientretour = NonNullable<Antwoord['Clienten']>['Client'][number]
type Codes = ReadonlyMap<object, Retourcode[]>

const VOLLEDIG_TOEGEWEZEN: Retourcode = '8001'
const metCode = (codes: readonly Retourcode[]) => ({ RetourCodes: { RetourCode: [...codes] } })

export function declaratieantwoord(bericht: WMO323, uitslag: Uitslag, eigen: Eigen): WMO325 {
  const { Header: header, Declaratie: declaratie } = bericht
  if (uitslag.niveau === 2) return { Header: kop(bericht, eigen, [TECHNISCH]) }
  const codes = codesPerKlasse(uitslag.bevindingen)
  const opKop = codes.get(header)
  if (opKop !== undefined) return { Header: kop(bericht, eigen, opKop) }
  return { Header: kop(bericht, eigen, [GEEN_OPMERKING]), DeclaratieAntwoord: inhoud(declaratie, codes) }
}

const kop = ({ Header: h }: WMO323, eigen: Eigen, codes: readonly Retourcode[]): WMO325['Header'] => ({
  BerichtCode: '485',
  BerichtVersie: h.BerichtVersie,
  BerichtSubversie: h.BerichtSubversie,
  Afzender: h.Ontvanger,
  Ontvanger: h.Afzender,
  BerichtIdentificatie: { Identificatie: eigen.identificatie, Dagtekening: eigen.dagtekening },
  XsdVersie: { BasisschemaXsdVersie: iwmo32.xsdVersie, BerichtXsdVersie: iwmo32.xsdVersie },
  DeclaratieIdentificatie: h.BerichtIdentificatie,
  XsdVersieDeclaratie: h.XsdVersie,
  ...metCode(codes),
})

function inhoud(declaratie: WMO323['Declaratie'], codes: Codes): Antwoord {
  const stam = { DeclaratieNummer: declaratie.DeclaratieNummer, TotaalIngediendBedrag: declaratie.TotaalIngediendBedrag }
  const opDeclaratie = codes.get(declaratie)
  if (opDeclaratie !== undefined) return { ...stam, TotaalToegekendBedrag: totaal(0), ...metCode(opDeclaratie) }
  const clienten = declaratie.Clienten.Client.flatMap((c) => clientretour(c, codes))
  return inhoudMet(declaratie, clienten, somVan(clienten))
}

/** Het antwoord als de cliënten er al zijn; `terug` is de som van alles wat terugkomt, ook van cliënten die hier niet bij staan. */
export const antwoordMet = (bericht: WMO323, clienten: readonly Clientretour[], terug: number, eigen: Eigen): WMO325 => ({
  Header: kop(bericht, eigen, [GEEN_OPMERKING]),
  DeclaratieAntwoord: inhoudMet(bericht.Declaratie, clienten, terug),
})

const inhoudMet = (declaratie: WMO323['Declaratie'], clienten: readonly Clientretour[], terug: number): Antwoord => ({
  DeclaratieNummer: declaratie.DeclaratieNummer,
  TotaalIngediendBedrag: declaratie.TotaalIngediendBedrag,
  TotaalToegekendBedrag: totaal(centen(declaratie.TotaalIngediendBedrag) - terug),
  ...(clienten.length > 0 ? { Clienten: { Client: [...clienten] } } : {}),
  ...metCode([clienten.length > 0 ? GEEN_OPMERKING : VOLLEDIG_TOEGEWEZEN]),
})

/** Wat deze cliënten samen terugkrijgen, met credit als aftrek. */
export const somVan = (clienten: readonly Clientretour[]): number =>
  clienten.flatMap((c) => c.Prestaties.Prestatie).reduce((som, p) => som + bedrag(p), 0)

/** Alleen wat is afgewezen; is de cliënt zelf afgewezen, dan zijn al zijn regels niet beoordeeld. */
export function clientretour(client: Declaratieclient, codes: Codes): Clientretour[] {
  const opClient = codes.get(client)
  const regels = client.Prestaties.Prestatie.flatMap((p) => {
    const eigen = opClient === undefined ? codes.get(p) : [NIET_BEOORDEELD]
    return eigen === undefined ? [] : [{ ...p, ...metCode(eigen) }]
  })
  return regels.length === 0 ? [] : [{ Bsn: client.Bsn, Prestaties: { Prestatie: regels }, ...metCode(opClient ?? [GEEN_OPMERKING]) }]
}

const bedrag = ({ IngediendBedrag: b }: Prestatie): number => (b.DebetCredit === 'D' ? b.Bedrag : -b.Bedrag)
/** Een negatief totaal is een bedrag met C; nul is D (CS325). */
const totaal = (som: number): Antwoord['TotaalToegekendBedrag'] => ({ TotaalBedrag: Math.abs(som), DebetCredit: som < 0 ? 'C' : 'D' })
