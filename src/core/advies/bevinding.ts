/** Wat er over iemand gevonden is, in zinnen die hij zelf kan nalezen: de vragen zoals zij gesteld zijn, en zijn antwoorden. */
import type { Antwoorden, Reden } from '#core/advies/advies.ts'
import { antwoordTekst } from '#core/advies/woorden.ts'
import type { Catalogus, Vraag } from '#core/catalogus/vorm.ts'

const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)
const punt = (tekst: string): string => (/[.!?]$/.test(tekst) ? tekst : `${tekst}.`)

/**
 * "Is de hulp langer nodig? Nee." Rust een uitspraak op meer vragen, dan staan alle antwoorden erbij: één ervan zou misleiden. Null als
 * de reden niet op een vraag rust.
 */
export function bevindingzin(catalogus: Catalogus, { eis, vraag }: Pick<Reden, 'eis' | 'vraag'>, antwoorden: Antwoorden): string | null {
  const gegeven = (id: string) => (Object.hasOwn(antwoorden, id) ? antwoorden[id] : undefined)
  const zin = ([id, v]: readonly [string, Vraag]) => `${v.tekst} ${punt(hoofdletter(antwoordTekst(v, gegeven(id))))}`
  const eerste = vraag === null ? undefined : catalogus.vragen[vraag]
  const beantwoord = Object.entries(catalogus.vragen).filter(([id, v]) => v.eisen?.includes(eis) && gegeven(id) !== undefined)
  if (beantwoord.length > 0) return beantwoord.map(zin).join(' ')
  return vraag !== null && eerste ? zin([vraag, eerste]) : null
}
