/** Kalenderdagen zoals ze in berichten staan. XSD laat ook het jaar 12345 en het jaar -1 toe; die vergelijken we goed. */
import { dagenIn } from './waarde.ts'

export type Dag = { readonly jaar: number; readonly maand: number; readonly dag: number }

export function dagVan(tekst: string): Dag {
  if (isGewoon(tekst)) return { jaar: Math.floor(maandgetal(tekst) / 100), maand: maandgetal(tekst) % 100, dag: daggetal(tekst) % 100 }
  const min = tekst.startsWith('-')
  const [jaar = '', maand = '', dag = ''] = (min ? tekst.slice(1) : tekst).split('-')
  return { jaar: min ? -Number(jaar) : Number(jaar), maand: Number(maand), dag: Number(dag) }
}

const MIN = 45
/** Jaar 1 tot en met 9999: `jjjj-mm-dd`, waarvan de volgorde die van de tekst is. */
const isGewoon = (tekst: string): boolean => tekst.length === 10 && tekst.charCodeAt(0) !== MIN
const cijfer = (tekst: string, i: number): number => tekst.charCodeAt(i) - 48
/** Jaar en maand van een gewone dag als één getal: `jjjjmm`. */
const maandgetal = (t: string): number =>
  cijfer(t, 0) * 100_000 + cijfer(t, 1) * 10_000 + cijfer(t, 2) * 1_000 + cijfer(t, 3) * 100 + cijfer(t, 5) * 10 + cijfer(t, 6)
const daggetal = (t: string): number => maandgetal(t) * 100 + cijfer(t, 8) * 10 + cijfer(t, 9)

/** Kleiner dan nul als `a` eerder is dan `b`. */
export function vergelijk(a: string, b: string): number {
  if (a === b) return 0
  if (isGewoon(a) && isGewoon(b)) return a < b ? -1 : 1
  const [x, y] = [dagVan(a), dagVan(b)]
  return x.jaar - y.jaar || x.maand - y.maand || x.dag - y.dag
}

export const eerder = (a: string, b: string): boolean => vergelijk(a, b) < 0
export const later = (a: string, b: string): boolean => vergelijk(a, b) > 0

/** Of `dag` meer dan zoveel jaren voor `peildatum` ligt; precies zoveel jaren is niet meer. */
export function meerJarenVoor(dag: string, peildatum: string, jaren: number): boolean {
  if (isGewoon(dag) && isGewoon(peildatum)) return daggetal(dag) + jaren * 10_000 < daggetal(peildatum)
  const [d, p] = [dagVan(dag), dagVan(peildatum)]
  return (d.jaar + jaren - p.jaar || d.maand - p.maand || d.dag - p.dag) < 0
}

export function zelfdeMaand(a: string, b: string): boolean {
  if (isGewoon(a) && isGewoon(b)) return maandgetal(a) === maandgetal(b)
  const [x, y] = [dagVan(a), dagVan(b)]
  return x.jaar === y.jaar && x.maand === y.maand
}

/** Van de eerste tot en met de laatste dag van één kalendermaand. */
export function isHeleMaand(begin: string, eind: string): boolean {
  const [b, e] = [dagVan(begin), dagVan(eind)]
  return zelfdeMaand(begin, eind) && b.dag === 1 && e.dag === dagenIn(e.jaar, e.maand)
}
