import { useQuery } from '@tanstack/react-query'
import type { Teamantwoord } from '#http/api/beheerroutes.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'

/** Alle teams van de gemeente. */
export const gebruikTeams = () =>
  useQuery({ queryKey: sleutels.teams(), queryFn: () => roepApi<{ items: readonly Teamantwoord[] }>('GET', '/teams') })
