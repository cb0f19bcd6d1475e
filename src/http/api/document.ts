/** Het OpenAPI-document: wat onder de API ligt, met de fouten in hun eigen soort en zonder verwijzingen die nergens heen wijzen. */
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

import { problemen } from './problemen.ts'

export const API = '/api/v1'
export const APIVERSIE = '1.0.0'

type Blok = { [sleutel: string]: unknown }

export const documentopties = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Meedoen',
      version: APIVERSIE,
      description:
        'Wmo 2015-begeleiding: dossier, onderzoek, indicatie. Een fout is application/problem+json; de codes staan in x-problemen en op /api/v1/documentatie. Een antwoord 201 zegt in Location waar het nieuwe staat.',
    },
    servers: [{ url: API }],
  },
  transform: (route: Parameters<typeof jsonSchemaTransform>[0]) => {
    const { schema, url } = jsonSchemaTransform(route)
    return { schema: url.startsWith(`${API}/`) ? schema : { ...schema, hide: true }, url }
  },
  transformObject: (invoer: Parameters<typeof jsonSchemaTransformObject>[0]) => {
    const document = jsonSchemaTransformObject(invoer) as unknown as Blok & { components?: { schemas?: Blok } }
    const bekend = new Set(Object.keys(document.components?.schemas ?? {}).map((naam) => `#/components/schemas/${naam}`))
    return metProblemen(zonderLosseVerwijzingen(document, bekend) as Blok) as ReturnType<typeof jsonSchemaTransformObject>
  },
  stripBasePath: true,
}

/** `z.json()` verwijst naar een deel dat niet in het document komt; zij is elke waarde, dus mag daar alles staan. */
function zonderLosseVerwijzingen(deel: unknown, bekend: ReadonlySet<string>): unknown {
  if (Array.isArray(deel)) return deel.map((d) => zonderLosseVerwijzingen(d, bekend))
  if (deel === null || typeof deel !== 'object') return deel
  const { $ref, ...rest } = deel as Blok
  const los = typeof $ref === 'string' && !bekend.has($ref)
  const inhoud = Object.fromEntries(
    Object.entries(rest)
      .filter(([naam]) => naam !== '__shared')
      .map(([naam, waarde]) => [naam, zonderLosseVerwijzingen(waarde, bekend)]),
  )
  return $ref === undefined || los ? inhoud : { ...inhoud, $ref }
}

/** Het standaardantwoord van elke route is de fout, in haar eigen soort. */
function metProblemen(document: Blok): Blok {
  for (const methoden of Object.values((document.paths ?? {}) as Record<string, Record<string, Blok>>))
    for (const route of Object.values(methoden)) {
      const antwoorden = route.responses as Record<string, { description?: string; content?: Record<string, unknown> }> | undefined
      const fout = antwoorden?.default
      const vorm = fout?.content?.['application/json']
      if (antwoorden && fout && vorm)
        antwoorden.default = { description: 'Wat er mis is, en wat nu.', content: { 'application/problem+json': vorm } }
    }
  return { ...document, 'x-problemen': problemen }
}
