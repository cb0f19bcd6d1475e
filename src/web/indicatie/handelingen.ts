/** Wat er met een indicatie gedaan wordt, als verzoek aan de server. */
import type { QueryClient } from '@tanstack/react-query'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { vervallen } from '../api/vraagclient.ts'
import type { VolledigeIndicatie } from './beeld.ts'

export type Gebeurtenisopgave = {
  readonly soort: string
  readonly datum: string
  readonly gegevens?: Readonly<Record<string, string>>
  readonly vervangt?: string
}

export async function legVast(
  client: QueryClient,
  indicatie: string,
  opgave: Gebeurtenisopgave,
  sleutel = nieuweSleutel(),
): Promise<VolledigeIndicatie> {
  const { waarde } = await roepApi<VolledigeIndicatie>('POST', `/indicaties/${indicatie}/gebeurtenissen`, {
    lichaam: opgave,
    idempotentie: sleutel,
  })
  client.setQueryData(sleutels.indicatie(indicatie), waarde)
  await vervallen(client, 'onderzoek', 'inwoner')
  return waarde
}

/** Direct na het vaststellen terug: de indicatie blijft te lezen, met waarom zij niet geldt. */
export async function trekMeteenIn(client: QueryClient, indicatie: string, vandaag: string): Promise<void> {
  await legVast(client, indicatie, {
    soort: 'ingetrokken',
    datum: vandaag,
    gegevens: { grond: 'a', motivering: 'Meteen na het vaststellen ongedaan gemaakt.' },
  })
}
