/** Wat alle manieren van aanmelden delen: de cookie, waarvandaan, en hoe vaak. */
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isVoorRollen } from '#core/dossier/rechtentabel.ts'
import { openSessie } from '#actions/aanmelden/sessie.ts'
import { herkenSessie, toegangspunt } from './bewaking.ts'

const perAdres = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute', keyGenerator: (vraag: FastifyRequest) => vraag.ip } })
/** Elk aanmeldscherm vraagt dit; een heel gemeentehuis kan achter één adres zitten. */
export const ruim = perAdres(1200)
/** Aanmelden zelf. Ruim genoeg voor een kantoor dat om half negen achter één adres begint. */
export const streng = perAdres(120)

/**
 * Leesbaar voor het scherm: of er een sessie is, of dat een proefomgeving is, en of er een zoekveld komt. Zo verspringt er niets vanaf het
 * eerste beeld. Het scherm schrijft haar in dezelfde vorm (`onthoudSessie`).
 */
const aanwijzing = 'meedoen_aangemeld'

/** Zet de cookies van een nieuwe sessie; het antwoord zelf is aan wie roept. */
export async function zetSessie(antwoord: FastifyReply, sleutel: string, veilig: boolean): Promise<void> {
  const { sessiecookie, dienst } = antwoord.server
  const sessie = await openSessie(dienst, sleutel)
  const zoekt = isVoorRollen('inwoner_zoeken', sessie?.rollen ?? [])
  const overal = { path: '/', sameSite: 'lax', secure: veilig } as const
  antwoord
    .setCookie(sessiecookie, sleutel, { ...overal, httpOnly: true })
    .setCookie(aanwijzing, `${sessie?.verzonnen ? 'proef' : 'ja'}${zoekt ? '' : '.zonder-zoekveld'}`, overal)
    .header('cache-control', 'no-store')
}

/** Een sessie die deze browser nog had, gaat dicht: wie aanmeldt krijgt altijd een nieuwe. */
export async function vanwaar(vraag: FastifyRequest) {
  await herkenSessie(vraag)
  return { correlatie: String(vraag.id), toegangspunt: toegangspunt(vraag), vorige: vraag.sessie?.id }
}
