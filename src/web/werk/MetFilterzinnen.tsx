import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { alsProbleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { vervallen } from '../api/vraagclient.ts'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { meldOngedaan, toonToast } from '../onderdelen/toast.ts'
import type { Filter } from './antwoord.ts'
import { adresVanFilter } from './filteradres.ts'

/**
 * Bewaarde filters als zinnen: klik om te zien, kruisje om weg te halen (en dat kan terug). Wat eronder hoort komt pas als zij er zijn,
 * zodat niets verspringt.
 */
export function MetFilterzinnen({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const filters = useQuery({ queryKey: sleutels.filters(), queryFn: () => roepApi<{ items: readonly Filter[] }>('GET', '/filters') })
  const items = filters.data?.waarde.items ?? []
  if (filters.isPending) return <Laden wat="De lijst wordt geladen" />
  const haalWeg = async (f: Filter) => {
    try {
      await roepApi('DELETE', `/filters/${f.id}`)
    } catch (fout) {
      return toonToast({ tekst: `Niet gelukt. ${alsProbleem(fout).tekst}` })
    }
    await vervallen(client, 'filters')
    meldOngedaan('Filter weggehaald.', async () => {
      await roepApi('POST', '/filters', { lichaam: { keuze: f.keuze }, idempotentie: nieuweSleutel() })
      await vervallen(client, 'filters')
    })
  }
  return (
    <>
      {items.length > 0 && (
        <nav aria-label="Bewaarde filters" className="md-filterzinnen">
          <ul>
            {items.map((f) => (
              <li key={f.id}>
                <Link to={adresVanFilter(f.keuze)}>{f.zin}</Link>
                <button type="button" onClick={() => void haalWeg(f)}>
                  <Icoon naam="kruis" />
                  <span className="md-onzichtbaar">Filter weghalen: {f.zin}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {children}
    </>
  )
}
