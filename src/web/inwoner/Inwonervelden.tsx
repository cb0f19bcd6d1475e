import { contactvoorkeuren, geenBsnRedenen, geslachten, vertegenwoordigerRollen } from '#core/dossier/inwoner.ts'
import type { Formulier } from '../formulier/gebruik-formulier.ts'
import { BsnVeld } from '../onderdelen/BsnVeld.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import type { Inwonerwaarden } from './inwonerformulier.ts'

const opties = (tabel: Readonly<Record<string, string>>) => Object.entries(tabel).map(([waarde, tekst]) => ({ waarde, tekst }))

type Props = {
  f: Formulier<Inwonerwaarden>
  /** Bij wijzigen: er is al een BSN; leeg laten houdt het. */
  heeftBsn?: boolean
  /** Wie een geheim adres niet ziet, wijzigt het niet. */
  metContact?: boolean
}

/** De velden van een inwoner, in vier kleine onderwerpen. */
export function Inwonervelden({ f, heeftBsn = false, metContact = true }: Props) {
  return (
    <>
      <fieldset className="md-veldgroep">
        <legend>Wie is het</legend>
        <Tekstveld label="Voornamen" optioneel hoogstens={100} {...f.veld('/naam/voornamen')} />
        <div className="md-veldrij">
          <Tekstveld label="Voorvoegsel" optioneel breedte="kort" hoogstens={20} {...f.veld('/naam/voorvoegsel')} />
          <Tekstveld label="Achternaam" hoogstens={100} {...f.veld('/naam/achternaam')} />
        </div>
        <Datumveld
          label="Geboortedatum"
          optioneel
          uitleg="Bijvoorbeeld 12-04-1950. Weet u het nog niet, laat het dan leeg."
          {...f.veld('/geboortedatum')}
        />
        <Tekstveld label="Woonplaats" optioneel breedte="midden" hoogstens={80} {...f.veld('/woonplaats')} />
      </fieldset>
      <fieldset className="md-veldgroep">
        <legend>Burgerservicenummer</legend>
        <BsnVeld label={heeftBsn ? 'Nieuw BSN' : 'BSN'} optioneel={heeftBsn || f.waarden.geenBsnReden !== ''} {...f.veld('/bsn')} />
        {f.waarden.bsn.trim() === '' && (
          <Keuzelijst
            label={heeftBsn ? 'Het bekende nummer klopt niet' : 'Is er geen BSN, kies dan waarom'}
            optioneel
            leeg={heeftBsn ? 'Nummer laten staan' : 'Er is een BSN'}
            opties={opties(geenBsnRedenen)}
            {...f.veld('/geenBsnReden')}
          />
        )}
      </fieldset>
      {metContact && <Contactvelden f={f} />}
    </>
  )
}

function Contactvelden({ f }: { f: Formulier<Inwonerwaarden> }) {
  return (
    <>
      <fieldset className="md-veldgroep">
        <legend>Adres en bereiken</legend>
        <div className="md-veldrij">
          <Tekstveld label="Straat" optioneel hoogstens={100} {...f.veld('/adres/straat')} />
          <Tekstveld label="Huisnummer" optioneel breedte="kort" toetsen="numeric" hoogstens={5} {...f.veld('/adres/huisnummer')} />
          <Tekstveld label="Toevoeging" optioneel breedte="kort" hoogstens={10} {...f.veld('/adres/toevoeging')} />
        </div>
        <Tekstveld label="Postcode" optioneel breedte="kort" hoogstens={7} {...f.veld('/adres/postcode')} />
        <Vinkje
          id={`${f.id}-geheimAdres`}
          tekst="Geheim adres"
          uitleg="Alleen wie deze inwoner helpt ziet het adres, de telefoon en het e-mailadres."
          aangevinkt={f.waarden.geheimAdres}
          opWijzig={(aan) => f.zet('/geheimAdres', aan)}
        />
        <Tekstveld label="Telefoon" optioneel breedte="midden" toetsen="tel" hoogstens={25} {...f.veld('/telefoon')} />
        <Tekstveld label="E-mail" optioneel toetsen="email" hoogstens={254} {...f.veld('/email')} />
        <Keuzelijst
          label="Hoe wil de inwoner bereikt worden"
          optioneel
          leeg="Geen voorkeur"
          opties={opties(contactvoorkeuren)}
          {...f.veld('/contactvoorkeur')}
        />
        <Keuzelijst
          label="Geslacht"
          optioneel
          leeg="Niet bekend"
          uitleg="Alleen voor het bericht aan een aanbieder."
          opties={opties(geslachten)}
          {...f.veld('/geslacht')}
        />
      </fieldset>
      <fieldset className="md-veldgroep">
        <legend>Vertegenwoordiger</legend>
        <Vinkje
          tekst="Iemand spreekt namens deze inwoner"
          aangevinkt={f.waarden.metVertegenwoordiger}
          opWijzig={(aan) => f.zet('/metVertegenwoordiger', aan)}
        />
        {f.waarden.metVertegenwoordiger && (
          <>
            <Tekstveld label="Naam van de vertegenwoordiger" hoogstens={120} {...f.veld('/vertegenwoordiger/naam')} />
            <Keuzelijst label="Wie is dat" leeg="Kies" opties={opties(vertegenwoordigerRollen)} {...f.veld('/vertegenwoordiger/rol')} />
            <Tekstveld
              label="Telefoon van de vertegenwoordiger"
              optioneel
              breedte="midden"
              toetsen="tel"
              hoogstens={25}
              {...f.veld('/vertegenwoordiger/telefoon')}
            />
          </>
        )}
      </fieldset>
    </>
  )
}
