import { useQuery } from '@tanstack/react-query'
import { roepApi } from '../api/roep-api.ts'
import type { Collegas } from './antwoord.ts'

/** Aan wie men werk kan geven. Verandert zelden; daarom een uur lang vers. */
export const gebruikCollegas = () =>
  useQuery({ queryKey: ['collegas'], queryFn: () => roepApi<Collegas>('GET', '/collegas'), staleTime: 3_600_000 })
