/** De regels die voor elk heenbericht gelden, bij elk heenbericht; en de code bij de categorie, overal waar een product staat. */
import { describe } from 'vitest'
import { ANDER_BSN, nieuw } from '../voorbeelden.testhulp.ts'
import { declareer, ketengoed, ketenmis, type Omgeving, regel, stuur, wijsToe, type Zending } from './oefening.testhulp.ts'

type Geval = { readonly eerder: () => Zending[]; readonly maak: () => Zending; readonly om?: Omgeving }
const start = () => stuur('WMO305')
/** Een tweede, even goed bericht van dezelfde soort, om een nummer te herhalen. */
const gevallen: Record<string, Geval & { readonly tweede: () => Zending }> = {
  WMO301: { eerder: () => [], maak: () => wijsToe(), tweede: () => wijsToe({ ToewijzingNummer: 2 }), om: { rol: 'aanbieder' } },
  WMO305: {
    eerder: () => [wijsToe()],
    maak: start,
    tweede: () => stuur('WMO305', (m) => m.Client.StartProducten.StartProduct.forEach((p) => (p.StatusAanlevering = '3'))),
  },
  WMO307: {
    eerder: () => [wijsToe(), start()],
    maak: () => stuur('WMO307'),
    tweede: () => stuur('WMO307', (m) => m.Client.StopProducten.StopProduct.forEach((p) => (p.StatusAanlevering = '3'))),
  },
  WMO315: { eerder: () => [], maak: () => stuur('WMO315'), tweede: () => stuur('WMO315', (m) => (m.Client.Bsn = ANDER_BSN)) },
  WMO317: {
    eerder: () => [wijsToe()],
    maak: () =>
      stuur(
        'WMO317',
        (m) =>
          (m.Client.Verzoek = {
            ReferentieAanbieder: 'W-1',
            RedenVerzoek: '1',
            OngewijzigdeProducten: { OngewijzigdProduct: [{ ToewijzingNummer: 1 }] },
            NieuweProducten: { NieuwProduct: [nieuw()] },
          }),
      ),
    tweede: () => stuur('WMO317'),
  },
  WMO319: {
    eerder: () => [stuur('WMO315')],
    maak: () => stuur('WMO319', (m) => (m.Antwoord = { ReferentieAanbieder: 'V-1', VerzoekAntwoord: '2' })),
    tweede: () => stuur('WMO319', (m) => (m.Antwoord = { ReferentieAanbieder: 'V-1', VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '2' })),
    om: { rol: 'aanbieder' },
  },
  WMO323: {
    eerder: () => [wijsToe()],
    maak: () => declareer('D1', [regel('R1')]),
    tweede: () => declareer('D2', [regel('R2', { ProductPeriode: { Begindatum: '2025-12-01', Einddatum: '2025-12-31' } })]),
  },
}
const nummer = (zending: Zending, identificatie: string): Zending => {
  zending.waarde.Header.BerichtIdentificatie.Identificatie = identificatie
  return zending
}

describe.each(Object.entries(gevallen))('%s', (naam, { eerder, maak, tweede, om }) => {
  const gemeente = [{ code: '9990' }]
  ketengoed('TR056', `${naam} met een nieuw nummer`, eerder(), maak(), om)
  ketenmis('TR056', 'Header', `${naam} met een nummer dat er al was`, [...eerder(), nummer(maak(), 'N1')], nummer(tweede(), 'N1'), om)
  ketengoed('TR135', `${naam} op de systeemdatum`, [], maak(), { ...om, systeemdatum: '2026-02-10' })
  ketenmis('TR135', 'Header', `${naam} een dag later gedagtekend`, [], maak(), { ...om, systeemdatum: '2026-02-09' })
  ketengoed('TR378', `${naam} van een gemeente in de lijst`, eerder(), maak(), { ...om, gemeenten: gemeente })
  ketenmis('TR378', 'Header', `${naam} van een gemeente buiten de lijst`, [], maak(), { ...om, gemeenten: [] })
})

describe('TR381 op elk product', () => {
  const contract = [
    { code: '02A01', categorie: '02', tarieven: [{ eenheid: '04', tarief: 6250, van: '2020-01-01' }] },
    { code: '02A03', categorie: '02', tarieven: [] },
  ]
  const verkeerd = contract.map((p) => ({ ...p, categorie: '07' }))
  const klassen: Record<string, string> = {
    WMO301: 'ToegewezenProduct',
    WMO315: 'AangevraagdProduct',
    WMO317: 'NieuwProduct',
    WMO323: 'Prestatie',
  }
  for (const [naam, klasse] of Object.entries(klassen)) {
    const { eerder, maak, om } = gevallen[naam] as Geval
    ketengoed('TR381', `${naam} zoals afgesproken`, eerder(), maak(), { ...om, contract })
    ketenmis('TR381', klasse, `${naam} onder een andere categorie`, eerder(), maak(), { ...om, contract: verkeerd })
  }
  // De start moet er voor de stop zijn, dus hier past alleen het product van de stop zelf niet.
  const taakgericht = { ToewijzingNummer: undefined, ToewijzingIngangsdatum: undefined }
  const metProduct = (Code: string) => ({ ...taakgericht, Product: { Categorie: '02', Code } as const })
  const begonnen = stuur('WMO305', (m) => m.Client.StartProducten.StartProduct.forEach((p) => Object.assign(p, metProduct('02A03'))))
  const gestopt = (Code: string) =>
    stuur('WMO307', (m) => m.Client.StopProducten.StopProduct.forEach((p) => Object.assign(p, metProduct(Code))))
  ketengoed('TR381', 'WMO307 zoals afgesproken', [begonnen], gestopt('02A03'), { contract })
  ketenmis('TR381', 'StopProduct', 'WMO307 met een code die niet is afgesproken', [begonnen], gestopt('02A99'), {
    contract,
    ook: ['TR382'],
  })
})
