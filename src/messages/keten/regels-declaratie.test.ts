/** Een declaratie, regel voor regel: cliënt, nummers, perioden, toewijzing, credit en debet. */
import { describe } from 'vitest'
import { ANDER_BSN } from '../voorbeelden.testhulp.ts'
import { april, budget, februari, maand, maart, omvang, voorAnder } from './declaratie.testhulp.ts'
import { credit, declareer, ketengoed, ketenmis, type Regel, regel, wijsToe } from './oefening.testhulp.ts'

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
