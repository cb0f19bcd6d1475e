/** WMO323 Declaratie en WMO325 Declaratie-antwoord. Het antwoord heeft een eigen bouw: totalen en alleen afgewezen regels. */
import { type Bericht, een, klasse, lijst, mag, sleutel, veel } from '../vorm.ts'
import * as t from './basistypen.ts'
import * as g from './groepen.ts'
import { heenbericht, kop, retourCodes } from './bericht.ts'

const prestatievelden = {
  ProductReferentie: sleutel(een(g.referentie)),
  ToewijzingNummer: een(t.nummer),
  ProductCategorie: een(t.productCategorie),
  ProductCode: een(t.productCode),
  ProductPeriode: een(g.geslotenPeriode),
  GeleverdVolume: een(t.volume),
  Eenheid: een(t.eenheid),
  ProductTarief: mag(t.bedrag),
  IngediendBedrag: een(g.bedragMetDC),
}
export const prestatie = klasse(prestatievelden)

export const declaratie = klasse({
  DeclaratieNummer: sleutel(een(t.declaratieNummer)),
  DeclaratiePeriode: een(g.geslotenPeriode),
  DeclaratieDagtekening: een(t.datum),
  TotaalIngediendBedrag: een(g.totaalBedragMetDC),
  Clienten: een(lijst({ Client: veel(klasse({ Bsn: sleutel(een(t.bsn)), Prestaties: een(lijst({ Prestatie: veel(prestatie) })) })) })),
})

export const wmo323 = heenbericht({ naam: 'WMO323', code: '484', titel: 'Declaratie', van: 'aanbieder' }, { Declaratie: een(declaratie) })

const prestatieRetour = klasse({ ...prestatievelden, RetourCodes: een(retourCodes) })
const clientRetour = klasse({
  Bsn: sleutel(een(t.bsn)),
  Prestaties: een(lijst({ Prestatie: veel(prestatieRetour) })),
  RetourCodes: een(retourCodes),
})

export const declaratieAntwoord = klasse({
  DeclaratieNummer: sleutel(een(t.identificatieDeclaratie)),
  TotaalIngediendBedrag: een(g.totaalBedragMetDC),
  TotaalToegekendBedrag: een(g.totaalBedragMetDC),
  Clienten: mag(lijst({ Client: veel(clientRetour) })),
  RetourCodes: een(retourCodes),
})

export const wmo325 = {
  naam: 'WMO325',
  code: '485',
  titel: 'Declaratie-antwoord',
  van: 'gemeente',
  naar: 'aanbieder',
  retourOp: 'WMO323',
  velden: {
    Header: een(
      klasse({
        ...kop('485', 'gemeente'),
        DeclaratieIdentificatie: een(g.berichtIdentificatie),
        XsltVersie: mag(t.versie),
        XsdVersieDeclaratie: een(g.xsdVersie),
        RetourCodes: een(retourCodes),
      }),
    ),
    DeclaratieAntwoord: mag(declaratieAntwoord),
  },
} as const satisfies Bericht
