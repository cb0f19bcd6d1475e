/** Een scherm dat door een storing leeg bleef, vult zich vanzelf zodra de server weer kan. */
import type { Query, QueryClient } from '@tanstack/react-query'
import { alsProbleem, isTijdelijk } from './probleem.ts'

export const HERSTEL_MS = 4_000

/** Een vraag van een scherm dat openstaat, waarbij wachten kan helpen. */
const isStuk = (q: Query): boolean => q.state.status === 'error' && q.isActive() && isTijdelijk(alsProbleem(q.state.error))

/**
 * Zolang er iets mislukt is, kijkt de pagina af en toe of de server weer kan, en haalt dan alleen wat mislukt was. Tot die tijd blijft
 * de uitleg staan. Geeft een functie om te stoppen.
 */
export function herstelVanzelf(client: QueryClient): () => void {
  const cache = client.getQueryCache()
  let klok: ReturnType<typeof setTimeout> | undefined
  const plan = () => {
    if (klok === undefined && cache.getAll().some(isStuk)) klok = setTimeout(() => void kijk(), HERSTEL_MS)
  }
  const kijk = async () => {
    if (await isKlaar()) await client.invalidateQueries({ predicate: isStuk })
    klok = undefined
    plan()
  }
  const stop = cache.subscribe(plan)
  return () => {
    stop()
    clearTimeout(klok)
  }
}

const isKlaar = (): Promise<boolean> =>
  fetch('/readyz', { cache: 'no-store' }).then(
    (antwoord) => antwoord.ok,
    () => false,
  )

const PLEK = 'meedoen.herladen'
const HOOGSTENS = 3
const BINNEN_MS = 120_000

/** Of herladen uit zichzelf nog mag: een bestand dat er echt niet meer is, mag geen pagina zijn die blijft herladen. */
export function magHerladen(nu: number): boolean {
  try {
    const eerder = (JSON.parse(sessionStorage.getItem(PLEK) ?? '[]') as number[]).filter((op) => op > nu - BINNEN_MS)
    if (eerder.length >= HOOGSTENS) return false
    sessionStorage.setItem(PLEK, JSON.stringify([...eerder, nu]))
    return true
  } catch {
    return false // zonder opslag is niet te tellen
  }
}
