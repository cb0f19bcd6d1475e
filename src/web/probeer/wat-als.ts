import type { Advies, Antwoord, Geval } from '#core/advies/advies.ts'
import type { Adviseur } from '#core/advies/adviseur.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { volgendUit } from '#web/probeer/situatie.ts'
import { korteUitkomst, uitkomstSleutel } from '#core/advies/uitkomstzin.ts'

export type Verschil = {
  readonly tabel: string
  readonly nu: string
  readonly dan: string
  readonly verandert: boolean
  /** Teksten van waarschuwingen die erbij komen of vervallen. */
  readonly erbij: readonly string[]
  readonly weg: readonly string[]
}

/** Het geval met één ander antwoord; `null` maakt de vraag weer onbekend. Wat uit het oude antwoord volgde, vervalt. */
export function metAntwoord(catalogus: Catalogus, geval: Geval, vraag: string, antwoord: Antwoord | null): Geval {
  const weg = new Set([vraag, ...volgendUit(catalogus, vraag)])
  const rest = Object.fromEntries(Object.entries(geval.antwoorden).filter(([id]) => !weg.has(id)))
  return { ...geval, antwoorden: antwoord === null ? rest : { ...rest, [vraag]: antwoord } }
}

/** Wat er per tabel verandert als dit ene antwoord anders was. Er wordt niets bewaard. */
export function vergelijkAdvies(catalogus: Catalogus, adviseur: Adviseur, nu: Geval, dan: Geval): Verschil[] {
  return adviseur.tabellen.map((tabel) => {
    const a = adviseur.adviseer(tabel, nu)
    const b = adviseur.adviseer(tabel, dan)
    return {
      tabel,
      nu: korteUitkomst(catalogus, a),
      dan: korteUitkomst(catalogus, b),
      verandert: uitkomstSleutel(a) !== uitkomstSleutel(b),
      erbij: alleen(b, a),
      weg: alleen(a, b),
    }
  })
}

function alleen(a: Advies, b: Advies): string[] {
  return a.waarschuwingen.filter((m) => !b.waarschuwingen.some((n) => n.code === m.code)).map((m) => m.tekst)
}
