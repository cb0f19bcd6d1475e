import type { Datum } from '#core/base/datum.ts'
import type { Zaakkopantwoord } from '#http/api/dossier/vormen.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Termijn } from '../onderdelen/Termijn.tsx'

/** De termijn die bij een open zaak nu loopt, van onderzoek of besluit. */
export function Zaaktermijn({ zaak, vandaag }: { zaak: Zaakkopantwoord; vandaag: string }) {
  const { lopendeTermijn } = zaak
  if (!lopendeTermijn) return <Badge>Geen termijn</Badge>
  return <Termijn tot={lopendeTermijn.uiterlijk as Datum} vandaag={vandaag as Datum} waarvan={lopendeTermijn.soort} />
}
