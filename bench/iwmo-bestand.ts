/** Een verzonnen declaratie van elke omvang, in stukken gemaakt, met de toewijzingen en het contract waar zij op past. */
import { verzinBsn } from '#actions/demo/verzonnen-persoon.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'

export const GEMEENTE = '9001'
export const DAGTEKENING = '2026-02-10'
const PER_CLIENT = 8
/** Elke ronde heeft een eigen aanbieder en eigen nummers, zodat geen ronde de vorige in de weg zit. */
export type Opgave = { readonly prestaties: number; readonly ronde: number }
export const aanbiederVan = (ronde: number): string => String(10_000_000 + ronde)
const codes = ['02A01', '02A02', '02A03', '02A04', '02A05'] as const
const maanden = [
  ['2025-12-01', '2025-12-31'],
  ['2026-01-01', '2026-01-31'],
] as const

/** Een cliënt heeft vier toewijzingen, en op elk een regel per maand. */
const TOEWIJZINGEN = 4
const nummerVan = (ronde: number, client: number, regel: number): number =>
  100_000 + ronde * 10_000_000 + client * TOEWIJZINGEN + (regel % TOEWIJZINGEN)
const codeVan = (nummer: number): string => codes[nummer % codes.length] as string
const tariefVan = (code: string): number => 6_000 + 250 * codes.indexOf(code as (typeof codes)[number])
const volumeVan = (n: number): number => 4 + ((n * 7) % 29)
const bedragVan = (ronde: number, n: number): number =>
  volumeVan(n) * tariefVan(codeVan(nummerVan(ronde, Math.floor(n / PER_CLIENT), n % PER_CLIENT)))

export const clienten = (prestaties: number): number => Math.ceil(prestaties / PER_CLIENT)

/** Het bestand, per honderd cliënten een stuk. */
export function* declaratie({ prestaties, ronde }: Opgave): Generator<string> {
  let totaal = 0
  for (let n = 0; n < prestaties; n++) totaal += bedragVan(ronde, n)
  yield kop(ronde, totaal)
  let stuk = ''
  for (let c = 0; c < clienten(prestaties); c++) {
    stuk += client(c, Math.min(PER_CLIENT, prestaties - c * PER_CLIENT), ronde)
    if (c % 100 < 99) continue
    yield stuk
    stuk = ''
  }
  yield `${stuk}    </wmo323:Clienten>\r\n  </wmo323:Declaratie>\r\n</wmo323:Bericht>\r\n`
}

/** Waar de regels van dit bestand op passen. */
export function* toewijzingen({ prestaties, ronde }: Opgave): Generator<Toewijzing> {
  for (let c = 0; c < clienten(prestaties); c++)
    for (let regel = 0; regel < TOEWIJZINGEN; regel++) {
      const nummer = nummerVan(ronde, c, regel)
      yield {
        gemeente: GEMEENTE,
        aanbieder: aanbiederVan(ronde),
        nummer,
        bsn: verzinBsn(c),
        toewijzingsdatum: '2025-01-02',
        toewijzingstijd: '09:00:00',
        ingangsdatum: '2025-01-01',
        product: { Categorie: '02', Code: codeVan(nummer) },
        omvang: { Volume: 40, Eenheid: '04', Frequentie: '2' },
      }
    }
}

export const tarieven = codes.map((code) => ({
  code,
  categorie: '02',
  eenheid: '04',
  tarief: tariefVan(code),
  van: '2025-01-01',
  tot: null,
  catalogusproduct: null,
  naam: null,
}))

const client = (c: number, regels: number, ronde: number): string => {
  const delen = Array.from({ length: regels }, (_, i) => prestatie(c, i, ronde)).join('')
  return `      <wmo323:Client>\r\n        <wmo323:Bsn>${verzinBsn(c)}</wmo323:Bsn>\r\n        <wmo323:Prestaties>\r\n${delen}        </wmo323:Prestaties>\r\n      </wmo323:Client>\r\n`
}

function prestatie(c: number, i: number, ronde: number): string {
  const n = c * PER_CLIENT + i
  const nummer = nummerVan(ronde, c, i)
  const code = codeVan(nummer)
  const [van, tot] = maanden[Math.floor(i / TOEWIJZINGEN) % maanden.length] as (typeof maanden)[number]
  return `          <wmo323:Prestatie>\r
            <wmo323:ProductReferentie>\r
              <iwmo:ReferentieNummer>R${String(ronde).padStart(2, '0')}-${String(n).padStart(8, '0')}</iwmo:ReferentieNummer>\r
            </wmo323:ProductReferentie>\r
            <wmo323:ToewijzingNummer>${nummer}</wmo323:ToewijzingNummer>\r
            <wmo323:ProductCategorie>02</wmo323:ProductCategorie>\r
            <wmo323:ProductCode>${code}</wmo323:ProductCode>\r
            <wmo323:ProductPeriode>\r
              <iwmo:Begindatum>${van}</iwmo:Begindatum>\r
              <iwmo:Einddatum>${tot}</iwmo:Einddatum>\r
            </wmo323:ProductPeriode>\r
            <wmo323:GeleverdVolume>${volumeVan(n)}</wmo323:GeleverdVolume>\r
            <wmo323:Eenheid>04</wmo323:Eenheid>\r
            <wmo323:ProductTarief>${tariefVan(code)}</wmo323:ProductTarief>\r
            <wmo323:IngediendBedrag>\r
              <iwmo:Bedrag>${bedragVan(ronde, n)}</iwmo:Bedrag>\r
              <iwmo:DebetCredit>D</iwmo:DebetCredit>\r
            </wmo323:IngediendBedrag>\r
          </wmo323:Prestatie>\r\n`
}

const kop = (ronde: number, totaal: number): string => `<?xml version="1.0" encoding="UTF-8"?>\r
<wmo323:Bericht xmlns:iwmo="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema" xmlns:wmo323="http://www.istandaarden.nl/iwmo/3_2/wmo323/schema">\r
  <wmo323:Header>\r
    <wmo323:BerichtCode>484</wmo323:BerichtCode>\r
    <wmo323:BerichtVersie>3</wmo323:BerichtVersie>\r
    <wmo323:BerichtSubversie>2</wmo323:BerichtSubversie>\r
    <wmo323:Afzender>${aanbiederVan(ronde)}</wmo323:Afzender>\r
    <wmo323:Ontvanger>${GEMEENTE}</wmo323:Ontvanger>\r
    <wmo323:BerichtIdentificatie>\r
      <iwmo:Identificatie>METING-${ronde}</iwmo:Identificatie>\r
      <iwmo:Dagtekening>${DAGTEKENING}</iwmo:Dagtekening>\r
    </wmo323:BerichtIdentificatie>\r
    <wmo323:XsdVersie>\r
      <iwmo:BasisschemaXsdVersie>1.0.0</iwmo:BasisschemaXsdVersie>\r
      <iwmo:BerichtXsdVersie>1.0.0</iwmo:BerichtXsdVersie>\r
    </wmo323:XsdVersie>\r
  </wmo323:Header>\r
  <wmo323:Declaratie>\r
    <wmo323:DeclaratieNummer>D${ronde}</wmo323:DeclaratieNummer>\r
    <wmo323:DeclaratiePeriode>\r
      <iwmo:Begindatum>2026-01-01</iwmo:Begindatum>\r
      <iwmo:Einddatum>2026-01-31</iwmo:Einddatum>\r
    </wmo323:DeclaratiePeriode>\r
    <wmo323:DeclaratieDagtekening>${DAGTEKENING}</wmo323:DeclaratieDagtekening>\r
    <wmo323:TotaalIngediendBedrag>\r
      <iwmo:TotaalBedrag>${totaal}</iwmo:TotaalBedrag>\r
      <iwmo:DebetCredit>D</iwmo:DebetCredit>\r
    </wmo323:TotaalIngediendBedrag>\r
    <wmo323:Clienten>\r\n`
