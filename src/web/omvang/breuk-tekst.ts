const tekens: Record<string, string> = { '1/2': '½', '1/4': '¼', '3/4': '¾', '1/3': '⅓', '2/3': '⅔' }

/** Een exacte breuk zoals men haar leest: `45/2` wordt `22½`, `180/13` wordt `13 11/13`, een min wordt een echte min. */
export function breukTekst(exact: string): string {
  const [boven = '0', onder = '1'] = exact.replace('-', '').split('/')
  const [t, n] = [BigInt(boven), BigInt(onder)]
  const [heel, rest] = [t / n, t % n]
  const min = exact.startsWith('-') ? '−' : ''
  if (rest === 0n) return `${min}${heel}`
  const deel = `${rest}/${n}`
  const teken = tekens[deel]
  if (heel === 0n) return `${min}${teken ?? deel}`
  return teken ? `${min}${heel}${teken}` : `${min}${heel} ${deel}`
}

/** Als getal, alleen om een balk te tekenen; gerekend wordt er met de breuk zelf. */
export function breukGetal(exact: string): number {
  const [boven = '0', onder = '1'] = exact.split('/')
  return Number(boven) / Number(onder)
}

/** De berekening van een regel, met de uitkomst als leesbare breuk. */
export function berekeningTekst(berekening: string, exact: string): string {
  return `${berekening.replace(/ = .*$/, '')} = ${breukTekst(exact)} ${exact === '1' ? 'minuut' : 'minuten'} per week`
}
