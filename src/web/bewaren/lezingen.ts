import { gelijk, type Json } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Instelling } from '#core/catalogus/vorm.ts'

type Werk = Instelling['werkt'][number]

/** Instellingen die in dit deel van de keten werken, in de volgorde van de catalogus. */
export function lezingenVoor(catalogus: Catalogus, werk: Werk): [string, Instelling][] {
  return Object.entries(catalogus.instellingen ?? {}).filter(([, i]) => i.werkt.includes(werk))
}

/** De waarde in gewone woorden: de tekst van de lezing, of de waarde zelf. */
export function lezingTekst(instelling: Instelling, waarde: Json): string {
  const lezing = instelling.lezingen.find((l) => gelijk(l.waarde as Json, waarde))
  return lezing?.tekst ?? (typeof waarde === 'string' ? waarde : JSON.stringify(waarde))
}

/** De lezing die nu geldt: de gekozen, anders de standaard. */
export function gekozenLezing(instelling: Instelling, gekozen: Json | undefined): Json {
  return gekozen === undefined ? (instelling.standaard as Json) : gekozen
}

/** Kiest een lezing; de standaard kiezen is hetzelfde als niets kiezen. */
export function metLezing(
  catalogus: Catalogus,
  gekozen: Readonly<Record<string, Json>>,
  sleutel: string,
  waarde: Json,
): Readonly<Record<string, Json>> {
  const standaard = (catalogus.instellingen?.[sleutel]?.standaard ?? null) as Json
  const { [sleutel]: _weg, ...rest } = gekozen
  return gelijk(waarde, standaard) ? rest : { ...rest, [sleutel]: waarde }
}
