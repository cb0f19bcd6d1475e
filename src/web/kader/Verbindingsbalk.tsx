import { gebruikBereikbaar } from '../api/verbinding.ts'
import { Icoon } from '../onderdelen/Icoon.tsx'

/** Zolang de server niet te bereiken is: dat het zo is, en dat er niets verloren gaat. */
export function Verbindingsbalk() {
  const bereikbaar = gebruikBereikbaar()
  return (
    <div role="status" className="md-verbinding" data-weg={!bereikbaar || undefined}>
      {!bereikbaar && (
        <>
          <Icoon naam="waarschuwing" />
          <span>
            <strong>Geen verbinding.</strong> U kunt lezen en typen; bewaren kan zodra zij terug is.
          </span>
        </>
      )}
    </div>
  )
}
