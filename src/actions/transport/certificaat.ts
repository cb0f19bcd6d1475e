/** Certificaten keuren: hoort de sleutel erbij, is het geldig, hoelang nog, en van wie is het. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { fout, ok, type Result } from '#core/base/result.ts'

const DAG = 86_400_000
const dag = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' })
export const dagzin = (moment: Date): string => dag.format(moment)

/** Het eerste certificaat in een PEM, of null. */
export function eersteCertificaat(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}

/** Alle certificaten in een PEM; null als er een niet te lezen is of er geen is. */
export function alleCertificaten(pem: string): X509Certificate[] | null {
  const gevonden = (pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []).map(eersteCertificaat)
  return gevonden.length === 0 || gevonden.includes(null) ? null : (gevonden as X509Certificate[])
}

export const GEEN_CERTIFICAAT = 'Hierin staat geen certificaat (PEM, met BEGIN CERTIFICATE).'

/** Waarom dit certificaat op dit moment niet te gebruiken is; null als het goed is. */
export function keurGeldigheid(certificaat: X509Certificate, nu: Date): string | null {
  const [van, tot] = [new Date(certificaat.validFrom), new Date(certificaat.validTo)]
  if (nu < van) return `Het certificaat geldt pas vanaf ${dag.format(van)}.`
  return nu > tot ? `Het certificaat is verlopen op ${dag.format(tot)}.` : null
}

export type Certificaatstand = {
  readonly naam: string
  /** Hele dagen dat het nog geldt; onder nul is het verlopen. */
  readonly dagen: number
  readonly tot: Date
  /** Bijna verlopen, of al verlopen. */
  readonly verloopt: boolean
  /** Wat er aan de hand is; null als het nog lang goed is. */
  readonly melding: string | null
}

/** Vanaf zoveel dagen voor het einde wordt er gewaarschuwd. */
const WAARSCHUW_DAGEN = 60

/** Hoe het staat met een of meer certificaten bij elkaar: het eerste dat verloopt telt. */
export function standVan(naam: string, certificaten: readonly X509Certificate[], nu: Date): Certificaatstand {
  const standen = certificaten.map((c) => {
    const tot = new Date(c.validTo)
    const dagen = Math.floor((tot.getTime() - nu.getTime()) / DAG)
    const nog =
      dagen > WAARSCHUW_DAGEN
        ? null
        : `Het certificaat verloopt over ${dagen} ${dagen === 1 ? 'dag' : 'dagen'}, op ${dag.format(tot)}. Vraag een nieuw aan.`
    const mis = keurGeldigheid(c, nu) ?? nog
    return { naam, dagen, tot, verloopt: dagen <= WAARSCHUW_DAGEN, melding: mis === null ? null : `${naam}: ${mis}` }
  })
  return standen.reduce((a, b) => (b.dagen < a.dagen || (a.melding === null && b.melding !== null) ? b : a))
}

/** De sleutel bij een certificaat, of waarom zij er niet bij hoort. */
export function keurSleutel(certificaat: X509Certificate, sleutel: string): Result<KeyObject, string> {
  let geheim: KeyObject
  try {
    geheim = createPrivateKey(sleutel)
  } catch (f) {
    const code = (f as NodeJS.ErrnoException).code
    if (code === 'ERR_MISSING_PASSPHRASE')
      return fout('De sleutel heeft een wachtwoord. Geef een sleutel zonder, in een bestand dat alleen het programma kan lezen.')
    return fout('Hierin staat geen sleutel (PEM, met BEGIN PRIVATE KEY).')
  }
  return certificaat.checkPrivateKey(geheim) ? ok(geheim) : fout('De sleutel hoort niet bij het certificaat.')
}

export type Certificaathouder = { readonly oin: string | null; readonly vingerafdruk: string }

/** Het OIN is bij PKIoverheid het serienummer in de naam van de houder. Twee serienummers is er geen. */
export function houderVan(certificaat: X509Certificate): Certificaathouder {
  const { serialNumber } = certificaat.toLegacyObject().subject as unknown as { serialNumber?: unknown }
  return {
    oin: typeof serialNumber === 'string' ? serialNumber : null,
    vingerafdruk: kaal(certificaat.fingerprint256),
  }
}

/** Een vingerafdruk zonder dubbele punten, in kleine letters. */
export const kaal = (vingerafdruk: string): string => vingerafdruk.replaceAll(':', '').toLowerCase()

/** Of een van deze uitgevers dit certificaat rechtstreeks ondertekende. */
export const isUitgegevenDoor = (certificaat: X509Certificate, uitgevers: readonly X509Certificate[]): boolean =>
  uitgevers.some((u) => u.ca && certificaat.checkIssued(u) && certificaat.verify(u.publicKey))
