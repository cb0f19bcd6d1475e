import { type Berichtstand, berichtstanden } from '#core/toewijzing/berichtstand.ts'
import { Badge } from '../onderdelen/Badge.tsx'

/** Wat goed is, wat wacht, en waar iemand naar moet kijken. De tellingen en de grafiek gebruiken dezelfde drie groepen. */
export const standgroep: Readonly<Record<Berichtstand, 'goed' | 'wacht' | 'mis'>> = {
  klaargezet: 'wacht',
  niet_bezorgd: 'mis',
  wacht_op_antwoord: 'wacht',
  verzonden: 'goed',
  aangenomen: 'goed',
  deels: 'mis',
  afgekeurd: 'mis',
  schemafout: 'mis',
  vreemd: 'mis',
  dubbel: 'mis',
  vervangen: 'goed',
}
const soorten = { goed: 'goed', wacht: 'info', mis: 'fout' } as const

export function Standbadge({ stand }: { stand: Berichtstand }) {
  const soort = stand === 'deels' ? 'let-op' : stand === 'vervangen' ? 'gewoon' : soorten[standgroep[stand]]
  return <Badge soort={soort}>{berichtstanden[stand]}</Badge>
}
