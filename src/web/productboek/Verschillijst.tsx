import type { ReactNode } from 'react'
import type { Wijziging, Wijzigingen } from '#core/catalogus/uitleg/wijziging.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import './vergelijk.css'

type VerschillijstProps = {
  delen: readonly Wijzigingen[]
  /** Hoe een nummer van een uitspraak getoond wordt. */
  toonEisen: (eisen: readonly string[]) => ReactNode
}

/** De verschillen tussen twee versies, per onderdeel, elk met wat het was en wordt. */
export function Verschillijst({ delen, toonEisen }: VerschillijstProps) {
  if (delen.length === 0) return <Leeg titel="Deze versies zijn gelijk" />
  return delen.map((deel) => (
    <div key={deel.onderdeel}>
      <Kop niveau={3}>
        {deel.onderdeel} <span className="md-bijtekst">({deel.wijzigingen.length})</span>
      </Kop>
      <ul className="pb-wijzigingen">
        {deel.wijzigingen.map((w) => (
          <EenWijziging key={JSON.stringify(w)} wijziging={w} toonEisen={toonEisen} />
        ))}
      </ul>
    </div>
  ))
}

const woorden = {
  erbij: { tekst: 'erbij', soort: 'goed' },
  weg: { tekst: 'weg', soort: 'fout' },
  anders: { tekst: 'anders', soort: 'let-op' },
} as const

function EenWijziging({ wijziging, toonEisen }: { wijziging: Wijziging } & Pick<VerschillijstProps, 'toonEisen'>) {
  const woord = woorden[wijziging.soort]
  return (
    <li className="pb-wijziging">
      <Badge soort={woord.soort}>{woord.tekst}</Badge>
      <div>
        {wijziging.tekst} {toonEisen(wijziging.eisen)}
        {wijziging.was !== wijziging.is && (
          <dl className="pb-wasis">
            {wijziging.was !== undefined && (
              <div>
                <dt>Was</dt>
                <dd>
                  <del>{wijziging.was}</del>
                </dd>
              </div>
            )}
            {wijziging.is !== undefined && (
              <div>
                <dt>Wordt</dt>
                <dd>
                  <ins>{wijziging.is}</ins>
                </dd>
              </div>
            )}
          </dl>
        )}
      </div>
    </li>
  )
}
