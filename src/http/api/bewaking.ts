/** Wie belt er: de sessie uit de cookie, de CSRF-sleutel bij elke wijziging, en de herkomst van het verzoek. */
import { timingSafeEqual } from 'node:crypto'
import type {} from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actorVan, openSessie } from '#actions/aanmelden/sessie.ts'
import type { Aanroep, Dienst } from '#actions/handeling/dienst.ts'
import type { Weigering } from '#actions/handeling/weigering.ts'
import { stuurProbleem } from './probleem.ts'

type Sessie = NonNullable<Awaited<ReturnType<typeof openSessie>>>

declare module 'fastify' {
  interface FastifyInstance {
    dienst: Dienst
    /** Naam van de sessiecookie; over https kan alleen deze host haar zetten. */
    sessiecookie: string
  }
  interface FastifyRequest {
    sessie: Sessie | null
    aanroep: Aanroep | null
    /** De code van de weigering, voor de logregel. */
    weigercode: string
  }
}

/** `__Host-`: de browser weigert haar van een ander subdomein, zonder https of met een ander pad. */
export const cookienaam = (naam: 'sessie' | 'aanmelden' | 'keuze', veilig: boolean): string => `${veilig ? '__Host-' : ''}meedoen_${naam}`

const nietAangemeld: Weigering = {
  soort: 'niet_aangemeld',
  code: 'NIET_AANGEMELD',
  tekst: 'Uw sessie is er niet (meer).',
  watNu: 'Meld u opnieuw aan. Wat u invulde, staat nog in uw browser.',
}
const vreemdVerzoek: Weigering = {
  soort: 'niet_bevoegd',
  code: 'CSRF',
  tekst: 'Dit verzoek komt niet uit een scherm van Meedoen.',
  watNu: 'Herlaad de pagina en probeer het opnieuw.',
}

/** Zet de sessie op het verzoek als er een geldige is. */
export async function herkenSessie(vraag: FastifyRequest): Promise<void> {
  const cookie = vraag.cookies[vraag.server.sessiecookie]
  if (!cookie || cookie.length > 100) return
  const sessie = await openSessie(vraag.server.dienst, cookie)
  if (!sessie) return
  vraag.sessie = sessie
  vraag.aanroep = { actor: actorVan(sessie), correlatie: String(vraag.id), toegangspunt: toegangspunt(vraag, sessie.id) }
}

/** Programma, adres en de laatste tekens van de sessie: genoeg om terug te zoeken, te weinig om na te doen. */
export const toegangspunt = (vraag: FastifyRequest, sessie?: string): string =>
  `web ${vraag.ip}${sessie ? ` sessie ${sessie.slice(-8)}` : ''}`

/** Haakje voor elke route achter de aanmelding. */
export async function eisAanmelding(vraag: FastifyRequest, antwoord: FastifyReply): Promise<FastifyReply | undefined> {
  await herkenSessie(vraag)
  if (!vraag.sessie) return stuurProbleem(antwoord, nietAangemeld)
  if (vraag.method !== 'GET' && vraag.method !== 'HEAD' && !isEigenVerzoek(vraag, vraag.sessie.csrf))
    return stuurProbleem(antwoord, vreemdVerzoek)
  return undefined
}

export function isEigenVerzoek(vraag: FastifyRequest, csrf: string): boolean {
  const gekregen = vraag.headers['x-csrf-token']
  return typeof gekregen === 'string' && gelijk(gekregen, csrf) && isEigenHerkomst(vraag)
}

/** De browser zegt waar een verzoek vandaan komt; zegt hij niets, dan is het geen browser. */
export function isEigenHerkomst(vraag: FastifyRequest): boolean {
  const { origin } = vraag.headers
  if (origin === undefined) return true
  try {
    // Een poort die bij het protocol hoort mag er staan of niet.
    const { protocol, host } = new URL(origin)
    return host !== '' && host === new URL(`${protocol}//${vraag.headers.host}`).host
  } catch {
    return false
  }
}

function gelijk(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

export function voegBewakingToe(server: FastifyInstance, dienst: Dienst, veilig: boolean): void {
  server.decorate('dienst', dienst)
  server.decorate('sessiecookie', cookienaam('sessie', veilig))
  server.decorateRequest('weigercode', '')
  server.decorateRequest('sessie', null)
  server.decorateRequest('aanroep', null)
}
