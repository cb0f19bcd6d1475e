import type { Datum } from '#core/base/datum.ts'
import { resterendeDagen, restantInWoorden } from '#core/base/termijn.ts'
import { termijnnamen, type Zaaktermijn } from '#core/dossier/lopende-termijn.ts'
import { Badge } from './Badge.tsx'
import { Icoon } from './Icoon.tsx'

type Props = { tot: Datum; vandaag: Datum; waarvan?: Zaaktermijn['soort'] | null; bijnaDagen?: number }

/** Hoeveel tijd er nog is en waarvoor, met icoon en in woorden. `vandaag` komt uit de sessie, niet van de klok van de computer. */
export function Termijn({ tot, vandaag, waarvan, bijnaDagen = 7 }: Props) {
  const over = resterendeDagen(vandaag, tot)
  return (
    <Badge soort={over < 0 ? 'fout' : over <= bijnaDagen ? 'let-op' : 'gewoon'}>
      <Icoon naam={over <= 0 ? 'waarschuwing' : 'omvang'} />
      {waarvan && `${termijnnamen[waarvan]}: `}
      {restantInWoorden(vandaag, tot)}
    </Badge>
  )
}
