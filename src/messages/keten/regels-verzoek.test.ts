/** De gemeente krijgt een verzoek (VOT of VOW): tegen wat er loopt en wat er al gevraagd is. */
import { describe } from 'vitest'
import type { WMO317 } from '../iwmo-3-2/release.ts'
import { ANDER_BSN, aangevraagd, nieuw, teWijzigen } from '../voorbeelden.testhulp.ts'
import { ketengoed, ketenmis, stuur, wijsToe, type Zending } from './oefening.testhulp.ts'

type Verzoek = WMO317['Client']['Verzoek']
const vot = (
  referentie: string,
  wijzig: (m: Extract<Zending['waarde'], { Client: { AangevraagdeProducten: unknown } }>) => unknown = () => undefined,
): Zending =>
  stuur('WMO315', (m) => {
    m.Client.AangevraagdeProducten.AangevraagdProduct = [aangevraagd(referentie)]
    wijzig(m)
  })
const antwoord = (ReferentieAanbieder: string, VerzoekAntwoord: '1' | '2'): Zending =>
  stuur(
    'WMO319',
    (m) =>
      (m.Antwoord = { ReferentieAanbieder, VerzoekAntwoord, ...(VerzoekAntwoord === '1' ? { RedenAfwijzingVerzoek: '2' as const } : {}) }),
  )
/** Een VOW met precies dit: ongewijzigde nummers, te wijzigen en nieuwe producten. */
type Delen = {
  referentie?: string
  houdt?: number[]
  wijzigt?: Partial<ReturnType<typeof teWijzigen>>[]
  nieuw?: Partial<ReturnType<typeof nieuw>>[]
}
const lijst = <T, N extends string>(naam: N, dingen: T[] | undefined) =>
  dingen === undefined || dingen.length === 0 ? undefined : ({ [naam]: dingen } as Record<N, T[]>)
const vow = (d: Delen): Zending =>
  stuur('WMO317', (m) => {
    m.Client.Verzoek = {
      ReferentieAanbieder: d.referentie ?? 'W-1',
      RedenVerzoek: '1',
      OngewijzigdeProducten: lijst(
        'OngewijzigdProduct',
        d.houdt?.map((ToewijzingNummer) => ({ ToewijzingNummer })),
      ),
      TeWijzigenProducten: lijst(
        'TeWijzigenProduct',
        d.wijzigt?.map((w) => ({ ...teWijzigen(1), ...w })),
      ),
      NieuweProducten: lijst(
        'NieuwProduct',
        d.nieuw?.map((n) => ({ ...nieuw(), ...n })),
      ),
    } satisfies Verzoek
  })
const tweede = { ToewijzingNummer: 2, Product: { Categorie: '03', Code: '03A01' } } as const
const budget = { Product: { Categorie: '02' }, Omvang: undefined, Budget: 500_000 } as const
const generiek = { ...budget, Product: undefined } as const

describe('TR304 cliënt', () => {
  ketengoed('TR304', 'met een toewijzing', [wijsToe()], vow({ wijzigt: [{}] }))
  ketengoed(
    'TR304',
    'met een verwijderde toewijzing',
    [wijsToe({ Einddatum: '2026-01-01', RedenWijziging: '13' })],
    vow({ houdt: [1], nieuw: [{}] }),
  )
  ketenmis('TR304', 'Client', 'zonder toewijzing', [], vow({ wijzigt: [{}] }))
})

describe('TR347 ReferentieAanbieder', () => {
  ketengoed('TR347', 'een eigen referentie', [vot('V-1'), antwoord('V-1', '1')], vot('V-3'))
  ketenmis('TR347', 'AangevraagdProduct', 'al gebruikt in een VOT', [vot('V-1'), antwoord('V-1', '1')], vot('V-1'))
  ketengoed('TR347', 'een eigen referentie', [wijsToe(), vot('V-1'), antwoord('V-1', '1')], vow({ wijzigt: [{}] }))
  ketenmis(
    'TR347',
    'Verzoek',
    'al gebruikt in een VOT',
    [wijsToe(), vot('V-1'), antwoord('V-1', '1')],
    vow({ referentie: 'V-1', wijzigt: [{}] }),
  )
})

describe('TR374 één verzoek tegelijk', () => {
  ketengoed('TR374', 'na een afwijzing', [vot('V-1'), antwoord('V-1', '1')], vot('V-3'))
  ketengoed('TR374', 'na een toewijzing', [vot('V-1'), wijsToe({ ReferentieAanbieder: 'V-1' })], vow({ wijzigt: [{}] }))
  ketenmis('TR374', 'AangevraagdProduct', 'terwijl er een VOT loopt', [vot('V-1')], vot('V-3'))
  ketenmis('TR374', 'AangevraagdProduct', 'terwijl de VOT in onderzoek is', [vot('V-1'), antwoord('V-1', '2')], vot('V-3'))
  ketenmis('TR374', 'Client', 'met de code op de cliënt, naar keuze', [vot('V-1')], vot('V-3'), { keuzes: { klasseTR374: 'Client' } })
  ketengoed(
    'TR374',
    'voor een andere cliënt',
    [vot('V-1')],
    vot('V-3', (m) => (m.Client.Bsn = ANDER_BSN)),
  )
  ketengoed('TR374', 'er loopt niets', [wijsToe()], vow({ wijzigt: [{}] }))
  ketenmis('TR374', 'Verzoek', 'terwijl er een VOW loopt', [wijsToe(), vow({ wijzigt: [{}] })], vow({ referentie: 'W-2', wijzigt: [{}] }))
  const dubbel = stuur('WMO315', (m) =>
    m.Client.AangevraagdeProducten.AangevraagdProduct.push({ ...aangevraagd('V-2'), Product: { Categorie: '03', Code: '03A01' } }),
  )
  ketenmis('TR374', 'AangevraagdProduct', 'terwijl één product van de VOT nog openstaat', [dubbel, antwoord('V-1', '1')], vot('V-3'))
})

describe('TR349 alle actuele toewijzingen', () => {
  ketengoed('TR349', 'alle twee genoemd', [wijsToe({}, tweede)], vow({ houdt: [2], wijzigt: [{}] }))
  ketenmis('TR349', 'Verzoek', 'de tweede vergeten', [wijsToe({}, tweede)], vow({ wijzigt: [{}] }))
  ketengoed('TR349', 'een afgelopen toewijzing hoeft niet', [wijsToe({}, { ...tweede, Einddatum: '2026-02-19' })], vow({ wijzigt: [{}] }))
  ketenmis('TR349', 'Verzoek', 'de laatste dag telt nog mee', [wijsToe({}, { ...tweede, Einddatum: '2026-02-20' })], vow({ wijzigt: [{}] }))
  ketenmis(
    'TR349',
    'Verzoek',
    'op de dagtekening liep zij nog, naar keuze',
    [wijsToe({}, { ...tweede, Einddatum: '2026-02-19' })],
    vow({ wijzigt: [{}] }),
    { keuzes: { actueelOp: 'dagtekening' } },
  )
  ketenmis('TR349', 'Verzoek', 'een toekomstige telt mee', [wijsToe({}, { ...tweede, Ingangsdatum: '2026-06-01' })], vow({ wijzigt: [{}] }))
  ketengoed(
    'TR349',
    'een verwijderde toekomstige niet',
    [wijsToe({}, { ...tweede, Ingangsdatum: '2026-06-01', Einddatum: '2026-06-01', RedenWijziging: '13' })],
    vow({ wijzigt: [{}] }),
  )
})

describe('TR350 en TR351 verwijzen naar wat actueel is', () => {
  const afgelopen = { ...tweede, Einddatum: '2026-02-19' }
  ketengoed('TR350', 'een actuele toewijzing', [wijsToe({}, tweede)], vow({ houdt: [2], wijzigt: [{}] }))
  ketenmis('TR350', 'OngewijzigdProduct', 'een afgelopen toewijzing', [wijsToe({}, afgelopen)], vow({ houdt: [2], wijzigt: [{}] }))
  ketenmis('TR350', 'OngewijzigdProduct', 'een onbekend nummer', [wijsToe()], vow({ houdt: [77], wijzigt: [{}] }))
  ketengoed('TR351', 'een actuele toewijzing', [wijsToe()], vow({ wijzigt: [{}] }))
  ketenmis(
    'TR351',
    'TeWijzigenProduct',
    'een afgelopen toewijzing',
    [wijsToe({}, afgelopen)],
    vow({ wijzigt: [{}, { ToewijzingNummer: 2 }] }),
  )
  ketenmis('TR351', 'TeWijzigenProduct', 'een onbekend nummer', [wijsToe()], vow({ houdt: [1], wijzigt: [{ ToewijzingNummer: 77 }] }))
})

describe('gewenste ingangsdatum', () => {
  ketengoed('TR357', 'in de toekomst', [wijsToe()], vow({ wijzigt: [{ GewensteIngangsdatum: '2026-02-11' }] }))
  ketengoed('TR357', 'de ingangsdatum van de toewijzing', [wijsToe()], vow({ wijzigt: [{ GewensteIngangsdatum: '2026-01-01' }] }))
  ketenmis('TR357', 'TeWijzigenProduct', 'op de dagtekening', [wijsToe()], vow({ wijzigt: [{ GewensteIngangsdatum: '2026-02-10' }] }))
  ketenmis(
    'TR357',
    'TeWijzigenProduct',
    'eerder, maar niet de ingangsdatum',
    [wijsToe()],
    vow({ wijzigt: [{ GewensteIngangsdatum: '2026-01-02' }] }),
  )
  const totaal = (Volume: number) => ({ Omvang: { Volume, Eenheid: '04', Frequentie: '6' } }) as const
  ketengoed(
    'TR373',
    'ander totaalvolume vanaf de ingangsdatum',
    [wijsToe(totaal(80))],
    vow({ wijzigt: [{ ...totaal(100), GewensteIngangsdatum: '2026-01-01' }] }),
  )
  ketengoed('TR373', 'zelfde totaalvolume later', [wijsToe(totaal(80))], vow({ wijzigt: [totaal(80)] }))
  ketengoed('TR373', 'ander volume per week later', [wijsToe()], vow({ wijzigt: [{}] }))
  ketenmis('TR373', 'TeWijzigenProduct', 'ander totaalvolume later', [wijsToe(totaal(80))], vow({ wijzigt: [totaal(100)] }))
  ketengoed(
    'TR373',
    'ander budget vanaf de ingangsdatum',
    [wijsToe(budget)],
    vow({ wijzigt: [{ Omvang: undefined, Budget: 600_000, GewensteIngangsdatum: '2026-01-01' }] }),
  )
  ketenmis(
    'TR373',
    'TeWijzigenProduct',
    'ander budget later',
    [wijsToe(budget)],
    vow({ wijzigt: [{ Omvang: undefined, Budget: 600_000 }] }),
  )
})

describe('omvang past bij de toewijzing', () => {
  const zonderOmvang = { Omvang: undefined, Budget: 500_000 }
  const metOmvang = { GewensteIngangsdatum: '2026-01-01' }
  const oud = { Einddatum: '2020-12-31', Ingangsdatum: '2020-01-01', Toewijzingsdatum: '2019-12-01' }
  ketengoed('TR375', 'generiek zonder omvang', [wijsToe(generiek)], vow({ wijzigt: [zonderOmvang] }))
  ketenmis('TR375', 'TeWijzigenProduct', 'generiek met omvang', [wijsToe(generiek)], vow({ wijzigt: [metOmvang] }), { ook: ['TR412'] })
  ketengoed('TR375', 'generiek met omvang tot en met 2020', [wijsToe({ ...generiek, ...oud })], vow({ wijzigt: [metOmvang] }), {
    systeemdatum: '2026-02-10',
  })
  ketengoed('TR411', 'productcode met omvang', [wijsToe()], vow({ wijzigt: [{}] }))
  ketenmis('TR411', 'TeWijzigenProduct', 'productcode zonder omvang', [wijsToe()], vow({ wijzigt: [{ Omvang: undefined }] }))
  ketengoed('TR412', 'alleen categorie zonder omvang', [wijsToe(budget)], vow({ wijzigt: [zonderOmvang] }))
  ketenmis('TR412', 'TeWijzigenProduct', 'alleen categorie met omvang', [wijsToe(budget)], vow({ wijzigt: [metOmvang] }))
  ketengoed('TR412', 'alleen categorie met omvang tot en met 2020', [wijsToe({ ...budget, ...oud })], vow({ wijzigt: [metOmvang] }))
})

describe('TR361 hetzelfde product niet twee keer tegelijk', () => {
  const loopt = [wijsToe({ Product: { Categorie: '02', Code: '02A03' }, Einddatum: '2026-06-30' })]
  ketengoed('TR361', 'sluit aan op wat ongewijzigd blijft', loopt, vow({ houdt: [1], nieuw: [{ GewensteIngangsdatum: '2026-07-01' }] }))
  ketenmis(
    'TR361',
    'NieuwProduct',
    'begint op de laatste dag van wat ongewijzigd blijft',
    loopt,
    vow({ houdt: [1], nieuw: [{ GewensteIngangsdatum: '2026-06-30' }] }),
  )
  ketenmis(
    'TR361',
    'Verzoek',
    'met de code op het verzoek, naar keuze',
    loopt,
    vow({ houdt: [1], nieuw: [{ GewensteIngangsdatum: '2026-06-30' }] }),
    { keuzes: { klasseTR361: 'Verzoek' } },
  )
  ketenmis(
    'TR361',
    'NieuwProduct',
    'een toekomstig product naar voren halen, over het nieuwe heen',
    [wijsToe({ Product: { Categorie: '02', Code: '02A03' }, Ingangsdatum: '2026-06-01' })],
    vow({ wijzigt: [{ GewensteIngangsdatum: '2026-03-01' }], nieuw: [{ GewensteIngangsdatum: '2026-04-01', Einddatum: '2026-04-30' }] }),
  )
  ketengoed(
    'TR361',
    'na het verkorten van het lopende product',
    loopt,
    vow({ wijzigt: [{ Einddatum: '2026-04-30' }], nieuw: [{ GewensteIngangsdatum: '2026-05-01' }] }),
  )
  ketenmis(
    'TR361',
    'NieuwProduct',
    'voor het einde van het verkorte product',
    loopt,
    vow({ wijzigt: [{ Einddatum: '2026-04-30' }], nieuw: [{ GewensteIngangsdatum: '2026-04-30' }] }),
  )
  ketenmis(
    'TR361',
    'NieuwProduct',
    'voor de gewenste datum loopt het oude nog',
    loopt,
    vow({
      wijzigt: [{ GewensteIngangsdatum: '2026-06-01', Einddatum: '2026-12-31' }],
      nieuw: [{ GewensteIngangsdatum: '2026-04-01', Einddatum: '2026-04-30' }],
    }),
  )
  ketengoed('TR361', 'een ander product', loopt, vow({ houdt: [1], nieuw: [{ Product: { Categorie: '02', Code: '02A05' } }] }))
  ketenmis(
    'TR361',
    'Verzoek',
    'verlengen tot over een ander ongewijzigd product',
    [wijsToe({ Einddatum: '2026-06-30' }, { ToewijzingNummer: 2, Ingangsdatum: '2026-07-01' })],
    vow({ houdt: [2], wijzigt: [{ Einddatum: '2026-07-01' }] }),
  )
})
