/** Alles wat van buiten komt om te draaien, één keer gelezen en gecontroleerd. De betekenis staat in docs/beheer.md. */
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { bedoelde } from '#core/base/dichtstbij.ts'
import { isBlok, kort } from '#core/base/invoer.ts'
import { fout, ok, type Result } from '#core/base/result.ts'

export const logniveaus = ['fataal', 'fout', 'waarschuwing', 'info', 'spoor'] as const

export type Config = {
  readonly host: string
  /** 0 kiest een vrije poort. */
  readonly poort: number
  /** Het adres zoals mensen het zien, bijvoorbeeld achter een omgekeerde proxy; leeg: het eigen adres. */
  readonly adres: string | undefined
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly beheerUrl: string | undefined
  readonly verbindingen: number
  readonly sleutels: string
  readonly catalogi: string
  /** Map met berichten, per partij; leeg: berichten wachten op een andere weg. */
  readonly berichten: string | undefined
  /** Bestand met wie wij in de keten zijn en langs welke weg berichten gaan; leeg: alles langs de map. */
  readonly keten: string | undefined
  /** Verzonnen gemeenten en aanmelden met een knop per rol. */
  readonly proef: boolean
  readonly oidc: { readonly uitgever: string; readonly clientId: string; readonly geheim: string | undefined } | undefined
  readonly log: (typeof logniveaus)[number]
  /** Wie de meetwaarden van buiten deze computer mag lezen. */
  readonly meetsleutel: string | undefined
  readonly verzoekenPerMinuut: number
  /** Na zoveel dagen weg: sessies en uitgaand werk die voorbij zijn, en antwoorden op eenmalige verzoeken. */
  readonly opruimen: { readonly voorbijDagen: number; readonly verzoekDagen: number }
  /** Proxy's waarvan het doorgegeven adres van de aanroeper te vertrouwen is. */
  readonly proxies: readonly string[]
}

/** Naam in de omgeving → hoe zij te lezen. Dezelfde namen staan in het configuratiebestand. */
const tekst = z.string().min(1)
const velden = {
  HOST: tekst.default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  MEEDOEN_ADRES: z.url({ protocol: /^https?$/ }).optional(),
  MEEDOEN_DATA: tekst.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_BEHEER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MEEDOEN_VERBINDINGEN: z.coerce.number().int().min(1).max(500).default(10),
  MEEDOEN_SLEUTELS: tekst.optional(),
  MEEDOEN_CATALOGI: tekst.optional(),
  MEEDOEN_BERICHTEN: tekst.optional(),
  MEEDOEN_KETEN: tekst.optional(),
  MEEDOEN_PROEF: z.enum(['ja', 'nee']).optional(),
  OIDC_UITGEVER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: tekst.optional(),
  OIDC_CLIENT_SECRET: tekst.optional(),
  MEEDOEN_LOG: z.enum(logniveaus).default('waarschuwing'),
  MEEDOEN_MEETSLEUTEL: tekst.min(16).optional(),
  MEEDOEN_VERZOEKEN_PER_MINUUT: z.coerce.number().int().min(10).default(600),
  MEEDOEN_BEWAAR_DAGEN: z.coerce.number().int().min(2).max(3650).default(30),
  MEEDOEN_HERHAAL_DAGEN: z.coerce.number().int().min(1).max(365).default(2),
  MEEDOEN_PROXIES: z
    .string()
    .default('')
    .transform((t) => t.split(',').flatMap((deel) => deel.trim() || [])),
} as const
type Naam = keyof typeof velden

const uitleg: Record<Naam, string> = {
  HOST: 'een naam of adres, bijvoorbeeld 127.0.0.1',
  PORT: 'een getal van 0 tot en met 65535',
  MEEDOEN_ADRES: 'een adres dat met http:// of https:// begint',
  MEEDOEN_DATA: 'een map',
  DATABASE_URL: 'een adres als postgres://meedoen_app:…@server/meedoen',
  DATABASE_BEHEER_URL: 'een adres als postgres://eigenaar:…@server/meedoen',
  MEEDOEN_VERBINDINGEN: 'een getal van 1 tot en met 500',
  MEEDOEN_SLEUTELS: 'een bestand',
  MEEDOEN_CATALOGI: 'een map',
  MEEDOEN_BERICHTEN: 'een map',
  MEEDOEN_KETEN: 'een bestand',
  MEEDOEN_PROEF: 'ja of nee',
  OIDC_UITGEVER: 'een adres dat met https:// begint',
  OIDC_CLIENT_ID: 'een naam',
  OIDC_CLIENT_SECRET: 'een tekst',
  MEEDOEN_LOG: logniveaus.join(', '),
  MEEDOEN_MEETSLEUTEL: 'een tekst van minstens 16 tekens',
  MEEDOEN_VERZOEKEN_PER_MINUUT: 'een getal van 10 of meer',
  MEEDOEN_BEWAAR_DAGEN: 'een getal van 2 tot en met 3650',
  MEEDOEN_HERHAAL_DAGEN: 'een getal van 1 tot en met 365',
  MEEDOEN_PROXIES: 'adressen met komma’s ertussen',
}

/**
 * Leest de omgeving, en eronder het bestand van `MEEDOEN_CONFIG` (YAML met dezelfde namen). De fouten zeggen wat er mis is en wat
 * wel kan, en herhalen nooit een waarde die geheim kan zijn.
 */
export function leesConfig(
  omgeving: NodeJS.ProcessEnv,
  wortel: string,
  bestand?: { pad: string; tekst: string },
): Result<Config, string[]> {
  const uitBestand = leesBestand(bestand)
  if (!uitBestand.ok) return uitBestand
  const fouten: string[] = []
  const gelezen: Record<string, unknown> = {}
  for (const naam of Object.keys(velden) as Naam[]) {
    const ruw = omgeving[naam] || uitBestand.value[naam]
    const waarde = velden[naam].safeParse(ruw === undefined || ruw === '' ? undefined : typeof ruw === 'string' ? ruw : String(ruw))
    if (waarde.success) gelezen[naam] = waarde.data
    else fouten.push(`${naam} klopt niet${geheim.has(naam) ? '' : ` ("${kort(ruw)}")`}; geef ${uitleg[naam]}.`)
  }
  const v = gelezen as { [N in Naam]: z.output<(typeof velden)[N]> }
  if (fouten.length === 0) fouten.push(...samenhang(v))
  return fouten.length > 0 ? fout(fouten) : ok(maakConfig(v, wortel))
}

const geheim = new Set<Naam>(['DATABASE_URL', 'DATABASE_BEHEER_URL', 'OIDC_CLIENT_SECRET', 'MEEDOEN_MEETSLEUTEL'])

function leesBestand(bestand: { pad: string; tekst: string } | undefined): Result<Record<string, unknown>, string[]> {
  if (!bestand) return ok({})
  let ruw: unknown
  try {
    ruw = parse(bestand.tekst) ?? {}
  } catch (f) {
    return fout([`${bestand.pad} is geen geldige YAML: ${(f as Error).message.split('\n')[0]}`])
  }
  if (!isBlok(ruw)) return fout([`${bestand.pad}: schrijf per regel een naam en een waarde, bijvoorbeeld PORT: 8080.`])
  const onbekend = Object.keys(ruw).filter((naam) => !(naam in velden))
  if (onbekend.length === 0) return ok(ruw)
  return fout(onbekend.map((naam) => `${bestand.pad}: "${kort(naam)}" bestaat niet.${bedoelde(naam, Object.keys(velden))}`))
}

function samenhang(v: { [N in Naam]: z.output<(typeof velden)[N]> }): string[] {
  const fouten: string[] = []
  if (v.OIDC_UITGEVER && !v.OIDC_CLIENT_ID) fouten.push('Bij OIDC_UITGEVER hoort OIDC_CLIENT_ID.')
  if (v.OIDC_UITGEVER && !v.MEEDOEN_ADRES)
    fouten.push('Bij OIDC_UITGEVER hoort MEEDOEN_ADRES: daarheen stuurt de uitgever mensen terug na het aanmelden.')
  for (const naam of ['OIDC_UITGEVER', 'MEEDOEN_ADRES'] as const)
    if (v.OIDC_UITGEVER && v[naam]?.startsWith('http:') && !isEigenComputer(v[naam]))
      fouten.push(`${naam}: aanmelden met een werkaccount gaat over https; http kan alleen op de eigen computer.`)
  if (v.DATABASE_BEHEER_URL && !v.DATABASE_URL) fouten.push('Bij DATABASE_BEHEER_URL hoort DATABASE_URL, met de rol meedoen_app.')
  if (v.DATABASE_URL && !v.MEEDOEN_SLEUTELS)
    fouten.push('Bij een eigen database hoort MEEDOEN_SLEUTELS: een bestand met de sleutels voor het BSN, dat elk proces kan lezen.')
  return fouten
}

const isEigenComputer = (adres: string): boolean => /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(adres).hostname)

function maakConfig(v: { [N in Naam]: z.output<(typeof velden)[N]> }, wortel: string): Config {
  const data = resolve(v.MEEDOEN_DATA ?? join(wortel, 'data'))
  return {
    host: v.HOST,
    poort: v.PORT,
    adres: v.MEEDOEN_ADRES?.replace(/\/+$/, ''),
    data,
    databaseUrl: v.DATABASE_URL,
    beheerUrl: v.DATABASE_BEHEER_URL,
    verbindingen: v.MEEDOEN_VERBINDINGEN,
    sleutels: resolve(v.MEEDOEN_SLEUTELS ?? join(data, 'sleutels.json')),
    catalogi: resolve(v.MEEDOEN_CATALOGI ?? join(wortel, 'catalogi')),
    berichten: v.MEEDOEN_BERICHTEN === undefined ? undefined : resolve(v.MEEDOEN_BERICHTEN),
    keten: v.MEEDOEN_KETEN === undefined ? undefined : resolve(v.MEEDOEN_KETEN),
    // Zonder eigen database en zonder uitgever is dit een proefomgeving; één instelling zet dat uit.
    proef: v.MEEDOEN_PROEF ? v.MEEDOEN_PROEF === 'ja' : !v.DATABASE_URL && !v.OIDC_UITGEVER,
    oidc: v.OIDC_UITGEVER ? { uitgever: v.OIDC_UITGEVER, clientId: v.OIDC_CLIENT_ID ?? '', geheim: v.OIDC_CLIENT_SECRET } : undefined,
    log: v.MEEDOEN_LOG,
    meetsleutel: v.MEEDOEN_MEETSLEUTEL,
    verzoekenPerMinuut: v.MEEDOEN_VERZOEKEN_PER_MINUUT,
    opruimen: { voorbijDagen: v.MEEDOEN_BEWAAR_DAGEN, verzoekDagen: v.MEEDOEN_HERHAAL_DAGEN },
    proxies: v.MEEDOEN_PROXIES,
  }
}
