/**
 * Heen en terug naar de uitgever. Wat tussen vertrek en terugkeer onthouden moet worden zit verzegeld in een cookie van tien minuten,
 * niet in het geheugen: elk proces kan de terugkeer afhandelen.
 */
import type {} from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Persoon, type Uitgever, type Vertrek, verlopen } from '#actions/aanmelden/oidc.ts'
import { ontzegel, verzegel } from '#actions/aanmelden/verzegeld.ts'
import { meldAanMetWerkaccount, vindAccounts } from '#actions/aanmelden/werkaccount.ts'
import type { Weigering } from '#actions/handeling/weigering.ts'
import { html, stuurPagina } from '../pagina.ts'
import { streng, vanwaar, zetSessie } from './aanmeldsessie.ts'
import { cookienaam, isEigenHerkomst } from './bewaking.ts'
import { statusVan } from './probleem.ts'

const GELDIG_MS = 10 * 60_000

export function voegOidcroutesToe(
  server: FastifyInstance,
  { uitgever, adres }: { uitgever: Uitgever; adres: string },
  veilig: boolean,
): void {
  const { dienst } = server
  const opties = { config: streng, schema: { hide: true } }
  const bewaar = (antwoord: FastifyReply, soort: 'aanmelden' | 'keuze', waarde: unknown) =>
    antwoord.setCookie(cookienaam(soort, veilig), verzegel(dienst.kluis, soort, waarde, new Date(dienst.nu().getTime() + GELDIG_MS)), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: veilig,
      maxAge: GELDIG_MS / 1000,
    })
  const neem = <T>(vraag: FastifyRequest, antwoord: FastifyReply, soort: 'aanmelden' | 'keuze'): T | null => {
    antwoord.clearCookie(cookienaam(soort, veilig), { path: '/', secure: veilig })
    return ontzegel<T>(dienst.kluis, soort, vraag.cookies[cookienaam(soort, veilig)], dienst.nu())
  }

  server.get('/aanmelden/start', opties, async (vraag, antwoord) => {
    const begonnen = await uitgever.begin(eigenPad((vraag.query as { naar?: unknown }).naar))
    if (!begonnen.ok) return weiger(antwoord, begonnen.fout)
    bewaar(antwoord, 'aanmelden', begonnen.value.vertrek)
    return antwoord.header('cache-control', 'no-store').redirect(begonnen.value.url, 303)
  })

  server.get('/aanmelden/terug', opties, async (vraag, antwoord) => {
    const vertrek = neem<Vertrek>(vraag, antwoord, 'aanmelden')
    if (!vertrek) return weiger(antwoord, verlopen.fout)
    const persoon = await uitgever.rondAf(new URL(vraag.url, adres), vertrek)
    if (!persoon.ok) return weiger(antwoord, persoon.fout)
    const accounts = await vindAccounts(dienst, persoon.value, await vanwaar(vraag))
    if (!accounts.ok) return weiger(antwoord, accounts.fout)
    const [eerste, ...meer] = accounts.value
    if (eerste && meer.length === 0) return binnen(vraag, antwoord, persoon.value, eerste.gemeente, vertrek.naar)
    bewaar(antwoord, 'keuze', { persoon: persoon.value, naar: vertrek.naar } satisfies Keuze)
    return stuurPagina(antwoord, 200, 'Kies een gemeente', gemeentekeuze(accounts.value))
  })

  // Alleen dit ene formulier komt zonder script en dus niet als JSON.
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1024 }, (_, tekst, klaar) =>
    klaar(null, Object.fromEntries(new URLSearchParams(String(tekst)))),
  )
  server.post('/aanmelden/keuze', opties, async (vraag, antwoord) => {
    const keuze = isEigenHerkomst(vraag) ? neem<Keuze>(vraag, antwoord, 'keuze') : null
    if (!keuze) return weiger(antwoord, verlopen.fout)
    return binnen(vraag, antwoord, keuze.persoon, String((vraag.body as { gemeente?: unknown } | undefined)?.gemeente), keuze.naar)
  })

  async function binnen(vraag: FastifyRequest, antwoord: FastifyReply, persoon: Persoon, gemeente: string, naar: string) {
    const aangemeld = await meldAanMetWerkaccount(dienst, persoon, gemeente, await vanwaar(vraag))
    if (!aangemeld.ok) return weiger(antwoord, aangemeld.fout)
    await zetSessie(antwoord, aangemeld.value.sleutel, veilig)
    return antwoord.redirect(naar, 303)
  }
}

type Keuze = { readonly persoon: Persoon; readonly naar: string }

/** Alleen een pad van deze server: een ander adres zou het aanmelden gebruiken om iemand weg te lokken. */
export const eigenPad = (naar: unknown): string =>
  typeof naar === 'string' && naar.length <= 500 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(naar) ? naar : '/'

const gemeentekeuze = (accounts: readonly { gemeente: string; gemeentenaam: string; rollen: string[] }[]) => html`
<p>U werkt voor meer dan één gemeente. Voor welke meldt u zich nu aan? Wisselen kan later door opnieuw aan te melden.</p>
<form method="post" action="/aanmelden/keuze">
<ul class="keuze">
${accounts.map((a) => html`<li><button name="gemeente" value="${a.gemeente}">${a.gemeentenaam}, als ${a.rollen.join(', ')}</button></li>\n`)}</ul>
</form>`

function weiger(antwoord: FastifyReply, w: Weigering): FastifyReply {
  antwoord.request.weigercode = w.code
  return stuurPagina(
    antwoord,
    statusVan(w),
    'U bent niet aangemeld',
    html`<p>${w.tekst}</p>
<p>${w.watNu}</p>
<p><a class="knop" href="/aanmelden/start">Opnieuw aanmelden</a></p>
<p class="klein">Code ${w.code}, nummer ${String(antwoord.request.id)}</p>`,
  )
}
