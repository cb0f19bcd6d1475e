/** Aanmelden en afmelden. Deze adressen liggen vóór de aanmelding en houden zichzelf kort. */
import type {} from '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopback, proefaanmelding, proefopties } from '#actions/aanmelden/proef.ts'
import { meldAf } from '#actions/aanmelden/sessie.ts'
import type { Aanmeldwijze } from './aanmeldwijze.ts'
import { ruim, streng, vanwaar, zetSessie } from './aanmeldsessie.ts'
import { herkenSessie, isEigenHerkomst, isEigenVerzoek } from './bewaking.ts'
import { voegOidcroutesToe } from './oidcroutes.ts'
import { stuurProbleem } from './probleem.ts'

export function voegAanmeldroutesToe(server: FastifyInstance, wijze: Aanmeldwijze): void {
  const magProef = (vraag: FastifyRequest) => wijze.proef && !wijze.oidc && isLoopback(vraag.ip)

  server.get('/api/v1/aanmeldwijzen', { config: ruim, schema: { hide: true } }, async (vraag, antwoord) => {
    antwoord.header('cache-control', 'no-store')
    await herkenSessie(vraag)
    return {
      oidc: wijze.oidc !== undefined,
      demo: magProef(vraag) ? await proefopties(server.dienst) : [],
      aangemeld: vraag.sessie !== null,
    }
  })

  server.post('/aanmelden/demo', { config: streng, schema: { hide: true } }, async (vraag, antwoord) => {
    if (!magProef(vraag) || !isEigenHerkomst(vraag)) return stuurProbleem(antwoord, geenProef)
    const { sleutel, gemeente } = (vraag.body ?? {}) as { sleutel?: unknown; gemeente?: unknown }
    const wie = { sleutel: String(sleutel), ...(gemeente !== undefined && { gemeente: String(gemeente) }) }
    const aangemeld = await proefaanmelding(server.dienst, wie, await vanwaar(vraag))
    if (!aangemeld.ok) return stuurProbleem(antwoord, aangemeld.fout)
    await zetSessie(antwoord, aangemeld.value.sleutel, wijze.veilig)
    return antwoord.send({ aangemeld: true })
  })

  server.post('/afmelden', { schema: { hide: true } }, async (vraag, antwoord) => {
    await herkenSessie(vraag)
    if (vraag.sessie && vraag.aanroep) {
      if (!isEigenVerzoek(vraag, vraag.sessie.csrf)) return stuurProbleem(antwoord, geenProef)
      await meldAf(server.dienst, vraag.aanroep, vraag.sessie.id)
    }
    const naar = await wijze.oidc?.uitgever.afmeldadres()
    return antwoord
      .clearCookie(server.sessiecookie, { path: '/', secure: wijze.veilig })
      .header('cache-control', 'no-store')
      .send({ aangemeld: false, ...(naar && { naar }) })
  })

  const { oidc } = wijze
  if (oidc) void server.register(async (eigen) => voegOidcroutesToe(eigen, oidc, wijze.veilig))
}

const geenProef = {
  soort: 'niet_bevoegd',
  code: 'GEEN_PROEFOMGEVING',
  tekst: 'Zo aanmelden kan alleen op de eigen computer, in een proefomgeving.',
  watNu: 'Meld u aan met uw werkaccount.',
} as const
