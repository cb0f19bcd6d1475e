import type { Probleem } from '../api/probleem.ts'
import { Knop } from './Knop.tsx'
import { Melding } from './Melding.tsx'

/** Een weigering of storing in woorden: wat er is, wat u nu kunt doen, en op welke uitspraak of welk nummer het rust. */
export function Probleemmelding({ probleem, opnieuw }: { probleem: Probleem; opnieuw?: () => void }) {
  const regel = probleem.status === 422 || probleem.status === 403 || probleem.status === 409
  return (
    <Melding soort={regel ? 'waarschuwing' : 'fout'} woord={regel ? 'Dit kan niet' : 'Niet gelukt'} titel={probleem.titel} voorlezen>
      {probleem.tekst && probleem.tekst !== probleem.titel && <p>{probleem.tekst}</p>}
      {probleem.watNu && <p>{probleem.watNu}</p>}
      {probleem.eis && <p className="md-bijtekst">Dit volgt uit uitspraak {probleem.eis}.</p>}
      {probleem.correlatie && probleem.status >= 500 && <p className="md-bijtekst">Nummer voor de beheerder: {probleem.correlatie}</p>}
      {opnieuw && (
        <p className="md-knoppen">
          <Knop opKlik={opnieuw}>Probeer opnieuw</Knop>
        </p>
      )}
    </Melding>
  )
}
