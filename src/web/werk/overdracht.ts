/** Zaken overdragen: één, of veel tegelijk in kleine stappen zodat men kan stoppen. */
import type { QueryClient } from '@tanstack/react-query'
import type { Zaakantwoord, Zaakkopantwoord } from '#http/api/dossier/vormen.ts'
import { legVast, nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { meldOngedaan } from '../onderdelen/toast.ts'
import type { Uitslag } from './antwoord.ts'

export type Doel = { readonly behandelaar: string | null; readonly team: string | null }
type Zaak = Pick<Zaakkopantwoord, 'id' | 'versie'>
type Overgedragen = { readonly zaak: Zaakantwoord; readonly gebeurtenis: string }

export const verversWerk = (client: QueryClient): Promise<unknown> => vervallen(client, 'werkvoorraad', 'zaken', 'zaak', 'inwoner')

/** Draagt over en biedt de weg terug aan. */
export async function draagOver(
  client: QueryClient,
  zaak: Zaak,
  doel: Doel,
  reden: string | null,
  tekst: string,
  vandaag: string,
): Promise<void> {
  const { waarde } = await legVast<Overgedragen>(`/zaken/${zaak.id}/overdrachten`, { ...doel, reden }, `"v${zaak.versie}"`)
  await verversWerk(client)
  meldOngedaan(tekst, async () => {
    await maakOngedaan(waarde.zaak, waarde.gebeurtenis, vandaag)
    await verversWerk(client)
  })
}

/** Laat een gebeurtenis vervallen; wat er stond blijft te lezen. `versie` is die van na de gebeurtenis. */
export const maakOngedaan = (zaak: Zaak, gebeurtenis: string, vandaag: string) =>
  legVast<Zaakantwoord>(
    `/zaken/${zaak.id}/gebeurtenissen`,
    { soort: 'vervallen', datum: vandaag, vervangt: gebeurtenis, gegevens: { reden: 'Ongedaan gemaakt' } },
    `"v${zaak.versie}"`,
  )

const PER_STAP = 10

/** Meldt na elke stap de uitslagen tot dan toe; stopt zodra `gestopt` dat zegt. Wat al gedaan is, blijft gedaan. */
export async function draagVeelOver(
  zaken: readonly Zaak[],
  doel: Doel,
  reden: string,
  opStap: (uitslagen: readonly Uitslag[]) => void,
  gestopt: () => boolean,
): Promise<readonly Uitslag[]> {
  let uitslagen: readonly Uitslag[] = []
  for (let i = 0; i < zaken.length && !gestopt(); i += PER_STAP) {
    const deel = zaken.slice(i, i + PER_STAP).map(({ id, versie }) => ({ id, versie }))
    const { waarde } = await roepApi<{ items: readonly Uitslag[] }>('POST', '/overdrachten', {
      lichaam: { ...doel, reden, zaken: deel },
      idempotentie: nieuweSleutel(),
    })
    uitslagen = [...uitslagen, ...waarde.items]
    opStap(uitslagen)
  }
  return uitslagen
}
