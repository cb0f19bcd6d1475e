import type { Probleem } from '../api/probleem.ts'
import { gebruikAanmelding } from '../api/sessiestand.ts'
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
  const aangemeld = gebruikAanmelding().stand === 'er'
  const hersteld = hersteldVan(probleem, bereikbaar, aangemeld)
  if (hersteld) return <Hersteld titel={hersteld} opnieuw={opnieuw} formulier={formulier} />
  if (probleem.code === 'DATABASE_WEG' && opnieuw) return <NietOpTeHalen probleem={probleem} opnieuw={opnieuw} />
  const regel = probleem.status === 422 || probleem.status === 403 || probleem.status === 409
  return (
    <Melding soort={regel ? 'waarschuwing' : 'fout'} woord={regel ? 'Dit kan niet' : 'Niet gelukt'} titel={probleem.titel} voorlezen>
      {probleem.tekst && probleem.tekst !== probleem.titel && <p>{probleem.tekst}</p>}
      {probleem.watNu && <p>{probleem.watNu}</p>}
      {probleem.eis && <p className="md-bijtekst">Dit volgt uit uitspraak {probleem.eis}.</p>}
      <Nummer probleem={probleem} />
      <Opnieuw opnieuw={opnieuw} />
    </Melding>
  )
}

/** Wie alleen leest, heeft niets te bewaren: het scherm vult zich vanzelf (`herstel.ts`). */
function NietOpTeHalen({ probleem, opnieuw }: Pick<Props, 'probleem' | 'opnieuw'>) {
  return (
    <Melding soort="fout" woord="Niet gelukt" titel="Meedoen kan de gegevens nu niet ophalen." voorlezen>
      <p>Dit scherm vult zich vanzelf zodra het weer kan. Duurt het langer dan een paar minuten, bel dan uw beheerder.</p>
      <Nummer probleem={probleem} />
      <Opnieuw opnieuw={opnieuw} />
    </Melding>
  )
}

function Nummer({ probleem: { correlatie, status } }: Pick<Props, 'probleem'>) {
  if (!correlatie || status < 500) return null
  return <p className="md-bijtekst">Nummer voor de beheerder: {correlatie}</p>
}

/** Wat er mis was, is voorbij zonder dat dit scherm iets deed: de verbinding is terug, of men meldde zich in het venster weer aan. */
function hersteldVan({ code, status }: Probleem, bereikbaar: boolean, aangemeld: boolean): string | null {
  if (code === 'GEEN_VERBINDING' && bereikbaar) return 'De verbinding is er weer.'
  return status === 401 && aangemeld ? 'U bent weer aangemeld.' : null
}

/** Wat er stond klopt niet meer, maar wat niet lukte is nog niet gedaan. */
function Hersteld({ titel, opnieuw, formulier }: Pick<Props, 'opnieuw' | 'formulier'> & { titel: string }) {
  const bewaar = formulier ? 'Wat u invulde, staat er nog. U kunt nu bewaren.' : 'Er is niets verloren. U kunt het nu opnieuw proberen.'
  return (
    <Melding key="hersteld" soort="info" titel={titel} voorlezen>
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
