/**
 * De nummers van de regels in een bericht: een ReferentieNummer is er uniek in, ook over delen heen (TR314). Bijna altijd lopen zij op, en
 * dan is er zonder iets te onthouden geen dubbele bij.
 */

/** Tussen welke twee de nummers van een deel liggen, en of elk nummer na het vorige komt. De volgorde is die van de tekens. */
export type Nummerbereik = { readonly laagste: string; readonly hoogste: string; readonly isOplopend: boolean }

export function bereikVan(nummers: readonly string[]): Nummerbereik {
  let [laagste, hoogste] = [nummers[0] ?? '', nummers[0] ?? '']
  let isOplopend = true
  for (let i = 1; i < nummers.length; i++) {
    const nummer = nummers[i] as string
    if (nummer > hoogste) hoogste = nummer
    else {
      isOplopend = false
      if (nummer < laagste) laagste = nummer
    }
  }
  return { laagste, hoogste, isOplopend }
}

/** True als het nummer in dit bericht nog niet voorkwam; het is daarna gezien. */
export type Nummers = (nummer: string) => boolean

/** Voor een deel waarvan vaststaat dat elk nummer nieuw is. */
export const elkNummerNieuw: Nummers = () => true

/** `eerder`: nummers uit eerdere delen van dit bericht. */
export function maakNummers(...eerder: readonly ReadonlySet<string>[]): Nummers {
  const gezien = new Set<string>()
  return (nummer) => {
    const aantal = gezien.size
    if (gezien.add(nummer).size === aantal) return false
    for (const deel of eerder) if (deel.has(nummer)) return false
    return true
  }
}
