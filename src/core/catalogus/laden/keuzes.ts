/** Keuzes van een gemeente boven op een catalogusversie, met ingangsdatum, wie en waarom. */
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Catalogusfout } from './fout.ts'
import { hashVan } from './hash.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import { parseDatum } from '#core/base/datum.ts'
import { type Keuzes, keuzesVorm } from '#core/catalogus/vorm.ts'
import { vormfouten } from './vormfouten.ts'
import { type Bestand, leesYaml, plaatsIn } from './yaml-bestand.ts'

export type KeuzesBestand = Keuzes & { readonly bestand: string }

export function leesKeuzesBestand(bestand: Bestand): Result<KeuzesBestand, Catalogusfout[]> {
  const yaml = leesYaml(bestand)
  if (!yaml.ok) return yaml
  const gelezen = keuzesVorm.safeParse(yaml.value.waarde)
  const plaatsVan = (pad: readonly PropertyKey[]) => plaatsIn(yaml.value, pad)
  if (!gelezen.success) return fout(vormfouten(gelezen.error.issues, keuzesVorm, yaml.value.waarde, plaatsVan))
  if (parseDatum(gelezen.data.geldigVan) === null) {
    const tekst = `"${gelezen.data.geldigVan}" is geen bestaande dag.`
    return fout([{ ...plaatsVan(['geldigVan']), code: 'DATUM_ONGELDIG', tekst, watNu: 'Schrijf een dag als 2026-01-01.' }])
  }
  return ok({ ...gelezen.data, bestand: bestand.pad })
}

/** Kenmerk van een keuze, bij een advies te bewaren: wie dezelfde instellingen koos, krijgt dezelfde hash. */
export function keuzeHash(keuze: Keuze): string {
  return hashVan(keuze.instellingen ?? {})
}
