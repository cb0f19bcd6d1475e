/** Legt een antwoord naast het OpenAPI-document: status, soort inhoud, bij 201 de Location, en elke vorm, ook velden die er niet in horen. */
import type { Proefserver } from './proefserver.testhulp.ts'

type Schema = boolean | { [sleutel: string]: unknown }
type Document = {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>>
  components?: { schemas?: Record<string, Schema> }
  'x-problemen'?: Record<string, string>
}
export type Gekregen = { status: number; soort: string; lichaam: unknown; plaats?: string | undefined }
export type Contract = {
  /** Gooit met een lijst van wat er niet klopt. Geeft de route, of null als dit adres niet in het document staat. */
  controleer(methode: string, pad: string, antwoord: Gekregen): string | null
  readonly routes: readonly string[]
}

type Lees = {
  openapi: string
  info: { version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Record<string, unknown>>>
}
/** Het document zoals een aanroeper het krijgt. */
export const document = async (s: Pick<Proefserver, 'server'>): Promise<Lees> => (await s.server.inject('/api/v1/openapi.json')).json()

export function leesContract(document: Document): Contract {
  const routes = Object.entries(document.paths).flatMap(([pad, methoden]) =>
    Object.entries(methoden).map(([methode, { responses }]) => ({
      naam: `${methode.toUpperCase()} ${pad}`,
      methode: methode.toUpperCase(),
      vorm: new RegExp(`^${pad.replace(/\{[^}]+\}/g, '[^/?]+')}$`),
      vast: !pad.includes('{'),
      responses,
    })),
  )
  return {
    routes: routes.map((r) => r.naam),
    controleer(methode, pad, { status, soort, lichaam, plaats }) {
      const kaal = pad.split('?')[0] ?? ''
      const passend = routes.filter((r) => r.methode === methode && r.vorm.test(kaal))
      const route = passend.find((r) => r.vast) ?? passend[0]
      if (!route) return null
      const beschreven = route.responses[String(status)] ?? (status >= 400 ? route.responses.default : undefined)
      const fouten: string[] = []
      if (!beschreven) fouten.push(`status ${status} staat niet in het document`)
      // Wat gemaakt is, is op een adres uit het document terug te vinden.
      if (status === 201 && !routes.some((r) => r.vorm.test(plaats?.replace('/api/v1', '') ?? '')))
        fouten.push(`Location is ${plaats ?? 'er niet'}`)
      if (status === 204) {
        if (beschreven && lichaam === null) return route.naam
        throw new Error(`${route.naam} (204) hoort zonder inhoud in het document te staan`)
      }
      const verwacht = status >= 400 ? 'application/problem+json' : (Object.keys(beschreven?.content ?? {})[0] ?? 'application/json')
      if (!soort.startsWith(verwacht)) fouten.push(`content-type ${soort}, verwacht ${verwacht}`)
      const code = (lichaam as { code?: unknown } | null)?.code
      if (status >= 400 && !(String(code) in (document['x-problemen'] ?? {})))
        fouten.push(`de code ${String(code)} staat niet in src/http/api/problemen.ts`)
      const inhoud = Object.entries(beschreven?.content ?? {}).find(([naam]) => naam === verwacht)?.[1]
      if (beschreven && !inhoud) fouten.push(`het document noemt geen ${verwacht} bij ${status}`)
      else if (inhoud) fouten.push(...beoordeel(document, inhoud.schema, lichaam, ''))
      if (fouten.length > 0)
        throw new Error(
          `${route.naam} (${status}) wijkt af van het document:\n${fouten.slice(0, 10).join('\n')}\n${JSON.stringify(lichaam).slice(0, 500)}`,
        )
      return route.naam
    },
  }
}

const soortVan = (w: unknown): string => (w === null ? 'null' : Array.isArray(w) ? 'array' : Number.isInteger(w) ? 'integer' : typeof w)

function beoordeel(document: Document, schema: Schema, waarde: unknown, plek: string): string[] {
  if (typeof schema === 'boolean') return schema ? [] : [`${plek}: hier hoort niets te staan`]
  const onder = (s: unknown, w: unknown, p: string) => beoordeel(document, s as Schema, w, p)
  const fouten: string[] = []
  const zeg = (tekst: string) => void fouten.push(`${plek || '/'}: ${tekst}`)
  if (typeof schema.$ref === 'string') {
    const naam = schema.$ref.replace('#/components/schemas/', '')
    const doel = document.components?.schemas?.[naam]
    if (doel === undefined) return [`${plek}: de verwijzing ${schema.$ref} bestaat niet`]
    fouten.push(...onder(doel, waarde, plek))
  }
  if (schema.type !== undefined) {
    const mag = [schema.type].flat() as string[]
    const is = soortVan(waarde)
    if (!mag.includes(is) && !(is === 'integer' && mag.includes('number'))) zeg(`is ${is}, hoort ${mag.join(' of ')} te zijn`)
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(waarde)) zeg(`${JSON.stringify(waarde)} staat niet in de lijst`)
  if ('const' in schema && schema.const !== waarde) zeg(`hoort ${JSON.stringify(schema.const)} te zijn`)
  for (const deel of (schema.allOf as Schema[] | undefined) ?? []) fouten.push(...onder(deel, waarde, plek))
  for (const soort of ['anyOf', 'oneOf'] as const) {
    const keuzes = schema[soort] as Schema[] | undefined
    if (keuzes && !keuzes.some((k) => onder(k, waarde, plek).length === 0))
      zeg(`past bij geen van de mogelijkheden (${onder(keuzes[0] as Schema, waarde, plek)[0] ?? ''})`)
  }
  if (typeof waarde === 'string') {
    if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(waarde))
      zeg(`${JSON.stringify(waarde)} heeft niet de vorm ${schema.format ?? schema.pattern}`)
    if (typeof schema.maxLength === 'number' && waarde.length > schema.maxLength) zeg('is te lang')
    if (typeof schema.minLength === 'number' && waarde.length < schema.minLength) zeg('is te kort')
  }
  if (typeof waarde === 'number') {
    if (typeof schema.minimum === 'number' && waarde < schema.minimum) zeg(`is kleiner dan ${schema.minimum}`)
    if (typeof schema.maximum === 'number' && waarde > schema.maximum) zeg(`is groter dan ${schema.maximum}`)
  }
  if (Array.isArray(waarde) && schema.items !== undefined) waarde.forEach((w, i) => fouten.push(...onder(schema.items, w, `${plek}/${i}`)))
  if (waarde !== null && typeof waarde === 'object' && !Array.isArray(waarde))
    fouten.push(...beoordeelVelden(onder, schema, waarde as Record<string, unknown>, plek))
  return fouten
}

function beoordeelVelden(
  onder: (s: unknown, w: unknown, p: string) => string[],
  schema: { [sleutel: string]: unknown },
  waarde: Record<string, unknown>,
  plek: string,
): string[] {
  const velden = (schema.properties ?? {}) as Record<string, Schema>
  const mist = ((schema.required ?? []) as string[])
    .filter((naam) => waarde[naam] === undefined)
    .map((naam) => `${plek}/${naam}: ontbreekt`)
  const inhoud = Object.entries(waarde).flatMap(([naam, w]) => {
    if (naam in velden) return onder(velden[naam], w, `${plek}/${naam}`)
    const rest = schema.additionalProperties
    if (rest === undefined) return schema.properties ? [`${plek}/${naam}: staat niet in het document`] : []
    return rest === false ? [`${plek}/${naam}: staat niet in het document`] : onder(rest, w, `${plek}/${naam}`)
  })
  return [...mist, ...inhoud]
}
