/** Een gespeelde gemeente, voor als Meedoen aanbieder is: wijst toe aan verzonnen cliënten, verlengt, en antwoordt op verzoeken. */
import { vulBsnAan } from '#core/base/bsn.ts'
import { type Datum, plusDagen, plusMaanden } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'
import { isActueel } from '#messages/keten/afleiden.ts'
import { antwoorden } from './antwoord.ts'
import { type Gemeentebeeld, lopend, nummerVan, type Toegewezen, wijsToe } from './gemeentezaak.ts'
import { type Paar, type Persoon, wachtenden } from './paar.ts'
import { type Gespeeld, type Gemaakt, maakPartij, type Moment } from './partij.ts'
import type { Gemeentegedrag } from './scenario.ts'
import { trek } from './zaaien.ts'

/** `bekenden` zijn de aanbieders die toewijzingen krijgen. */
export const maakGemeente = (code: string, gedrag: Gemeentegedrag, zaad: number, bekenden: readonly string[]): Gespeeld =>
  maakPartij({
    rol: 'gemeente',
    code,
    zaad,
    weigert: gedrag.weigert,
    bekenden,
    initiatief: (paar, moment) => {
      const beeld: Gemeentebeeld = { paar, moment, gedrag, zaad, nu: paar.stand.momentopname(paar.partijen) }
      const bezet = wachtenden(paar)
      return [...antwoorden(beeld), ...nieuweClienten(beeld, bekenden.includes(paar.partijen.aanbieder)), ...verleng(beeld, bezet)]
    },
  })

/** Elke dag een deel van de cliënten, tot ze er allemaal zijn. */
const PER_DAG = 5

function nieuweClienten({ paar, moment, gedrag, zaad }: Gemeentebeeld, isBekend: boolean): Gemaakt[] {
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
function toegewezen(nummer: number, moment: Moment, zaad: number): Omit<Toegewezen, 'Ingangsdatum'> {
  const isDag = trek(zaad, 'product', nummer) < 0.3
  return {
    ToewijzingNummer: nummer,
    Product: isDag ? { Categorie: '07', Code: '07A01' } : { Categorie: '02', Code: '02A01' },
    Toewijzingsdatum: moment.vandaag,
    Toewijzingstijd: '09:00:00',
    Omvang: { Volume: 2 + Math.floor(trek(zaad, 'volume', nummer) * 5), Eenheid: isDag ? '16' : '04', Frequentie: '2' },
  }
}

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

const VERLENGD = '04'
function verleng(beeld: Gemeentebeeld, bezet: ReadonlySet<string | undefined>): Gemaakt[] {
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
