import type { Datum } from '#core/base/datum.ts'
import { Link } from 'react-router'
import type { Zaakkopantwoord, Zaakstapantwoord } from '#http/api/dossier/vormen.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Termijn } from '../onderdelen/Termijn.tsx'
import { naamInKop, soortnaam } from './woorden.ts'

type Props = {
  zaak: Zaakkopantwoord & { readonly nu: Zaakstapantwoord }
  vandaag: string
  /** Ook wie de zaak behandelt, waar dat niet vanzelf spreekt. */
  metBehandelaar?: boolean
  /** Wat men met deze rij meteen kan doen. */
  actie?: React.ReactNode
}

/** Eén zaak in een rustige lijst: wie, wat er nu moet gebeuren, en hoeveel tijd er nog is. */
export function Zaakrij({ zaak, vandaag, metBehandelaar, actie }: Props) {
  const { nu } = zaak
  return (
    <li className="md-werkrij" data-dringend={nu.dringend}>
      <div className="md-werkrij__wie">
        <Link to={`/zaken/${zaak.id}`} className="md-werkrij__link">
          {naamInKop(zaak.inwoner.naam)}
        </Link>
        <span className="md-bijtekst">
          {soortnaam(zaak.soort)} {zaak.nummer}
          {metBehandelaar && (
            <>
              {' · '}
              <span className="md-werkrij__behandelaar">{zaak.behandelaar?.naam ?? 'nog niemand'}</span>
            </>
          )}
        </span>
      </div>
      <span className="md-werkrij__stap">{nu.stap}</span>
      <span className="md-werkrij__termijn">
        {nu.uiterlijk ? (
          <Termijn tot={nu.uiterlijk as Datum} vandaag={vandaag as Datum} waarvan={nu.termijnsoort} />
        ) : (
          <Badge>Geen termijn</Badge>
        )}
      </span>
      {actie && <span className="md-werkrij__actie">{actie}</span>}
    </li>
  )
}
