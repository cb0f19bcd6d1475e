/** De namen van de waarden van een keuze, meerkeuze of afgeleide waarde, met hun tekst. Los van `vorm.ts`: het scherm laadt zo geen zod. */
export function waardenVan(w: string[] | Record<string, string> | undefined): { id: string; tekst: string }[] {
  if (!w)
    return [
      { id: 'ja', tekst: 'ja' },
      { id: 'nee', tekst: 'nee' },
    ]
  return Array.isArray(w)
    ? w.map((id) => ({ id, tekst: id.replaceAll('_', ' ') }))
    : Object.entries(w).map(([id, tekst]) => ({ id, tekst }))
}
