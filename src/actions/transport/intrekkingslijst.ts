/** Intrekkingslijsten (CRL) keuren: is het er een, en tot wanneer geldt zij. Wat ingetrokken is, weigert TLS zelf. */
import { createSecureContext } from 'node:tls'
import { type Certificaatstand, dagzin } from './certificaat.ts'

export const GEEN_LIJST = 'Hierin staat geen intrekkingslijst (PEM, met BEGIN X509 CRL).'

const DAG = 86_400_000
const [GETAL, UTC, TIJD] = [0x02, 0x17, 0x18]
type Deel = { readonly soort: number; readonly inhoud: Buffer; readonly einde: number }

/** Tot wanneer elke lijst in deze PEM geldt; null als er geen lijst in staat of er een niet te lezen is. */
export function leesLijsten(pem: string): Date[] | null {
  const blokken = [...pem.matchAll(/-----BEGIN X509 CRL-----([\s\S]*?)-----END X509 CRL-----/g)]
  if (blokken.length === 0) return null
  try {
    createSecureContext({ crl: pem })
    return blokken.map(([, base64 = '']) => geldigTot(Buffer.from(base64, 'base64')))
  } catch {
    return null
  }
}

/** Hoe het staat met een of meer lijsten bij elkaar: de eerste die verloopt telt. Een verlopen lijst laat niemand meer door. */
export function standVanLijst(naam: string, pem: string, nu: Date): Certificaatstand {
  const tot = new Date(Math.min(...(leesLijsten(pem) ?? []).map((d) => d.getTime())))
  const verloopt = tot < nu
  const melding = `${naam}: De intrekkingslijst is verlopen op ${dagzin(tot)}; tot er een nieuwe is komt er geen verbinding. Haal de nieuwste op.`
  return { naam, dagen: Math.floor((tot.getTime() - nu.getTime()) / DAG), tot, verloopt, melding: verloopt ? melding : null }
}

/** CertificateList, tbsCertList: [version], signature, issuer, thisUpdate, [nextUpdate] (RFC 5280, 5.1). Zonder einde geldt zij altijd. */
function geldigTot(der: Buffer): Date {
  const delen = [...delenVan(leesDeel(leesDeel(der, 0).inhoud, 0).inhoud)]
  const vanaf = delen[0]?.soort === GETAL ? 1 : 0
  const einde = delen[vanaf + 3]
  return einde !== undefined && (einde.soort === UTC || einde.soort === TIJD) ? leesTijd(einde) : new Date(8.64e15)
}

function* delenVan(bytes: Buffer): Generator<Deel> {
  for (let plek = 0; plek < bytes.length; ) {
    const deel = leesDeel(bytes, plek)
    yield deel
    plek = deel.einde
  }
}

/** Eén deel in DER: soort, lengte, inhoud. */
function leesDeel(bytes: Buffer, plek: number): Deel {
  const eerste = bytes.readUInt8(plek + 1)
  const extra = eerste < 0x80 ? 0 : eerste - 0x80
  const lengte = extra === 0 ? eerste : bytes.readUIntBE(plek + 2, extra)
  const begin = plek + 2 + extra
  return { soort: bytes.readUInt8(plek), inhoud: bytes.subarray(begin, begin + lengte), einde: begin + lengte }
}

/** JJMMDDuummssZ (tot 2050) of JJJJMMDDuummssZ. */
function leesTijd({ soort, inhoud }: Deel): Date {
  const tekst = inhoud.toString('latin1')
  const heel = soort === UTC ? `${Number(tekst.slice(0, 2)) < 50 ? '20' : '19'}${tekst}` : tekst
  return new Date(heel.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}
