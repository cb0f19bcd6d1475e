/** Van weigering naar antwoord (RFC 9457). De enige plek die weet welke statuscode bij een weigering hoort. */
import type { FastifyReply } from 'fastify'
import * as z from 'zod'
import type { Weigering, Weigersoort } from '#actions/handeling/weigering.ts'

const status: Record<Weigersoort, number> = {
  niet_aangemeld: 401,
  niet_bevoegd: 403,
  niet_gevonden: 404,
  ongeldig: 422,
  regel: 422,
  verouderd: 412,
  botst: 409,
  te_veel: 429,
  storing: 500,
  even_weg: 503,
}

const titels: Record<Weigersoort, string> = {
  niet_aangemeld: 'U bent niet aangemeld.',
  niet_bevoegd: 'U mag dit niet.',
  niet_gevonden: 'Niet gevonden.',
  ongeldig: 'Niet alles is goed ingevuld.',
  regel: 'Een regel laat dit niet toe.',
  verouderd: 'Een collega was u voor.',
  botst: 'Dit is er al.',
  te_veel: 'Te veel verzoeken.',
  storing: 'Er ging iets mis.',
  even_weg: 'Dit antwoordt nu niet.',
}

/** Wat elke fout teruggeeft. `plaats` is een JSON Pointer in wat u stuurde. */
export const probleemvorm = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string(),
    watNu: z.string().optional(),
    eis: z.string().optional(),
    fouten: z.array(z.object({ plaats: z.string(), code: z.string(), tekst: z.string() })).optional(),
    wie: z.string().optional(),
    wanneer: z.string().optional(),
    huidig: z.unknown().optional(),
    correlatie: z.string(),
  })
  .meta({ id: 'Probleem' })
export type Probleem = z.infer<typeof probleemvorm>

/** Een fout herhaalt nooit negen cijfers die iemand typte, ook niet als veldnaam: het kan een BSN zijn. */
const zonderNummers = (tekst: string): string => tekst.replace(/(?<![\w-])\d{9}(?![\w-])/g, '(nummer)')

export const maakProbleem = (w: Weigering, correlatie: string): Probleem => ({
  type: `/api/v1/documentatie#${w.code}`,
  title: titels[w.soort],
  status: status[w.soort],
  detail: zonderNummers(w.tekst),
  code: w.code,
  ...(w.watNu !== undefined && { watNu: w.watNu }),
  ...(w.eis !== undefined && { eis: w.eis }),
  ...(w.fouten !== undefined && {
    fouten: w.fouten.map(({ plaats, code, tekst }) => ({ plaats: zonderNummers(plaats), code, tekst: zonderNummers(tekst) })),
  }),
  ...(w.wie !== undefined && { wie: w.wie }),
  ...(w.wanneer !== undefined && { wanneer: w.wanneer }),
  ...(w.huidig !== undefined && { huidig: w.huidig }),
  correlatie,
})

export const statusVan = (w: Weigering): number => status[w.soort]

export function stuurProbleem(antwoord: FastifyReply, w: Weigering): FastifyReply {
  antwoord.request.weigercode = w.code
  const probleem = maakProbleem(w, String(antwoord.request.id))
  if (w.versie !== undefined) antwoord.header('etag', `"v${w.versie}"`)
  return antwoord.code(probleem.status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(probleem)
}
