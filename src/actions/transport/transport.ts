/** De wegen van de keten, klaar voor gebruik: instellingen met de certificaten erbij, gekeurd en opnieuw te lezen zonder herstart. */
import { X509Certificate } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import { fout, ok, type Result } from '#core/base/result.ts'
import { toonCatalogusfout } from '#core/catalogus/laden/fout.ts'
import { leesPem, pemstand } from '#storage/pembestand.ts'
import { alleCertificaten, type Certificaatstand, eersteCertificaat, kaal, GEEN_CERTIFICAAT, keurSleutel, standVan } from './certificaat.ts'
import { GEEN_LIJST, leesLijsten, standVanLijst } from './intrekkingslijst.ts'
import { type Ketenbestand, leesKetenbestand } from './lees-ketenbestand.ts'
import type { Verzendinstellingen } from './stuur-envelop.ts'

export type Weg = 'https' | 'map' | 'geen'
/** Namens wie een certificaat mag sturen. */
export type Namens = 'iedereen' | readonly string[]
export type Pem = { readonly certificaat: string; readonly sleutel: string; readonly ca?: string; readonly crl?: string }
export type Ontvangst = {
  readonly poort: number
  readonly host: string
  readonly verzoekenPerMinuut: number
  /** Wie certificaten van anderen mag uitgeven. */
  readonly ca: string
  /** Zelf luisteren met TLS, of achter een proxy die het certificaat in een kop doorgeeft. */
  readonly soort: { readonly tls: Pem } | { readonly proxy: { readonly kop: string; readonly adressen: readonly string[] } }
}

export type Transport = {
  /** Wie hier een weg heeft. */
  readonly partijen: readonly string[]
  wegVan(partij: string): Weg
  /** Waarheen en waarmee; null als er voor deze ander geen adres is. */
  naar(partij: string, ander: string): Verzendinstellingen | null
  readonly applicatie: string
  readonly envelop325: 'Di01' | 'Du01'
  /** Seconden tot de tweede poging, en uren tot opgeven. */
  readonly herhaal: number
  readonly opgeven: number
  readonly geduldMs: number
  ontvangst(): Ontvangst | null
  namensWie(houder: { oin: string | null; vingerafdruk: string }): Namens | null
  certificaten(nu: Date): Certificaatstand[]
  /** Leest de certificaten opnieuw als er een bestand veranderd is. Klopt het nieuwe niet, dan blijft het oude en staat hier waarom. */
  vernieuw(): Promise<Result<boolean, string[]>>
}

/** Het transport van een draaiend programma; een gemeente die langskomt moet er ook zijn. */
export type Ketendienst = Transport & { zorgVoorGemeente(code: string): Promise<void> }

export async function openTransport(pad: string, heeftMap: boolean): Promise<Result<Transport, string[]>> {
  const tekst = await leesPem(pad)
  if (!tekst.ok) return fout([`MEEDOEN_KETEN: ${pad}: ${tekst.fout}`])
  const gelezen = leesKetenbestand(pad, tekst.value)
  if (!gelezen.ok) return fout(gelezen.fout.map(toonCatalogusfout))
  const zonderMap = Object.entries(gelezen.value.partijen).find(([, p]) => p.weg === 'map' && !heeftMap)
  if (zonderMap) return fout([`${pad}: partij ${zonderMap[0]} heeft de weg map; geef met MEEDOEN_BERICHTEN welke map.`])
  const wortel = dirname(resolve(pad))
  const pems = await leesPems(gelezen.value, wortel)
  return pems.ok ? ok(await maakTransport(gelezen.value, wortel, pems.value, heeftMap)) : pems
}

type Bron = {
  readonly naam: string
  readonly certificaat?: string | undefined
  readonly sleutel?: string | undefined
  readonly ca?: string | undefined
  readonly crl?: string | undefined
}
type Pems = ReadonlyMap<string, Partial<Pem>>

/** Elk deel van het bestand met certificaten. */
function bronnenVan({ verzending, ontvangst, partijen }: Ketenbestand): Bron[] {
  const eigen = Object.entries(partijen).flatMap(([code, p]) => (p.certificaat ? [{ naam: `partijen.${code}`, ...p }] : []))
  return [
    ...(verzending ? [{ naam: 'verzending', ...verzending }] : []),
    ...(ontvangst ? [{ naam: 'ontvangst', ...ontvangst }] : []),
    ...eigen,
  ]
}

async function leesPems(b: Ketenbestand, wortel: string): Promise<Result<Pems, string[]>> {
  const fouten: string[] = []
  const pems = new Map<string, Record<string, string>>()
  for (const bron of bronnenVan(b)) {
    const deel: Record<string, string> = {}
    for (const veld of ['certificaat', 'sleutel', 'ca', 'crl'] as const) {
      const pad = bron[veld]
      if (pad === undefined) continue
      const tekst = await leesPem(resolve(wortel, pad))
      if (tekst.ok) deel[veld] = tekst.value
      else fouten.push(`${bron.naam}.${veld}: ${resolve(wortel, pad)}: ${tekst.fout}`)
    }
    fouten.push(...keurDeel(bron, deel))
    pems.set(bron.naam, deel)
  }
  return fouten.length > 0 ? fout(fouten) : ok(pems)
}

/** Of het bij elkaar hoort. Een verlopen certificaat houdt het programma niet tegen: dat zou alle andere werk ook stilleggen. */
function keurDeel(bron: Bron, { certificaat, sleutel, ca, crl }: Partial<Pem>): string[] {
  const fouten: string[] = []
  const gelezen = certificaat === undefined ? null : eersteCertificaat(certificaat)
  if (certificaat !== undefined && gelezen === null) fouten.push(`${bron.naam}.certificaat: ${bron.certificaat}: ${GEEN_CERTIFICAAT}`)
  const paar = gelezen && sleutel !== undefined ? keurSleutel(gelezen, sleutel) : null
  if (paar && !paar.ok) fouten.push(`${bron.naam}.sleutel: ${bron.sleutel}: ${paar.fout}`)
  if (ca !== undefined && alleCertificaten(ca) === null) fouten.push(`${bron.naam}.ca: ${bron.ca}: ${GEEN_CERTIFICAAT}`)
  if (crl !== undefined && leesLijsten(crl) === null) fouten.push(`${bron.naam}.crl: ${bron.crl}: ${GEEN_LIJST}`)
  return fouten
}

async function maakTransport(b: Ketenbestand, wortel: string, eerste: Pems, heeftMap: boolean): Promise<Transport> {
  const paden = bronnenVan(b).flatMap((bron) =>
    [bron.certificaat, bron.sleutel, bron.ca, bron.crl].flatMap((p) => (p ? [resolve(wortel, p)] : [])),
  )
  let pems = eerste
  let stand = await pemstand(paden)
  let adressen = new Map<string, Verzendinstellingen>()
  const geduldMs = (b.verzending?.geduld ?? 30) * 1000
  return {
    partijen: Object.keys(b.partijen),
    wegVan: (partij) => b.partijen[partij]?.weg ?? (heeftMap ? 'map' : 'geen'),
    naar(partij, ander) {
      const p = b.partijen[partij]
      const adres = p?.adressen?.[ander] ?? p?.adres
      if (adres === undefined) return null
      const sleutel = `${partij} ${adres}`
      const bekend = adressen.get(sleutel)
      if (bekend !== undefined) return bekend
      const nieuw = { adres, ...pems.get('verzending'), ...pems.get(`partijen.${partij}`), geduldMs }
      adressen.set(sleutel, nieuw)
      return nieuw
    },
    applicatie: b.verzending?.applicatie ?? 'Meedoen',
    envelop325: b.verzending?.envelop325 ?? 'Di01',
    herhaal: b.verzending?.herhaal ?? 10,
    opgeven: b.verzending?.opgeven ?? 72,
    geduldMs,
    ontvangst: () => (b.ontvangst ? maakOntvangst(b.ontvangst, pems) : null),
    namensWie({ oin, vingerafdruk }) {
      const gevonden = b.vertrouwd.filter((v) => (v.oin !== undefined ? v.oin === oin : kaal(v.vingerafdruk ?? '') === vingerafdruk))
      if (gevonden.length === 0) return null
      return gevonden.some((v) => v.namens === 'iedereen') ? 'iedereen' : gevonden.flatMap((v) => v.namens)
    },
    certificaten: (nu) =>
      [...pems].flatMap(([naam, { certificaat, ca, crl }]) => [
        ...(certificaat === undefined ? [] : [standVan(naam, [new X509Certificate(certificaat)], nu)]),
        ...(ca === undefined ? [] : [standVan(`${naam}.ca`, alleCertificaten(ca) ?? [], nu)]),
        ...(crl === undefined ? [] : [standVanLijst(`${naam}.crl`, crl, nu)]),
      ]),
    async vernieuw() {
      const nieuw = await pemstand(paden)
      if (nieuw === stand) return ok(false)
      const gelezen = await leesPems(b, wortel)
      if (!gelezen.ok) return gelezen
      pems = gelezen.value
      stand = nieuw
      adressen = new Map()
      return ok(true)
    },
  }
}

function maakOntvangst(o: NonNullable<Ketenbestand['ontvangst']>, pems: Pems): Ontvangst {
  const { certificaat = '', sleutel = '', ca = '', crl } = pems.get('ontvangst') ?? {}
  const { poort, host, verzoekenPerMinuut } = o
  const soort = 'proxy' in o ? { proxy: o.proxy } : { tls: { certificaat, sleutel, ca, ...(crl !== undefined && { crl }) } }
  return { poort, host, verzoekenPerMinuut, ca, soort }
}
