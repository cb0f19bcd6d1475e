/** Willekeurige berichten uit de opgeschreven feiten, en verminkingen daarvan. */
import {
  type Attribuut,
  BASISRUIMTE,
  type Berichtfeit,
  type Feit,
  groepfeiten,
  kinderenVan,
  type Knoop,
  type Tekst,
  type Typefeit,
  typefeiten,
} from './feiten.testhulp.ts'
import type { Toeval } from './toeval.testhulp.ts'

/** Een geldig bericht; optionele delen en aantallen bij toeval. */
export const maakBericht = (feit: Berichtfeit, t: Toeval): Knoop => ({
  naam: 'Bericht',
  ruimte: feit.ruimte,
  attributen: [],
  inhoud: maakKinderen(feit.kinderen, feit.ruimte, feit.ruimte, t),
})

function maakKinderen(feiten: readonly Feit[], ruimte: string, berichtruimte: string, t: Toeval): Knoop[] {
  return feiten.flatMap((f) => {
    const aantal = f.aantal === '1' ? 1 : f.aantal === '?' ? t.getal(2) : 1 + t.getal(3)
    return Array.from({ length: aantal }, () => ({ naam: f.naam, ruimte, attributen: [], inhoud: maakInhoud(f, berichtruimte, t) }))
  })
}

function maakInhoud(f: Feit, berichtruimte: string, t: Toeval): (Knoop | Tekst)[] {
  if (f.type === undefined) return maakKinderen(f.kinderen, berichtruimte, berichtruimte, t)
  const groep = groepfeiten.get(f.type)
  if (groep) return maakKinderen(groep, BASISRUIMTE, berichtruimte, t)
  return [{ tekst: f.vast ?? goedeWaarde(typefeiten.get(f.type) as Typefeit, t), vorm: 'gewoon' }]
}

function goedeWaarde(type: Typefeit, t: Toeval): string {
  if (type.codes.length > 0) return t.kies(type.codes)
  if (type.basis === 'date') return t.kies(['2024-02-29', '2026-02-10', '1900-01-01', '2023-12-31'])
  if (type.basis === 'time') return t.kies(['00:00:00', '13:37:59', '24:00:00', '10:00:00.5'])
  const max = type.facetten.get('maxInclusive')
  if (max !== undefined) return String(t.kies([0, 1, max, t.getal(max)]))
  const cijfers = /^\[0-9\]\{(\d)\}$/.exec(type.patroon ?? '')?.[1]
  if (cijfers) return '987654321'.slice(0, Number(cijfers))
  if (type.naam === 'LDT_Versie') return t.kies(['1.0.0', '0.10.2'])
  if (type.naam === 'LDT_Telefoonnummer') return '0101234567'
  if (type.naam === 'LDT_Voorletters') return t.kies(['A', 'AÉ', 'ỳ'])
  const lengte = type.facetten.get('maxLength') ?? 40
  return t.kies(['a', 'x'.repeat(lengte), '😀'.repeat(Math.min(lengte, 3)), 'é'.repeat(Math.min(2, lengte))])
}

const randwaarden: Readonly<Record<string, readonly string[]>> = {
  date: [
    '2023-02-29',
    '2024-02-30',
    '1900-02-29',
    '2000-02-29',
    '2024-2-01',
    '2024-01-01Z',
    '2024-01-01+01:00',
    '2024-01-01-05:00',
    '0000-01-01',
    '-0004-02-29',
    '12345-01-01',
    '02024-01-01',
    ' 2024-01-01 ',
    '\n2024-01-01\t',
    '2024-13-01',
    '2024-00-01',
    '2024-01-00',
    '2024-01-32',
    '',
    '2024-01-01T00:00:00',
    '20240101',
    '01-01-2024',
  ],
  time: [
    '10:00',
    '10:00:60',
    '10:60:00',
    '24:00:01',
    '24:00:00.0',
    '25:00:00',
    '10:00:00Z',
    '10:00:00+01:00',
    '10:00:00-01:00',
    '10:00:00.',
    '1:00:00',
    ' 10:00:00 ',
    '',
    '10:00:00.000',
    '-10:00:00',
  ],
  integer: [
    '',
    ' ',
    '-1',
    '-0',
    '+0',
    '+5',
    '007',
    ' 5 ',
    '5.0',
    '5,0',
    '1e3',
    '9'.repeat(40),
    `${'0'.repeat(40)}5`,
    '+',
    '-',
    '1 2',
    '0x10',
    'NaN',
    '１',
    '99',
    '100',
    '99999',
    '100000',
    '99999999',
    '100000000',
    '999999999',
    '1000000000',
    '999999999999',
    '1000000000000',
    '3',
    '03',
    '+3',
  ],
  string: [
    '',
    ' ',
    '\n',
    '\t',
    'a\nb',
    'a\rb',
    '\r',
    ' a',
    'a ',
    '\u00a0',
    '\u2028',
    '\u0085',
    'x'.repeat(300),
    '0',
    '1',
    '01',
    '001',
    '12',
    '1234',
    '12345678',
    '999900006',
    '9999000060',
    '0001',
    '8001',
    'NL',
    'nl',
    'XK',
    'D',
    'd',
    '×',
    'A.',
    'A B',
    'ỵ',
    '¿',
    '1.0.0',
    '01.0.0',
    '1.0',
    '414',
    '999',
    '&<>"\'',
    ']]>',
    '٣٣٣٣',
  ],
}

/** Een losse CR en `]]>` kunnen niet in CDATA staan. */
const alsTekst = (tekst: string, t: Toeval): Tekst => ({ tekst, vorm: /\r|\]\]>/.test(tekst) || t.kans(0.7) ? 'gewoon' : 'cdata' })

type Verminking = (wortel: Knoop, t: Toeval) => void

const alle = (k: Knoop): Knoop[] => [k, ...kinderenVan(k).flatMap(alle)]
const isBlad = (k: Knoop): boolean => kinderenVan(k).length === 0
const kiesKlasse = (w: Knoop, t: Toeval): Knoop => t.kies([...alle(w).filter((k) => !isBlad(k)), ...(isBlad(w) ? [w] : [])])
const kopie = (k: Knoop): Knoop => structuredClone(k)

function grensteksten(k: Knoop, t: Toeval): string {
  const lengte = t.kies([...typefeiten.values()].map((f) => f.facetten.get('maxLength') ?? 1)) + t.getal(2)
  return k.naam.length % 2 === 0 && t.kans(0.3)
    ? 'é'.repeat(lengte)
    : t.kies([...Object.values(randwaarden).flat(), 'x'.repeat(lengte), '9'.repeat(lengte), '😀'.repeat(lengte)])
}

/** Voor een blad het liefst een randgeval van zijn eigen soort waarde. */
function andereTekst(k: Knoop, t: Toeval): string {
  const nu = k.inhoud.map((x) => ('tekst' in x ? x.tekst : '')).join('')
  const soort = /^\d{4}-\d\d-\d\d$/.test(nu) ? 'date' : /^\d\d:\d\d/.test(nu) ? 'time' : /^\d+$/.test(nu) ? 'integer' : 'string'
  return t.kans(0.6) ? t.kies(randwaarden[soort] ?? []) : grensteksten(k, t)
}

const verminkingen: readonly Verminking[] = [
  (w, t) => {
    const k = kiesKlasse(w, t)
    k.inhoud.splice(t.getal(k.inhoud.length), 1)
  },
  (w, t) => {
    const k = kiesKlasse(w, t)
    const i = t.getal(k.inhoud.length)
    k.inhoud.splice(t.kans(0.5) ? i : k.inhoud.length, 0, ...structuredClone(k.inhoud.slice(i, i + 1)))
  },
  (w, t) => {
    const k = kiesKlasse(w, t)
    const [i, j] = [t.getal(k.inhoud.length), t.getal(k.inhoud.length)]
    const [een, ander] = [k.inhoud[i], k.inhoud[j]]
    if (een && ander) [k.inhoud[i], k.inhoud[j]] = [ander, een]
  },
  (w, t) => {
    const bron = t.kies(alle(w))
    const k = kiesKlasse(w, t)
    k.inhoud.splice(t.getal(k.inhoud.length + 1), 0, kopie(bron))
  },
  (w, t) => {
    const k = t.kies(alle(w))
    k.naam = t.kies([`${k.naam}X`, k.naam.toLowerCase(), 'Bericht', 'Onbekend', t.kies(alle(w)).naam])
  },
  (w, t) => {
    const k = t.kies(alle(w))
    k.ruimte = t.kies(['', BASISRUIMTE, w.ruimte, 'urn:anders'])
  },
  (w, t) => {
    const k = t.kies(alle(w))
    k.inhoud.splice(t.getal(k.inhoud.length + 1), 0, alsTekst(t.kies([' ', '\n', 'x', '\u00a0', ' \t\r']), t))
  },
  (w, t) => {
    t.kies(alle(w)).attributen = t.kies<Attribuut[]>([['schemaLocation'], ['nil'], ['vreemd'], ['schemaLocation', 'vreemd']])
  },
  (w, t) => {
    const k = t.kies(alle(w))
    k.inhoud = []
  },
  (w, t) => {
    const k = t.kies(alle(w).filter(isBlad))
    k.inhoud.push({ naam: t.kies(['Bsn', 'Onbekend']), ruimte: t.kies([w.ruimte, BASISRUIMTE]), attributen: [], inhoud: [] })
  },
]
const andereWaarde: Verminking = (w, t) => {
  const k = t.kies(alle(w).filter(isBlad))
  k.inhoud = [alsTekst(andereTekst(k, t), t)]
}

/** Verminkt een bericht nul tot drie keer; de helft van de keren een waarde. */
export function vermink(wortel: Knoop, t: Toeval): void {
  for (let n = t.kies([0, 1, 1, 1, 2, 3]); n > 0; n--) (t.kans(0.5) ? andereWaarde : t.kies(verminkingen))(wortel, t)
}
