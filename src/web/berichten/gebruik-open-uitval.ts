import { useQuery } from '@tanstack/react-query'
import type { Verkeerantwoord } from '#http/api/berichten/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'

/** Hoeveel uitval er open staat, voor bij een ingang; een minuut oud is vers genoeg. Undefined zolang het niet bekend is. */
export function gebruikOpenUitval(vandaag: string, aan: boolean): number | undefined {
  const vraag = useQuery({
    queryKey: sleutels.berichttellingen(vandaag, vandaag),
    queryFn: ({ signal }) => roepApi<Verkeerantwoord>('GET', `/berichttellingen?van=${vandaag}&tot=${vandaag}`, { signaal: signal }),
    enabled: aan,
    staleTime: 60_000,
  })
  return vraag.data?.waarde.openUitval
}
