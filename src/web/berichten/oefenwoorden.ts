/** Het gedrag van een gespeelde aanbieder in woorden. */
import type { Oefenwachtrijantwoord } from '#http/api/berichten/oefenvormen.ts'

export type Gedrag = Oefenwachtrijantwoord['aanbieders'][number]['gedrag']
type Rij = Oefenwachtrijantwoord['wachtrij'][number]

const eenheden = { minuten: ['minuut', 'minuten'], dagen: ['dag', 'dagen'] } as const
/** "1 dag", "30 minuten". */
export const wachtzin = ({ wacht, eenheid }: Pick<Gedrag, 'wacht' | 'eenheid'>): string =>
  `${wacht} ${eenheden[eenheid][wacht === 1 ? 0 : 1]}`

/** "Keurt alles af, na 2 dagen, elk antwoord twee keer". */
export function gedragzin(g: Gedrag): string {
  if (g.antwoord === 'zwijgt') return 'Antwoordt niet'
  return [
    g.antwoord === 'neemt_aan' ? 'Neemt alles aan' : 'Keurt alles af',
    g.wacht === 0 ? 'meteen' : `na ${wachtzin(g)}`,
    ...(g.dubbel ? ['elk antwoord twee keer'] : []),
    ...(g.laatsteEerst ? ['het laatste bericht eerst'] : []),
  ].join(', ')
}

/** Wat het antwoord wordt, of waarom het er niet komt. */
export function antwoordzin({ op, code }: Pick<Rij, 'op' | 'code'>): string {
  if (op === null) return 'Geen: deze aanbieder antwoordt niet'
  return code === null ? 'Aangenomen' : `Afgekeurd met ${code.code}: ${code.tekst}`
}

/** Waarom het antwoord dan komt. */
export function waaromzin(g: Gedrag): string {
  if (g.laatsteEerst) return g.wacht === 0 ? 'Hij begint bij het laatste.' : `Hij wacht ${wachtzin(g)} en begint bij het laatste.`
  return g.wacht === 0 ? 'Hij antwoordt meteen.' : `Hij wacht ${wachtzin(g)}.`
}
