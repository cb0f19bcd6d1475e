import { QueryClient } from '@tanstack/react-query'
import { alsProbleem, isTijdelijk } from './probleem.ts'

/**
 * Het geheugen voor gegevens van de server. Kort vers, want collega's werken tegelijk; opnieuw proberen alleen waar wachten helpt.
 * Of er verbinding is, weten we zelf (`verbinding.ts`): de browser zegt ook "online" als alleen de server weg is.
 */
export function maakVraagclient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        networkMode: 'always',
        retry: (keer, fout) => keer < 2 && isTijdelijk(alsProbleem(fout)) && alsProbleem(fout).code !== 'GEEN_API',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Alle gegevens van deze soort opnieuw halen, na een wijziging. */
export const vervallen = (client: QueryClient, ...soorten: readonly string[]): Promise<unknown> =>
  Promise.all(soorten.map((soort) => client.invalidateQueries({ queryKey: [soort] })))
