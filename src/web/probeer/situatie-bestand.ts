import type { Result } from '#core/base/result.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { herken, type Leesfout } from '#web/bewaren/bestand.ts'
import { leesSituatie } from '#web/probeer/lees-situatie.ts'
import type { Situatie } from '#web/probeer/situatie.ts'

export const soortSituatie = 'meedoen-situatie'

/** De situatie als tekst om te bewaren, met de catalogus waarop zij is ingevuld. */
export function naarBestand(catalogus: Catalogus, s: Situatie): string {
  const { id, versie } = catalogus.catalogus
  return `${JSON.stringify({ soort: soortSituatie, catalogus: id, versie, hash: catalogus.hash, ...s }, null, 2)}\n`
}

export function bestandsnaam(catalogus: Catalogus, s: Situatie): string {
  return `situatie-${catalogus.catalogus.id}${s.vignet ? `-${s.vignet.toLowerCase()}` : ''}.json`
}

/** Opent een bewaarde situatie. Een andere versie van dezelfde catalogus mag, mits alle vragen en antwoorden nog bestaan. */
export function vanBestand(catalogus: Catalogus, ruw: unknown): Result<Situatie, Leesfout[]> {
  const o = herken(ruw, soortSituatie, catalogus.catalogus.id)
  return o.ok ? leesSituatie(catalogus, o.value) : o
}
