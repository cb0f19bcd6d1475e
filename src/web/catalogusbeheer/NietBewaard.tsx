import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Melding } from '../onderdelen/Melding.tsx'

/** Bij een oudere doorrekening staan alleen aantallen: dat is iets anders dan dat er niemand was. */
export function NietBewaard() {
  const magOpnieuw = heeftRol(gebruikEigenSessie(), 'contractmanager')
  return (
    <Melding soort="info" titel="Bij deze oudere doorrekening is niet bewaard om wie het gaat.">
      <p>
        De aantallen kloppen nog.{' '}
        {magOpnieuw
          ? 'Reken dezelfde wijziging opnieuw door om te zien om wie het gaat.'
          : 'Vraag de contractmanager dezelfde wijziging opnieuw door te rekenen; daarna ziet u hier om wie het gaat.'}
      </p>
      {magOpnieuw && <KnopLink naar="/catalogusbeheer/doorrekenen">Opnieuw doorrekenen</KnopLink>}
    </Melding>
  )
}
