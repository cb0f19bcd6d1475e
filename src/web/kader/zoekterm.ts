/** De zoekterm uit het fragment (`#q=…`). Een oude link met `?q=` wordt ook begrepen. */
export function leesZoekterm(fragment: string, zoekdeel: string): string {
  return new URLSearchParams(fragment.slice(1)).get('q') ?? new URLSearchParams(zoekdeel).get('q') ?? ''
}

export function zoekFragment(term: string): string {
  return term.trim() ? `#${new URLSearchParams({ q: term })}` : ''
}
