/** Wat de server over catalogusbeheer teruggeeft, en waarmee een scherm het haalt. */
import { useQuery } from '@tanstack/react-query'
import type { Instellingantwoord, Mapversieantwoord, Publicatieantwoord, Verschillenantwoord } from '#http/api/catalogus/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'

export type Publicaties = { readonly items: readonly Publicatieantwoord[]; readonly versies: readonly Mapversieantwoord[] }
export type Instellingen = { readonly dag: string; readonly versie: string; readonly items: readonly Instellingantwoord[] }

export const gebruikPublicaties = () =>
  useQuery({ queryKey: sleutels.cataloguspublicaties(), queryFn: () => roepApi<Publicaties>('GET', '/cataloguspublicaties') })

/** Zonder dag: wat vandaag geldt. */
export const gebruikInstellingen = (dag?: string) =>
  useQuery({
    queryKey: [...sleutels.instellingkeuzes(), 'stand', dag ?? null],
    queryFn: () => roepApi<Instellingen>('GET', `/instellingen${dag ? `?dag=${dag}` : ''}`),
  })

export const gebruikVerschillen = (van: string | null, naar: string | null, aan = true) =>
  useQuery({
    queryKey: [...sleutels.cataloguspublicaties(), 'verschillen', van, naar],
    queryFn: () =>
      roepApi<Verschillenantwoord>(
        'GET',
        `/catalogusverschillen?van=${encodeURIComponent(van ?? '')}&naar=${encodeURIComponent(naar ?? '')}`,
      ),
    enabled: aan && van !== null && naar !== null && van !== naar,
    staleTime: Number.POSITIVE_INFINITY,
  })
