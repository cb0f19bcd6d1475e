/** De aanbieder krijgt een toewijzing of een antwoord: tegen wat hij al heeft en zelf vroeg. */
import { describe } from 'vitest'
import { ANDER_BSN, aangevraagd } from '../voorbeelden.testhulp.ts'
import { declareer, ketengoed as goed, ketenmis as mis, type Omgeving, regel, stuur, wijsToe, type Zending } from './oefening.testhulp.ts'
import type { KetenregelId } from '../iwmo-3-2/keten/regels.ts'

const aanbieder: Omgeving = { rol: 'aanbieder' }
const ketengoed = (id: KetenregelId, tekst: string, eerder: Zending[], zending: Zending, om: Omgeving = {}) =>
  goed(id, tekst, eerder, zending, { ...aanbieder, ...om })
const ketenmis = (
  id: KetenregelId,
  klasse: string,
  tekst: string,
  eerder: Zending[],
  zending: Zending,
  om: Parameters<typeof mis>[5] = {},
) => mis(id, klasse, tekst, eerder, zending, { ...aanbieder, ...om })

const totaal = (Volume: number) => ({ Omvang: { Volume, Eenheid: '04', Frequentie: '6' } }) as const
const week = (Volume: number) => ({ Omvang: { Volume, Eenheid: '04', Frequentie: '2' } }) as const
const voorAnder = (zending: Zending): Zending => {
  if ('Client' in zending.waarde) zending.waarde.Client.Bsn = ANDER_BSN
  return zending
}
const vot = (...referenties: string[]): Zending =>
  stuur(
    'WMO315',
    (m) =>
      (m.Client.AangevraagdeProducten.AangevraagdProduct = referenties.map((r, i) => ({
        ...aangevraagd(r),
        Product: { Categorie: '02', Code: `02A0${i + 1}` },
      }))),
  )
const vow = (): Zending => stuur('WMO317')
const antwoord = (ReferentieAanbieder: string, VerzoekAntwoord: '1' | '2'): Zending =>
  stuur(
    'WMO319',
    (m) =>
      (m.Antwoord = { ReferentieAanbieder, VerzoekAntwoord, ...(VerzoekAntwoord === '1' ? { RedenAfwijzingVerzoek: '2' as const } : {}) }),
  )

describe('TR332 een nummer is één toewijzing', () => {
  const later = { Toewijzingsdatum: '2026-02-09' }
  ketengoed('TR332', 'een nieuw nummer', [wijsToe()], wijsToe({ ToewijzingNummer: 2 }))
  ketengoed('TR332', 'ongewijzigd opnieuw', [wijsToe()], wijsToe())
  ketengoed('TR332', 'een andere einddatum', [wijsToe()], wijsToe({ ...later, Einddatum: '2026-06-30', RedenWijziging: '05' }))
  ketengoed('TR332', 'een ander totaalvolume', [wijsToe(totaal(80))], wijsToe({ ...later, ...totaal(100) }))
  ketengoed(
    'TR332',
    'een ander budget',
    [wijsToe({ Product: { Categorie: '02' }, Omvang: undefined, Budget: 500_000 })],
    wijsToe({ ...later, Product: { Categorie: '02' }, Omvang: undefined, Budget: 600_000 }),
  )
  ketenmis('TR332', 'ToegewezenProduct', 'een ander volume per week', [wijsToe()], wijsToe({ ...later, ...week(5) }))
  ketengoed('TR332', 'een ander volume per week, als alleen cliënt en product tellen', [wijsToe()], wijsToe({ ...later, ...week(5) }), {
    keuzes: { hergebruikNummer: 'zelfde_client_en_product' },
  })
  ketenmis('TR332', 'ToegewezenProduct', 'een andere cliënt', [wijsToe()], voorAnder(wijsToe()))
  ketenmis('TR332', 'ToegewezenProduct', 'een ander product', [wijsToe()], wijsToe({ Product: { Categorie: '02', Code: '02A09' } }))
  ketenmis('TR332', 'ToegewezenProduct', 'een andere cliënt, ook als alleen cliënt en product tellen', [wijsToe()], voorAnder(wijsToe()), {
    keuzes: { hergebruikNummer: 'zelfde_client_en_product' },
  })
})

describe('TR379 ReferentieAanbieder', () => {
  ketengoed('TR379', 'leeg', [], wijsToe())
  ketengoed('TR379', 'van een open VOT', [vot('V-1')], wijsToe({ ReferentieAanbieder: 'V-1' }))
  ketengoed('TR379', 'van een VOT in onderzoek', [vot('V-1'), antwoord('V-1', '2')], wijsToe({ ReferentieAanbieder: 'V-1' }))
  ketengoed(
    'TR379',
    'van een VOW, op elk product',
    [wijsToe(), vow()],
    wijsToe(
      { ReferentieAanbieder: 'V-2' },
      { ToewijzingNummer: 2, ReferentieAanbieder: 'V-2', Product: { Categorie: '03', Code: '03A01' } },
    ),
  )
  ketenmis('TR379', 'ToegewezenProduct', 'nooit gevraagd', [], wijsToe({ ReferentieAanbieder: 'V-1' }))
  ketenmis('TR379', 'ToegewezenProduct', 'gevraagd voor een ander', [vot('V-1')], voorAnder(wijsToe({ ReferentieAanbieder: 'V-1' })))
  ketenmis(
    'TR379',
    'ToegewezenProduct',
    'al toegewezen',
    [vot('V-1'), wijsToe({ ReferentieAanbieder: 'V-1' })],
    wijsToe({ ReferentieAanbieder: 'V-1' }),
  )
  ketenmis('TR379', 'ToegewezenProduct', 'al afgewezen', [vot('V-1'), antwoord('V-1', '1')], wijsToe({ ReferentieAanbieder: 'V-1' }))
})

describe('TR385 verwijderen na declaratie', () => {
  const verwijder = wijsToe({ Toewijzingsdatum: '2026-02-09', Einddatum: '2026-01-01', RedenWijziging: '13' })
  const toegekend = stuur('WMO325', (m) => {
    m.Header.DeclaratieIdentificatie.Identificatie = 'D1'
    m.DeclaratieAntwoord = {
      DeclaratieNummer: 'D1',
      TotaalIngediendBedrag: { TotaalBedrag: 75_000, DebetCredit: 'D' },
      TotaalToegekendBedrag: { TotaalBedrag: 75_000, DebetCredit: 'D' },
      RetourCodes: { RetourCode: ['8001'] },
    }
  })
  const declaratie = declareer('D1', [regel('R1')], (m) => (m.Header.BerichtIdentificatie.Identificatie = 'D1'))
  ketengoed('TR385', 'zonder declaratie', [wijsToe()], verwijder)
  ketengoed('TR385', 'er is gedeclareerd, maar nog niets toegekend', [wijsToe(), declaratie], verwijder)
  ketengoed(
    'TR385',
    'verkorten mag wel',
    [wijsToe(), declaratie, toegekend],
    wijsToe({ Toewijzingsdatum: '2026-02-09', Einddatum: '2026-01-31', RedenWijziging: '05' }),
  )
  ketenmis('TR385', 'ToegewezenProduct', 'er is een regel toegekend', [wijsToe(), declaratie, toegekend], verwijder)
})

describe('TR381 code en categorie', () => {
  const contract = [{ code: '02A01', categorie: '02', tarieven: [] }]
  ketengoed('TR381', 'zoals afgesproken', [], wijsToe(), { contract })
  ketengoed('TR381', 'alleen een categorie', [], wijsToe({ Product: { Categorie: '03' }, Omvang: undefined }), { contract })
  ketengoed('TR381', 'geen contract bekend', [], wijsToe())
  ketenmis('TR381', 'ToegewezenProduct', 'geen contract bekend, als dat niet mag', [], wijsToe(), {
    keuzes: { zonderContract: 'afkeuren' },
  })
  ketenmis('TR381', 'ToegewezenProduct', 'onder een andere categorie', [], wijsToe({ Product: { Categorie: '07', Code: '02A01' } }), {
    contract,
  })
  ketenmis('TR381', 'ToegewezenProduct', 'een code die niet is afgesproken', [], wijsToe({ Product: { Categorie: '02', Code: '02A99' } }), {
    contract,
  })
  const ander = [{ code: '02A01', categorie: '07', tarieven: [] }]
  const gemeente: Omgeving = { rol: 'gemeente', contract: ander }
  ketenmis('TR381', 'StartProduct', 'onder een andere categorie', [wijsToe()], stuur('WMO305'), gemeente)
  ketenmis('TR381', 'AangevraagdProduct', 'onder een andere categorie', [], stuur('WMO315'), gemeente)
  ketengoed(
    'TR381',
    'weghalen kijkt niet naar het product',
    [wijsToe()],
    stuur('WMO305', (m) => m.Client.StartProducten.StartProduct.forEach((p) => (p.StatusAanlevering = '3'))),
    gemeente,
  )
})

describe('antwoord op een verzoek', () => {
  ketengoed('TR355', 'op een VOT', [vot('V-1')], antwoord('V-1', '1'))
  ketengoed('TR355', 'op een VOW', [vow()], antwoord('V-2', '1'))
  ketenmis('TR355', 'Antwoord', 'op iets dat nooit gevraagd is', [vot('V-1')], antwoord('V-9', '1'))
  ketengoed('TR359', 'er is nog niets toegewezen', [vot('V-1')], antwoord('V-1', '1'))
  ketenmis('TR359', 'Antwoord', 'er is al toegewezen', [vot('V-1'), wijsToe({ ReferentieAanbieder: 'V-1' })], antwoord('V-1', '1'))
  ketengoed('TR360', 'eerst in onderzoek', [vot('V-1')], antwoord('V-1', '2'))
  ketengoed('TR360', 'afwijzen na onderzoek', [vot('V-1'), antwoord('V-1', '2')], antwoord('V-1', '1'))
  ketenmis('TR360', 'Antwoord', 'twee keer in onderzoek', [vot('V-1'), antwoord('V-1', '2')], antwoord('V-1', '2'))
  ketengoed('TR365', 'afwijzen na onderzoek', [vot('V-1'), antwoord('V-1', '2')], antwoord('V-1', '1'))
  ketenmis('TR365', 'Antwoord', 'twee keer afwijzen', [vot('V-1'), antwoord('V-1', '1')], antwoord('V-1', '1'))
  ketenmis('TR365', 'Antwoord', 'in onderzoek na afwijzen', [vot('V-1'), antwoord('V-1', '1')], antwoord('V-1', '2'), { ook: ['TR360'] })
  ketengoed('TR365', 'een ander product van dezelfde VOT', [vot('V-1', 'V-3'), antwoord('V-1', '1')], antwoord('V-3', '1'))
})
