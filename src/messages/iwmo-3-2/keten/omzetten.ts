/** Van een gelezen bericht naar zijn feiten. */
import {
  type Antwoordfeit,
  type Berichtfeiten,
  type Berichtsleutel,
  type Declaratiefeit,
  type Oordeelfeit,
  type Partijen,
  type Prestatie,
  regelsleutel,
  type Startfeit,
  type Stopfeit,
  type Toewijzing,
  type Verzoekfeit,
} from '../../keten/feit.ts'
import type { GelezenBericht } from '../../codec.ts'
import type { WMO301, WMO305, WMO307, WMO315, WMO317, WMO319, WMO323, WMO325 } from '../release.ts'
import { naarStart, naarStop } from './levering.ts'

type Versie = { readonly BasisschemaXsdVersie: string; readonly BerichtXsdVersie: string }
export const versietekst = (v: Versie): string => `${v.BasisschemaXsdVersie}/${v.BerichtXsdVersie}`

/** Eurocenten met credit als aftrek. */
export const centen = (t: { readonly TotaalBedrag: number; readonly DebetCredit: 'D' | 'C' }): number =>
  t.DebetCredit === 'D' ? t.TotaalBedrag : -t.TotaalBedrag

/** Wie de twee kanten zijn. Een retourbericht houdt de kop van het heenbericht; alleen het declaratieantwoord niet (IV028, IV087). */
export function partijenVan({ naam, beschreven, waarde }: GelezenBericht): Partijen {
  const { van, retourOp } = beschreven.bericht
  const { Afzender, Ontvanger } = waarde.Header
  const heeftKopVanHeen = retourOp !== undefined && naam !== 'WMO325'
  return (van === 'gemeente') !== heeftKopVanHeen
    ? { gemeente: Afzender, aanbieder: Ontvanger }
    : { gemeente: Ontvanger, aanbieder: Afzender }
}

/** De sleutel van dit bericht zelf. Een retourbericht heeft een eigen identificatie, en de kop van het heenbericht. */
export function sleutelVan(bericht: GelezenBericht): Berichtsleutel {
  const { naam, beschreven, waarde } = bericht
  const { Header: header } = waarde
  const afzender = partijenVan(bericht)[beschreven.bericht.van]
  const identificatie = 'IdentificatieRetour' in header ? header.IdentificatieRetour : header.BerichtIdentificatie.Identificatie
  return { naam, afzender, identificatie }
}

const leeg = { toewijzingen: [], starts: [], stops: [], verzoeken: [], antwoorden: [], declaraties: [], prestaties: [] }

/** Alles wat een bericht aan feiten brengt. Of het telt, hangt af van het oordeel in zijn retourbericht. */
export function feitenUit(bericht: GelezenBericht): Berichtfeiten {
  const partijen = partijenVan(bericht)
  return { ...leeg, sleutel: sleutelVan(bericht), partijen, dagtekening: dagtekeningVan(bericht), ...inhoud(bericht, partijen) }
}

/** De dag waarop dit bericht gemaakt is; een retourbericht draagt ook die van het heenbericht. */
export const dagtekeningVan = ({ waarde: { Header: header } }: GelezenBericht): string =>
  'DagtekeningRetour' in header ? header.DagtekeningRetour : header.BerichtIdentificatie.Dagtekening

function inhoud(bericht: GelezenBericht, partijen: Partijen): Partial<Berichtfeiten> {
  switch (bericht.naam) {
    case 'WMO301':
      return { toewijzingen: toewijzingen(bericht.waarde, partijen) }
    case 'WMO305':
      return { starts: starts(bericht.waarde) }
    case 'WMO307':
      return { stops: stops(bericht.waarde) }
    case 'WMO315':
      return { verzoeken: vot(bericht.waarde) }
    case 'WMO317':
      return { verzoeken: [vow(bericht.waarde)] }
    case 'WMO319':
      return { antwoorden: [antwoord(bericht.waarde)] }
    case 'WMO323':
      return { declaraties: [declaratie(bericht.waarde)], prestaties: prestaties(bericht.waarde) }
    case 'WMO325':
      return { oordeel: oordeel325(bericht.waarde) }
    default:
      return { oordeel: oordeelRetour(bericht) }
  }
}

/** Veld voor veld: met `...partijen` vooraan kost elk object vijftig keer zo veel, en een toewijzing kan er duizenden hebben. */
const toewijzingen = ({ Client }: WMO301, { gemeente, aanbieder }: Partijen): Toewijzing[] =>
  Client.ToegewezenProducten.ToegewezenProduct.map((p) => ({
    gemeente,
    aanbieder,
    nummer: p.ToewijzingNummer,
    bsn: Client.Bsn,
    toewijzingsdatum: p.Toewijzingsdatum,
    toewijzingstijd: p.Toewijzingstijd,
    ingangsdatum: p.Ingangsdatum,
    einddatum: p.Einddatum,
    redenWijziging: p.RedenWijziging,
    product: p.Product,
    omvang: p.Omvang,
    budget: p.Budget,
    referentieAanbieder: p.ReferentieAanbieder,
  }))

const status = (p: { readonly StatusAanlevering: string }): '1' | '3' => (p.StatusAanlevering === '3' ? '3' : '1')
const starts = ({ Client }: WMO305): Startfeit[] =>
  Client.StartProducten.StartProduct.map((p) => ({ ...naarStart(p, Client.Bsn), status: status(p) }))
const stops = ({ Client }: WMO307): Stopfeit[] =>
  Client.StopProducten.StopProduct.map((p) => ({ ...naarStop(p, Client.Bsn), status: status(p) }))

const vot = ({ Client }: WMO315): Verzoekfeit[] =>
  Client.AangevraagdeProducten.AangevraagdProduct.map((p) => ({
    referentie: p.ReferentieAanbieder,
    soort: 'VOT',
    bsn: Client.Bsn,
    ingangsdatums: [p.ToewijzingIngangsdatum],
  }))
const vow = ({ Client: { Bsn, Verzoek } }: WMO317): Verzoekfeit => ({
  referentie: Verzoek.ReferentieAanbieder,
  soort: 'VOW',
  bsn: Bsn,
  ingangsdatums: [],
})
const antwoord = ({ Antwoord }: WMO319): Antwoordfeit => ({ referentie: Antwoord.ReferentieAanbieder, antwoord: Antwoord.VerzoekAntwoord })

const declaratie = ({ Header, Declaratie }: WMO323): Declaratiefeit => ({
  nummer: Declaratie.DeclaratieNummer,
  identificatie: Header.BerichtIdentificatie.Identificatie,
  dagtekening: Header.BerichtIdentificatie.Dagtekening,
  xsdVersie: versietekst(Header.XsdVersie),
  periode: { van: Declaratie.DeclaratiePeriode.Begindatum, tot: Declaratie.DeclaratiePeriode.Einddatum },
  totaal: centen(Declaratie.TotaalIngediendBedrag),
})

const prestaties = ({ Header, Declaratie }: WMO323): Prestatie[] =>
  Declaratie.Clienten.Client.flatMap((c) =>
    c.Prestaties.Prestatie.map((p) => ({
      referentie: p.ProductReferentie.ReferentieNummer,
      vorige: p.ProductReferentie.VorigReferentieNummer,
      declaratie: Header.BerichtIdentificatie.Identificatie,
      bsn: c.Bsn,
      toewijzing: p.ToewijzingNummer,
      categorie: p.ProductCategorie,
      code: p.ProductCode,
      van: p.ProductPeriode.Begindatum,
      tot: p.ProductPeriode.Einddatum,
      volume: p.GeleverdVolume,
      eenheid: p.Eenheid,
      tarief: p.ProductTarief,
      bedrag: p.IngediendBedrag.Bedrag,
      dc: p.IngediendBedrag.DebetCredit,
    })),
  )

/** Hoort bij een eerder bericht met hetzelfde nummer: over dat eerdere bericht zegt zo'n antwoord niets. */
const DUBBEL = '9056'

function oordeelRetour({ beschreven, waarde }: Exclude<GelezenBericht, { naam: 'WMO325' }>): Oordeelfeit | undefined {
  const { Header: header } = waarde
  const { retourOp } = beschreven.bericht
  if (retourOp === undefined) return undefined
  const codes = 'RetourCodes' in header ? (header.RetourCodes?.RetourCode ?? []) : []
  if (codes.includes(DUBBEL)) return undefined
  const over = { naam: retourOp, afzender: header.Afzender, identificatie: header.BerichtIdentificatie.Identificatie }
  return { over, uitkomst: codes.length === 0 ? 'geaccepteerd' : 'afgewezen', afgewezenRegels: new Set() }
}

const zonderOpmerking = new Set(['0200', '8001'])
const keurtAf = (k: { readonly RetourCodes: { readonly RetourCode: readonly string[] } }): boolean =>
  k.RetourCodes.RetourCode.some((code) => !zonderOpmerking.has(code))

/** Een fout in de kop of op de declaratie wijst alles af; anders alleen de regels die terugkomen (IV087). */
function oordeel325({ Header, DeclaratieAntwoord: antwoord }: WMO325): Oordeelfeit | undefined {
  if (Header.RetourCodes.RetourCode.includes(DUBBEL)) return undefined
  const over = { naam: 'WMO323', afzender: Header.Ontvanger, identificatie: Header.DeclaratieIdentificatie.Identificatie }
  if (keurtAf(Header) || antwoord === undefined || keurtAf(antwoord)) return { over, uitkomst: 'afgewezen', afgewezenRegels: new Set() }
  const terug = (antwoord.Clienten?.Client ?? []).flatMap(({ Bsn, Prestaties }) =>
    Prestaties.Prestatie.map(({ ProductReferentie: r }) => regelsleutel(Bsn, r.ReferentieNummer, r.VorigReferentieNummer)),
  )
  return { over, uitkomst: 'geaccepteerd', afgewezenRegels: new Set(terug) }
}
