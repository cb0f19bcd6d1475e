/** Met welk certificaat iemand zich meldt: zelf aan de verbinding te zien, of doorgegeven door een proxy die te vertrouwen is. */
import { BlockList, isIPv6 } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { X509Certificate } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { alleCertificaten, isUitgegevenDoor, keurGeldigheid } from '#actions/transport/certificaat.ts'
import type { Ontvangst } from '#actions/transport/transport.ts'

export type Herkenner = (vraag: FastifyRequest) => X509Certificate | null

/** Geeft alleen een certificaat dat nu geldt en van een uitgever is die wij vertrouwen. */
export function maakHerkenner({ soort, ca }: Ontvangst, nu: () => Date): Herkenner {
  if ('tls' in soort) return ({ raw }) => (raw.socket as TLSSocket).getPeerX509Certificate() ?? null
  const uitgevers = alleCertificaten(ca) ?? []
  const proxies = maakLijst(soort.proxy.adressen)
  return ({ raw, headers }) => {
    const adres = (raw.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    if (!proxies.check(adres, isIPv6(adres) ? 'ipv6' : 'ipv4')) return null
    const kop = headers[soort.proxy.kop.toLowerCase()]
    const certificaat = typeof kop === 'string' ? uitKop(kop) : null
    return certificaat !== null && keurGeldigheid(certificaat, nu()) === null && isUitgegevenDoor(certificaat, uitgevers)
      ? certificaat
      : null
  }
}

function maakLijst(adressen: readonly string[]): BlockList {
  const lijst = new BlockList()
  for (const adres of adressen) {
    const [ip = '', lengte] = adres.split('/')
    const soort = isIPv6(ip) ? 'ipv6' : 'ipv4'
    if (lengte === undefined) lijst.addAddress(ip, soort)
    else lijst.addSubnet(ip, Number(lengte), soort)
  }
  return lijst
}

/** Zoals nginx (PEM, gecodeerd voor een adres), HAProxy (DER in base64) en RFC 9440 (DER in base64 tussen dubbele punten) het doorgeven. */
function uitKop(kop: string): X509Certificate | null {
  try {
    if (/^-----BEGIN(%20|\+| )CERTIFICATE-----/.test(kop)) return new X509Certificate(alsPem(decodeURIComponent(kop)))
    return new X509Certificate(Buffer.from(kop.replace(/^:|:$/g, ''), 'base64'))
  } catch {
    return null
  }
}

/** Een kop heeft geen regels: spaties of tabs waar zij stonden. */
function alsPem(tekst: string): string {
  const inhoud = tekst.replace(/-----(BEGIN|END).CERTIFICATE-----/g, '').replace(/\s+/g, '\n')
  return `-----BEGIN CERTIFICATE-----\n${inhoud.trim()}\n-----END CERTIFICATE-----\n`
}
