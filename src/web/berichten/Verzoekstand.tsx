import type { ComponentProps } from 'react'
import { type Verzoekstand as Stand, verzoekstanden } from '#core/toewijzing/verzoek.ts'
import { Badge } from '../onderdelen/Badge.tsx'

const soorten: Readonly<Record<Stand, ComponentProps<typeof Badge>['soort']>> = {
  open: 'let-op',
  in_onderzoek: 'info',
  toegewezen: 'goed',
  afgewezen: 'gewoon',
  telt_niet: 'gewoon',
}

/** Hoe een verzoek van een aanbieder ervoor staat. */
export const Verzoekstand = ({ stand }: { stand: Stand }) => <Badge soort={soorten[stand]}>{verzoekstanden[stand]}</Badge>
