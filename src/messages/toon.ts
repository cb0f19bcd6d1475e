/** Een bericht zoals mensen het lezen: Nederlandse woorden, betekenissen van codes, datums voluit en bedragen in euro's. */
import { inWoorden, parseDatum } from '#core/base/datum.ts'
import { naamGebruik, productCategorie } from './iwmo-3-2/codelijsten.ts'
import { labelVan } from './labels.ts'
import type { Beschreven } from './releases.ts'
import type { Klasse, Simpel, Veld } from './vorm.ts'

type Waarde = Readonly<Record<string, unknown>>

/** Velden die alleen voor machines zijn. */
const technisch = new Set(['BerichtCode', 'BerichtVersie', 'BerichtSubversie', 'XsdVersie', 'XsdVersieRetour', 'XsdVersieDeclaratie'])

/** Eén regel van een leesbaar bericht. Zonder tekst is het de kop van wat er dieper onder staat. */
export type Leesregel = { readonly diep: number; readonly label: string; readonly tekst: string | null }

/** Het bericht in regels tekst. */
export const berichtInWoorden = (beschreven: Beschreven, waarde: Waarde): string =>
  `${[berichttitel(beschreven), ...berichtInRegels(beschreven, waarde).map(alsTekst)].join('\n')}\n`

const berichttitel = ({ release, bericht }: Beschreven): string =>
  `${bericht.naam} ${bericht.titel} (${release.standaard} ${release.versie})`

function alsTekst({ diep, label, tekst }: Leesregel): string {
  const begin = '  '.repeat(diep)
  if (tekst === null) return `${diep === 0 ? '\n' : ''}${begin}${label}`
  // Een volgende regel van een opmerking staat onder de eerste, niet vooraan alsof het een nieuw veld is.
  return `${begin}${label}: ${tekst.replaceAll('\n', `\n${begin}  `)}`
}

/** Het bericht als regels. Van een lange lijst staan er `hoogstens` zoveel, met hoeveel er nog zijn. */
export const berichtInRegels = ({ bericht }: Beschreven, waarde: Waarde, hoogstens = Number.POSITIVE_INFINITY): Leesregel[] =>
  klasseregels({ soort: 'klasse', velden: bericht.velden }, waarde, { diep: 0, hoogstens })

type Plek = { readonly diep: number; readonly hoogstens: number }

function klasseregels(klasse: Klasse, waarde: Waarde, plek: Plek): Leesregel[] {
  return Object.entries(klasse.velden).flatMap(([naam, veld]) => {
    const deel = waarde[naam]
    if (deel === undefined || technisch.has(naam)) return []
    const alle = Array.isArray(deel) ? deel : [deel]
    const getoond = alle.slice(0, plek.hoogstens).flatMap((d) => veldregels(naam, veld, d, waarde, plek))
    const rest = alle.length - plek.hoogstens
    return rest > 0 ? [...getoond, { diep: plek.diep, label: labelVan(naam), tekst: `en nog ${rest.toLocaleString('nl-NL')}` }] : getoond
  })
}

function veldregels(naam: string, { inhoud }: Veld, waarde: unknown, boven: Waarde, plek: Plek): Leesregel[] {
  const regel = (tekst: string | null) => ({ diep: plek.diep, label: labelVan(naam), tekst })
  const inWoorden = (tekst: string) => [regel(veilig(tekst).replace(/\r\n?/g, '\n'))]
  if (inhoud.soort === 'simpel') return inWoorden(simpelInWoorden(inhoud, waarde as string | number, boven))
  const groep = waarde as Waarde
  const zin = inhoud.soort === 'groep' ? groepInWoorden[inhoud.naam ?? '']?.(groep) : undefined
  if (zin !== undefined) return inWoorden(zin)
  // Het omhulsel om een lijst zegt een mens niets; elk onderdeel heeft zijn eigen kop.
  if (inhoud.soort === 'lijst') return klasseregels(inhoud, groep, plek)
  return [regel(null), ...klasseregels(inhoud, groep, { ...plek, diep: plek.diep + 1 })]
}

/** Stuurtekens voor een scherm horen niet in een leesbaar bericht. */
const veilig = (tekst: string): string => tekst.replace(/[\u007f-\u009f\u2028-\u202e]/g, '·')

const inEuro = new Set(['LDT_Bedrag', 'LDT_TotaalBedrag', 'LDT_Budget'])

function simpelInWoorden(type: Simpel, waarde: string | number, boven: Waarde): string {
  if (type.codes !== undefined) return `${type.codes.codes[waarde] ?? ''} (${waarde})`
  if (type.basis === 'date') return datumInWoorden(String(waarde))
  if (inEuro.has(type.naam)) return euro(Number(waarde))
  if (type.naam === 'LDT_Volume' && boven.Eenheid === '83') return euro(Number(waarde))
  return String(waarde)
}

export function datumInWoorden(tekst: string): string {
  const datum = parseDatum(tekst)
  return datum === null ? tekst : inWoorden(datum)
}

export const euro = (centen: number): string => {
  const heel = String(Math.trunc(centen / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `€ ${heel},${String(centen % 100).padStart(2, '0')}`
}

const eenheden: Readonly<Record<string, readonly [enkel: string, meer: string]>> = {
  '01': ['minuut', 'minuten'],
  '04': ['uur', 'uur'],
  '14': ['etmaal', 'etmalen'],
  '16': ['dagdeel', 'dagdelen'],
  '82': ['stuk', 'stuks'],
  '84': ['stuk', 'stuks'],
}
const perTijd: Readonly<Record<string, string>> = { '1': 'per dag', '2': 'per week', '4': 'per maand', '6': 'in totaal' }

/** Een volume met zijn eenheid: "4 dagdelen", "1 stuk"; zonder eenheid is het een bedrag in centen. */
export function hoeveelheid(volume: number, eenheid: string): string {
  const woorden = eenheden[eenheid]
  return woorden === undefined ? euro(volume) : `${volume} ${woorden[volume === 1 ? 0 : 1]}`
}

const datumDeel: Readonly<Record<string, (d: string) => string>> = {
  '1': (d) => `${d.slice(0, 7)} (dag onbekend)`,
  '2': (d) => `${d.slice(0, 4)} (dag en maand onbekend)`,
  '3': () => 'onbekend',
}

const metDC = (centen: unknown, dc: unknown): string => `${euro(Number(centen))}${dc === 'C' ? ' credit' : ' debet'}`
const achternaam = (n: Waarde): string => [n.Voorvoegsel, n.Achternaam].filter(Boolean).join(' ')
const telefoon = (t: Waarde): string => `${t.Telefoonnummer} (land ${t.Landnummer})`

function naam(n: Waarde): string {
  const partner = n.Partnernaam === undefined ? '' : `, partner ${achternaam(n.Partnernaam as Waarde)}`
  const voor = n.Voornamen ?? n.Voorletters ?? ''
  return `${[voor, achternaam(n.Geslachtsnaam as Waarde)].filter(Boolean).join(' ')}${partner}`
}

function periode(p: Waarde): string {
  const van = p.Begindatum === undefined ? '' : datumInWoorden(String(p.Begindatum))
  const tot = p.Einddatum === undefined ? '' : `t/m ${datumInWoorden(String(p.Einddatum))}`
  return [van && tot === '' ? `vanaf ${van}` : van, tot].filter(Boolean).join(' ') || 'niet ingevuld'
}

/** "Dagbesteding (07, 07A01)" */
export function productInWoorden(p: Waarde): string {
  return `${productCategorie.codes[p.Categorie as keyof typeof productCategorie.codes]} (${[p.Categorie, p.Code].filter(Boolean).join(', ')})`
}

function adres(a: Waarde): string {
  const huis = (a.Huis ?? {}) as Waarde
  const nummer = [huis.AanduidingWoonadres, huis.Huisnummer, huis.Huisletter, huis.HuisnummerToevoeging]
    .filter((x) => x !== undefined)
    .join(' ')
  const regels = [[a.Straatnaam, nummer].filter(Boolean).join(' '), [a.Postcode, a.Plaatsnaam].filter(Boolean).join(' '), a.LandCode]
  return regels.filter(Boolean).join(', ') || 'niet ingevuld'
}

/** Groepen die in één zin leesbaarder zijn dan veld voor veld. */
const groepInWoorden: Readonly<Record<string, (g: Waarde) => string>> = {
  CDT_Adres: adres,
  CDT_BedragMetDC: (g) => metDC(g.Bedrag, g.DebetCredit),
  CDT_TotaalBedragMetDC: (g) => metDC(g.TotaalBedrag, g.DebetCredit),
  CDT_BerichtIdentificatie: (g) => `${g.Identificatie} van ${datumInWoorden(String(g.Dagtekening))}`,
  CDT_Geboortedatum: (g) => datumDeel[String(g.DatumGebruik)]?.(String(g.Datum)) ?? datumInWoorden(String(g.Datum)),
  CDT_GeslotenPeriode: periode,
  CDT_OpenPeriode: periode,
  CDT_Omvang: (g) => `${hoeveelheid(Number(g.Volume), String(g.Eenheid))} ${perTijd[String(g.Frequentie)] ?? ''}`,
  CDT_Referentie: (g) =>
    g.VorigReferentieNummer === undefined ? String(g.ReferentieNummer) : `${g.ReferentieNummer}, trekt ${g.VorigReferentieNummer} in`,
  CDT_Telefoonnummers: (g) =>
    [g.Telefoon01, g.Telefoon02]
      .filter(Boolean)
      .map((t) => telefoon(t as Waarde))
      .join(' en '),
  CDT_Product: productInWoorden,
  CDT_VerkorteNaam: naam,
  CDT_VolledigeNaam: (g) =>
    `${naam(g)}; naamgebruik: ${naamGebruik.codes[g.NaamGebruik as keyof typeof naamGebruik.codes]} (${g.NaamGebruik})`,
}
