/** Een declaratie, regel voor regel: past het volume en het geld, en klopt het tarief? */
import { describe } from 'vitest'
import { april, bijHuishouden, budget, euro, februari, huishouden, maand, omvang } from './declaratie.testhulp.ts'
import type { Tarief } from './contract.ts'
import { credit, declareer, ketengoed, ketenmis, type Regel, regel, wijsToe } from './oefening.testhulp.ts'

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

describe('tarief en bedrag', () => {
  const uurtarief = (tarief: number, van = '2026-01-01', tot?: string) => ({
    eenheid: '04',
    tarief,
    van,
    ...(tot !== undefined && { tot }),
  })
  const contract = (...tarieven: Tarief[]) => [{ code: '02A01', categorie: '02', tarieven }]
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
  const tweeTarieven = { contract: contract(uurtarief(5000), uurtarief(6250)) }
  ketengoed('TR418', 'twee tarieven onder één code, elk goed', [wijsToe()], declareer('D1', [regel('R1')]), tweeTarieven)
  ketenmis(
    'TR418',
    'Prestatie',
    'geen van de twee tarieven',
    [wijsToe()],
    declareer('D1', [regel('R1', { ProductTarief: 6300 })]),
    tweeTarieven,
  )
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
  // Het ene product per minuut, het andere per uur, onder dezelfde code: in minuten past wat bij een van de twee hoort.
  const minuuttarief = { eenheid: '01', tarief: 110, van: '2026-01-01', afspraak: 'kort' }
  const gedeeld = { contract: contract({ ...uurtarief(6250), afspraak: 'lang' }, minuuttarief) }
  const bedrag = (Bedrag: number) => ({ IngediendBedrag: { Bedrag, DebetCredit: 'D' as const } })
  ketengoed('TR418', 'het uurtarief per minuut, naast een minuuttarief voor een ander product', [wijsToe()], minuten(), gedeeld)
  ketengoed('TR346', 'het uurtarief in minuten, naast een minuuttarief voor een ander product', [wijsToe()], minuten(), gedeeld)
  ketengoed('TR418', 'het minuuttarief van het andere product', [wijsToe()], minuten({ ProductTarief: 110, ...bedrag(10_450) }), gedeeld)
  ketengoed('TR346', 'het minuuttarief van het andere product', [wijsToe()], minuten({ ProductTarief: 110, ...bedrag(10_450) }), gedeeld)
  ketenmis('TR418', 'Prestatie', 'geen van beide tarieven', [wijsToe()], minuten({ ProductTarief: 105 }), gedeeld)
  ketenmis('TR346', 'Prestatie', 'het afgeronde uurtarief, dat geen minuuttarief is', [wijsToe()], minuten(bedrag(9880)), gedeeld)
  ketenmis('TR346', 'Prestatie', 'het minuuttarief met het bedrag van het uurtarief', [wijsToe()], minuten({ ProductTarief: 110 }), gedeeld)
  ketenmis('TR346', 'Prestatie', 'het uurtarief met het bedrag van het minuuttarief', [wijsToe()], minuten(bedrag(10_450)), gedeeld)
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
