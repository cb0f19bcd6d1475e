import { type Berichtstand, berichtstanden } from '#core/toewijzing/berichtstand.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { standgroep } from './standgroep.ts'

const soorten = { goed: 'goed', wacht: 'info', mis: 'fout' } as const

export function Standbadge({ stand }: { stand: Berichtstand }) {
  const soort = stand === 'deels' ? 'let-op' : stand === 'vervangen' || stand === 'teruggenomen' ? 'gewoon' : soorten[standgroep[stand]]
  return <Badge soort={soort}>{berichtstanden[stand]}</Badge>
}
