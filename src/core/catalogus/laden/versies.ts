/** `versies.yaml`: welke versies een catalogus heeft, vanaf wanneer ze gelden en met welke hash ze gepubliceerd zijn. */
import { fout, ok, type Result } from '#core/base/result.ts'
import { parseDatum } from '#core/base/datum.ts'
import type { Catalogusfout } from './fout.ts'
import { versiesVorm } from '#core/catalogus/vorm.ts'
import { vormfouten } from './vormfouten.ts'
import { type Bestand, leesYaml, plaatsIn } from './yaml-bestand.ts'

export type Versie = {
  readonly versie: string
  readonly geldigVan: string
  readonly hash?: string
  readonly toelichting?: string
  readonly regel: number
  readonly kolom: number
}

/** Leest het bestand. De versies staan in volgorde van ingang; twee versies gelden nooit vanaf dezelfde dag. */
export function leesVersies(bestand: Bestand): Result<Versie[], Catalogusfout[]> {
  const yaml = leesYaml(bestand)
  if (!yaml.ok) return yaml
  const gelezen = versiesVorm.safeParse(yaml.value.waarde)
  const plaatsVan = (pad: readonly PropertyKey[]) => plaatsIn(yaml.value, pad)
  if (!gelezen.success) return fout(vormfouten(gelezen.error.issues, versiesVorm, yaml.value.waarde, plaatsVan))
  const versies = gelezen.data.versies.map((v, i): Versie => {
    const { regel, kolom } = plaatsVan(['versies', i])
    return { ...v, regel, kolom }
  })
  const fouten = versies.flatMap((v, i): Catalogusfout[] => {
    const hier = (veld: string, code: string, tekst: string, watNu: string) => [{ ...plaatsVan(['versies', i, veld]), code, tekst, watNu }]
    if (parseDatum(v.geldigVan) === null)
      return hier('geldigVan', 'DATUM_ONGELDIG', `"${v.geldigVan}" is geen bestaande dag.`, 'Schrijf een dag als 2026-01-01.')
    const eerder = versies.slice(0, i)
    if (eerder.some((e) => e.versie === v.versie))
      return hier('versie', 'VERSIE_DUBBEL', `De versie "${v.versie}" staat er twee keer.`, 'Geef elke versie een eigen naam.')
    const zelfdeDag = eerder.find((e) => e.geldigVan === v.geldigVan)
    if (zelfdeDag)
      return hier(
        'geldigVan',
        'GELDIGHEID_OVERLAPT',
        `De versies "${zelfdeDag.versie}" en "${v.versie}" gaan allebei in op ${v.geldigVan}.`,
        'Geef een van beide een andere geldigVan.',
      )
    const later = eerder.find((e) => e.geldigVan > v.geldigVan)
    if (later)
      return hier(
        'geldigVan',
        'GELDIGHEID_OVERLAPT',
        `De versie "${v.versie}" gaat in op ${v.geldigVan}, voor "${later.versie}" (${later.geldigVan}) die erboven staat.`,
        'Zet de versies in volgorde van ingang.',
      )
    return []
  })
  return fouten.length > 0 ? fout(fouten) : ok(versies)
}
