import type { Datum } from '#core/base/datum.ts'
import { resterendeDagen, restantInWoorden } from '#core/base/termijn.ts'
import { Badge } from './Badge.tsx'
import { Icoon } from './Icoon.tsx'

/** Hoeveel tijd er nog is, met icoon en in woorden. `vandaag` komt uit de sessie, niet van de klok van de computer. */
export function Termijn({ tot, vandaag, bijnaDagen = 7 }: { tot: Datum; vandaag: Datum; bijnaDagen?: number }) {
  const over = resterendeDagen(vandaag, tot)
  return (
    <Badge soort={over < 0 ? 'fout' : over <= bijnaDagen ? 'let-op' : 'gewoon'}>
      <Icoon naam={over <= 0 ? 'waarschuwing' : 'omvang'} />
      {restantInWoorden(vandaag, tot)}
    </Badge>
  )
}
