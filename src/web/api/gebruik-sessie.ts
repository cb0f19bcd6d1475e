import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { alsProbleem, type Probleem } from './probleem.ts'
import { roepApi, stuur } from './roep-api.ts'
import type { Rol, Sessie } from './sessie.ts'
import { type Aanmelding, aanmelding, leesAanwijzing, meldAangemeld, meldGeenSessie, onthoudSessie, vergeetSessie } from './sessiestand.ts'
import { sleutels } from './sleutels.ts'
import { vertelAnderen } from './tabbladen.ts'

export type Sessiestand =
  | { readonly stand: 'laden' | 'geen' }
  | { readonly stand: 'fout'; readonly probleem: Probleem; readonly opnieuw: () => void }
  | { readonly stand: 'er'; readonly sessie: Sessie }

/**
 * Haalt de sessie. Geen sessie is `null`; ging zij onderweg verloren, dan blijft de oude staan (het scherm met wat iemand invulde
 * blijft zo heel) en vraagt het venster "sessie verlopen" om opnieuw aan te melden.
 */
export async function haalSessie(): Promise<Sessie | null> {
  const eerder = aanmelding()
  return neemGevonden(eerder, await vraagSessie())
}

function neemGevonden(eerder: Aanmelding, gevonden: Sessie | null): Sessie | null {
  if (!gevonden) {
    vergeetSessie()
    if (eerder.stand === 'onbekend' || eerder.stand === 'geen') meldGeenSessie()
    return null
  }
  onthoudSessie(gevonden)
  neemAan(gevonden)
  return gevonden
}

/**
 * Meldde zich intussen een ander aan in deze browser, dan blijft het scherm van de eerste niet staan met de rechten van de ander: de
 * bewaker hoort het en zet er een venster over.
 */
async function haalEigenSessie(): Promise<Sessie | null> {
  const eerder = aanmelding()
  if (eerder.stand !== 'er') return haalSessie()
  const gevonden = await vraagSessie()
  if (gevonden && (gevonden.medewerker.id !== eerder.medewerker || gevonden.gemeente.code !== eerder.gemeente)) {
    vertelAnderen('aangemeld')
    return null
  }
  return neemGevonden(eerder, gevonden)
}

/** Vanaf nu geldt deze sessie in dit tabblad. */
export function neemAan(sessie: Sessie): void {
  meldAangemeld({ medewerker: sessie.medewerker.id, gemeente: sessie.gemeente.code, csrf: sessie.csrf })
}

/** De sessie volgens de server, zonder iets te onthouden. */
export async function vraagSessie(): Promise<Sessie | null> {
  try {
    return (await roepApi<Sessie>('GET', '/sessie')).waarde
  } catch (fout) {
    if (alsProbleem(fout).status === 401) return null
    throw fout
  }
}

/**
 * Wie er is aangemeld. Zonder aanwijzing dat er een sessie is, wordt de server niets gevraagd; `altijd` vraagt het hoe dan ook
 * (schermen van de werkplek).
 */
export function gebruikSessie({ altijd = false }: { altijd?: boolean } = {}): Sessiestand {
  const client = useQueryClient()
  const vraagt = altijd || leesAanwijzing() !== 'geen'
  const { data, error, isPending } = useQuery({
    queryKey: sleutels.sessie(),
    queryFn: async () => (await haalEigenSessie()) ?? client.getQueryData<Sessie | null>(sleutels.sessie()) ?? null,
    enabled: vraagt,
    staleTime: 60_000,
    gcTime: Number.POSITIVE_INFINITY,
    // Een scherm dat erbij komt, maakt van een getoonde storing niet weer "laden".
    retryOnMount: false,
  })
  if (data) return { stand: 'er', sessie: data }
  if (data === null) return { stand: 'geen' }
  if (error) {
    const probleem = alsProbleem(error)
    return { stand: 'fout', probleem, opnieuw: () => void client.refetchQueries({ queryKey: sleutels.sessie() }) }
  }
  return { stand: isPending && vraagt ? 'laden' : 'geen' }
}

/** De sessie op een scherm dat alleen met een sessie te zien is. */
export function gebruikEigenSessie(): Sessie {
  const gevonden = gebruikSessie({ altijd: true })
  if (gevonden.stand !== 'er') throw new Error('gebruikEigenSessie hoort binnen een scherm van de werkplek')
  return gevonden.sessie
}

export const heeftRol = (sessie: Sessie, ...een: readonly Rol[]): boolean => sessie.rollen.some((rol) => een.includes(rol))

/** Na het aanmelden: de sessie halen en andere tabbladen laten weten dat zij verder kunnen. */
export async function neemSessieOver(client: QueryClient): Promise<Sessie | null> {
  const sessie = await haalSessie()
  client.setQueryData(sleutels.sessie(), sessie)
  if (sessie) vertelAnderen('aangemeld')
  return sessie
}

/** Meldt af, wist wat in dit tabblad bewaard was, en begint met een schone pagina. */
export async function meldAf(): Promise<void> {
  const { waarde } = await stuur<{ naar?: string } | undefined>('POST', '/afmelden').catch((fout: unknown) => {
    if (alsProbleem(fout).status === 401) return { waarde: undefined }
    throw fout
  })
  vergeetSessie()
  // Eerst hier: het bericht aan andere tabbladen komt ook in dit tabblad aan.
  meldGeenSessie()
  sessionStorage.clear()
  vertelAnderen('afgemeld')
  location.assign(waarde?.naar ?? '/')
}
