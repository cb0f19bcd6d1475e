/** Schrijft een boom als XML op elke manier die mag, en beschadigt XML op manieren die niet mogen. */
import { type Attribuut, BASISRUIMTE, kinderenVan, type Knoop, type Tekst } from './feiten.testhulp.ts'
import type { Toeval } from './toeval.testhulp.ts'

const ontsnap = (s: string, t: Toeval): string =>
  [...s]
    .map((c) =>
      c === '\r' || '&<>'.includes(c) || t.kans(0.02) ? `&#${t.kans(0.5) ? c.codePointAt(0) : `x${c.codePointAt(0)?.toString(16)}`};` : c,
    )
    .join('')

/**
 * Schrijft de boom zoals programma's het doen: alle voorvoegsels op het hoofdelement, geen commentaar, verwijzingen alleen waar het moet.
 * Dat is de schrijfwijze die rechtstreeks uit de bytes gelezen wordt.
 */
export function alsGewoneXml(wortel: Knoop, t: Toeval): string {
  const wit = t.kies(['', '\n', '\r\n  ', '\t'])
  const begin = t.kies(['', '<?xml version="1.0" encoding="UTF-8"?>\r\n', '\ufeff<?xml version="1.0"?>', '<!-- gemaakt -->\n'])
  const voorvoegsels = t.kies([
    ['a', 'b'],
    ['', 'iwmo'],
    ['wmo', ''],
  ])
  const bekend = new Map([
    [voorvoegsels[0] ?? '', wortel.ruimte],
    [voorvoegsels[1] ?? '', BASISRUIMTE],
  ])
  const extra = [...bekend].map(([v, ruimte]) => ` xmlns${v === '' ? '' : `:${v}`}="${ruimte}"`)
  const xml = element(wortel, bekend, wit, { ...t, kans: () => false })
  return (
    begin +
    xml.replace(
      /^<[^\s>/]+/,
      (naam) => naam + extra.filter((x) => !xml.slice(0, xml.indexOf('>')).includes(x.slice(0, x.indexOf('=') + 1))).join(''),
    )
  )
}

/** Schrijft de boom als XML, met wisselende voorvoegsels, CDATA, commentaar, verwijzingen en wit. */
export function alsXml(wortel: Knoop, t: Toeval): string {
  const wit = t.kies(['', '\n', '\r\n  ', '\t'])
  const begin = t.kies([
    '',
    '<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    "<?xml version='1.0' encoding='utf-8'?><!-- < & --><?pi x?>",
  ])
  return begin + element(wortel, new Map(), wit, t) + t.kies(['', '\n', '<!-- einde -->'])
}

function element(k: Knoop, boven: ReadonlyMap<string, string>, wit: string, t: Toeval): string {
  const bekend = new Map(boven)
  const nieuw: string[] = []
  const bind = (voorvoegsel: string, ruimte: string) => {
    if (bekend.get(voorvoegsel) === ruimte || (voorvoegsel === '' && ruimte === '' && !bekend.get(''))) return
    bekend.set(voorvoegsel, ruimte)
    nieuw.push(` xmlns${voorvoegsel === '' ? '' : `:${voorvoegsel}`}=${t.kans(0.5) ? `"${ruimte}"` : `'${ruimte}'`}`)
  }
  const gebonden = [...bekend].filter(([v, r]) => r === k.ruimte && (v !== '' || r !== '')).map(([v]) => v)
  const voorvoegsel = k.ruimte === '' ? '' : gebonden.length > 0 && !t.kans(0.05) ? t.kies(gebonden) : t.kies(['a', 'b', 'iwmo', 'é', ''])
  bind(voorvoegsel, k.ruimte)
  const attributen = k.attributen.map((a) => attribuut(a, bind))
  const naam = voorvoegsel === '' ? k.naam : `${voorvoegsel}:${k.naam}`
  const open = `<${naam}${nieuw.join('')}${attributen.join('')}`
  if (k.inhoud.length === 0 && t.kans(0.5)) return `${open}/>`
  const inhoud = k.inhoud.map((x) => ('naam' in x ? element(x, bekend, wit, t) : tekst(x, t)))
  const isKlasse = kinderenVan(k).length > 0 && k.inhoud.length === kinderenVan(k).length
  return `${open}${t.kans(0.1) ? ' ' : ''}>${inhoud.map((x) => (isKlasse ? wit + (t.kans(0.02) ? '<!-- x -->' : '') + x : x)).join('')}</${naam}>`
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

function attribuut(soort: Attribuut, bind: (v: string, r: string) => void): string {
  if (soort === 'vreemd') return ' vreemd="1"'
  bind('xsi', XSI)
  return soort === 'nil' ? ' xsi:nil="false"' : ' xsi:schemaLocation="urn:x x.xsd"'
}

function tekst({ tekst: s, vorm }: Tekst, t: Toeval): string {
  if (vorm === 'cdata') return `<![CDATA[${s}]]>`
  const [eerste = '', ...rest] = s
  if (rest.length > 1 && t.kans(0.05)) return `${ontsnap(eerste, t)}<!-- midden -->${ontsnap(rest.join(''), t)}`
  return ontsnap(s, t)
}

/** Stukjes die een XML-lezer van zijn stuk brengen. */
const stoorzenders = [
  ...[
    '<',
    '>',
    '/',
    '&',
    ';',
    '"',
    "'",
    '=',
    ':',
    '!',
    '?',
    '-',
    '--',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?',
    '?>',
    ' ',
    '\n',
    '\r',
    'x',
    'é',
    '\u00b7',
  ],
  ...[
    '\ufffe',
    '\ufeff',
    '\u0085',
    '\u000b',
    '\u007f',
    '😀',
    '&#0;',
    '&#xFFFE;',
    '&#xD800;',
    '&#x10FFFF;',
    '&#x110000;',
    '&lt;',
    '&gt',
    '&nbsp;',
  ],
  ...[
    'xmlns=""',
    ' xmlns:a=""',
    ' xmlns:xml="http://www.w3.org/XML/1998/namespace"',
    ' xmlns:xmlns="urn:x"',
    ' xml:lang="nl"',
    ' xmlns="urn:x"',
  ],
  ...[
    '<?xml version="1.0"?>',
    '<?Xml x?>',
    '<?a:b x?>',
    '<x/>',
    '<a:b:c/>',
    '<:x/>',
    '</x>',
    '<!DOCTYPE x>',
    '<-x/>',
    " a='1' a='2'",
    ' a=1',
    ' a="<"',
    ' a="&"',
  ],
]

/** Beschadigt de tekens zelf, zonder op de bouw te letten. */
export function beschadig(xml: string, t: Toeval): string {
  let tekst = xml
  for (let n = 1 + t.getal(2); n > 0; n--) {
    const i = t.getal(tekst.length)
    tekst = tekst.slice(0, i) + (t.kans(0.85) ? t.kies(stoorzenders) : '') + tekst.slice(i + t.kies([0, 0, 1, 1, 2, 5]))
  }
  return tekst
}
