/** Een route die een bestand geeft om te bewaren: stuk voor stuk, en niet sneller dan de ontvanger het aankan. */
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { Weigering } from '#actions/handeling/weigering.ts'
import type { Result } from '#core/base/result.ts'
import { probleemvorm, stuurProbleem } from './probleem.ts'
import { documentatie, leesVerzoek, type Route, type Verzoek } from './route.ts'

type Bestand = {
  /** Alleen letters, cijfers, streepjes en een punt. */
  readonly naam: string
  readonly grootte: number
  stukken(): AsyncGenerator<Uint8Array>
}
type Bestandroute<P extends z.ZodType, Q extends z.ZodType> = Pick<
  Route<P, Q, undefined, z.ZodType>,
  'pad' | 'onderdeel' | 'samenvatting'
> & {
  readonly params: P
  readonly query: Q
  /** Soort inhoud, zoals `application/xml`. */
  readonly soort: string
  doe(v: Verzoek<z.output<P>, z.output<Q>, undefined>): Promise<Result<Bestand, Weigering>>
}

export function maakBestandroute<P extends z.ZodType, Q extends z.ZodType>(api: FastifyInstance, r: Bestandroute<P, Q>): void {
  const { doe, soort, ...rest } = r
  const inhoud = { [soort]: { schema: z.string().meta({ format: 'binary' }) } }
  const beschreven = documentatie({ ...rest, methode: 'GET', antwoord: z.string() })
  api.route({
    method: 'GET',
    url: r.pad,
    // Alleen de koppen vragen zou het hele bestand lezen en als opgehaald vastleggen.
    exposeHeadRoute: false,
    schema: { ...beschreven, response: { 200: { description: 'Het bestand.', content: inhoud }, default: probleemvorm } },
    validatorCompiler: () => () => true,
    handler: async (vraag, antwoord) => {
      const gelezen = leesVerzoek(api, rest, vraag)
      if (!gelezen.ok) return stuurProbleem(antwoord, gelezen.fout)
      const uitkomst = await doe(gelezen.value as Verzoek<z.output<P>, z.output<Q>, undefined>)
      if (!uitkomst.ok) return stuurProbleem(antwoord, uitkomst.fout)
      const { naam, grootte, stukken } = uitkomst.value
      return antwoord
        .type(soort)
        .header('content-length', grootte)
        .header('content-disposition', `attachment; filename="${naam}"`)
        .send(Readable.from(stukken(), { objectMode: false, highWaterMark: 1 }))
    },
  })
}
