/** Een gewijzigd bezoek in het onderzoek dat open staat, en de weg terug na intrekken. */
import type { QueryClient } from '@tanstack/react-query'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import type { Bezoek, Onderzoek } from './beeld.ts'

const opDag = (a: Bezoek, b: Bezoek): number => (`${a.datum} ${a.id}` < `${b.datum} ${b.id}` ? -1 : 1)

export function neemBezoekOp(client: QueryClient, onderzoek: string, bezoek: Bezoek): void {
  client.setQueryData<Onderzoek>(
    sleutels.onderzoek(onderzoek),
    (oud) => oud && { ...oud, bezoeken: [...oud.bezoeken.filter((b) => b.id !== bezoek.id), bezoek].sort(opDag) },
  )
}

/** Een nieuwe versie met wat er stond: daarmee geldt het bezoek weer. */
export async function zetBezoekTerug({ id, versie, datum, soort, aanwezig, verslag }: Bezoek): Promise<Bezoek> {
  const lichaam = { datum, soort, ...(aanwezig !== null && { aanwezig }), ...(verslag !== null && { verslag }) }
  return (await roepApi<Bezoek>('PATCH', `/bezoeken/${id}`, { lichaam, etag: `"v${versie}"` })).waarde
}
