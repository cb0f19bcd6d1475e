/** Kalenderdagen zoals ze in berichten staan. XSD laat ook het jaar 12345 en het jaar -1 toe; die vergelijken we goed. */
import { dagenIn } from './waarde.ts'

export type Dag = { readonly jaar: number; readonly maand: number; readonly dag: number }

export function dagVan(tekst: string): Dag {
  const min = tekst.startsWith('-')
  const [jaar = '', maand = '', dag = ''] = (min ? tekst.slice(1) : tekst).split('-')
  return { jaar: min ? -Number(jaar) : Number(jaar), maand: Number(maand), dag: Number(dag) }
}

/** Kleiner dan nul als `a` eerder is dan `b`. */
export function vergelijk(a: string, b: string): number {
  if (a.length === 10 && b.length === 10 && !a.startsWith('-') && !b.startsWith('-')) return a < b ? -1 : a > b ? 1 : 0
  const [x, y] = [dagVan(a), dagVan(b)]
  return x.jaar - y.jaar || x.maand - y.maand || x.dag - y.dag
}

export const eerder = (a: string, b: string): boolean => vergelijk(a, b) < 0
export const later = (a: string, b: string): boolean => vergelijk(a, b) > 0

/** Of `dag` meer dan zoveel jaren voor `peildatum` ligt; precies zoveel jaren is niet meer. */
export function meerJarenVoor(dag: string, peildatum: string, jaren: number): boolean {
  const [d, p] = [dagVan(dag), dagVan(peildatum)]
  return (d.jaar + jaren - p.jaar || d.maand - p.maand || d.dag - p.dag) < 0
}

export function zelfdeMaand(a: string, b: string): boolean {
  const [x, y] = [dagVan(a), dagVan(b)]
  return x.jaar === y.jaar && x.maand === y.maand
}

/** Van de eerste tot en met de laatste dag van één kalendermaand. */
export function isHeleMaand(begin: string, eind: string): boolean {
  const [b, e] = [dagVan(begin), dagVan(eind)]
  return zelfdeMaand(begin, eind) && b.dag === 1 && e.dag === dagenIn(e.jaar, e.maand)
}
