import type { Probleem } from '../api/probleem.ts'
import { gebruikBereikbaar } from '../api/verbinding.ts'
import { Knop } from './Knop.tsx'
import { Melding } from './Melding.tsx'

type Props = {
  probleem: Probleem
  opnieuw?: () => void
  /** Hoort bij een formulier: er staat invoer die nog bewaard moet worden. */
  formulier?: boolean
}

/** Een weigering of storing in woorden: wat er is, wat u nu kunt doen, en op welke uitspraak of welk nummer het rust. */
export function Probleemmelding({ probleem, opnieuw, formulier = false }: Props) {
  const bereikbaar = gebruikBereikbaar()
  if (probleem.code === 'GEEN_VERBINDING' && bereikbaar) return <Verbonden opnieuw={opnieuw} formulier={formulier} />
  const regel = probleem.status === 422 || probleem.status === 403 || probleem.status === 409
  return (
    <Melding soort={regel ? 'waarschuwing' : 'fout'} woord={regel ? 'Dit kan niet' : 'Niet gelukt'} titel={probleem.titel} voorlezen>
      {probleem.tekst && probleem.tekst !== probleem.titel && <p>{probleem.tekst}</p>}
      {probleem.watNu && <p>{probleem.watNu}</p>}
      {probleem.eis && <p className="md-bijtekst">Dit volgt uit uitspraak {probleem.eis}.</p>}
      {probleem.correlatie && probleem.status >= 500 && <p className="md-bijtekst">Nummer voor de beheerder: {probleem.correlatie}</p>}
      <Opnieuw opnieuw={opnieuw} />
    </Melding>
  )
}

/** De verbinding die ontbrak, is er weer: wat er stond klopt niet meer, maar wat niet lukte is nog niet gedaan. */
function Verbonden({ opnieuw, formulier }: Pick<Props, 'opnieuw' | 'formulier'>) {
  const bewaar = formulier ? 'Wat u invulde, staat er nog. U kunt nu bewaren.' : 'U kunt het nu opnieuw proberen.'
  return (
    <Melding key="verbonden" soort="info" titel="De verbinding is er weer." voorlezen>
      <p>{opnieuw ? 'Haal de gegevens nu opnieuw op.' : bewaar}</p>
      <Opnieuw opnieuw={opnieuw} />
    </Melding>
  )
}

function Opnieuw({ opnieuw }: Pick<Props, 'opnieuw'>) {
  if (!opnieuw) return null
  return (
    <p className="md-knoppen">
      <Knop opKlik={opnieuw}>Probeer opnieuw</Knop>
    </p>
  )
}
