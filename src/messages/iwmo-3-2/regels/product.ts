/** Regels over toegewezen, gevraagde, begonnen en gestopte producten en over het antwoord op een verzoek. */
import { eerder, later } from '../../dagen.ts'
import { type Omgeving, type Regel, regel, regelMetGeheugen, type Toetsen } from '../../regel.ts'
import { Uniek } from '../../uniek.ts'
import type { WaardeVan } from '../../vorm.ts'
import type { startProduct } from '../wmo305.ts'
import type { stopProduct } from '../wmo307.ts'
import type { aangevraagdProduct } from '../wmo315.ts'
import type { nieuwProduct, teWijzigenProduct, verzoek } from '../wmo317.ts'
import type { antwoord } from '../wmo319.ts'
import type { toegewezenProduct } from '../wmo301.ts'
import { heeftOverlap, type Productperiode } from './overlap.ts'

type Toegewezen = WaardeVan<typeof toegewezenProduct>
type Aangevraagd = WaardeVan<typeof aangevraagdProduct>
type Nieuw = WaardeVan<typeof nieuwProduct>
type TeWijzigen = WaardeVan<typeof teWijzigenProduct>
type StartProduct = WaardeVan<typeof startProduct>
type StopProduct = WaardeVan<typeof stopProduct>
type Verzoek = WaardeVan<typeof verzoek>
type Antwoord = WaardeVan<typeof antwoord>

/** Wat de vier soorten producten gemeen hebben; de datums heten overal anders. */
type Gevraagd = {
  product?: Toegewezen['Product']
  omvang?: Toegewezen['Omvang']
  budget?: number
  van: string
  tot?: string
}

const vanToegewezen = (p: Toegewezen): Gevraagd => ({
  product: p.Product,
  omvang: p.Omvang,
  budget: p.Budget,
  van: p.Ingangsdatum,
  tot: p.Einddatum,
})
const vanAangevraagd = (p: Aangevraagd): Gevraagd => ({
  product: p.Product,
  omvang: p.Omvang,
  budget: p.Budget,
  van: p.ToewijzingIngangsdatum,
  tot: p.ToewijzingEinddatum,
})
const vanNieuw = (p: Nieuw): Gevraagd => ({
  product: p.Product,
  omvang: p.Omvang,
  budget: p.Budget,
  van: p.GewensteIngangsdatum,
  tot: p.Einddatum,
})
const vanTeWijzigen = (p: TeWijzigen): Gevraagd => ({ omvang: p.Omvang, budget: p.Budget, van: p.GewensteIngangsdatum, tot: p.Einddatum })

const alle = ['WMO301', 'WMO315', 'WMO317']

/** Dezelfde toets op elk soort product dat het schema met zijn product toewijst of vraagt. */
const opProduct = (toets: (p: Gevraagd) => boolean): Toetsen => ({
  ToegewezenProduct: (p: Toegewezen) => toets(vanToegewezen(p)),
  AangevraagdProduct: (p: Aangevraagd) => toets(vanAangevraagd(p)),
  NieuwProduct: (p: Nieuw) => toets(vanNieuw(p)),
})
/** Ook op een te wijzigen product; dat noemt zelf geen product, alleen het nummer van de toewijzing. */
const opElk = (toets: (p: Gevraagd) => boolean): Toetsen => ({
  ...opProduct(toets),
  TeWijzigenProduct: (p: TeWijzigen) => toets(vanTeWijzigen(p)),
})

const na2020 = (tot: string | undefined): boolean => tot === undefined || later(tot, '2020-12-31')
const alleenMetCode = ({ product, omvang, tot }: Gevraagd): boolean => omvang === undefined || product?.Code !== undefined || !na2020(tot)
const nietPerDag = new Set(['14', '16', '83', '84'])
const frequentiePast = ({ omvang, tot }: Gevraagd): boolean =>
  omvang === undefined || !nietPerDag.has(omvang.Eenheid) || !na2020(tot) || omvang.Frequentie !== '1'

export const omvangregels: Regel[] = [
  regel(
    'CD041',
    alle,
    'Een product met een code heeft een omvang.',
    opProduct((p) => p.product?.Code === undefined || p.omvang !== undefined),
  ),
  regel(
    'CD075',
    alle,
    'Met een budget is de einddatum verplicht.',
    opElk((p) => p.budget === undefined || p.tot !== undefined),
  ),
  regel(
    'CD076',
    alle,
    'Met een omvang per week is de einddatum verplicht.',
    opElk((p) => p.omvang?.Frequentie !== '2' || p.tot !== undefined),
  ),
  regel(
    'CD077',
    alle,
    'Met een budget mag er geen omvang zijn.',
    opElk((p) => p.budget === undefined || p.omvang === undefined),
  ),
  regel(
    'CD078',
    alle,
    'Met een omvang mag er geen budget zijn.',
    opElk((p) => p.omvang === undefined || p.budget === undefined),
  ),
  regel(
    'CD079',
    alle,
    'Zonder budget is het product verplicht.',
    opProduct((p) => p.budget !== undefined || p.product !== undefined),
  ),
  regel('CD080', ['WMO301'], 'Zonder productcode mag er na 2020 geen omvang zijn.', {
    ToegewezenProduct: (p: Toegewezen) => alleenMetCode(vanToegewezen(p)),
  }),
  regel('CD095', ['WMO315'], 'Zonder productcode mag er na 2020 geen omvang zijn.', {
    AangevraagdProduct: (p: Aangevraagd) => alleenMetCode(vanAangevraagd(p)),
  }),
  regel('CD096', ['WMO317'], 'Zonder productcode mag er na 2020 geen omvang zijn.', {
    NieuwProduct: (p: Nieuw) => alleenMetCode(vanNieuw(p)),
  }),
  regel(
    'CS003',
    alle,
    'De einddatum ligt niet voor de begindatum.',
    opElk((p) => p.tot === undefined || !eerder(p.tot, p.van)),
  ),
  regel(
    'CS338',
    ['WMO301', 'WMO317'],
    "Etmalen, dagdelen, euro's en stuks (inspanning) worden niet per dag toegewezen.",
    opElk(frequentiePast),
  ),
  regel('CS343', ['WMO315'], "Etmalen, dagdelen, euro's en stuks (inspanning) worden niet per dag gevraagd.", opElk(frequentiePast)),
]

/** Verzamelt producten en toetst ze samen als de lijst compleet is. */
const zonderOverlap = <P>(id: string, bericht: string, element: string, lijst: string, periode: (p: P) => Productperiode | null): Regel =>
  regelMetGeheugen(id, [bericht], 'Hetzelfde product komt niet twee keer voor op dezelfde dag.', () => {
    const gezien: Productperiode[] = []
    return {
      [element]: (p: P) => {
        const gelezen = periode(p)
        if (gelezen !== null) gezien.push(gelezen)
        return true
      },
      [lijst]: () => !heeftOverlap(gezien),
    }
  })

const alsPeriode = ({ product, van, tot }: Gevraagd): Productperiode => ({ categorie: product?.Categorie, code: product?.Code, van, tot })
/** Verwijderd: eindigt op de begindag, met reden 13 (of het vervallen 01). Telt als nooit gestuurd. */
const isVerwijderd = (p: Toegewezen): boolean => p.Einddatum === p.Ingangsdatum && (p.RedenWijziging === '13' || p.RedenWijziging === '01')

export const overlapregels: Regel[] = [
  zonderOverlap('TR302', 'WMO301', 'ToegewezenProduct', 'ToegewezenProducten', (p: Toegewezen) =>
    isVerwijderd(p) ? null : alsPeriode(vanToegewezen(p)),
  ),
  zonderOverlap('TR386', 'WMO315', 'AangevraagdProduct', 'AangevraagdeProducten', (p: Aangevraagd) => alsPeriode(vanAangevraagd(p))),
  zonderOverlap('TR410', 'WMO317', 'NieuwProduct', 'NieuweProducten', (p: Nieuw) => alsPeriode(vanNieuw(p))),
]

const huisartsEnVerder = new Set(['02', '03', '04', '05'])
const verwijzerregel = (id: string, tekst: string, toets: (v: Aangevraagd['Verwijzer']) => boolean): Regel =>
  regel(id, ['WMO315'], tekst, { Verwijzer: toets })

export const verzoekregels: Regel[] = [
  regel('TR352', ['WMO317'], 'Een verzoek om wijziging noemt minstens één ongewijzigd of te wijzigen product.', {
    Verzoek: (v: Verzoek) => v.OngewijzigdeProducten !== undefined || v.TeWijzigenProducten !== undefined,
  }),
  regel('TR353', ['WMO317'], 'Een verzoek om wijziging noemt minstens één te wijzigen of nieuw product.', {
    Verzoek: (v: Verzoek) => v.TeWijzigenProducten !== undefined || v.NieuweProducten !== undefined,
  }),
  regel('TR380', ['WMO317'], 'De gewenste ingangsdatum van een nieuw product ligt na de dagtekening.', {
    NieuwProduct: (p: Nieuw, o: Omgeving) => later(p.GewensteIngangsdatum, o.dagtekening),
  }),
  regelMetGeheugen('TR383', ['WMO315'], 'Elk aangevraagd product heeft een eigen ReferentieAanbieder.', () => {
    const gezien = new Uniek()
    return { AangevraagdProduct: (p: Aangevraagd) => gezien.neem([p.ReferentieAanbieder]) }
  }),
  regel('CD043', ['WMO315'], 'BeschikkingIngangsdatum staat er precies dan als BeschikkingNummer er staat.', {
    AangevraagdProduct: (p: Aangevraagd) => (p.BeschikkingNummer !== undefined) === (p.BeschikkingIngangsdatum !== undefined),
  }),
  verwijzerregel(
    'CD066',
    'Bij verwijzer 02, 03, 04 of 05 met ZorgverlenerCode mag de naam er niet staan.',
    (v) => !huisartsEnVerder.has(v.Type) || v.ZorgverlenerCode === undefined || v.Naam === undefined,
  ),
  verwijzerregel(
    'CD067',
    'Bij verwijzer 02, 03, 04 of 05 zonder ZorgverlenerCode is de naam verplicht.',
    (v) => !huisartsEnVerder.has(v.Type) || v.ZorgverlenerCode !== undefined || v.Naam !== undefined,
  ),
  verwijzerregel(
    'CD068',
    'Bij een andere verwijzer mag ZorgverlenerCode er niet staan.',
    (v) => huisartsEnVerder.has(v.Type) || v.ZorgverlenerCode === undefined,
  ),
  regel('CD085', ['WMO319'], 'Een afwijzing noemt een reden.', {
    Antwoord: (a: Antwoord) => a.VerzoekAntwoord !== '1' || a.RedenAfwijzingVerzoek !== undefined,
  }),
  regel('CD086', ['WMO319'], 'Een aanvraag in onderzoek heeft geen reden van afwijzing.', {
    Antwoord: (a: Antwoord) => a.VerzoekAntwoord !== '2' || a.RedenAfwijzingVerzoek === undefined,
  }),
]

const regie = ['WMO305', 'WMO307']
export const leveringsregels: Regel[] = [
  regel('TR018', ['WMO307'], 'De einddatum ligt niet voor de begindatum.', {
    StopProduct: (p: StopProduct) => !eerder(p.Einddatum, p.Begindatum),
  }),
  regel('TR134', regie, 'Geboortedatum, begindatums en de dagtekening van de declaratie liggen niet na de dagtekening van het bericht.', {
    StartProduct: (p: StartProduct, o) => !later(p.Begindatum, o.dagtekening),
    StopProduct: (p: StopProduct, o) => !later(p.Begindatum, o.dagtekening),
  }),
  regel('CS058', regie, 'StatusAanlevering is 1 (eerste) of 3 (verwijderen).', {
    StartProduct: (p: StartProduct) => p.StatusAanlevering === '1' || p.StatusAanlevering === '3',
    StopProduct: (p: StopProduct) => p.StatusAanlevering === '1' || p.StatusAanlevering === '3',
  }),
  regel('CS335', ['WMO301'], 'Reden 13 (verwijderd) mag alleen als de einddatum gelijk is aan de ingangsdatum.', {
    ToegewezenProduct: (p: Toegewezen) => p.RedenWijziging !== '13' || p.Einddatum === p.Ingangsdatum,
  }),
  regel('CS336', ['WMO301'], 'Reden 01 is vervallen en mag niet meer.', {
    ToegewezenProduct: (p: Toegewezen) => p.RedenWijziging !== '01',
  }),
]
