import { describe } from 'vitest'
import type { WMO301, WMO315, WMO317 } from './iwmo-3-2/release.ts'
import { eerste, goed, mis } from './regels.testhulp.ts'
import { aangevraagd, gestart, gestopt, nieuw, teWijzigen, toegewezen } from './voorbeelden.testhulp.ts'

const product = (m: WMO301) => eerste(m.Client.ToegewezenProducten.ToegewezenProduct)
const verzocht = (m: WMO315) => eerste(m.Client.AangevraagdeProducten.AangevraagdProduct)
const nieuwe = (m: WMO317) => eerste(m.Client.Verzoek.NieuweProducten?.NieuwProduct)
const wijzigende = (m: WMO317) => eerste(m.Client.Verzoek.TeWijzigenProducten?.TeWijzigenProduct)
const zet = <T extends object>(doel: T, waarden: Partial<T>): void => void Object.assign(doel, waarden)
/** Aspecifiek met budget: categorie, geen code, geen omvang. */
const budget = { Product: { Categorie: '02' as const }, Omvang: undefined, Budget: 100_000 }

describe('omvang en budget', () => {
  goed('CD041', 'WMO301', 'code met omvang')
  mis('CD041', 'WMO301', 'code zonder omvang', (m) => (product(m).Omvang = undefined))
  goed('CD041', 'WMO315', 'categorie zonder omvang', (m) => zet(verzocht(m), { Product: { Categorie: '02' }, Omvang: undefined }))
  mis('CD041', 'WMO315', 'code zonder omvang', (m) => (verzocht(m).Omvang = undefined))
  goed('CD041', 'WMO317', 'nieuw product met code en omvang')
  mis('CD041', 'WMO317', 'nieuw product met code zonder omvang', (m) => (nieuwe(m).Omvang = undefined))

  goed('CD075', 'WMO301', 'budget met einddatum', (m) => zet(product(m), budget))
  mis('CD075', 'WMO301', 'budget zonder einddatum', (m) => zet(product(m), { ...budget, Einddatum: undefined }))
  goed('CD075', 'WMO315', 'budget met einddatum', (m) => zet(verzocht(m), budget))
  mis('CD075', 'WMO315', 'budget zonder einddatum', (m) => zet(verzocht(m), { ...budget, ToewijzingEinddatum: undefined }))
  goed('CD075', 'WMO317', 'te wijzigen met budget en einddatum', (m) => zet(wijzigende(m), { Omvang: undefined, Budget: 5 }))
  mis('CD075', 'WMO317', 'te wijzigen met budget zonder einddatum', (m) =>
    zet(wijzigende(m), { Omvang: undefined, Budget: 5, Einddatum: undefined }),
  )
  mis('CD075', 'WMO317', 'nieuw met budget zonder einddatum', (m) => zet(nieuwe(m), { ...budget, Einddatum: undefined }))

  goed('CD076', 'WMO301', 'per maand zonder einddatum', (m) =>
    zet(product(m), { Omvang: { Volume: 3, Eenheid: '04', Frequentie: '4' }, Einddatum: undefined }),
  )
  mis('CD076', 'WMO301', 'per week zonder einddatum', (m) => (product(m).Einddatum = undefined))
  goed('CD076', 'WMO315', 'per week met einddatum')
  mis('CD076', 'WMO315', 'per week zonder einddatum', (m) => (verzocht(m).ToewijzingEinddatum = undefined))
  goed('CD076', 'WMO317', 'per week met einddatum')
  mis('CD076', 'WMO317', 'te wijzigen per week zonder einddatum', (m) => (wijzigende(m).Einddatum = undefined))

  goed('CD077', 'WMO301', 'budget zonder omvang', (m) => zet(product(m), budget))
  mis('CD077', 'WMO301', 'budget en omvang', (m) => (product(m).Budget = 1))
  goed('CD077', 'WMO315', 'omvang zonder budget')
  mis('CD077', 'WMO315', 'budget en omvang', (m) => (verzocht(m).Budget = 1))
  goed('CD077', 'WMO317', 'omvang zonder budget')
  mis('CD077', 'WMO317', 'te wijzigen met budget en omvang', (m) => (wijzigende(m).Budget = 1))
  goed('CD078', 'WMO301', 'omvang zonder budget')
  mis('CD078', 'WMO301', 'omvang en budget', (m) => (product(m).Budget = 1))
  goed('CD078', 'WMO315', 'budget zonder omvang', (m) => zet(verzocht(m), budget))
  mis('CD078', 'WMO315', 'omvang en budget', (m) => (verzocht(m).Budget = 1))
  goed('CD078', 'WMO317', 'omvang zonder budget')
  mis('CD078', 'WMO317', 'nieuw met omvang en budget', (m) => (nieuwe(m).Budget = 1))

  goed('CD079', 'WMO301', 'generiek: budget zonder product', (m) => zet(product(m), { ...budget, Product: undefined }))
  mis('CD079', 'WMO301', 'geen product en geen budget', (m) => zet(product(m), { Product: undefined, Omvang: undefined }))
  goed('CD079', 'WMO315', 'product zonder budget')
  mis('CD079', 'WMO315', 'geen product en geen budget', (m) => zet(verzocht(m), { Product: undefined, Omvang: undefined }))
  goed('CD079', 'WMO317', 'product zonder budget')
  mis('CD079', 'WMO317', 'nieuw zonder product en budget', (m) => zet(nieuwe(m), { Product: undefined, Omvang: undefined }))

  goed('CD080', 'WMO301', 'categorie met omvang tot en met 2020', (m) =>
    zet(product(m), { Product: { Categorie: '02' }, Ingangsdatum: '2020-01-01', Einddatum: '2020-12-31' }),
  )
  mis('CD080', 'WMO301', 'categorie met omvang na 2020', (m) => (product(m).Product = { Categorie: '02' }))
  mis('CD080', 'WMO301', 'categorie met omvang zonder einddatum', (m) =>
    zet(product(m), { Product: { Categorie: '02' }, Einddatum: undefined }),
  )
  goed('CD095', 'WMO315', 'code met omvang')
  mis('CD095', 'WMO315', 'categorie met omvang na 2020', (m) => (verzocht(m).Product = { Categorie: '02' }))
  goed('CD096', 'WMO317', 'code met omvang')
  mis('CD096', 'WMO317', 'nieuw met categorie en omvang na 2020', (m) => (nieuwe(m).Product = { Categorie: '02' }))

  goed('CS338', 'WMO301', 'dagdelen per week', (m) => (product(m).Omvang = { Volume: 1, Eenheid: '16', Frequentie: '2' }))
  goed('CS338', 'WMO301', 'uren per dag', (m) => (product(m).Omvang = { Volume: 1, Eenheid: '04', Frequentie: '1' }))
  mis('CS338', 'WMO301', 'dagdelen per dag', (m) => (product(m).Omvang = { Volume: 1, Eenheid: '16', Frequentie: '1' }))
  goed('CS338', 'WMO317', 'etmalen in totaal', (m) => (nieuwe(m).Omvang = { Volume: 1, Eenheid: '14', Frequentie: '6' }))
  mis('CS338', 'WMO317', 'te wijzigen in etmalen per dag', (m) => (wijzigende(m).Omvang = { Volume: 1, Eenheid: '14', Frequentie: '1' }))
  goed('CS343', 'WMO315', "euro's per maand", (m) => (verzocht(m).Omvang = { Volume: 1, Eenheid: '83', Frequentie: '4' }))
  mis('CS343', 'WMO315', 'stuks (inspanning) per dag', (m) => (verzocht(m).Omvang = { Volume: 1, Eenheid: '84', Frequentie: '1' }))

  goed('CS003', 'WMO315', 'één dag', (m) => (verzocht(m).ToewijzingEinddatum = '2026-03-01'))
  mis('CS003', 'WMO315', 'eindigt voor het begin', (m) => (verzocht(m).ToewijzingEinddatum = '2026-02-28'))
  goed('CS003', 'WMO317', 'één dag', (m) => (nieuwe(m).Einddatum = '2026-03-01'))
  mis('CS003', 'WMO317', 'te wijzigen eindigt voor het begin', (m) => (wijzigende(m).Einddatum = '2026-02-28'))
  mis('CS003', 'WMO301', 'toewijzing eindigt voor het begin', (m) => (product(m).Einddatum = '2026-02-28'))
})

const toewijzingen = (m: WMO301, ...anders: Partial<ReturnType<typeof toegewezen>>[]): void => {
  m.Client.ToegewezenProducten.ToegewezenProduct = anders.map((a, i) => ({
    ...toegewezen(i + 1),
    Product: { Categorie: '02', Code: '02A03' },
    ...a,
  }))
}
const eersteHelft = { Ingangsdatum: '2026-01-01', Einddatum: '2026-06-30' }

describe('hetzelfde product op dezelfde dag', () => {
  goed('TR302', 'WMO301', 'sluit aan', (m) => toewijzingen(m, eersteHelft, { Ingangsdatum: '2026-07-01' }))
  mis('TR302', 'WMO301', 'deelt één dag', (m) => toewijzingen(m, eersteHelft, { Ingangsdatum: '2026-06-30' }))
  goed('TR302', 'WMO301', 'andere code', (m) => toewijzingen(m, {}, { Product: { Categorie: '02', Code: '02A04' } }))
  mis('TR302', 'WMO301', 'zonder einddatum loopt de eerste door', (m) =>
    toewijzingen(m, { ...eersteHelft, Einddatum: undefined }, { Ingangsdatum: '2030-01-01', Einddatum: undefined }),
  )
  mis('TR302', 'WMO301', 'categorie naast een code in die categorie', (m) => toewijzingen(m, {}, budget))
  goed('TR302', 'WMO301', 'categorie naast een code in een andere categorie', (m) =>
    toewijzingen(m, {}, { ...budget, Product: { Categorie: '03' } }),
  )
  mis('TR302', 'WMO301', 'generiek naast iets anders', (m) => toewijzingen(m, { ...budget, Product: undefined }, {}))
  goed('TR302', 'WMO301', 'generiek naast een rolstoel', (m) =>
    toewijzingen(m, { ...budget, Product: undefined }, { Product: { Categorie: '11', Code: '11X01' } }),
  )
  goed('TR302', 'WMO301', 'twee keer dezelfde rolstoel', (m) =>
    toewijzingen(m, { Product: { Categorie: '11', Code: '11X01' } }, { Product: { Categorie: '11', Code: '11X01' } }),
  )
  goed('TR302', 'WMO301', 'een verwijderde toewijzing telt niet', (m) =>
    toewijzingen(m, {}, { Ingangsdatum: '2026-04-01', Einddatum: '2026-04-01', RedenWijziging: '13' }),
  )
  mis('TR302', 'WMO301', 'een toewijzing van één dag telt wel', (m) =>
    toewijzingen(m, {}, { Ingangsdatum: '2026-04-01', Einddatum: '2026-04-01' }),
  )
  mis('TR302', 'WMO301', 'een korte valt binnen een lange, met een derde ertussen', (m) =>
    toewijzingen(
      m,
      { Ingangsdatum: '2026-01-01', Einddatum: '2026-12-31' },
      { ...eersteHelft, Product: { Categorie: '02', Code: '02A09' } },
      { Ingangsdatum: '2026-11-01', Einddatum: '2026-11-02' },
    ),
  )
  goed('TR386', 'WMO315', 'sluit aan', (m) =>
    m.Client.AangevraagdeProducten.AangevraagdProduct.push({
      ...aangevraagd('V-9'),
      ToewijzingIngangsdatum: '2027-01-01',
      ToewijzingEinddatum: '2027-12-31',
    }),
  )
  mis('TR386', 'WMO315', 'overlapt', (m) => m.Client.AangevraagdeProducten.AangevraagdProduct.push(aangevraagd('V-9')))
  goed('TR410', 'WMO317', 'andere producten', (m) => m.Client.Verzoek.NieuweProducten?.NieuwProduct.push(nieuw('02A07')))
  mis('TR410', 'WMO317', 'hetzelfde product, later begonnen', (m) =>
    m.Client.Verzoek.NieuweProducten?.NieuwProduct.push({ ...nieuw(), GewensteIngangsdatum: '2026-04-01' }),
  )
})

describe('verzoeken en antwoorden', () => {
  goed('TR352', 'WMO317', 'alleen een ongewijzigd product', (m) => (m.Client.Verzoek.TeWijzigenProducten = undefined))
  mis('TR352', 'WMO317', 'alleen nieuwe producten', (m) =>
    zet(m.Client.Verzoek, { TeWijzigenProducten: undefined, OngewijzigdeProducten: undefined }),
  )
  goed('TR353', 'WMO317', 'alleen een nieuw product erbij', (m) => (m.Client.Verzoek.TeWijzigenProducten = undefined))
  mis('TR353', 'WMO317', 'alleen ongewijzigd', (m) => zet(m.Client.Verzoek, { TeWijzigenProducten: undefined, NieuweProducten: undefined }))
  goed('TR380', 'WMO317', 'de dag na de dagtekening', (m) => (nieuwe(m).GewensteIngangsdatum = '2026-02-11'))
  mis('TR380', 'WMO317', 'op de dagtekening', (m) => (nieuwe(m).GewensteIngangsdatum = '2026-02-10'))
  goed('TR383', 'WMO315', 'eigen referenties', (m) =>
    m.Client.AangevraagdeProducten.AangevraagdProduct.push({ ...aangevraagd('V-9'), Product: { Categorie: '03', Code: '03A01' } }),
  )
  mis('TR383', 'WMO315', 'twee keer dezelfde referentie', (m) => m.Client.AangevraagdeProducten.AangevraagdProduct.push(aangevraagd()))
  goed('CD043', 'WMO315', 'beschikking met ingangsdatum', (m) =>
    zet(verzocht(m), { BeschikkingNummer: 7, BeschikkingIngangsdatum: '2026-01-01' }),
  )
  mis('CD043', 'WMO315', 'beschikking zonder ingangsdatum', (m) => (verzocht(m).BeschikkingNummer = 7))
  mis('CD043', 'WMO315', 'ingangsdatum zonder beschikking', (m) => (verzocht(m).BeschikkingIngangsdatum = '2026-01-01'))
  goed('CD066', 'WMO315', 'huisarts met code', (m) => (verzocht(m).Verwijzer = { Type: '02', ZorgverlenerCode: '01234567' }))
  mis(
    'CD066',
    'WMO315',
    'huisarts met code en naam',
    (m) => (verzocht(m).Verwijzer = { Type: '02', Naam: 'Arts', ZorgverlenerCode: '01234567' }),
  )
  goed('CD067', 'WMO315', 'jeugdarts met naam', (m) => (verzocht(m).Verwijzer = { Type: '03', Naam: 'Arts' }))
  mis('CD067', 'WMO315', 'jeugdarts zonder code en naam', (m) => (verzocht(m).Verwijzer = { Type: '03' }))
  goed('CD068', 'WMO315', 'gemeente met naam', (m) => (verzocht(m).Verwijzer = { Type: '01', Naam: 'Loket' }))
  mis('CD068', 'WMO315', 'gemeente met zorgverlenerscode', (m) => (verzocht(m).Verwijzer = { Type: '01', ZorgverlenerCode: '01234567' }))
  goed('CD085', 'WMO319', 'afgewezen met reden')
  mis('CD085', 'WMO319', 'afgewezen zonder reden', (m) => (m.Antwoord.RedenAfwijzingVerzoek = undefined))
  goed('CD086', 'WMO319', 'in onderzoek zonder reden', (m) => zet(m.Antwoord, { VerzoekAntwoord: '2', RedenAfwijzingVerzoek: undefined }))
  mis('CD086', 'WMO319', 'in onderzoek met reden', (m) => (m.Antwoord.VerzoekAntwoord = '2'))
})

describe('levering', () => {
  goed('TR018', 'WMO307', 'stopt op de begindag', (m) => (eerste(m.Client.StopProducten.StopProduct).Einddatum = '2026-01-05'))
  mis('TR018', 'WMO307', 'stopt voor de begindag', (m) => (eerste(m.Client.StopProducten.StopProduct).Einddatum = '2026-01-04'))
  goed('TR134', 'WMO305', 'begint op de dagtekening', (m) => (eerste(m.Client.StartProducten.StartProduct).Begindatum = '2026-02-10'))
  mis('TR134', 'WMO305', 'begint na de dagtekening', (m) => (eerste(m.Client.StartProducten.StartProduct).Begindatum = '2026-02-11'))
  mis('TR134', 'WMO307', 'gestopt product begint na de dagtekening', (m) =>
    zet(eerste(m.Client.StopProducten.StopProduct), { Begindatum: '2026-02-11', Einddatum: '2026-02-12' }),
  )
  goed('CS058', 'WMO305', 'verwijderen (3)', (m) => (eerste(m.Client.StartProducten.StartProduct).StatusAanlevering = '3'))
  mis('CS058', 'WMO305', 'gewijzigd (2)', (m) => (eerste(m.Client.StartProducten.StartProduct).StatusAanlevering = '2'))
  goed('CS058', 'WMO307', 'eerste aanlevering (1)')
  mis('CS058', 'WMO307', 'niet van toepassing (9)', (m) => (eerste(m.Client.StopProducten.StopProduct).StatusAanlevering = '9'))
  goed('CS335', 'WMO301', 'verwijderd, eindigt op de ingangsdatum', (m) =>
    zet(product(m), { RedenWijziging: '13', Einddatum: '2026-03-01' }),
  )
  mis('CS335', 'WMO301', 'verwijderd, eindigt later', (m) => (product(m).RedenWijziging = '13'))
  goed('CS336', 'WMO301', 'administratieve correctie met code 14', (m) => (product(m).RedenWijziging = '14'))
  mis('CS336', 'WMO301', 'de vervallen code 01', (m) => (product(m).RedenWijziging = '01'))
})

describe('dubbele producten', () => {
  goed('TR101', 'WMO305', 'andere begindatum', (m) => m.Client.StartProducten.StartProduct.push({ ...gestart(), Begindatum: '2026-01-06' }))
  mis('TR101', 'WMO305', 'zelfde sleutel', (m) => m.Client.StartProducten.StartProduct.push({ ...gestart(), StatusAanlevering: '3' }))
  goed('TR101', 'WMO307', 'andere reden is een andere sleutel', (m) =>
    m.Client.StopProducten.StopProduct.push({ ...gestopt(), RedenBeeindiging: '22', StatusAanlevering: '3' }),
  )
  mis('TR101', 'WMO307', 'alleen de status verschilt', (m) =>
    m.Client.StopProducten.StopProduct.push({ ...gestopt(), StatusAanlevering: '3' }),
  )
  goed('TR101', 'WMO315', 'eigen referentie', (m) => m.Client.AangevraagdeProducten.AangevraagdProduct.push(aangevraagd('V-9')))
  mis('TR101', 'WMO315', 'zelfde referentie', (m) => m.Client.AangevraagdeProducten.AangevraagdProduct.push(aangevraagd()))
  goed('TR101', 'WMO317', 'ander nummer', (m) => m.Client.Verzoek.TeWijzigenProducten?.TeWijzigenProduct.push(teWijzigen(3)))
  mis('TR101', 'WMO317', 'zelfde te wijzigen nummer', (m) => m.Client.Verzoek.TeWijzigenProducten?.TeWijzigenProduct.push(teWijzigen()))
  mis('TR101', 'WMO317', 'zelfde nieuwe product op dezelfde dag', (m) => m.Client.Verzoek.NieuweProducten?.NieuwProduct.push(nieuw()))
  mis('TR101', 'WMO301', 'zelfde toewijzingsnummer', (m) =>
    m.Client.ToegewezenProducten.ToegewezenProduct.push({ ...toegewezen(), Product: { Categorie: '03', Code: '03A01' } }),
  )
})
