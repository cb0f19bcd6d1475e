import { fout, ok, type Result } from '#core/base/result.ts'

/** Eén melding bij het openen van een bestand of link: waar het zit en wat eraan te doen is. */
export type Leesfout = { readonly plaats: string; readonly tekst: string }

const grootsteBestand = 2_000_000

/** Zet tekst als bestand in de map Downloads van de gebruiker. */
export function bewaarAlsBestand(naam: string, inhoud: string, soort = 'application/json'): void {
  const adres = URL.createObjectURL(new Blob([inhoud], { type: soort }))
  const link = document.createElement('a')
  link.href = adres
  link.download = naam
  document.body.append(link)
  link.click()
  link.remove()
  URL.revokeObjectURL(adres)
}

/** Leest een gekozen bestand als JSON. Weigert wat geen JSON is of veel te groot, met wat nu te doen. */
export async function leesJsonBestand(bestand: File): Promise<Result<unknown, Leesfout[]>> {
  if (bestand.size > grootsteBestand)
    return fout([{ plaats: bestand.name, tekst: 'Dit bestand is groter dan 2 MB. Kies een bestand dat u hier eerder bewaarde.' }])
  return leesJson(bestand.name, await bestand.text())
}

/** Als `leesJsonBestand`, op tekst. */
export function leesJson(naam: string, tekst: string): Result<unknown, Leesfout[]> {
  try {
    return ok(JSON.parse(tekst))
  } catch {
    return fout([{ plaats: naam, tekst: 'Dit bestand is geen leesbare JSON. Misschien is het half gedownload. Kies een ander bestand.' }])
  }
}

/** Controleert of JSON een bestand van deze soort is, en of het bij deze catalogus hoort. */
export function herken(ruw: unknown, soort: string, catalogus: string): Result<Record<string, unknown>, Leesfout[]> {
  if (typeof ruw !== 'object' || ruw === null || Array.isArray(ruw))
    return fout([{ plaats: 'het hele bestand', tekst: 'Hier staat geen bewaarde stand in. Kies een bestand dat u hier eerder bewaarde.' }])
  const o = ruw as Record<string, unknown>
  if (o.soort !== soort)
    return fout([
      { plaats: 'soort', tekst: `Dit is geen bestand van dit scherm (verwacht: ${soort}). Open het op het scherm waar u het bewaarde.` },
    ])
  if (o.catalogus !== catalogus)
    return fout([
      {
        plaats: 'catalogus',
        tekst: `Dit bestand hoort bij de catalogus ${String(o.catalogus)}. Kies eerst die catalogus en open het bestand daar.`,
      },
    ])
  return ok(o)
}
