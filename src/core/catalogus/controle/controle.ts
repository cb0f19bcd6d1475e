/** Gereedschap voor de controles op samenhang: fouten verzamelen met hun plaats, en namen opzoeken met een voorstel erbij. */
import { bedoelde } from '#core/base/dichtstbij.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import type { GeladenCatalogus } from '#core/catalogus/laden/laad.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'

export type Pad = readonly (string | number)[]

export type Controle = {
  readonly catalogus: Catalogus
  readonly fouten: Catalogusfout[]
  meld(pad: Pad, code: string, tekst: string, watNu: string): void
  /** Meldt `code` als de naam niet in de lijst staat; geeft terug of hij bestaat. */
  bestaat(pad: Pad, code: string, wat: string, naam: string, namen: Iterable<string>): boolean
  /** Uitspraken en open punten waarnaar verwezen mag worden. */
  readonly eisen: ReadonlySet<string>
}

export function maakControle({ catalogus, plaatsVan }: GeladenCatalogus): Controle {
  const fouten: Catalogusfout[] = []
  const meld: Controle['meld'] = (pad, code, tekst, watNu) => {
    fouten.push({ ...plaatsVan(pad), code, tekst, watNu })
  }
  return {
    catalogus,
    fouten,
    meld,
    eisen: new Set(alleEisen(catalogus)),
    bestaat(pad, code, wat, naam, namen) {
      const lijst = [...namen]
      if (lijst.includes(naam)) return true
      const tip = bedoelde(naam, lijst)
      const keuze = lijst.length > 0 && lijst.length <= 12 ? `Kies uit: ${lijst.join(', ')}.` : `Voeg ${wat} toe of verbeter de naam.`
      meld(pad, code, `${hoofdletter(wat)} "${naam}" bestaat niet.${tip}`, tip ? 'Verbeter de naam.' : keuze)
      return false
    },
  }
}

/** De nummers van alle uitspraken en open punten van de catalogus. */
export function* alleEisen(c: Catalogus): Generator<string> {
  for (const { eis } of alleUitspraken(c)) yield eis
  for (const i of Object.values(c.instellingen ?? {})) yield i.amb
  for (const t of c.toelichtingen ?? []) yield t.amb
}

/** Elke uitspraak met haar pad in de bestanden. */
export function* alleUitspraken(c: Catalogus): Generator<{ eis: string; pad: Pad }> {
  for (const [p, product] of Object.entries(c.producten)) {
    for (const [i, u] of product.uitspraken.entries()) yield { eis: u.eis, pad: ['producten', p, 'uitspraken', i] }
  }
  for (const [i, u] of (c.gedeeld ?? []).entries()) yield { eis: u.eis, pad: ['gedeeld', i] }
}

const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1)

/** Meldt elke naam die in een lijst voor de tweede keer staat. */
export function dubbelen(c: Controle, pad: Pad, namen: readonly string[]): void {
  for (const [i, naam] of namen.entries()) {
    if (namen.indexOf(naam) < i)
      c.meld([...pad, i], 'NAAM_DUBBEL', `"${naam}" staat er twee keer.`, 'Houd er één, of geef de tweede een andere naam.')
  }
}
