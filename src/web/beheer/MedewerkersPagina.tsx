import { useState } from 'react'
import type { Medewerkerantwoord } from '#http/api/beheerroutes.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { rolnaam } from '../api/sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import { Begin } from './Begin.tsx'
import { BeheerKader } from './BeheerKader.tsx'

/** Wie er in Meedoen werkt en met welke rollen. */
export function MedewerkersPagina() {
  const [zoek, zetZoek] = useState('')
  const [ookGesloten, zetOokGesloten] = useState(false)
  const lijst = gebruikLijst<Medewerkerantwoord>('/medewerkers', {
    sleutel: sleutels.medewerkers(),
    filter: { zoek: zoek.trim(), ookGesloten: ookGesloten || null },
  })
  return (
    <BeheerKader inleiding="Wie hier werkt, en met welke rollen. Een medewerker meldt zich aan met het werkaccount van de gemeente; het wachtwoord staat daar.">
      <Begin alleen={lijst.stand === 'klaar' && zoek.trim() === '' && lijst.items.every((m) => m.uzelf)} />
      <div className="bh-filter">
        <Tekstveld label="Zoek op naam of aanmeldnaam" optioneel waarde={zoek} opWijzig={zetZoek} hoogstens={100} />
        <Vinkje tekst="Ook gesloten accounts" aangevinkt={ookGesloten} opWijzig={zetOokGesloten} />
        <KnopLink naar="/beheer/medewerkers/nieuw" soort="primair">
          Medewerker toevoegen
        </KnopLink>
      </div>
      <Gegevenstabel
        id="beheer-medewerkers"
        bijschrift="Medewerkers"
        kolommen={kolommen}
        lijst={lijst}
        sleutel={(m) => m.id}
        adres={(m) => `/beheer/medewerkers/${m.id}`}
        leeg={<Leeg titel="Niemand gevonden">Zoek op een deel van de naam, of zet het vinkje bij gesloten accounts aan.</Leeg>}
      />
    </BeheerKader>
  )
}

const kolommen: readonly Kolom<Medewerkerantwoord>[] = [
  { sleutel: 'naam', kop: 'Naam', cel: (m) => (m.uzelf ? `${m.naam} (uzelf)` : m.naam) },
  { sleutel: 'aanmeldnaam', kop: 'Aanmeldnaam', cel: (m) => <span className="bh-fout">{m.aanmeldnaam}</span> },
  { sleutel: 'rollen', kop: 'Rollen', cel: (m) => m.rollen.map(rolnaam).join(', ') },
  {
    sleutel: 'team',
    kop: 'Team',
    cel: (m) => m.team?.naam ?? (m.rollen.includes('consulent') && <Badge soort="let-op">Nog geen team</Badge>),
  },
  {
    sleutel: 'account',
    kop: 'Account',
    cel: (m) =>
      !m.actief ? (
        <Badge soort="let-op">Gesloten</Badge>
      ) : m.gekoppeld ? (
        <Badge soort="goed">Open</Badge>
      ) : (
        <Badge soort="onbekend">Nog nooit aangemeld</Badge>
      ),
  },
]
