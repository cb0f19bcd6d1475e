/** Als getal, alleen om een balk te tekenen; gerekend wordt er met de breuk zelf. */
export function breukGetal(exact: string): number {
  const [boven = '0', onder = '1'] = exact.split('/')
  return Number(boven) / Number(onder)
}
