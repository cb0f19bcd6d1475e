/** Een declaratie, regel voor regel tegen toewijzing, eerdere declaraties en contract. */
import { describe } from 'vitest'
import type { Berichtwaarden } from '../iwmo-3-2/release.ts'
import { ANDER_BSN } from '../voorbeelden.testhulp.ts'
import { credit, declareer, ketengoed, ketenmis, type Regel, regel, wijsToe, type Zending } from './oefening.testhulp.ts'

const maand = (nummer: string, laatste: number, maand: string): Partial<Regel> & { ProductReferentie: Regel['ProductReferentie'] } => ({
  ProductReferentie: { ReferentieNummer: nummer },
  ProductPeriode: { Begindatum: `2026-${maand}-01`, Einddatum: `2026-${maand}-${laatste}` },
})
/** Een declaratie over een andere maand; dagtekeningen schuiven mee. */
const over = (periode: { Begindatum: string; Einddatum: string }, dagtekening: string) => (m: Berichtwaarden['WMO323']) => {
  m.Header.BerichtIdentificatie.Dagtekening = dagtekening
  m.Declaratie.DeclaratieDagtekening = dagtekening
  m.Declaratie.DeclaratiePeriode = periode
}
const februari = over({ Begindatum: '2026-02-01', Einddatum: '2026-02-28' }, '2026-03-02')
const maart = over({ Begindatum: '2026-03-01', Einddatum: '2026-03-31' }, '2026-04-02')
const april = { systeemdatum: '2026-04-10' }
const voorAnder = (zending: Zending): Zending => {
  if ('Client' in zending.waarde) zending.waarde.Client.Bsn = ANDER_BSN
  return zending
}
const budget = { Product: { Categorie: '02' }, Omvang: undefined, Budget: 500_000 } as const
const omvang = (Volume: number, Eenheid: Regel['Eenheid'], Frequentie: '1' | '2' | '4' | '6') => ({
  Omvang: { Volume, Eenheid, Frequentie },
})
const euro = (GeleverdVolume: number) =>
  ({ GeleverdVolume, Eenheid: '83', ProductTarief: undefined, IngediendBedrag: { Bedrag: GeleverdVolume, DebetCredit: 'D' } }) as const
const huishouden = { Product: { Categorie: '01', Code: '01A01' } } as const
const bijHuishouden = { ProductCategorie: '01', ProductCode: '01A01' } as const

describe('cliënt, nummers en perioden', () => {
  ketengoed('TR304', 'met een toewijzing', [wijsToe()], declareer('D1', [regel('R1')]))
  ketenmis(
    'TR304',
    'Client',
    'zonder toewijzing',
    [wijsToe()],
    declareer(
      'D1',
      [regel('R1')],
      (m) => (m.Declaratie.Clienten.Client[0] = { ...m.Declaratie.Clienten.Client[0], Bsn: ANDER_BSN } as never),
    ),
  )
  ketengoed(
    'TR314',
    'een eigen nummer',
    [wijsToe(), declareer('D1', [regel('R1')])],
    declareer('D2', [regel('R2', { ...maand('R2', 28, '02') })], februari),
    april,
  )
  ketenmis(
    'TR314',
    'Prestatie',
    'een nummer van een eerdere declaratie',
    [wijsToe(), declareer('D1', [regel('R1')])],
    declareer('D2', [regel('R1', { ...maand('R1', 28, '02') })], februari),
    april,
  )
  ketenmis(
    'TR314',
    'Prestatie',
    'hetzelfde nummer bij twee cliënten',
    [wijsToe(), voorAnder(wijsToe({ ToewijzingNummer: 2 }))],
    declareer('D1', [regel('R1')], (m) => {
      m.Declaratie.Clienten.Client.push({ Bsn: ANDER_BSN, Prestaties: { Prestatie: [regel('R1', { ToewijzingNummer: 2 })] } })
    }),
  )
  ketengoed(
    'TR318',
    'de maand erna',
    [wijsToe(), declareer('D1', [regel('R1')])],
    declareer('D2', [regel('R2', maand('R2', 28, '02'))], februari),
    april,
  )
  ketengoed(
    'TR318',
    'dezelfde maand nog eens',
    [wijsToe(), declareer('D1', [regel('R1', { GeleverdVolume: 4 })])],
    declareer('D2', [
      regel('R2', { ProductCode: '02A01', ToewijzingNummer: 1, ProductPeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-31' } }),
    ]),
  )
  ketengoed(
    'TR318',
    'een maand overgeslagen',
    [wijsToe(), declareer('D1', [regel('R1')])],
    declareer('D2', [regel('R2', maand('R2', 31, '03'))], maart),
    april,
  )
  ketenmis(
    'TR318',
    'DeclaratieAntwoord',
    'terug voor de laatst ingediende maand',
    [wijsToe(), declareer('D1', [regel('R1', maand('R1', 28, '02'))], februari)],
    declareer('D2', [regel('R2')]),
    april,
  )
  ketengoed('TR319', 'een eerdere periode', [wijsToe()], declareer('D1', [regel('R1')], februari), april)
  ketenmis(
    'TR319',
    'Prestatie',
    'een latere periode',
    [wijsToe()],
    declareer('D1', [regel('R1', maand('R1', 28, '02'))], (m) => {
      februari(m)
      m.Declaratie.DeclaratiePeriode = { Begindatum: '2026-01-01', Einddatum: '2026-01-31' }
    }),
    april,
  )
  ketengoed(
    'TR333',
    'een eigen nummer',
    [wijsToe(), declareer('D1', [regel('R1')])],
    declareer('D2', [regel('R2', maand('R2', 28, '02'))], februari),
    april,
  )
  ketenmis(
    'TR333',
    'DeclaratieAntwoord',
    'een nummer dat er al was',
    [wijsToe(), declareer('D1', [regel('R1')])],
    declareer('D1', [regel('R2', maand('R2', 28, '02'))], februari),
    april,
  )
})

describe('tegen de toewijzing', () => {
  ketengoed('TR338', 'een toewijzing van deze cliënt', [wijsToe()], declareer('D1', [regel('R1')]))
  ketenmis('TR338', 'Prestatie', 'een onbekend nummer', [wijsToe()], declareer('D1', [regel('R1', { ToewijzingNummer: 77 })]))
  ketengoed('TR339', 'zelfde categorie', [wijsToe(budget)], declareer('D1', [regel('R1')]))
  ketenmis('TR339', 'Prestatie', 'andere categorie', [wijsToe(budget)], declareer('D1', [regel('R1', { ProductCategorie: '03' })]))
  ketengoed(
    'TR339',
    'generiek: elke categorie',
    [wijsToe({ ...budget, Product: undefined })],
    declareer('D1', [regel('R1', { ProductCategorie: '03' })]),
  )
  ketengoed('TR340', 'zelfde code', [wijsToe()], declareer('D1', [regel('R1')]))
  ketenmis('TR340', 'Prestatie', 'andere code', [wijsToe()], declareer('D1', [regel('R1', { ProductCode: '02A09' })]))
  ketengoed('TR340', 'alleen een categorie: elke code', [wijsToe(budget)], declareer('D1', [regel('R1', { ProductCode: '02A09' })]))
  ketengoed('TR341', 'uren in uren', [wijsToe()], declareer('D1', [regel('R1')]))
  ketengoed(
    'TR341',
    'uren in minuten',
    [wijsToe()],
    declareer('D1', [regel('R1', { Eenheid: '01', GeleverdVolume: 720, ProductTarief: 104 })]),
  )
  ketenmis('TR341', 'Prestatie', 'uren in dagdelen', [wijsToe()], declareer('D1', [regel('R1', { Eenheid: '16' })]))
  ketenmis('TR341', 'Prestatie', 'minuten in uren', [wijsToe(omvang(180, '01', '2'))], declareer('D1', [regel('R1')]))
  const inUren = [{ code: '02A01', categorie: '02', tarieven: [{ eenheid: '04', tarief: 6250, van: '2026-01-01' }] }]
  ketengoed('TR341', 'zonder omvang in de eenheid van het contract', [wijsToe(budget)], declareer('D1', [regel('R1')]), {
    contract: inUren,
  })
  ketenmis(
    'TR341',
    'Prestatie',
    'zonder omvang in een andere eenheid dan het contract',
    [wijsToe(budget)],
    declareer('D1', [regel('R1', { Eenheid: '16' })]),
    { contract: inUren, ook: ['TR418'] },
  )
  const aprilTotJuni = { Ingangsdatum: '2025-04-08', Einddatum: '2025-06-17', Toewijzingsdatum: '2025-04-01' }
  const periode = (Begindatum: string, Einddatum: string) =>
    declareer('D1', [regel('R1', { GeleverdVolume: 3, ProductPeriode: { Begindatum, Einddatum } })])
  ketengoed('TR307', 'vanaf de ingangsdatum', [wijsToe(aprilTotJuni)], periode('2025-04-08', '2025-04-30'))
  ketenmis('TR307', 'Prestatie', 'voor de ingangsdatum', [wijsToe(aprilTotJuni)], periode('2025-04-01', '2025-04-30'), { ook: ['TR387'] })
  ketenmis('TR307', 'Prestatie', 'de maand ervoor', [wijsToe(aprilTotJuni)], periode('2025-03-01', '2025-03-31'))
  ketengoed('TR308', 'tot en met de einddatum', [wijsToe(aprilTotJuni)], periode('2025-06-01', '2025-06-17'))
  ketenmis('TR308', 'Prestatie', 'na de einddatum', [wijsToe(aprilTotJuni)], periode('2025-06-01', '2025-06-30'), { ook: ['TR388'] })
  ketenmis('TR308', 'Prestatie', 'de maand erna', [wijsToe(aprilTotJuni)], periode('2025-07-01', '2025-07-31'))
  ketengoed('TR387', 'op de eerste van een volle maand', [wijsToe(aprilTotJuni)], periode('2025-05-01', '2025-05-31'))
  ketenmis('TR387', 'Prestatie', 'na de ingangsdatum', [wijsToe(aprilTotJuni)], periode('2025-04-10', '2025-04-30'))
  ketenmis('TR387', 'Prestatie', 'op de tweede', [wijsToe(aprilTotJuni)], periode('2025-05-02', '2025-05-31'))
  ketengoed('TR388', 'op de laatste van een volle maand', [wijsToe(aprilTotJuni)], periode('2025-05-01', '2025-05-31'))
  ketenmis('TR388', 'Prestatie', 'een dag te vroeg', [wijsToe(aprilTotJuni)], periode('2025-05-01', '2025-05-30'))
  ketengoed('TR384', 'de toewijzing loopt', [wijsToe()], declareer('D1', [regel('R1')]))
  const verwijderd = { Einddatum: '2026-01-01', RedenWijziging: '13' } as const
  ketenmis(
    'TR384',
    'Prestatie',
    'de toewijzing is verwijderd',
    [wijsToe(verwijderd)],
    declareer('D1', [regel('R1', { GeleverdVolume: 3, ProductPeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-01' } })]),
  )
})

describe('TR321 volume in één periode', () => {
  // Toewijzing 2025-10-07 tot en met 2025-12-30, drie uur per week: november raakt vijf weken.
  const najaar = { Ingangsdatum: '2025-10-07', Einddatum: '2025-12-30', Toewijzingsdatum: '2025-10-01' }
  const november = (anders: Partial<Regel>) =>
    declareer('D1', [regel('R1', { ProductPeriode: { Begindatum: '2025-11-01', Einddatum: '2025-11-30' }, ...anders })])
  ketengoed('TR321', 'vijf weken van drie uur', [wijsToe(najaar)], november({ GeleverdVolume: 15 }))
  ketenmis('TR321', 'Prestatie', 'een uur meer', [wijsToe(najaar)], november({ GeleverdVolume: 16 }))
  ketengoed('TR321', 'in minuten', [wijsToe(najaar)], november({ Eenheid: '01', GeleverdVolume: 900, ProductTarief: 104 }))
  ketenmis('TR321', 'Prestatie', 'een minuut meer', [wijsToe(najaar)], november({ Eenheid: '01', GeleverdVolume: 901, ProductTarief: 104 }))
  ketengoed('TR321', 'categorie 01: zes weken', [wijsToe({ ...najaar, ...huishouden })], november({ ...bijHuishouden, GeleverdVolume: 18 }))
  ketenmis(
    'TR321',
    'Prestatie',
    'categorie 01: meer dan zes weken',
    [wijsToe({ ...najaar, ...huishouden })],
    november({ ...bijHuishouden, GeleverdVolume: 19 }),
  )
  ketengoed('TR321', 'output: vijf zondagen', [wijsToe({ ...najaar, ...omvang(30_000, '83', '2') })], november(euro(150_000)))
  ketenmis(
    'TR321',
    'Prestatie',
    'output: meer dan vijf zondagen',
    [wijsToe({ ...najaar, ...omvang(30_000, '83', '2') })],
    november(euro(150_001)),
  )
  ketengoed(
    'TR321',
    'output in categorie 01: zes weken',
    [wijsToe({ ...najaar, ...huishouden, ...omvang(30_000, '83', '2') })],
    november({ ...bijHuishouden, ...euro(180_000) }),
  )
  ketenmis(
    'TR321',
    'Prestatie',
    'output in categorie 01: zondagen, naar keuze',
    [wijsToe({ ...najaar, ...huishouden, ...omvang(30_000, '83', '2') })],
    november({ ...bijHuishouden, ...euro(180_000) }),
    { keuzes: { categorie01Output: 'zondagen' } },
  )
  ketengoed(
    'TR321',
    'per maand: één keer het volume, ook in een gebroken maand',
    [wijsToe({ ...najaar, ...omvang(15, '04', '4') })],
    declareer('D1', [regel('R1', { GeleverdVolume: 15, ProductPeriode: { Begindatum: '2025-10-07', Einddatum: '2025-10-31' } })]),
  )
  ketenmis('TR321', 'Prestatie', 'per maand: meer', [wijsToe({ ...najaar, ...omvang(15, '04', '4') })], november({ GeleverdVolume: 16 }))
  ketengoed('TR321', 'per dag: dertig dagen', [wijsToe({ ...najaar, ...omvang(1, '04', '1') })], november({ GeleverdVolume: 30 }))
  ketenmis('TR321', 'Prestatie', 'per dag: meer', [wijsToe({ ...najaar, ...omvang(1, '04', '1') })], november({ GeleverdVolume: 31 }))
  ketengoed(
    'TR321',
    'per dag: zonder grens, naar keuze',
    [wijsToe({ ...najaar, ...omvang(1, '04', '1') })],
    november({ GeleverdVolume: 31 }),
    { keuzes: { dagEnMaand: 'niet_begrenzen' } },
  )
  ketengoed('TR321', 'totaal: alles in één maand', [wijsToe({ ...najaar, ...omvang(80, '04', '6') })], november({ GeleverdVolume: 80 }))
  ketenmis('TR321', 'Prestatie', 'totaal: meer', [wijsToe({ ...najaar, ...omvang(80, '04', '6') })], november({ GeleverdVolume: 81 }), {
    ook: ['TR322'],
  })
})

describe('TR322 volume over de hele toewijzing', () => {
  const najaar = { Ingangsdatum: '2025-10-07', Einddatum: '2025-12-30', Toewijzingsdatum: '2025-10-01' }
  const drie = (oktober: number, november: number, december: number) =>
    declareer('D1', [
      regel('R1', { GeleverdVolume: oktober, ProductPeriode: { Begindatum: '2025-10-07', Einddatum: '2025-10-31' } }),
      regel('R2', { GeleverdVolume: november, ProductPeriode: { Begindatum: '2025-11-01', Einddatum: '2025-11-30' } }),
      regel('R3', { GeleverdVolume: december, ProductPeriode: { Begindatum: '2025-12-01', Einddatum: '2025-12-30' } }),
    ])
  ketengoed('TR322', 'dertien weken van drie uur', [wijsToe(najaar)], drie(12, 15, 12))
  ketenmis('TR322', 'Prestatie', 'een uur meer op de laatste regel', [wijsToe(najaar)], drie(12, 15, 13))
  const december = declareer('D2', [
    regel('R9', { GeleverdVolume: 12, ProductPeriode: { Begindatum: '2025-12-01', Einddatum: '2025-12-30' } }),
  ])
  const eerder = (oktober: number, november: number) =>
    declareer('D1', [
      regel('R1', { GeleverdVolume: oktober, ProductPeriode: { Begindatum: '2025-10-07', Einddatum: '2025-10-31' } }),
      regel('R2', { GeleverdVolume: november, ProductPeriode: { Begindatum: '2025-11-01', Einddatum: '2025-11-30' } }),
    ])
  ketengoed('TR322', 'samen met een eerdere declaratie', [wijsToe(najaar), eerder(12, 15)], december)
  ketenmis(
    'TR322',
    'Prestatie',
    'samen met een eerdere declaratie te veel',
    [wijsToe({ ...najaar, ...omvang(38, '04', '6') }), eerder(12, 15)],
    december,
  )
  ketengoed(
    'TR322',
    'een credit maakt eerst ruimte',
    [wijsToe({ ...najaar, ...omvang(38, '04', '6') }), eerder(12, 15)],
    declareer('D2', [
      regel('R9', { GeleverdVolume: 12, ProductPeriode: { Begindatum: '2025-12-01', Einddatum: '2025-12-30' } }),
      credit('C1', regel('R1', { GeleverdVolume: 12, ProductPeriode: { Begindatum: '2025-10-07', Einddatum: '2025-10-31' } })),
    ]),
  )
  ketengoed(
    'TR322',
    'per maand zonder einddatum is er geen grens',
    [wijsToe({ ...omvang(12, '04', '4'), Einddatum: undefined })],
    declareer('D1', [regel('R1')]),
  )
})

describe('TR369 budget', () => {
  const klein = { ...budget, Budget: 150_000 }
  const tweede = (volume: number) => declareer('D2', [regel('R2', { ...maand('R2', 28, '02'), GeleverdVolume: volume })], februari)
  ketengoed('TR369', 'precies op', [wijsToe(klein), declareer('D1', [regel('R1')])], tweede(12), april)
  ketenmis(
    'TR369',
    'Prestatie',
    'een cent te veel',
    [wijsToe({ ...klein, Budget: 149_999 }), declareer('D1', [regel('R1')])],
    tweede(12),
    april,
  )
  ketengoed(
    'TR369',
    'past weer na een credit',
    [wijsToe({ ...klein, Budget: 149_999 }), declareer('D1', [regel('R1')])],
    declareer('D2', [regel('R2', maand('R2', 28, '02')), credit('C1', regel('R1'))], februari),
    april,
  )
  ketengoed('TR369', 'volumes optellen, naar keuze', [wijsToe({ ...budget, Budget: 12 })], declareer('D1', [regel('R1')]), {
    keuzes: { budgetTelt: 'volume' },
  })
  ketenmis('TR369', 'Prestatie', 'volumes optellen, naar keuze', [wijsToe({ ...budget, Budget: 11 })], declareer('D1', [regel('R1')]), {
    keuzes: { budgetTelt: 'volume' },
  })
})

describe('credit en debet', () => {
  const eerst = [wijsToe(), declareer('D1', [regel('R1')])]
  const deze = (...regels: Regel[]) => declareer('D2', regels, februari)
  ketengoed('TR323', 'gelijk aan de toegekende regel', eerst, deze(credit('C1', regel('R1'))), april)
  ketenmis('TR323', 'Prestatie', 'van een onbekende regel', eerst, deze(credit('C1', regel('R9'))), april)
  ketenmis('TR323', 'Prestatie', 'met een ander volume', eerst, deze(credit('C1', regel('R1', { GeleverdVolume: 11 }))), april)
  ketenmis(
    'TR323',
    'Prestatie',
    'van een creditregel',
    [...eerst, deze(credit('C1', regel('R1')))],
    declareer('D3', [credit('C2', regel('C1'))], februari),
    april,
  )
  ketengoed('TR390', 'de eerste credit', eerst, deze(credit('C1', regel('R1'))), april)
  ketenmis(
    'TR390',
    'Prestatie',
    'een tweede credit op dezelfde regel',
    [...eerst, deze(credit('C1', regel('R1')))],
    declareer('D3', [credit('C2', regel('R1'))], februari),
    april,
  )
  ketengoed(
    'TR389',
    'credit en nieuw debet in één bericht, debet voorop',
    eerst,
    deze(regel('R4', { GeleverdVolume: 10 }), credit('C1', regel('R1'))),
    april,
  )
  ketengoed('TR389', 'een andere periode', eerst, deze(regel('R4', maand('R4', 28, '02'))), april)
  ketenmis('TR389', 'Prestatie', 'hetzelfde nog eens zonder credit', eerst, deze(regel('R4', { GeleverdVolume: 3 })), april)
  ketengoed(
    'TR389',
    'na een credit in een eerder bericht',
    [...eerst, deze(credit('C1', regel('R1')))],
    declareer('D3', [regel('R4')], februari),
    april,
  )
  ketenmis(
    'TR389',
    'Prestatie',
    'de credit ernaast wordt afgewezen',
    eerst,
    deze(regel('R4', { GeleverdVolume: 3 }), credit('C1', regel('R1', { GeleverdVolume: 11 }))),
    { ...april, ook: ['TR323'] },
  )
})

describe('tarief en bedrag', () => {
  const uurtarief = (tarief: number, van = '2026-01-01', tot?: string) => ({ eenheid: '04', tarief, van, tot })
  const contract = (...tarieven: { eenheid: string; tarief: number; van: string; tot?: string }[]) => [
    { code: '02A01', categorie: '02', tarieven },
  ]
  const minuten = (anders: Partial<Regel> = {}) =>
    declareer('D1', [
      regel('R1', {
        Eenheid: '01',
        GeleverdVolume: 95,
        ProductTarief: 104,
        IngediendBedrag: { Bedrag: 9896, DebetCredit: 'D' },
        ...anders,
      }),
    ])
  const metContract = { contract: contract(uurtarief(6250)) }
  ketengoed('TR381', 'code bij de categorie', [wijsToe()], declareer('D1', [regel('R1')]), metContract)
  ketenmis(
    'TR381',
    'Prestatie',
    'code onder een andere categorie',
    [wijsToe()],
    declareer('D1', [regel('R1', { ProductCategorie: '07' })]),
    { ...metContract, ook: ['TR339'] },
  )
  ketengoed('TR418', 'het afgesproken uurtarief', [wijsToe()], declareer('D1', [regel('R1')]), metContract)
  ketengoed('TR418', 'het uurtarief per minuut, afgerond', [wijsToe()], minuten(), metContract)
  ketenmis('TR418', 'Prestatie', 'een ander tarief', [wijsToe()], declareer('D1', [regel('R1', { ProductTarief: 6300 })]), metContract)
  ketenmis('TR418', 'Prestatie', 'een ander tarief per minuut', [wijsToe()], minuten({ ProductTarief: 105 }), metContract)
  ketengoed('TR418', 'geen contract bekend', [wijsToe()], declareer('D1', [regel('R1', { ProductTarief: 6300 })]))
  ketenmis('TR418', 'Prestatie', 'geen contract bekend, als dat niet mag', [wijsToe()], declareer('D1', [regel('R1')]), {
    keuzes: { zonderContract: 'afkeuren' },
    ook: ['TR381'],
  })
  const halverwege = { contract: contract(uurtarief(6250, '2025-01-01', '2026-01-15'), uurtarief(6500, '2026-01-16')) }
  ketengoed('TR418', 'het tarief van de eerste dag van de periode', [wijsToe()], declareer('D1', [regel('R1')]), halverwege)
  ketenmis(
    'TR418',
    'Prestatie',
    'het tarief van de eerste dag, terwijl de laatste dag gekozen is',
    [wijsToe()],
    declareer('D1', [regel('R1')]),
    { ...halverwege, keuzes: { tariefOp: 'eind' } },
  )
  ketengoed('TR346', 'volume maal tarief', [wijsToe()], declareer('D1', [regel('R1')]), metContract)
  ketenmis(
    'TR346',
    'Prestatie',
    'een cent ernaast',
    [wijsToe()],
    declareer('D1', [regel('R1', { IngediendBedrag: { Bedrag: 75_001, DebetCredit: 'D' } })]),
    metContract,
  )
  ketengoed('TR346', 'minuten tegen het onafgeronde uurtarief', [wijsToe()], minuten(), metContract)
  ketenmis(
    'TR346',
    'Prestatie',
    'minuten tegen het afgeronde tarief',
    [wijsToe()],
    minuten({ IngediendBedrag: { Bedrag: 9880, DebetCredit: 'D' } }),
    metContract,
  )
  ketengoed(
    'TR346',
    'een eigen tarief per minuut in het contract gaat voor',
    [wijsToe()],
    minuten({ IngediendBedrag: { Bedrag: 9880, DebetCredit: 'D' } }),
    { contract: contract(uurtarief(6250), { eenheid: '01', tarief: 104, van: '2026-01-01' }) },
  )
  ketengoed('TR346', 'zonder contract past een uurtarief dat afgerond klopt', [wijsToe()], minuten())
  ketenmis(
    'TR346',
    'Prestatie',
    'zonder contract past geen enkel uurtarief',
    [wijsToe()],
    minuten({ IngediendBedrag: { Bedrag: 9990, DebetCredit: 'D' } }),
  )
  ketengoed(
    'TR346',
    "euro's hebben geen tarief",
    [wijsToe(omvang(80_000, '83', '6'))],
    declareer('D1', [regel('R1', euro(80_000))]),
    metContract,
  )
})
