import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { alsProbleem, type Probleem } from './probleem.ts'
import { roepApi } from './roep-api.ts'

/** Wat elke lijst van de server geeft; `volgende` is de wijzer naar de volgende bladzijde. */
export type Bladzijde<T> = { readonly items: readonly T[]; readonly volgende: string | null; readonly telling?: Telling }
/** `meer`: het zijn er meer dan `aantal`; verder telt de server niet. */
export type Telling = { readonly aantal: number; readonly meer: boolean }
export type Lijstfilter = Readonly<Record<string, string | number | boolean | null | undefined>>

export type Lijst<T> = {
  readonly stand: 'laden' | 'fout' | 'klaar'
  readonly items: readonly T[]
  /** Hoeveel er in totaal zijn, als de server dat zegt. */
  readonly telling: Telling | null
  /** Volgnummer van de eerste rij die er staat: zolang de volgende bladzijde nog komt is dat die van de vorige. */
  readonly vanaf: number
  readonly probleem: Probleem | null
  /** Er wordt op de achtergrond gehaald terwijl de vorige bladzijde nog staat. */
  readonly ververst: boolean
  readonly opnieuw: () => void
  readonly volgende: (() => void) | null
  readonly vorige: (() => void) | null
  readonly eerste: (() => void) | null
}

/** Op welke bladzijde een lijst stond, zodat "terug" daar weer uitkomt. Alleen in het geheugen: een wijzer kan een naam bevatten. */
const onthouden = new Map<string, readonly string[]>()
/** Hoeveel het er waren toen de eerste bladzijde kwam; op de volgende telt de server niet opnieuw. */
const geteld = new Map<string, Telling>()

type Lijstopties = {
  readonly sleutel: readonly unknown[]
  readonly filter?: Lijstfilter
  readonly limiet?: number
  readonly aan?: boolean
  /** Deze lijst zegt hoeveel er zijn, als erom gevraagd wordt. */
  readonly telt?: boolean
}

/** Eén bladzijde tegelijk van een lang overzicht; de server bladert, sorteert en filtert. */
export function gebruikLijst<T>(pad: string, { sleutel, filter = {}, limiet = 50, aan = true, telt = false }: Lijstopties): Lijst<T> {
  const naam = JSON.stringify([pad, filter, limiet])
  const [stapel, zetStapel] = useState<{ naam: string; cursors: readonly string[] }>({ naam, cursors: onthouden.get(naam) ?? [] })
  // Een ander filter begint vooraan, tenzij die lijst al eens open stond.
  const cursors = stapel.naam === naam ? stapel.cursors : (onthouden.get(naam) ?? [])
  const ga = (nieuw: readonly string[]) => {
    onthouden.set(naam, nieuw)
    zetStapel({ naam, cursors: nieuw })
  }
  const cursor = cursors.at(-1)
  const vraag = useQuery({
    queryKey: [...sleutel, filter, limiet, cursor ?? null],
    queryFn: async ({ signal }) => {
      const vraagt = vraagdeel({ ...filter, telling: (telt && cursor === undefined) || null }, limiet, cursor)
      const { waarde } = await roepApi<Bladzijde<T>>('GET', `${pad}?${vraagt}`, { signaal: signal })
      if (waarde.telling) geteld.set(naam, waarde.telling)
      return { ...waarde, vanaf: cursors.length * limiet + 1 }
    },
    placeholderData: keepPreviousData,
    enabled: aan,
  })
  const volgende = vraag.data?.volgende
  return {
    stand: vraag.data ? 'klaar' : vraag.isError ? 'fout' : 'laden',
    items: vraag.data?.items ?? [],
    telling: vraag.data?.telling ?? (cursor === undefined ? null : (geteld.get(naam) ?? null)),
    vanaf: vraag.data?.vanaf ?? 1,
    probleem: vraag.error ? alsProbleem(vraag.error) : null,
    ververst: vraag.isFetching && vraag.data !== undefined,
    opnieuw: () => void vraag.refetch(),
    volgende: volgende && !vraag.isPlaceholderData ? () => ga([...cursors, volgende]) : null,
    vorige: cursors.length > 0 ? () => ga(cursors.slice(0, -1)) : null,
    eerste: cursors.length > 1 ? () => ga([]) : null,
  }
}

function vraagdeel(filter: Lijstfilter, limiet: number, cursor: string | undefined): string {
  const delen = new URLSearchParams({ limiet: String(limiet) })
  for (const [naam, waarde] of Object.entries(filter))
    if (waarde !== undefined && waarde !== null && waarde !== '') delen.set(naam, String(waarde))
  if (cursor) delen.set('cursor', cursor)
  return delen.toString()
}
