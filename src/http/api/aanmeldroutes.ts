/** Aanmelden en afmelden. Deze adressen liggen vóór de aanmelding en houden zichzelf kort. */
import type {} from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback, proefaanmelding, proefopties } from '#actions/aanmelden/proef.ts'
import { meldAf } from '#actions/aanmelden/sessie.ts'
import type { Aanmeldwijze } from './aanmeldwijze.ts'
import { COOKIE, herkenSessie, isEigenHerkomst, isEigenVerzoek, toegangspunt } from './bewaking.ts'
import { stuurProbleem } from './probleem.ts'

/** Elk aanmeldscherm vraagt dit; een heel gemeentehuis kan achter één adres zitten. */
const ruim = { config: { rateLimit: { max: 1200, timeWindow: '1 minute' } } }
const streng = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }

export function voegAanmeldroutesToe(server: FastifyInstance, wijze: Aanmeldwijze): void {
  const zetCookie = (antwoord: FastifyReply, sleutel: string) =>
    antwoord.setCookie(COOKIE, sleutel, { path: '/', httpOnly: true, sameSite: 'lax', secure: wijze.veilig })
  const magProef = (vraag: FastifyRequest) => wijze.proef && isLoopback(vraag.ip)

  server.get('/api/v1/aanmeldwijzen', { ...ruim, schema: { hide: true } }, async (vraag, antwoord) => {
    antwoord.header('cache-control', 'no-store')
    await herkenSessie(vraag)
    return { oidc: false, demo: magProef(vraag) ? await proefopties(server.dienst) : [], aangemeld: vraag.sessie !== null }
  })

  server.post('/aanmelden/demo', { ...streng, schema: { hide: true } }, async (vraag, antwoord) => {
    if (!magProef(vraag) || !isEigenHerkomst(vraag)) return stuurProbleem(antwoord, geenProef)
    const { sleutel } = (vraag.body ?? {}) as { sleutel?: unknown }
    const aangemeld = await proefaanmelding(server.dienst, String(sleutel), {
      correlatie: String(vraag.id),
      toegangspunt: toegangspunt(vraag),
    })
    if (!aangemeld.ok) return stuurProbleem(antwoord, aangemeld.fout)
    return zetCookie(antwoord, aangemeld.value.sleutel).send({ aangemeld: true })
  })

  server.post('/afmelden', { schema: { hide: true } }, async (vraag, antwoord) => {
    await herkenSessie(vraag)
    if (vraag.sessie && vraag.aanroep) {
      if (!isEigenVerzoek(vraag, vraag.sessie.csrf)) return stuurProbleem(antwoord, geenProef)
      await meldAf(server.dienst, vraag.aanroep, vraag.sessie.id)
    }
    return antwoord.clearCookie(COOKIE, { path: '/' }).send({ aangemeld: false })
  })
}

const geenProef = {
  soort: 'niet_bevoegd',
  code: 'GEEN_PROEFOMGEVING',
  tekst: 'Zo aanmelden kan alleen op de eigen computer, in een proefomgeving.',
  watNu: 'Meld u aan met uw werkaccount.',
} as const
