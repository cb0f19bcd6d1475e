/** Wat alle manieren van aanmelden delen: de cookie, waarvandaan, en hoe vaak. */
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { herkenSessie, toegangspunt } from './bewaking.ts'

const perAdres = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute', keyGenerator: (vraag: FastifyRequest) => vraag.ip } })
/** Elk aanmeldscherm vraagt dit; een heel gemeentehuis kan achter één adres zitten. */
export const ruim = perAdres(1200)
/** Aanmelden zelf. Ruim genoeg voor een kantoor dat om half negen achter één adres begint. */
export const streng = perAdres(120)

export const zetSessie = (antwoord: FastifyReply, sleutel: string, veilig: boolean): FastifyReply =>
  antwoord
    .setCookie(antwoord.server.sessiecookie, sleutel, { path: '/', httpOnly: true, sameSite: 'lax', secure: veilig })
    .header('cache-control', 'no-store')

/** Een sessie die deze browser nog had, gaat dicht: wie aanmeldt krijgt altijd een nieuwe. */
export async function vanwaar(vraag: FastifyRequest) {
  await herkenSessie(vraag)
  return { correlatie: String(vraag.id), toegangspunt: toegangspunt(vraag), vorige: vraag.sessie?.id }
}
