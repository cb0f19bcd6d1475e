/** De plek waar het fragment van het adres naar wijst, als die er is. Een beschadigd fragment wijst nergens heen. */
export function zoekAnker(fragment: string): HTMLElement | null {
  const naam = leesAnker(fragment)
  return naam ? document.getElementById(naam) : null
}

export function leesAnker(fragment: string): string {
  try {
    return decodeURIComponent(fragment.slice(1))
  } catch {
    return ''
  }
}
