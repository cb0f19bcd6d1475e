/** Wat er over iemand gevonden is, in een zin die hij zelf kan nalezen: de vraag zoals zij gesteld is, en zijn antwoord. */
import type { Antwoorden } from '#core/advies/advies.ts'
import { antwoordTekst } from '#core/advies/woorden.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'

const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)
const punt = (tekst: string): string => (/[.!?]$/.test(tekst) ? tekst : `${tekst}.`)

/** "Is de hulp langer nodig? Nee."; null als de reden niet op een vraag rust. */
export function bevindingzin(catalogus: Catalogus, vraag: string | null, antwoorden: Antwoorden): string | null {
  const gevraagd = vraag === null ? undefined : catalogus.vragen[vraag]
  if (vraag === null || gevraagd === undefined) return null
  const antwoord = Object.hasOwn(antwoorden, vraag) ? antwoorden[vraag] : undefined
  return `${gevraagd.tekst} ${antwoord === undefined ? 'Dat weten we nog niet.' : punt(hoofdletter(antwoordTekst(gevraagd, antwoord)))}`
}
