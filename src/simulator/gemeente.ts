/** Een gespeelde gemeente, voor als Meedoen aanbieder is: wijst toe aan verzonnen cliënten, verlengt, en antwoordt op verzoeken. */
import { vulBsnAan } from '#core/base/bsn.ts'
import { type Datum, plusDagen, plusMaanden } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'
import type { WMO301, WMO315 } from '#messages/iwmo-3-2/release.ts'
import { isActueel } from '#messages/keten/afleiden.ts'
import type { Verzoek } from '#messages/keten/bron.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import type { Momentopname } from '#messages/keten/geheugen.ts'
import { maakKop } from './kop.ts'
import { type Paar, type Persoon, wachtenden } from './paar.ts'
import { type Gemaakt, type Gespeeld, maakPartij, type Moment } from './partij.ts'
import type { Gemeentegedrag } from './scenario.ts'
import { kenmerk, trek } from './zaaien.ts'

type Product = WMO301['Client']['ToegewezenProducten']['ToegewezenProduct'][number]
type Beeld = {
  readonly paar: Paar
  readonly moment: Moment
  readonly gedrag: Gemeentegedrag
  readonly zaad: number
  readonly nu: Momentopname
}

/** `bekenden` zijn de aanbieders die toewijzingen krijgen. */
export const maakGemeente = (code: string, gedrag: Gemeentegedrag, zaad: number, bekenden: readonly string[]): Gespeeld =>
  maakPartij({
    rol: 'gemeente',
    code,
    zaad,
    weigert: gedrag.weigert,
    bekenden,
    initiatief: (paar, moment) => {
      const beeld: Beeld = { paar, moment, gedrag, zaad, nu: paar.stand.momentopname(paar.partijen) }
      const bezet = wachtenden(paar)
      return [...antwoorden(beeld), ...nieuweClienten(beeld, bekenden.includes(paar.partijen.aanbieder)), ...verleng(beeld, bezet)]
    },
  })

/** Elke dag een deel van de cliënten, tot ze er allemaal zijn. */
const PER_DAG = 5

function nieuweClienten({ paar, moment, gedrag, zaad }: Beeld, isBekend: boolean): Gemaakt[] {
  const al = paar.personen.size
  const aantal = isBekend ? Math.min(PER_DAG, gedrag.clienten - al) : 0
  return Array.from({ length: Math.max(aantal, 0) }, (_, i) => {
    const persoon = verzinPersoon(paar, zaad, al + i)
    const ingang = plusDagen(moment.vandaag as Datum, -Math.floor(trek(zaad, 'ingang', persoon.Bsn) * 120))
    const einde = plusMaanden(ingang, 12)
    invariant(einde !== null, 'een jaar na vandaag bestaat')
    const nummer = nummerVan(paar, persoon.Bsn)
    return wijsToe({ paar, moment }, persoon, [
      { ...toegewezen(nummer, moment, zaad), Ingangsdatum: ingang, Einddatum: plusDagen(einde, -1) },
    ])
  })
}

/** Begeleiding in uren of dagbesteding in dagdelen. */
function toegewezen(nummer: number, moment: Moment, zaad: number): Omit<Product, 'Ingangsdatum'> {
  const isDag = trek(zaad, 'product', nummer) < 0.3
  return {
    ToewijzingNummer: nummer,
    Product: isDag ? { Categorie: '07', Code: '07A01' } : { Categorie: '02', Code: '02A01' },
    Toewijzingsdatum: moment.vandaag,
    Toewijzingstijd: '09:00:00',
    Omvang: { Volume: 2 + Math.floor(trek(zaad, 'volume', nummer) * 5), Eenheid: isDag ? '16' : '04', Frequentie: '2' },
  }
}

/** Uniek binnen de gemeente, ook over aanbieders heen (TR332). */
const nummerVan = ({ partijen }: Paar, over: string): number =>
  100_000_000 + Math.floor(trek('toewijzing', partijen.gemeente, partijen.aanbieder, over) * 899_999_999)

const TESTREEKS = 99_990_000
/** Alleen nummers die nooit zijn uitgegeven; elk paar begint ergens anders in de reeks. */
function verzinPersoon({ partijen }: Paar, zaad: number, n: number): Persoon {
  const begin = Math.floor(trek(zaad, 'reeks', partijen.gemeente, partijen.aanbieder) * 5_000)
  for (let i = 0, gevonden = 0; ; i++) {
    const bsn = vulBsnAan(TESTREEKS + ((begin + i) % 10_000))
    if (bsn === null || gevonden++ < n) continue
    return {
      Bsn: bsn,
      Geboortedatum: { Datum: `19${40 + (n % 50)}-0${1 + (n % 9)}-1${n % 10}` },
      Geslacht: '0',
      Naam: { Geslachtsnaam: { Achternaam: `Proefpersoon ${n + 1}` }, NaamGebruik: '1' },
    }
  }
}

function wijsToe({ paar: { partijen }, moment }: Pick<Beeld, 'paar' | 'moment'>, persoon: Persoon, producten: Product[]): Gemaakt {
  const { gemeente: van, aanbieder: naar } = partijen
  const identificatie = kenmerk('WMO301', van, naar, moment.vandaag, JSON.stringify(producten))
  return {
    naam: 'WMO301',
    waarde: {
      Header: maakKop({ code: '414', van, naar, identificatie, dagtekening: moment.vandaag }),
      Client: {
        ...persoon,
        Contactgegevens: { Contact: [{ Soort: '02', Telefoon: { Telefoon01: { Telefoonnummer: '0000000000', Landnummer: '31' } } }] },
        ToegewezenProducten: { ToegewezenProduct: producten },
      },
    },
  }
}

/** Alles wat er van deze cliënt loopt of nog ingaat, zoals het er stond (OP087). */
const lopend = ({ nu, moment }: Beeld, bsn: string): Product[] =>
  nu.toewijzingen.filter((t) => t.bsn === bsn && isActueel(t, moment.vandaag)).map(alsProduct)

const alsProduct = (t: Toewijzing): Product =>
  ({
    ToewijzingNummer: t.nummer,
    Product: t.product,
    Toewijzingsdatum: t.toewijzingsdatum,
    Toewijzingstijd: t.toewijzingstijd,
    Ingangsdatum: t.ingangsdatum,
    Einddatum: t.einddatum,
    RedenWijziging: t.redenWijziging,
    Omvang: t.omvang,
    Budget: t.budget,
  }) as Product

const VERLENGD = '04'
function verleng(beeld: Beeld, bezet: ReadonlySet<string | undefined>): Gemaakt[] {
  const { nu, moment, gedrag, zaad, paar } = beeld
  return nu.toewijzingen.flatMap((t) => {
    const persoon = paar.personen.get(t.bsn)
    const wil =
      trek(zaad, 'verlengt', t.nummer) < gedrag.verlengt.kans && moment.dag >= (paar.sinds.get(t.nummer) ?? 0) + gedrag.verlengt.na
    if (!wil || persoon === undefined || bezet.has(t.bsn) || t.redenWijziging !== undefined || t.einddatum === undefined) return []
    const einde = plusMaanden(t.einddatum as Datum, 3)
    if (einde === null || !isActueel(t, moment.vandaag)) return []
    const stempel = { Toewijzingsdatum: moment.vandaag, Toewijzingstijd: '12:00:00', Einddatum: einde, RedenWijziging: VERLENGD } as const
    return [
      wijsToe(
        beeld,
        persoon,
        lopend(beeld, t.bsn).map((p) => (p.ToewijzingNummer === t.nummer ? { ...p, ...stempel } : p)),
      ),
    ]
  })
}

/** Eerst soms in onderzoek; daarna afwijzen, of een VOT toewijzen. Een VOW wordt hier altijd afgewezen: dat vraagt een mens. */
function antwoorden(beeld: Beeld): Gemaakt[] {
  const { nu, paar, gedrag, zaad, moment } = beeld
  const bezig = new Set([...paar.open.values()].flatMap((b) => (b.naam === 'WMO319' ? [b.waarde.Antwoord.ReferentieAanbieder] : [])))
  return nu.verzoeken.flatMap((v) => {
    const open = !v.isGehonoreerd && !v.antwoorden.includes('1') && !bezig.has(v.referentie)
    const sinds = [...paar.gezien.values()].find(({ bericht }) => heeftReferentie(bericht, v.referentie))
    if (!open || sinds === undefined || moment.dag < sinds.dag + gedrag.verzoek.na) return []
    const kans = trek(zaad, 'verzoek', v.referentie)
    const inOnderzoek = trek(zaad, 'onderzoek', v.referentie) < gedrag.verzoek.onderzoekt
    if (inOnderzoek && v.antwoorden.length === 0) return [antwoord(beeld, v, '2')]
    const gevraagd = gevraagdVan(sinds.bericht.waarde, v)
    if (kans < gedrag.verzoek.wijstAf || gevraagd === undefined) return [antwoord(beeld, v, '1')]
    return toewijzenOp(beeld, v, gevraagd)
  })
}

type Aangevraagd = WMO315['Client']['AangevraagdeProducten']['AangevraagdProduct'][number]
const heeftReferentie = (bericht: { readonly naam: string; readonly waarde: unknown }, referentie: string): boolean =>
  (bericht.naam === 'WMO315' || bericht.naam === 'WMO317') && JSON.stringify(bericht.waarde).includes(JSON.stringify(referentie))
const gevraagdVan = (waarde: unknown, { referentie }: Verzoek): Aangevraagd | undefined =>
  ((waarde as WMO315).Client.AangevraagdeProducten?.AangevraagdProduct ?? []).find((p) => p.ReferentieAanbieder === referentie)

function antwoord({ paar: { partijen }, moment }: Beeld, v: Verzoek, VerzoekAntwoord: '1' | '2'): Gemaakt {
  const { gemeente: van, aanbieder: naar } = partijen
  const identificatie = kenmerk('WMO319', van, naar, v.referentie, VerzoekAntwoord, moment.vandaag)
  const reden = VerzoekAntwoord === '1' ? { RedenAfwijzingVerzoek: '2' as const } : {}
  return {
    naam: 'WMO319',
    waarde: {
      Header: maakKop({ code: '482', van, naar, identificatie, dagtekening: moment.vandaag }),
      Antwoord: { ReferentieAanbieder: v.referentie, VerzoekAntwoord, ...reden },
    },
  }
}

function toewijzenOp(beeld: Beeld, v: Verzoek, gevraagd: Aangevraagd): Gemaakt[] {
  const { paar, moment } = beeld
  const persoon = paar.personen.get(v.bsn)
  if (persoon === undefined || wachtenden(paar).has(v.bsn)) return []
  const nieuw: Product = {
    ToewijzingNummer: nummerVan(paar, v.referentie),
    ReferentieAanbieder: v.referentie,
    ...(gevraagd.Product && { Product: gevraagd.Product }),
    Toewijzingsdatum: moment.vandaag,
    Toewijzingstijd: '15:00:00',
    Ingangsdatum: gevraagd.ToewijzingIngangsdatum,
    ...(gevraagd.ToewijzingEinddatum && { Einddatum: gevraagd.ToewijzingEinddatum }),
    ...(gevraagd.Omvang && { Omvang: gevraagd.Omvang }),
    ...(gevraagd.Budget !== undefined && { Budget: gevraagd.Budget }),
  }
  return [wijsToe(beeld, persoon, [...lopend(beeld, v.bsn), nieuw])]
}
