/** Certificaten keuren: hoort de sleutel erbij, is het geldig, hoelang nog, en van wie is het. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { fout, ok, type Result } from '#core/base/result.ts'

const DAG = 86_400_000
const dag = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' })

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

/** Waarom dit certificaat vandaag niet te gebruiken is; leeg als het goed is. */
export function keurGeldigheid(pem: string, nu: Date): string[] {
  const certificaat = eersteCertificaat(pem)
  if (certificaat === null) return ['Hierin staat geen certificaat (PEM, met BEGIN CERTIFICATE).']
  if (nu < new Date(certificaat.validFrom)) return [`Het certificaat geldt pas vanaf ${dag.format(new Date(certificaat.validFrom))}.`]
  if (nu > new Date(certificaat.validTo)) return [`Het certificaat is verlopen op ${dag.format(new Date(certificaat.validTo))}.`]
  return []
}

/** Hele dagen die dit certificaat nog geldt; onder nul is het verlopen. */
export const dagenGeldig = (certificaat: X509Certificate, nu: Date): number =>
  Math.floor((new Date(certificaat.validTo).getTime() - nu.getTime()) / DAG)

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
