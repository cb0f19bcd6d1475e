/** Een inwoner uit een rij van een bestand: welke kolommen er kunnen zijn, en hoe een rij dezelfde invoer wordt als die van een scherm. */
import { bedoelde } from '#core/base/dichtstbij.ts'
import { kort } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { type Datum, parseDatum } from '#core/base/datum.ts'
import { type Inwonergegevens, leesInwoner } from '#core/dossier/inwoner.ts'

/** Kolom in het bestand → plaats in de invoer (JSON Pointer). Het team staat er met zijn naam in. */
const kolommen = {
  achternaam: '/naam/achternaam',
  voorvoegsel: '/naam/voorvoegsel',
  voornamen: '/naam/voornamen',
  voorletters: '/naam/voorletters',
  bsn: '/bsn',
  geen_bsn_reden: '/geenBsnReden',
  geboortedatum: '/geboortedatum',
  geslacht: '/geslacht',
  woonplaats: '/woonplaats',
  straat: '/adres/straat',
  huisnummer: '/adres/huisnummer',
  toevoeging: '/adres/toevoeging',
  postcode: '/adres/postcode',
  telefoon: '/telefoon',
  email: '/email',
  contactvoorkeur: '/contactvoorkeur',
  vertegenwoordiger: '/vertegenwoordiger/naam',
  vertegenwoordiger_rol: '/vertegenwoordiger/rol',
  vertegenwoordiger_telefoon: '/vertegenwoordiger/telefoon',
  vertegenwoordiger_sinds: '/vertegenwoordiger/sinds',
  geheim_adres: '/geheimAdres',
  overleden_op: '/overledenOp',
  team: '/team',
} as const
export type Importkolom = keyof typeof kolommen
export const importkolommen = Object.keys(kolommen) as readonly Importkolom[]

/** Een fout in één rij; `kolom` is leeg als zij over de hele rij gaat. Noemt nooit wat er stond: het kan een BSN zijn. */
export type Rijfout = { readonly kolom: Importkolom | null; readonly code: string; readonly tekst: string }

/** Leest de kopregel: welke kolom op welke plaats staat. Elke kolom hoort bekend te zijn; de achternaam is nodig. */
export function leesKop(velden: readonly string[]): Result<readonly Importkolom[], Rijfout[]> {
  const namen = velden.map((v) => v.trim().toLowerCase().replaceAll(' ', '_'))
  const fouten: Rijfout[] = []
  for (const [plaats, naam] of namen.entries()) {
    if (!Object.hasOwn(kolommen, naam))
      fouten.push({
        kolom: null,
        code: 'KOLOM_ONBEKEND',
        tekst: `De kolom "${kort(naam)}" bestaat niet.${bedoelde(naam, importkolommen)} Dit kan: ${importkolommen.join(', ')}.`,
      })
    else if (namen.indexOf(naam) !== plaats)
      fouten.push({ kolom: naam as Importkolom, code: 'KOLOM_DUBBEL', tekst: 'Deze kolom staat er twee keer in. Haal er een weg.' })
  }
  if (!namen.includes('achternaam'))
    fouten.push({
      kolom: 'achternaam',
      code: 'KOLOM_ONTBREEKT',
      tekst: 'Zet in de eerste regel de namen van de kolommen; achternaam is nodig.',
    })
  return fouten.length > 0 ? fout(fouten) : ok(namen as Importkolom[])
}

/** Leest één rij onder deze kop. Lege velden tellen als niet ingevuld. */
export function leesInwonerrij(
  kop: readonly Importkolom[],
  velden: readonly string[],
  teams: ReadonlyMap<string, string>,
  vandaag: Datum,
): Result<Inwonergegevens, Rijfout[]> {
  if (velden.length !== kop.length)
    return fout([
      {
        kolom: null,
        code: 'AANTAL_VELDEN',
        tekst: `Deze regel heeft ${velden.length} velden, de kopregel ${kop.length}. Zet een veld met een scheidingsteken tussen aanhalingstekens.`,
      },
    ])
  const invoer: Record<string, unknown> = {}
  const fouten: Rijfout[] = []
  for (let i = 0; i < kop.length; i++) {
    const kolom = kop[i] as Importkolom
    const tekst = (velden[i] as string).trim()
    if (tekst === '') continue
    const waarde = leesVeld(kolom, tekst, teams)
    if (waarde === null)
      fouten.push({
        kolom,
        code: 'TEAM_ONBEKEND',
        tekst: 'Dit team is er niet in deze gemeente. Gebruik de naam zoals het scherm hem toont.',
      })
    else zet(invoer, kolommen[kolom], waarde)
  }
  const gelezen = leesInwoner(invoer, vandaag)
  if (!gelezen.ok) fouten.push(...gelezen.fout.map(alsRijfout))
  return fouten.length > 0 || !gelezen.ok ? fout(fouten) : gelezen
}

const dagen = new Set<Importkolom>(['geboortedatum', 'overleden_op', 'vertegenwoordiger_sinds'])

/** Wat een rekenblad anders schrijft dan een scherm: ja en nee, en de dag voorop. Null: dit team is er niet. */
function leesVeld(kolom: Importkolom, tekst: string, teams: ReadonlyMap<string, string>): unknown {
  if (kolom === 'team') return teams.get(tekst.toLowerCase()) ?? null
  if (kolom === 'geheim_adres') return /^(ja|true|1)$/i.test(tekst) ? true : /^(nee|false|0)$/i.test(tekst) ? false : tekst
  if (dagen.has(kolom)) return leesDag(tekst)
  return tekst
}

/** 31-12-1950 is 1950-12-31. */
function leesDag(tekst: string): string {
  const gevonden = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(tekst)
  if (!gevonden) return tekst
  const iso = `${gevonden[3]}-${gevonden[2]?.padStart(2, '0')}-${gevonden[1]?.padStart(2, '0')}`
  return parseDatum(iso) ?? tekst
}

/** Plaatsen zijn één of twee stappen diep. */
function zet(invoer: Record<string, unknown>, plaats: string, waarde: unknown): void {
  const [, eerste = '', tweede] = plaats.split('/')
  if (tweede === undefined) invoer[eerste] = waarde
  else (invoer[eerste] ??= {}) && ((invoer[eerste] as Record<string, unknown>)[tweede] = waarde)
}

const kolomBij = new Map<string, Importkolom>([
  ...importkolommen.map((k) => [kolommen[k], k] as const),
  ['/naam', 'achternaam'],
  ['/vertegenwoordiger', 'vertegenwoordiger'],
])

const teksten: Partial<Record<string, string>> = {
  JANEE_ONGELDIG: 'Schrijf hier ja of nee.',
  DATUM_ONGELDIG: 'Dit is geen datum die bestaat. Schrijf 31-12-1950 of 1950-12-31.',
}

const alsRijfout = ({ plaats, code, tekst }: Invoerfout): Rijfout => ({
  kolom: kolomBij.get(plaats) ?? null,
  code,
  tekst: teksten[code] ?? tekst,
})
