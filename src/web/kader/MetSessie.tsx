import type { ReactNode } from 'react'
import { gebruikSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { type Rol, rolnaam, type Sessie } from '../api/sessie.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { AanmeldPagina } from './AanmeldPagina.tsx'

/** Toont een scherm van de werkplek pas als er een sessie is met een van deze rollen. De server beslist zelf over elk gegeven. */
export function MetSessie({ rollen, children }: { rollen: readonly Rol[]; children: ReactNode }) {
  const sessie = gebruikSessie({ altijd: true })
  if (sessie.stand === 'fout') {
    return (
      <Pagina titel="Meedoen is nu niet te laden">
        <Probleemmelding probleem={sessie.probleem} opnieuw={sessie.opnieuw} />
      </Pagina>
    )
  }
  if (sessie.stand !== 'er') return sessie.stand === 'laden' ? <Laden wat="Even kijken wie u bent" /> : <AanmeldPagina />
  return heeftRol(sessie.sessie, ...rollen) ? children : <GeenRechten sessie={sessie.sessie} rollen={rollen} />
}

/** Dit scherm is er wel, maar niet voor deze rol. Zegt voor wie dan wel, en waar men heen kan. */
export function GeenRechten({ sessie, rollen }: { sessie: Sessie; rollen: readonly Rol[] }) {
  const wie = (lijst: readonly Rol[]) => lijst.map((r) => rolnaam(r).toLowerCase()).join(', ')
  return (
    <Pagina titel="Dit scherm is niet voor uw rol">
      <Melding soort="info" titel={`U bent aangemeld als ${wie(sessie.rollen)}.`}>
        <p>Dit scherm is voor: {wie(rollen)}. Hebt u het nodig voor uw werk, vraag dan uw beheerder om die rol.</p>
        <p className="md-knoppen">
          <KnopLink naar="/">Naar uw eigen beginscherm</KnopLink>
        </p>
      </Melding>
    </Pagina>
  )
}
