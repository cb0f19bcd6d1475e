/** Certificaten voor een test, gemaakt tijdens de test: een uitgever, en wat hij uitgeeft. Alleen wat TLS nodig heeft, in DER. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto'

const tlv = (soort: number, ...delen: Uint8Array[]): Buffer => {
  const inhoud = Buffer.concat(delen)
  const n = inhoud.length
  const lengte = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255]
  return Buffer.concat([Buffer.from([soort, ...lengte]), inhoud])
}
const rij = (...delen: Uint8Array[]) => tlv(0x30, ...delen)
const getal = (bytes: Uint8Array) => tlv(0x02, bytes)
const waar = tlv(0x01, Buffer.from([255]))
const bits = (bytes: Uint8Array, over = 0) => tlv(0x03, Buffer.from([over]), bytes)
function oid(punten: string): Buffer {
  const [a = 0, b = 0, ...rest] = punten.split('.').map(Number)
  const deel = (n: number): number[] => (n < 128 ? [n] : [...deel(n >> 7).map((x) => x | 128), n & 127])
  return tlv(0x06, Buffer.from([a * 40 + b, ...rest.flatMap(deel)]))
}
const tijd = (op: Date) => tlv(0x18, Buffer.from(`${op.toISOString().replace(/\D/g, '').slice(0, 14)}Z`))
const deelVanNaam = (soort: string, tekst: string) => tlv(0x31, rij(oid(soort), tlv(0x0c, Buffer.from(tekst))))
const naam = (cn: string, oin?: string) => rij(...(oin === undefined ? [] : [deelVanNaam('2.5.4.5', oin)]), deelVanNaam('2.5.4.3', cn))
const uitbreiding = (soort: string, inhoud: Uint8Array, kritiek = false) => rij(oid(soort), ...(kritiek ? [waar] : []), tlv(0x04, inhoud))
const ondertekening = rij(oid('1.2.840.10045.4.3.2'))
const alsPem = (soort: string, der: Buffer) =>
  `-----BEGIN ${soort}-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${soort}-----\n`

export type Proefcertificaat = { readonly certificaat: string; readonly sleutel: string; readonly vingerafdruk: string }
export type Uitgever = Proefcertificaat & { readonly naam: Buffer; readonly geheim: KeyObject }
type Wens = { readonly cn?: string; readonly oin?: string; readonly van?: Date; readonly tot?: Date }

const DAG = 86_400_000

function maak(wie: Buffer, uitgever: { naam: Buffer; geheim: KeyObject } | null, wens: Wens, uitbreidingen: Buffer[]): Uitgever {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const door = uitgever ?? { naam: wie, geheim: privateKey }
  const inhoud = rij(
    tlv(0xa0, getal(Buffer.from([2]))),
    getal(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ondertekening,
    door.naam,
    rij(tijd(wens.van ?? new Date(Date.now() - DAG)), tijd(wens.tot ?? new Date(Date.now() + 365 * DAG))),
    wie,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, rij(...uitbreidingen)),
  )
  const der = rij(inhoud, ondertekening, bits(sign('sha256', inhoud, door.geheim)))
  return {
    naam: wie,
    geheim: privateKey,
    certificaat: alsPem('CERTIFICATE', der),
    sleutel: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    vingerafdruk: createHash('sha256').update(der).digest('hex'),
  }
}

export const maakUitgever = (cn: string, wens: Wens = {}): Uitgever =>
  maak(naam(cn), null, wens, [uitbreiding('2.5.29.19', rij(waar), true), uitbreiding('2.5.29.15', bits(Buffer.from([0x06]), 1), true)])

/** Voor 127.0.0.1 en de naam `localhost` (die een kale machine niet altijd kent), als server en als client. */
export const geefUit = (uitgever: Uitgever, wens: Wens): Proefcertificaat =>
  maak(naam(wens.cn ?? 'proef', wens.oin), uitgever, wens, [
    uitbreiding('2.5.29.37', rij(oid('1.3.6.1.5.5.7.3.1'), oid('1.3.6.1.5.5.7.3.2'))),
    uitbreiding('2.5.29.17', rij(tlv(0x82, Buffer.from('localhost')), tlv(0x87, Buffer.from([127, 0, 0, 1])))),
  ])

/** De lijst van wat deze uitgever introk; geldt tot `tot`. */
export function trekIn(uitgever: Uitgever, certificaten: readonly Proefcertificaat[], tot: Date): string {
  const nu = new Date(Date.now() - DAG)
  const weg = certificaten.map((c) => rij(getal(Buffer.from(new X509Certificate(c.certificaat).serialNumber, 'hex')), tijd(nu)))
  const inhoud = rij(getal(Buffer.from([1])), ondertekening, uitgever.naam, tijd(nu), tijd(tot), ...(weg.length > 0 ? [rij(...weg)] : []))
  return alsPem('X509 CRL', rij(inhoud, ondertekening, bits(sign('sha256', inhoud, uitgever.geheim))))
}
