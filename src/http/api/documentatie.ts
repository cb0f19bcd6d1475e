/** De API in leesbare vorm, gemaakt uit het OpenAPI-document: zonder script, op papier te zetten, en nooit ouder dan de routes zelf. */
import { type Html, html } from '../pagina.ts'
import { API } from './document.ts'
import { problemen, vormproblemen } from './problemen.ts'

type Schema = { [sleutel: string]: unknown }
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: Schema }
type Route = {
  summary?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>
}
export type Leesdocument = { paths?: Record<string, Record<string, Route>>; components?: { schemas?: Record<string, Schema> } }

export function maakDocumentatie(document: Leesdocument): Html {
  const routes = Object.entries(document.paths ?? {}).flatMap(([pad, methoden]) =>
    Object.entries(methoden).map(([methode, route]) => ({ methode: methode.toUpperCase(), pad, route })),
  )
  const onderdelen = [...new Set(routes.map((r) => r.route.tags?.[0] ?? 'Overig'))]
  return html`
<p>Alles onder <code>${API}</code>. Het volledige document is <a href="${API}/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Onderdelen"><ul>${onderdelen.map((o) => html`<li><a href="#${anker(o)}">${o}</a></li>`)}<li><a href="#vormen">Vormen</a></li><li><a href="#problemen">Problemen</a></li></ul></nav>
<h2>Afspraken</h2>
<ul>
<li>Aanmelden gaat in de browser; de sessie zit in een cookie. <code>GET /sessie</code> geeft de sleutel die als <code>x-csrf-token</code> bij elke wijziging hoort.</li>
<li>Een antwoord met een <code>ETag</code> kan wijzigen: stuur die mee in <code>If-Match</code>. Was iemand anders eerder, dan is het antwoord 412 met wat er nu staat.</li>
<li>Wat iets maakt vraagt een <code>Idempotency-Key</code>: hetzelfde verzoek nog eens sturen geeft hetzelfde antwoord.</li>
<li>Een lijst geeft <code>items</code> en <code>volgende</code>; die wijzer gaat als <code>cursor</code> in het volgende verzoek.</li>
<li>Een fout is <code>application/problem+json</code> met <code>code</code>, wat er mis is, en wat nu.</li>
<li>De versie staat in het adres en in de kop <code>api-version</code>.</li>
</ul>
${onderdelen.map(
  (o) => html`<h2 id="${anker(o)}">${o}</h2>
${routes.filter((r) => (r.route.tags?.[0] ?? 'Overig') === o).map((r) => routeblok(r.methode, r.pad, r.route))}`,
)}
<h2 id="vormen">Vormen</h2>
${Object.entries(document.components?.schemas ?? {})
  .filter(([, schema]) => schema.properties)
  .map(([naam, schema]) => html`<h3 id="vorm-${naam}">${naam}</h3>${veldentabel(naam, schema)}`)}
<h2 id="problemen">Problemen</h2>
${codetabel('Codes van problemen', 'code', problemen, '')}
<p>Klopt de vorm van een veld niet, dan staat in <code>fouten</code> een van deze codes, met de plaats van het veld.</p>
${codetabel('Codes van velden', 'fouten', vormproblemen, 'veld-')}`
}

const codetabel = (naam: string, veld: 'code' | 'fouten', codes: Readonly<Record<string, string>>, voor: string): Html => html`
<div class="rol" tabindex="0" role="group" aria-label="${naam}"><table><caption>Waarde van <code>code</code> in ${veld === 'code' ? 'een probleem' : html`<code>${veld}</code>`}</caption>
<thead><tr><th scope="col">Code</th><th scope="col">Betekenis</th></tr></thead>
<tbody>${Object.entries(codes).map(([code, uitleg]) => html`<tr id="${voor}${code}"><th scope="row"><code>${code}</code></th><td>${uitleg}</td></tr>`)}</tbody></table></div>`

const anker = (naam: string): string => naam.toLowerCase().replace(/[^a-z]+/g, '-')

function routeblok(methode: string, pad: string, route: Route): Html {
  const lichaam = route.requestBody?.content?.['application/json']?.schema
  const [gelukt, antwoord] = Object.entries(route.responses).find(([code]) => code.startsWith('2')) ?? []
  const uit = antwoord?.content?.['application/json']?.schema
  return html`<h3><span class="methode">${methode}</span> <code>${pad}</code></h3>
<p>${route.summary}</p>
<details><summary>Verzoek en antwoord van ${methode} ${pad}</summary>
${route.parameters?.length ? parametertabel(`${methode} ${pad}`, route.parameters) : ''}
${lichaam && (lichaam.properties ? veldentabel(`Lichaam van ${methode} ${pad}`, lichaam) : html`<p>Lichaam: ${soort(lichaam)}</p>`)}
<p>Antwoord ${gelukt}: ${uit ? soort(uit) : 'zonder inhoud'}</p>
${uit?.properties ? veldentabel(`Antwoord van ${methode} ${pad}`, uit) : ''}
</details>`
}

const tabel = (titel: string, kop: readonly string[], rijen: readonly (readonly (Html | string)[])[]): Html => html`
<div class="rol" tabindex="0" role="group" aria-label="${titel}"><table><caption>${titel}</caption><thead><tr>${kop.map((k) => html`<th scope="col">${k}</th>`)}</tr></thead>
<tbody>${rijen.map(([eerste, ...rest]) => html`<tr><th scope="row">${eerste}</th>${rest.map((r) => html`<td>${r}</td>`)}</tr>`)}</tbody></table></div>`

const parametertabel = (naam: string, parameters: readonly Parameter[]): Html =>
  tabel(
    `Parameters van ${naam}`,
    ['Naam', 'Waar', 'Soort', 'Uitleg'],
    parameters.map((p) => [
      html`<code>${p.name}</code>`,
      plek[p.in] ?? p.in,
      soort(p.schema ?? {}),
      `${p.required ? 'Nodig. ' : ''}${p.description ?? ''}`,
    ]),
  )
const plek: Record<string, string> = { path: 'in het adres', query: 'achter het vraagteken', header: 'kop' }

function veldentabel(naam: string, schema: Schema): Html {
  const nodig = (schema.required ?? []) as string[]
  return tabel(
    `Velden van ${naam}`,
    ['Veld', 'Soort', 'Uitleg'],
    Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([veld, s]) => [
      html`<code>${veld}</code>`,
      soort(s),
      `${nodig.includes(veld) ? '' : 'Mag ontbreken. '}${(s.description as string | undefined) ?? ''}`,
    ]),
  )
}

/** Een soort in woorden, met een verwijzing naar de vorm als die een naam heeft. */
function soort(s: Schema): Html {
  if (typeof s.$ref === 'string') {
    const naam = s.$ref.split('/').at(-1) ?? ''
    return html`<a href="#vorm-${naam}">${naam}</a>`
  }
  if (Array.isArray(s.enum)) return html`een van ${s.enum.map(String).join(', ')}`
  if ('const' in s) return html`${JSON.stringify(s.const)}`
  const keuzes = (s.anyOf ?? s.oneOf) as Schema[] | undefined
  if (keuzes) return html`${keuzes.map((k, i) => html`${i > 0 ? ' of ' : ''}${soort(k)}`)}`
  if (s.type === 'array') return html`lijst van ${soort((s.items ?? {}) as Schema)}`
  if (typeof s.format === 'string' && s.format in vormen) return html`${vormen[s.format]}`
  return html`${[s.type ?? 'elke waarde']
    .flat()
    .map((t) => namen[String(t)] ?? String(t))
    .join(' of ')}`
}
const vormen: Record<string, string> = {
  uuid: 'verwijzing (uuid)',
  date: 'dag (jjjj-mm-dd)',
  'date-time': 'tijdstip',
  email: 'e-mailadres',
}
const namen: Record<string, string> = {
  string: 'tekst',
  integer: 'heel getal',
  number: 'getal',
  boolean: 'ja of nee',
  object: 'blok',
  null: 'leeg (null)',
  array: 'lijst',
}
