import { useQuery } from '@tanstack/react-query'
import type { Verzoektellingenantwoord } from '#http/api/berichten/verzoekvormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'

/** Hoeveel verzoeken van aanbieders er wachten; een minuut oud is vers genoeg. Undefined zolang het niet bekend is. */
export function gebruikVerzoektellingen(): Verzoektellingenantwoord | undefined {
  const vraag = useQuery({
    queryKey: sleutels.verzoektellingen(),
    queryFn: ({ signal }) => roepApi<Verzoektellingenantwoord>('GET', '/verzoektellingen', { signaal: signal }),
    staleTime: 60_000,
  })
  return vraag.data?.waarde
}
