import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { herstelVanzelf } from './herstel.ts'
import { sleutels } from './sleutels.ts'
import { bijTerugkeer, luisterNaarNetwerk } from './verbinding.ts'

/** Geeft alle schermen hetzelfde geheugen, en haalt alles opnieuw zodra de verbinding terug is. */
export function ApiKader({ client, children }: { client: QueryClient; children: ReactNode }) {
  useEffect(() => {
    const stoppen = [
      luisterNaarNetwerk(),
      herstelVanzelf(client),
      // Een sessie die er is blijft staan; een die niet te laden was, wordt wel opnieuw gevraagd.
      bijTerugkeer(
        () => void client.invalidateQueries({ predicate: (q) => q.state.status === 'error' || q.queryKey[0] !== sleutels.sessie()[0] }),
      ),
    ]
    return () => stoppen.forEach((stop) => stop())
  }, [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
