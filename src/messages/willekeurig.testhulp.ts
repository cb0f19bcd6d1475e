/** fast-check-waarden uit de beschrijving zelf: elk bericht dat het schema toelaat kan eruit komen. */
import fc from 'fast-check'
import { type Bericht, codesVan, type Inhoud, type Klasse, type Patroon, type Simpel, type Veld } from './vorm.ts'

const past = (patroon: Patroon | undefined, tekst: string): boolean => patroon?.past(tekst) ?? true
/** Lastige tekens: wit, regeleinden, XML-tekens, buiten het eerste vlak. */
const tekens = fc.constantFrom(
  'a',
  'Z',
  '0',
  '9',
  '.',
  '-',
  ' ',
  '\t',
  '\n',
  '\r',
  '&',
  '<',
  '>',
  '"',
  "'",
  'é',
  'ỳ',
  '×',
  '\u00a0',
  '\u2028',
  '😀',
  ']',
  '€',
)

function tekst(type: Simpel): fc.Arbitrary<string> {
  const max = Math.min(type.maxLengte ?? 30, 30)
  const cijfers = fc.array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: 9 }).map((c) => c.join(''))
  const vrij = fc.array(tekens, { minLength: type.minLengte ?? 0, maxLength: max }).map((c) => c.join(''))
  const letters = fc.array(fc.constantFrom('A', 'b', 'É', 'ỳ'), { minLength: 1, maxLength: 6 }).map((c) => c.join(''))
  const versie = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((v) => v.join('.'))
  const vast = fc.constantFrom('1234', '12345678', '999900006', type.beperking?.xsd ?? 'x')
  return fc
    .oneof(vrij, cijfers, letters, versie, vast)
    .filter(
      (t) =>
        [...t].length >= (type.minLengte ?? 0) &&
        [...t].length <= (type.maxLengte ?? 30) &&
        past(type.patroon, t) &&
        past(type.beperking, t),
    )
}

const datum = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const tijd = fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)).map((d) => d.map((x) => String(x).padStart(2, '0')).join(':'))

function simpel(type: Simpel): fc.Arbitrary<unknown> {
  if (type.codes) return fc.constantFrom(...codesVan(type.codes))
  if (type.basis === 'date') return datum
  if (type.basis === 'time') return tijd
  if (type.basis === 'string') return tekst(type)
  return type.beperking ? fc.constant(Number(type.beperking.xsd)) : fc.integer({ min: type.min ?? 0, max: type.max ?? 9 })
}

const inhoud = (i: Inhoud): fc.Arbitrary<unknown> => (i.soort === 'simpel' ? simpel(i) : klasse(i))

function veld({ inhoud: i, aantal }: Veld): fc.Arbitrary<unknown> {
  if (aantal === '1..n') return fc.array(inhoud(i), { minLength: 1, maxLength: 2 })
  return aantal === '1' ? inhoud(i) : fc.option(inhoud(i), { nil: undefined })
}

function klasse(k: Klasse): fc.Arbitrary<Record<string, unknown>> {
  const velden = Object.fromEntries(Object.entries(k.velden).map(([naam, v]) => [naam, veld(v)]))
  // Een veld dat er niet is, hoort ook niet als sleutel in de waarde te staan.
  return fc.record(velden).map((w) => Object.fromEntries(Object.entries(w).filter(([, deel]) => deel !== undefined)))
}

export const willekeurigBericht = (bericht: Bericht): fc.Arbitrary<Record<string, unknown>> =>
  klasse({ soort: 'klasse', velden: bericht.velden })
