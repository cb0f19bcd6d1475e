/** Het onderzoek en zijn catalogus van de server halen. De catalogus van een onderzoek verandert nooit. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import type { GeladenCatalogus } from '../kader/gebruik-catalogus.ts'
import type { Onderzoek } from './beeld.ts'

export type Geladen =
  | { readonly stand: 'laden' }
  | { readonly stand: 'fout'; readonly probleem: Probleem; readonly opnieuw: () => void }
  | { readonly stand: 'klaar'; readonly onderzoek: Onderzoek; readonly catalogus: Catalogus }

export function gebruikOnderzoekGegevens(id: string): Geladen {
  const onderzoek = useQuery({
    queryKey: sleutels.onderzoek(id),
    queryFn: async ({ signal }) => (await roepApi<Onderzoek>('GET', `/onderzoeken/${id}`, { signaal: signal })).waarde,
    // Elke keer lezen staat in het logboek van de inwoner: niet vaker dan nodig.
    staleTime: 60_000,
  })
  const hash = onderzoek.data?.catalogus.hash
  const catalogus = useQuery({
    queryKey: ['onderzoekscatalogus', hash],
    queryFn: async ({ signal }) => (await roepApi<Catalogus>('GET', `/onderzoeken/${id}/catalogus`, { signaal: signal })).waarde,
    enabled: hash !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const fout = onderzoek.error ?? catalogus.error
  if (onderzoek.data && catalogus.data) return { stand: 'klaar', onderzoek: onderzoek.data, catalogus: catalogus.data }
  if (!fout) return { stand: 'laden' }
  const opnieuw = () => {
    void onderzoek.refetch()
    if (hash) void catalogus.refetch()
  }
  return { stand: 'fout', probleem: alsProbleem(fout), opnieuw }
}

/** De catalogus van het onderzoek voor nummers en links: die gaan naar deze versie in het productboek. */
export function gebruikCatalogusplek(catalogus: Catalogus): GeladenCatalogus {
  return useMemo(() => {
    const { id, versie } = catalogus.catalogus
    const pad = (...delen: string[]) => `/${[`${id}@${versie}`, ...delen.map(encodeURIComponent)].join('/')}`
    return { catalogus, index: { catalogi: [] }, versies: [], pad }
  }, [catalogus])
}
