/** Wat `GET /api/v1/sessie` en `GET /api/v1/aanmeldwijzen` geven. */
export const rollen = ['consulent', 'teamleider', 'administratie', 'contractmanager', 'toezichthouder', 'beheerder'] as const
export type Rol = (typeof rollen)[number]

export type Sessie = {
  readonly medewerker: { readonly id: string; readonly naam: string }
  /** `catalogus` is de id van de catalogus waar deze gemeente mee werkt. */
  readonly gemeente: { readonly code: string; readonly naam: string; readonly catalogus: string | null }
  readonly rollen: readonly Rol[]
  readonly team: { readonly id: string; readonly naam: string } | null
  readonly csrf: string
  /** Of dit een proefomgeving is, met verzonnen gegevens. */
  readonly demo: boolean
  readonly verlooptOp: string
  /** De dag van vandaag volgens de server, JJJJ-MM-DD. Schermen rekenen hiermee, niet met de klok van de computer. */
  readonly vandaag: string
}

export type Aanmeldwijzen = {
  /** Of er via de eigen organisatie aangemeld kan worden (OpenID Connect). */
  readonly oidc: boolean
  readonly demo: readonly {
    readonly sleutel: string
    readonly naam: string
    readonly rol: Rol
    readonly team: string | null
    readonly gemeente: string
    readonly gemeentenaam: string
  }[]
  /** Of deze browser al een sessie heeft. Mag ontbreken. */
  readonly aangemeld?: boolean
}

const woorden: Record<Rol, string> = {
  consulent: 'Consulent',
  teamleider: 'Teamleider',
  administratie: 'Administratie',
  contractmanager: 'Contractmanager',
  toezichthouder: 'Toezichthouder',
  beheerder: 'Beheerder',
}
export const rolnaam = (rol: Rol): string => woorden[rol] ?? rol
