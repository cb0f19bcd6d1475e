import type { GevondenUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { blok } from './indeling.ts'

/** Een aandeel in de personele mix. `grens` zegt of het precies zo is, of een onder- of bovengrens. */
export type Aandeel = {
  readonly naam: string
  readonly procent: number
  readonly grens: 'precies' | 'minstens' | 'hoogstens'
  readonly eis: string
}

/** De aandelen uit de uitspraken over de mix, zoals `{mbo4: 60, hbo: 40}`, `{hbo: {minstens: 40}}` of `{hboMin: 30}`. */
export function leesAandelen(uitspraken: readonly GevondenUitspraak[]): readonly Aandeel[] {
  return uitspraken
    .filter((u) => u.soort === 'mix' || u.soort === 'personeel')
    .flatMap((u) =>
      [...Object.entries(blok(u.waarde)), ...Object.entries(blok(blok(u.waarde).mix))].flatMap(([sleutel, waarde]) =>
        leesAandeel(u.eis, sleutel, waarde),
      ),
    )
}

function leesAandeel(eis: string, sleutel: string, waarde: unknown): Aandeel[] {
  const delen = /^((?:mbo|hbo|niveau)[0-9_]*)(Min|Max)?$/.exec(sleutel)
  if (!delen) return []
  const naam = niveaunaam(delen[1] ?? sleutel)
  if (typeof waarde === 'number') {
    return [{ naam, procent: waarde, grens: delen[2] === 'Min' ? 'minstens' : delen[2] === 'Max' ? 'hoogstens' : 'precies', eis }]
  }
  const { minstens, hoogstens } = blok(waarde)
  if (typeof minstens === 'number') return [{ naam, procent: minstens, grens: 'minstens', eis }]
  if (typeof hoogstens === 'number') return [{ naam, procent: hoogstens, grens: 'hoogstens', eis }]
  return []
}

/** `mbo4` → `mbo 4`, `niveau2_3` → `niveau 2-3`. */
function niveaunaam(sleutel: string): string {
  return sleutel.replace(/^([a-z]+)(\d.*)$/, '$1 $2').replaceAll('_', '-')
}

/** Een balk is alleen eerlijk als de aandelen samen het geheel vormen. */
export const isGeheel = (aandelen: readonly Aandeel[]): boolean =>
  aandelen.length > 0 && Math.abs(aandelen.reduce((som, a) => som + a.procent, 0) - 100) < 0.001

export const procentTekst = (a: Aandeel): string => {
  const getal = `${new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 }).format(a.procent)}%`
  return a.grens === 'precies' ? getal : `${a.grens} ${getal}`
}
