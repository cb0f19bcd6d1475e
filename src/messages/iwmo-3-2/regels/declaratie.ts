/** Regels over de declaratie (WMO323) en het antwoord daarop (WMO325). Bedragen zijn eurocenten; credit telt af. */
import { Afdrukken } from '../../afdrukken.ts'
import { eerder, isHeleMaand, later, meerJarenVoor, zelfdeMaand } from '../../dagen.ts'
import { raken, zijnErDubbele } from '../../dubbelen.ts'
import { type Regel, regel, regelMetGeheugen } from '../../regel.ts'
import type { WaardeVan } from '../../vorm.ts'
import type * as g from '../groepen.ts'
import type { declaratie, declaratieAntwoord, prestatie } from '../wmo323.ts'

type Prestatie = WaardeVan<typeof prestatie>
type Declaratie = WaardeVan<typeof declaratie>
type DeclaratieAntwoord = WaardeVan<typeof declaratieAntwoord>
type Totaal = WaardeVan<typeof g.totaalBedragMetDC>
type Periode = WaardeVan<typeof g.geslotenPeriode>
type Retour = { RetourCodes: { RetourCode: readonly string[] } }

const heen = ['WMO323']
const antwoord = ['WMO325']
const beide = [...heen, ...antwoord]

const teken = (debetCredit: 'D' | 'C'): number => (debetCredit === 'D' ? 1 : -1)
const centen = (p: Prestatie): number => p.IngediendBedrag.Bedrag * teken(p.IngediendBedrag.DebetCredit)
const totaal = (t: Totaal): number => t.TotaalBedrag * teken(t.DebetCredit)
const vanaf2021 = (p: Periode): boolean => !eerder(p.Begindatum, '2021-01-01') && !eerder(p.Einddatum, '2021-01-01')

/** Codes die niets afkeuren: geen opmerking, niet beoordeeld, volledig toegewezen. */
const keurtNietAf = new Set(['0200', '0233', '8001'])
const isAfgewezen = (klasse: Retour): boolean => klasse.RetourCodes.RetourCode.some((code) => !keurtNietAf.has(code))

export const declaratieregels: Regel[] = [
  regel('TR134', beide, 'Geboortedatum, begindatums en de dagtekening van de declaratie liggen niet na de dagtekening van het bericht.', {
    DeclaratiePeriode: (p: Periode, o) => !later(p.Begindatum, o.dagtekening),
    ProductPeriode: (p: Periode, o) => !later(p.Begindatum, o.dagtekening),
    Declaratie: (d: Declaratie, o) => !later(d.DeclaratieDagtekening, o.dagtekening),
  }),
  regel('TR137', beide, 'Einddatums liggen niet voor de begindatum en niet na de dagtekening van het bericht.', {
    DeclaratiePeriode: (p: Periode, o) => !eerder(p.Einddatum, p.Begindatum) && !later(p.Einddatum, o.dagtekening),
    ProductPeriode: (p: Periode, o) => !eerder(p.Einddatum, p.Begindatum) && !later(p.Einddatum, o.dagtekening),
  }),
  regel('TR335', heen, 'De einddatum van een prestatie ligt niet meer dan vijf jaar voor de dagtekening van de declaratie.', {
    Prestatie: (p: Prestatie, o) => !meerJarenVoor(p.ProductPeriode.Einddatum, o.ouder<Declaratie>('Declaratie').DeclaratieDagtekening, 5),
  }),
  regel('CS100', heen, 'Perioden liggen op of na 1 januari 2021.', { DeclaratiePeriode: vanaf2021, ProductPeriode: vanaf2021 }),
  regel('CS337', heen, 'Een productperiode ligt in één kalendermaand.', {
    ProductPeriode: (p: Periode) => zelfdeMaand(p.Begindatum, p.Einddatum),
  }),
  regel('CS340', heen, 'De declaratieperiode is precies één kalendermaand.', {
    DeclaratiePeriode: (p: Periode) => isHeleMaand(p.Begindatum, p.Einddatum),
  }),
  regel('CD060', beide, 'VorigReferentieNummer staat er precies dan als de prestatie credit is.', {
    Prestatie: (p: Prestatie) => (p.IngediendBedrag.DebetCredit === 'C') === (p.ProductReferentie.VorigReferentieNummer !== undefined),
  }),
  regel('CD087', heen, "ProductTarief staat er, behalve bij eenheid 83 (euro's); dan mag het niet.", {
    Prestatie: (p: Prestatie) => (p.Eenheid === '83') === (p.ProductTarief === undefined),
  }),
  regel('CS325', beide, 'Een bedrag van nul is debet (D).', {
    TotaalIngediendBedrag: (t: Totaal) => t.TotaalBedrag !== 0 || t.DebetCredit === 'D',
    TotaalToegekendBedrag: (t: Totaal) => t.TotaalBedrag !== 0 || t.DebetCredit === 'D',
    IngediendBedrag: (b: Prestatie['IngediendBedrag']) => b.Bedrag !== 0 || b.DebetCredit === 'D',
  }),
  regel('CS339', heen, "Bij eenheid 83 (euro's) is het bedrag gelijk aan het geleverde volume.", {
    Prestatie: (p: Prestatie) => p.Eenheid !== '83' || p.IngediendBedrag.Bedrag === p.GeleverdVolume,
  }),
]

export const samenhangregels: Regel[] = [
  regelMetGeheugen('TR315', heen, 'Een regel wordt in één bericht hooguit één keer gecrediteerd.', (overloop) => {
    const vorige = new Afdrukken(overloop)
    return {
      Prestatie: ({ ProductReferentie: { VorigReferentieNummer: vorig } }: Prestatie) => {
        if (vorig !== undefined) vorige.voegToe([vorig])
        return true
      },
      Declaratie: () => !zijnErDubbele(vorige),
    }
  }),
  regelMetGeheugen('TR316', heen, 'Een regel wordt niet gecrediteerd in het bericht waarin hij staat.', (overloop) => {
    const nummers = new Afdrukken(overloop)
    const vorige = new Afdrukken(overloop)
    return {
      Prestatie: ({ ProductReferentie: { ReferentieNummer: nummer, VorigReferentieNummer: vorig } }: Prestatie) => {
        nummers.voegToe([nummer])
        if (vorig !== undefined) vorige.voegToe([vorig])
        return true
      },
      Declaratie: () => !raken(nummers, vorige),
    }
  }),
  regelMetGeheugen('TR358', heen, 'Het totaal is de som van de prestaties, met credit als aftrek.', () => {
    let som = 0
    return {
      Prestatie: (p: Prestatie) => {
        som += centen(p)
        return true
      },
      Declaratie: (d: Declaratie) => totaal(d.TotaalIngediendBedrag) === som,
    }
  }),
  regelMetGeheugen('TR416', heen, 'Per toewijzing, product en periode staat er hooguit één debetregel in het bericht.', (overloop) => {
    const debet = new Afdrukken(overloop)
    return {
      Prestatie: (p: Prestatie) => {
        const { Begindatum, Einddatum } = p.ProductPeriode
        if (p.IngediendBedrag.DebetCredit === 'D')
          debet.voegToe([p.ToewijzingNummer, p.ProductCategorie, p.ProductCode, Begindatum, Einddatum])
        return true
      },
      Declaratie: () => !zijnErDubbele(debet),
    }
  }),
  regelMetGeheugen('TR342', antwoord, 'Alleen afgewezen regels komen terug, en hun som is ingediend min toegekend.', () => {
    let som = 0
    let regels = 0
    let zonderAfwijzing = 0
    return {
      Prestatie: (p: Prestatie & Retour) => {
        som += centen(p)
        regels++
        if (!isAfgewezen(p)) zonderAfwijzing++
        return true
      },
      'Clienten/Client': (c: Retour) => {
        // Is de cliënt zelf afgewezen, dan zijn zijn regels dat ook.
        const alleAfgewezen = zonderAfwijzing === 0 || isAfgewezen(c)
        zonderAfwijzing = 0
        return alleAfgewezen
      },
      DeclaratieAntwoord: (d: DeclaratieAntwoord) =>
        isAfgewezen(d)
          ? d.TotaalToegekendBedrag.TotaalBedrag === 0 && regels === 0
          : som === totaal(d.TotaalIngediendBedrag) - totaal(d.TotaalToegekendBedrag),
    }
  }),
]
