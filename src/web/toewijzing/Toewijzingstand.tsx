import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { type Toewijzingstand as Stand, toewijzingstanden } from '#core/toewijzing/toewijzingstand.ts'
import type { Indicatieregel } from '#http/api/toewijzingroutes.ts'
import { Badge } from '../onderdelen/Badge.tsx'

const soorten: Readonly<Record<Stand, ComponentProps<typeof Badge>['soort']>> = {
  toegewezen: 'goed',
  onderweg: 'info',
  afgewezen: 'fout',
  buitenom: 'info',
  pgb: 'gewoon',
  geen_contract: 'let-op',
  nog_niet: 'let-op',
  geldt_niet: 'gewoon',
}

/** Hoe het met de toewijzing van een indicatie staat; wie mag toewijzen gaat er van hier naartoe. */
export function Toewijzingstand({ indicatie: i }: { indicatie: Indicatieregel }) {
  const { stand, zin, aanzet } = i.toewijzing
  return (
    <div className="toe-stand">
      <Badge soort={soorten[stand]}>{toewijzingstanden[stand]}</Badge>
      <span>{zin}</span>
      {aanzet && (
        <Link to={`/indicaties/${i.id}/toewijzen`}>
          Toewijzen<span className="md-onzichtbaar"> van {i.productnaam}</span>
        </Link>
      )}
    </div>
  )
}
