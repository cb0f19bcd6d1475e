import { verdeel } from './markeer.ts'

/** Tekst met gemarkeerde stukken. */
export function Gemarkeerd({ tekst, bereiken }: { tekst: string; bereiken: readonly (readonly [number, number])[] }) {
  if (bereiken.length === 0) return tekst
  return verdeel(tekst, bereiken).map((stuk, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: de stukken volgen uit de tekst.
    stuk.gemarkeerd ? <mark key={i}>{stuk.tekst}</mark> : <span key={i}>{stuk.tekst}</span>,
  )
}
