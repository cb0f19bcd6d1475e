/** Langs welke weg een bericht van ons gaat. Een antwoord gaat terug zoals de vraag kwam, zolang die weg er is. Puur. */
import type { Weg } from './transport.ts'

export type Vraagweg = 'envelop' | 'bestand'
type Omstandigheden = {
  /** De weg van onze kant, uit het ketenbestand. */
  readonly weg: Weg
  /** Hoe het bericht kwam waarop dit het antwoord is; leeg als het zelf een vraag is. */
  readonly vraag: Vraagweg | null
  readonly heeftMap: boolean
  /** Of er een adres is om een envelop aan deze ander heen te sturen. */
  readonly heeftAdres: boolean
}

/** `wacht`: het blijft zichtbaar staan. Kan een antwoord niet in een envelop, dan zegt het versturen dat en is het werk voor een mens. */
export function routeVan({ weg, vraag, heeftMap, heeftAdres }: Omstandigheden): 'https' | 'map' | 'wacht' {
  if (weg === 'geen') return 'wacht'
  if (vraag === 'envelop' && heeftAdres) return 'https'
  if (vraag === 'bestand' && heeftMap) return 'map'
  if (weg === 'https') return 'https'
  return heeftMap ? 'map' : 'wacht'
}
