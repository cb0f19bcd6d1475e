/** De vier gepubliceerde casussen en een declaratieketen, als stappen van een wisseling tussen gemeente en aanbieder. */
import type { Berichtwaarden } from '../iwmo-3-2/release.ts'
import { aangevraagd, gestart, gestopt, teWijzigen } from '../voorbeelden.testhulp.ts'
import { credit, declareer, regel, stuur, toewijzing, type Zending } from './oefening.testhulp.ts'
import type { Stap } from './keten.testhulp.ts'

type Toegewezen = Parameters<typeof toewijzing>[0]
type Persoon = { Bsn: string }
export const op = (dag: string, bsn: string) => (m: { Header: { BerichtIdentificatie: { Dagtekening: string } }; Client: Persoon }) => {
  m.Header.BerichtIdentificatie.Dagtekening = dag
  m.Client.Bsn = bsn
}
export const wijsToe = (dag: string, bsn: string, anders: Toegewezen): Zending =>
  stuur('WMO301', (m) => {
    op(dag, bsn)(m)
    m.Client.ToegewezenProducten.ToegewezenProduct = [toewijzing({ ...anders, Toewijzingsdatum: dag })]
  })
export const start = (dag: string, bsn: string, ...producten: Partial<ReturnType<typeof gestart>>[]): Zending =>
  stuur('WMO305', (m) => {
    op(dag, bsn)(m)
    m.Client.StartProducten.StartProduct = producten.map((p) => ({ ...gestart(), ...p }))
  })
export const stop = (dag: string, bsn: string, ...producten: Partial<ReturnType<typeof gestopt>>[]): Zending =>
  stuur('WMO307', (m) => {
    op(dag, bsn)(m)
    m.Client.StopProducten.StopProduct = producten.map((p) => ({ ...gestopt(), ...p }))
  })
const antwoord = (dag: string, Antwoord: Berichtwaarden['WMO319']['Antwoord']): Zending =>
  stuur('WMO319', (m) => {
    m.Header.BerichtIdentificatie.Dagtekening = dag
    m.Antwoord = Antwoord
  })
export const vanGemeente = (zending: Zending, na: readonly number[] = []): Stap => ({ van: 'gemeente', zending, na })
export const vanAanbieder = (zending: Zending, ...na: number[]): Stap => ({ van: 'aanbieder', zending, na })

const BSN_1 = '999900006'
const BSN_2 = '999996770'
const BSN_3 = '999996782'
const begeleiding = { Product: { Categorie: '02', Code: '02A03' } } as const
const dagbesteding = { Product: { Categorie: '07', Code: '07A12' } } as const

/** 1: verlengen door de einddatum te verschuiven. Het tweede 301 hoeft niet op het eerste te wachten. */
export const casus1 = (): Stap[] => {
  const product = { ToewijzingNummer: 667899, ...begeleiding }
  const eerst = {
    ...product,
    Ingangsdatum: '2023-01-01',
    Einddatum: '2023-06-30',
    Omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' },
  } as const
  return [
    vanGemeente(wijsToe('2023-01-01', BSN_1, eerst)),
    vanAanbieder(start('2023-01-09', BSN_1, { ...product, ToewijzingIngangsdatum: '2023-01-01', Begindatum: '2023-01-05' }), 0),
    vanGemeente(wijsToe('2023-05-10', BSN_1, { ...eerst, Einddatum: '2023-12-31', RedenWijziging: '04' })),
  ]
}
/** 2: tijdelijk gestopt, en dan definitief met dezelfde einddatum. */
export const casus2 = (): Stap[] => {
  const product = { ToewijzingNummer: 668877, ...dagbesteding, ToewijzingIngangsdatum: '2023-05-15', Begindatum: '2023-05-17' }
  return [
    vanGemeente(
      wijsToe('2023-05-09', BSN_2, {
        ToewijzingNummer: 668877,
        ...dagbesteding,
        Ingangsdatum: '2023-05-15',
        Einddatum: '2023-12-31',
        Omvang: { Volume: 6, Eenheid: '16', Frequentie: '2' },
      }),
    ),
    vanAanbieder(start('2023-05-18', BSN_2, product), 0),
    vanAanbieder(stop('2023-06-21', BSN_2, { ...product, RedenBeeindiging: '20', Einddatum: '2023-06-20' }), 1),
    vanAanbieder(stop('2023-07-05', BSN_2, { ...product, RedenBeeindiging: '23', Einddatum: '2023-06-20' }), 2),
  ]
}
/** 3: tijdelijk gestopt, en dan definitief met een latere einddatum. */
export const casus3 = (): Stap[] => {
  const product = {
    ToewijzingNummer: 12563,
    Product: { Categorie: '07', Code: '07A01' } as const,
    ToewijzingIngangsdatum: '2020-03-16',
    Begindatum: '2020-03-30',
  }
  return [
    vanGemeente(
      wijsToe('2020-03-10', BSN_3, {
        ToewijzingNummer: 12563,
        Product: product.Product,
        Ingangsdatum: '2020-03-16',
        Einddatum: '2023-12-31',
        Omvang: { Volume: 6, Eenheid: '16', Frequentie: '2' },
      }),
    ),
    vanAanbieder(start('2020-03-31', BSN_3, product), 0),
    vanAanbieder(stop('2023-06-08', BSN_3, { ...product, RedenBeeindiging: '20', Einddatum: '2023-06-07' }), 1),
    vanAanbieder(stop('2023-06-30', BSN_3, { ...product, RedenBeeindiging: '23', Einddatum: '2023-06-29' }), 2),
  ]
}
/** 4: een stop met de verkeerde reden, gecorrigeerd in één bericht. */
export const casus4 = (): Stap[] => {
  const product = { ToewijzingNummer: 667899, ...begeleiding, ToewijzingIngangsdatum: '2023-01-01', Begindatum: '2023-01-05' }
  const gestopt = { ...product, Einddatum: '2023-06-17' }
  return [
    vanGemeente(
      wijsToe('2023-01-01', BSN_1, { ToewijzingNummer: 667899, ...begeleiding, Ingangsdatum: '2023-01-01', Einddatum: '2023-06-30' }),
    ),
    vanAanbieder(start('2023-01-09', BSN_1, product), 0),
    vanAanbieder(stop('2023-06-19', BSN_1, { ...gestopt, RedenBeeindiging: '22' }), 1),
    vanAanbieder(
      stop('2023-06-21', BSN_1, { ...gestopt, RedenBeeindiging: '22', StatusAanlevering: '3' }, { ...gestopt, RedenBeeindiging: '19' }),
      2,
    ),
  ]
}
/** Een declaratie met één goede en één foute regel; na het antwoord een correctie met credit en debet. */
export const declaraties = (): Stap[] => {
  const [goed, fout] = [regel('R1'), regel('R2', { GeleverdVolume: 3, ProductCode: '02A09' })]
  const inFebruari = (m: Berichtwaarden['WMO323']) => {
    m.Header.BerichtIdentificatie.Dagtekening = '2026-03-02'
    m.Declaratie.DeclaratieDagtekening = '2026-03-02'
    m.Declaratie.DeclaratiePeriode = { Begindatum: '2026-02-01', Einddatum: '2026-02-28' }
  }
  const februari = regel('R3', { ProductPeriode: { Begindatum: '2026-02-01', Einddatum: '2026-02-28' } })
  return [
    vanGemeente(stuur('WMO301', (m) => (m.Client.ToegewezenProducten.ToegewezenProduct = [toewijzing()]))),
    vanAanbieder(declareer('D1', [goed, fout]), 0),
    vanAanbieder(declareer('D2', [regel('R4', { GeleverdVolume: 10 }), credit('C1', goed), februari], inFebruari), 1),
  ]
}

/** Een VOT die na onderzoek wordt toegewezen, en daarna een VOW die na onderzoek wordt afgewezen. Tot dan kan er geen tweede verzoek bij (TR374). */
export const verzoeken = (): Stap[] => {
  const loopt = { ToewijzingNummer: 700001, ...begeleiding, Ingangsdatum: '2027-01-01', Einddatum: '2031-12-31' } as const
  const erbij = { ToewijzingNummer: 700002, ...dagbesteding, Ingangsdatum: '2027-03-01', Einddatum: '2031-12-31' } as const
  const perWeek = { Omvang: { Volume: 4, Eenheid: '16', Frequentie: '2' } } as const
  const stempel = { Toewijzingsdatum: '2026-12-01' }
  const toewijzen = stuur('WMO301', (m) => {
    op('2027-02-20', BSN_1)(m)
    m.Client.ToegewezenProducten.ToegewezenProduct = [
      toewijzing({ ...loopt, ...stempel }),
      toewijzing({ ...erbij, ...perWeek, Toewijzingsdatum: '2027-02-20', ReferentieAanbieder: 'V-1' }),
    ]
  })
  const vot = stuur('WMO315', (m) => {
    op('2027-02-01', BSN_1)(m)
    m.Client.AangevraagdeProducten.AangevraagdProduct = [
      { ...aangevraagd('V-1'), ...dagbesteding, ToewijzingIngangsdatum: '2027-03-01', ToewijzingEinddatum: '2031-12-31', ...perWeek },
    ]
  })
  const vow = stuur('WMO317', (m) => {
    m.Header.BerichtIdentificatie.Dagtekening = '2027-04-01'
    m.Client.Bsn = BSN_1
    m.Client.Verzoek = {
      ReferentieAanbieder: 'W-1',
      RedenVerzoek: '1',
      OngewijzigdeProducten: { OngewijzigdProduct: [{ ToewijzingNummer: 700002 }] },
      TeWijzigenProducten: { TeWijzigenProduct: [{ ...teWijzigen(700001), GewensteIngangsdatum: '2027-05-01', Einddatum: '2031-12-31' }] },
    }
  })
  return [
    vanGemeente(wijsToe('2026-12-01', BSN_1, loopt)),
    vanAanbieder(vot, 0),
    vanGemeente(antwoord('2027-02-05', { ReferentieAanbieder: 'V-1', VerzoekAntwoord: '2' }), [1]),
    vanGemeente(toewijzen, [2]),
    vanAanbieder(vow, 3),
    vanGemeente(antwoord('2027-04-06', { ReferentieAanbieder: 'W-1', VerzoekAntwoord: '2' }), [4]),
    vanGemeente(antwoord('2027-04-20', { ReferentieAanbieder: 'W-1', VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '4' }), [5]),
  ]
}

/** Naam, stappen, en het oordeel dat elk bericht hoort te krijgen. */
export const ketens: [string, () => Stap[], string[]][] = [
  ['casus 1, verlengen', casus1, ['WMO301 geaccepteerd', 'WMO305 geaccepteerd', 'WMO301 geaccepteerd']],
  [
    'casus 2, tijdelijk en definitief op één dag',
    casus2,
    ['WMO301 geaccepteerd', 'WMO305 geaccepteerd', 'WMO307 geaccepteerd', 'WMO307 geaccepteerd'],
  ],
  [
    'casus 3, tijdelijk en later definitief',
    casus3,
    ['WMO301 geaccepteerd', 'WMO305 geaccepteerd', 'WMO307 geaccepteerd', 'WMO307 geaccepteerd'],
  ],
  ['casus 4, een stop corrigeren', casus4, ['WMO301 geaccepteerd', 'WMO305 geaccepteerd', 'WMO307 geaccepteerd', 'WMO307 geaccepteerd']],
  [
    'declareren en corrigeren',
    declaraties,
    ['WMO301 geaccepteerd', 'WMO323 deels 9340', 'WMO325 geaccepteerd', 'WMO323 geaccepteerd', 'WMO325 geaccepteerd'],
  ],
  [
    'verzoeken beantwoorden',
    verzoeken,
    [
      'WMO301 geaccepteerd',
      'WMO301 geaccepteerd',
      'WMO315 geaccepteerd',
      'WMO317 geaccepteerd',
      'WMO319 geaccepteerd',
      'WMO319 geaccepteerd',
      'WMO319 geaccepteerd',
    ],
  ],
]
