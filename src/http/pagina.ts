/** Een kleine pagina van de server zelf: zonder script, met één stijlblad, en alles wat erin komt ontdaan van opmaak. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { paden } from './paden.ts'

/** HTML die al veilig is; alleen `html` maakt haar. */
export type Html = { readonly html: string }

const vreemd: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const ontdaan = (tekst: string): string => tekst.replace(/[&<>"']/g, (t) => vreemd[t] ?? t)

type Deel = Html | string | number | null | false | undefined | readonly Deel[]

function alsHtml(deel: Deel): string {
  if (deel === null || deel === undefined || deel === false) return ''
  if (typeof deel === 'string' || typeof deel === 'number') return ontdaan(String(deel))
  return 'html' in deel ? deel.html : deel.map(alsHtml).join('')
}

/** Sjabloon: wat ertussen staat is tekst, tenzij het zelf uit `html` komt. */
export const html = (vast: TemplateStringsArray, ...delen: Deel[]): Html => ({
  html: vast.map((stuk, i) => stuk + (i < delen.length ? alsHtml(delen[i]) : '')).join(''),
})

export function maakPagina(titel: string, inhoud: Html): string {
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titel} - Meedoen</title>
<link rel="icon" href="/beeldmerk.svg" type="image/svg+xml">
<link rel="stylesheet" href="${paden.paginastijl}">
</head>
<body>
<header><a href="/">Meedoen</a></header>
<main>
<h1>${titel}</h1>
${inhoud}
</main>
</body>
</html>
`.html
}

export const stuurPagina = (antwoord: FastifyReply, status: number, titel: string, inhoud: Html): FastifyReply =>
  antwoord.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(maakPagina(titel, inhoud))

export function voegPaginastijlToe(server: FastifyInstance): void {
  server.get(paden.paginastijl, (_, antwoord) =>
    antwoord.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(stijl),
  )
}

const stijl = `:root { color-scheme: light; --tekst: #17212b; --accent: #0a5f73; --lijn: #d6dce3; --zacht: #eceff3; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--tekst); background: #fff; font: 1rem/1.5 -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif; }
header { padding: 0.9rem 1.5rem; background: var(--accent); }
header a { color: #fff; font-weight: 700; font-size: 1.1rem; text-decoration: none; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 0.5rem; padding-top: 0.5rem; border-top: 1px solid var(--lijn); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, summary:focus-visible, .rol:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; background: #ffdd00; color: #0b0c0c; }
button, .knop { display: inline-block; padding: 0.6rem 1.1rem; border: 0; border-radius: 6px; background: var(--accent); color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
ul.keuze { list-style: none; padding: 0; display: grid; gap: 0.75rem; }
ul.keuze button { width: 100%; max-width: 30rem; text-align: left; }
code, pre { font-family: ui-monospace, Menlo, Consolas, 'Liberation Mono', monospace; font-size: 0.9em; }
code { background: var(--zacht); padding: 0.05em 0.3em; border-radius: 4px; overflow-wrap: anywhere; }
.rol { overflow-x: auto; }
.rol th[scope=row] { min-width: 10rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--lijn); }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; }
.klein { color: #505c69; font-size: 0.9rem; }
.methode { display: inline-block; min-width: 4.2rem; font-weight: 700; }
`
