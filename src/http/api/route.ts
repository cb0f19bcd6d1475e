/**
 * Eén manier om een route te maken: vorm controleren, aanmelding en CSRF, ETag, sleutel voor eenmalige verzoeken, en van
 * uitkomst naar antwoord. Uit dezelfde vormen komt het OpenAPI-document; de route zelf is daarna een regel of tien.
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Aanroep, Dienst } from '#actions/handeling/dienst.ts'
import { ongeldig, type Weigering } from '#actions/handeling/weigering.ts'
import type { Result } from '#core/base/result.ts'
import { API } from './document.ts'
import { probleemvorm, stuurProbleem } from './probleem.ts'
import { naarInvoerfouten } from './vormfout.ts'

type Vorm = z.ZodType
type Uit<V> = V extends Vorm ? z.output<V> : undefined

/** Een handeling geeft vaak iets terug dat niemand mag wijzigen; dat past in elk antwoord. */
export type AlleenLezen<T> = T extends (infer D)[]
  ? readonly AlleenLezen<D>[]
  : T extends object
    ? { readonly [K in keyof T]: AlleenLezen<T[K]> }
    : T

/** Wat een route krijgt: alles gelezen en gecontroleerd. */
export type Verzoek<P, Q, L> = {
  readonly dienst: Dienst
  readonly aanroep: Aanroep
  readonly params: P
  readonly query: Q
  readonly lichaam: L
  /** De versie uit If-Match; alleen bij `vraagtVersie`. */
  readonly versie: number
  readonly vraag: FastifyRequest
}

export type Route<P extends Vorm | undefined, Q extends Vorm | undefined, L extends Vorm | undefined, A extends Vorm> = {
  readonly methode: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Onder /api/v1, in de vorm `/inwoners/:id`. */
  readonly pad: string
  /** Kop in de documentatie. */
  readonly onderdeel: string
  readonly samenvatting: string
  readonly params?: P
  readonly query?: Q
  readonly lichaam?: L
  readonly antwoord: A
  /** 201 in plaats van 200, met in Location waar het nieuwe staat: een pad onder /api/v1. */
  readonly maakt?: (waarde: AlleenLezen<z.input<A>>, params: Uit<P>) => string
  /** De aanroeper stuurt If-Match met de versie die hij zag. */
  readonly vraagtVersie?: boolean
  /** De aanroeper stuurt Idempotency-Key; hetzelfde verzoek telt één keer. */
  readonly eenmalig?: boolean
  /** De versie in het antwoord, voor de ETag. */
  readonly versieVan?: (waarde: AlleenLezen<z.input<A>>) => number
  /** Grootste lichaam in bytes; standaard 64 kB. */
  readonly maxLichaam?: number
  doe(v: Verzoek<Uit<P>, Uit<Q>, Uit<L>>): Promise<Result<AlleenLezen<z.input<A>>, Weigering>>
}

export type Routes = (api: FastifyInstance) => void

const leeg = z.undefined()

/** Registreert een route die een aangemelde medewerker vraagt. */
export function maakRoute<P extends Vorm | undefined, Q extends Vorm | undefined, L extends Vorm | undefined, A extends Vorm>(
  api: FastifyInstance,
  r: Route<P, Q, L, A>,
): void {
  api.route({
    method: r.methode,
    url: r.pad,
    ...(r.maxLichaam !== undefined && { bodyLimit: r.maxLichaam }),
    schema: documentatie(r),
    // De vorm wordt in de route gecontroleerd, zodat elke fout in dezelfde Nederlandse vorm terugkomt.
    validatorCompiler: () => () => true,
    handler: async (vraag, antwoord) => {
      const gelezen = leesVerzoek(api, r, vraag)
      if (!gelezen.ok) return stuurProbleem(antwoord, gelezen.fout)
      const uitkomst = await r.doe(gelezen.value)
      if (!uitkomst.ok) return stuurProbleem(antwoord, uitkomst.fout)
      if (r.maakt) antwoord.header('location', `${API}${r.maakt(uitkomst.value, gelezen.value.params)}`)
      return stuur(antwoord, r, uitkomst.value)
    },
  })
}

/** Gelukt: 201 als er iets gemaakt is, 204 als er niets te vertellen is. */
const statuscode = (r: { readonly maakt?: unknown; readonly antwoord: Vorm }): 200 | 201 | 204 =>
  r.maakt ? 201 : r.antwoord instanceof z.ZodNull ? 204 : 200

function stuur<A extends Vorm>(
  antwoord: FastifyReply,
  r: Pick<Route<undefined, undefined, undefined, A>, 'versieVan' | 'antwoord'> & { readonly maakt?: unknown },
  waarde: AlleenLezen<z.input<A>>,
) {
  if (r.versieVan) antwoord.header('etag', `"v${r.versieVan(waarde)}"`)
  const code = statuscode(r)
  if (code === 204) return antwoord.code(code).send()
  return antwoord
    .code(code)
    .type('application/json; charset=utf-8')
    .send(waarde ?? null)
}

/** Wat er in het OpenAPI-document over een route staat. */
export function documentatie<P extends Vorm | undefined, Q extends Vorm | undefined, L extends Vorm | undefined, A extends Vorm>(
  r: Omit<Route<P, Q, L, A>, 'doe'>,
) {
  const koppen = z.object({
    ...(r.vraagtVersie && { 'if-match': z.string().meta({ description: 'De ETag van wat u zag, bijvoorbeeld "v3".' }) }),
    ...(r.eenmalig && {
      'idempotency-key': z.string().meta({ description: 'Zelf gekozen, per verzoek anders; herhalen geeft hetzelfde antwoord.' }),
    }),
    ...(r.methode !== 'GET' && { 'x-csrf-token': z.string().meta({ description: 'Uit GET /api/v1/sessie.' }) }),
  })
  return {
    summary: r.samenvatting,
    tags: [r.onderdeel],
    ...(r.params && { params: r.params }),
    ...(r.query && { querystring: r.query }),
    ...(r.lichaam && { body: r.lichaam }),
    ...(Object.keys(koppen.shape).length > 0 && { headers: koppen }),
    response: { [statuscode(r)]: r.antwoord, default: probleemvorm },
  }
}

/** Het verzoek, gelezen en gecontroleerd; of waarom niet. */
export function leesVerzoek<P extends Vorm | undefined, Q extends Vorm | undefined, L extends Vorm | undefined>(
  api: FastifyInstance,
  r: Pick<Route<P, Q, L, Vorm>, 'params' | 'query' | 'lichaam' | 'vraagtVersie' | 'eenmalig'>,
  vraag: FastifyRequest,
): Result<Verzoek<Uit<P>, Uit<Q>, Uit<L>>, Weigering> {
  const { aanroep, dienst } = { aanroep: vraag.aanroep, dienst: api.dienst }
  if (!aanroep) throw new Error('deze route hoort achter de aanmelding te liggen')
  const params = (r.params ?? leeg).safeParse(r.params ? vraag.params : undefined)
  // Een adres dat geen verwijzing kan zijn, bestaat niet.
  if (!params.success) return weigerAdres
  const query = (r.query ?? leeg).safeParse(r.query ? vraag.query : undefined)
  if (!query.success) return ongeldig(naarInvoerfouten(query.error))
  const lichaam = (r.lichaam ?? leeg).safeParse(r.lichaam ? vraag.body : undefined)
  if (!lichaam.success) return ongeldig(naarInvoerfouten(lichaam.error))
  const versie = r.vraagtVersie ? leesVersie(vraag.headers['if-match']) : { ok: true as const, value: 0 }
  if (!versie.ok) return versie
  const eenmalig = r.eenmalig ? leesSleutel(vraag) : { ok: true as const, value: undefined }
  if (!eenmalig.ok) return eenmalig
  return {
    ok: true,
    value: {
      dienst,
      aanroep: eenmalig.value ? { ...aanroep, idempotentie: eenmalig.value } : aanroep,
      params: params.data as Uit<P>,
      query: query.data as Uit<Q>,
      lichaam: lichaam.data as Uit<L>,
      versie: versie.value,
      vraag,
    },
  }
}

const weigerAdres = {
  ok: false as const,
  fout: {
    soort: 'niet_gevonden',
    code: 'NIET_GEVONDEN',
    tekst: 'Dit adres wijst niets aan.',
    watNu: 'Begin opnieuw vanuit een lijst.',
  } as Weigering,
}

function leesVersie(kop: string | undefined): Result<number, Weigering> {
  const gevonden = /^(?:W\/)?"v(\d{1,9})"$/.exec(kop ?? '')
  if (gevonden) return { ok: true, value: Number(gevonden[1]) }
  return ongeldig([
    {
      code: 'IF_MATCH_ONTBREEKT',
      plaats: '',
      tekst: 'Stuur in If-Match de ETag mee van wat u zag, bijvoorbeeld "v3"; zo overschrijft u niemand.',
    },
  ])
}

function leesSleutel(vraag: FastifyRequest): Result<{ sleutel: string; verzoek: Buffer }, Weigering> {
  const sleutel = vraag.headers['idempotency-key']
  if (typeof sleutel === 'string' && /^[\x21-\x7e]{8,100}$/.test(sleutel)) {
    const verzoek = createHash('sha256')
      .update(`${vraag.method} ${vraag.url}\n`)
      .update(JSON.stringify(vraag.body ?? null))
      .digest()
    return { ok: true, value: { sleutel, verzoek } }
  }
  return ongeldig([
    {
      code: 'IDEMPOTENCY_KEY_ONTBREEKT',
      plaats: '',
      tekst: 'Stuur een Idempotency-Key mee van 8 tot 100 leestekens, voor elk verzoek een nieuwe; dan telt het één keer.',
    },
  ])
}
