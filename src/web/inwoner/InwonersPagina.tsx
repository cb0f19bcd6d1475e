import '../dossier/dossier.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Identiteitantwoord } from '#http/api/dossier/vormen.ts'
import { type Bladzijde, gebruikLijst, type Lijst } from '../api/gebruik-lijst.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { alsProbleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { geboren, relatiewoord } from '../dossier/woorden.ts'
import { gebruikInwonerzoekterm, zetInwonerzoekterm } from '../kader/inwonerzoek.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import { naamInLijst } from '#core/dossier/naam.ts'
import { Inwonerzoeker } from './Inwonerzoeker.tsx'
import { type Gezocht, leesZoekterm } from './zoekterm-lezen.ts'

/** Inwoners van de gemeente: zoeken op naam, geboortedatum, woonplaats of BSN, en bladeren. */
export function InwonersPagina() {
  const sessie = gebruikEigenSessie()
  const term = gebruikInwonerzoekterm()
  const [woonplaats, zetWoonplaats] = useState('')
  const [mijnTeam, zetMijnTeam] = useState(false)
  const gezocht = leesZoekterm(term)
  // Wie het scherm verlaat, zoekt de volgende keer opnieuw.
  useEffect(() => () => zetInwonerzoekterm(''), [])
  // Zonder zoekvraag alleen het eigen team: niemand hoeft de namen van de hele gemeente te zien om te beginnen.
  const zoekt = gezocht.soort !== 'niets' || woonplaats !== ''
  const fout = gezocht.soort === 'fout' ? gezocht.tekst : undefined
  const opNaam = gebruikLijst<Identiteitantwoord>('/inwoners', {
    sleutel: sleutels.inwoners(),
    telt: true,
    filter: {
      naam: gezocht.soort === 'naam' ? gezocht.naam : null,
      geboortedatum: gezocht.soort === 'geboortedatum' ? gezocht.datum : null,
      woonplaats,
      mijnTeam: !zoekt || mijnTeam || null,
    },
    aan: gezocht.soort !== 'bsn' && !fout && (zoekt || sessie.team !== null),
  })
  const opBsn = gebruikBsnZoeken(gezocht)
  const nieuw = heeftRol(sessie, 'consulent', 'teamleider')
  const zoek = (wat: string, waar: string) => {
    zetInwonerzoekterm(wat)
    zetWoonplaats(waar)
  }
  return (
    <Pagina
      titel="Inwoners"
      breed
      acties={
        nieuw && (
          <KnopLink naar="/inwoners/nieuw" soort="primair">
            Nieuwe inwoner
          </KnopLink>
        )
      }
    >
      <Inwonerzoeker term={term} woonplaats={woonplaats} fout={fout} opZoek={zoek} />
      {sessie.team && zoekt && !fout && gezocht.soort !== 'bsn' && (
        <Vinkje tekst={`Alleen inwoners van ${sessie.team.naam}`} aangevinkt={mijnTeam} opWijzig={zetMijnTeam} />
      )}
      {fout ? null : !zoekt && !sessie.team ? (
        <Leeg titel="Zoek een inwoner.">
          <p>Op naam, geboortedatum of burgerservicenummer. U ziet alleen wie u zoekt.</p>
        </Leeg>
      ) : (
        <Gegevenstabel
          id="inwoners"
          bijschrift={zoekt ? 'Gevonden' : `Inwoners van ${sessie.team?.naam}`}
          kolommen={kolommen(sessie.vandaag)}
          lijst={gezocht.soort === 'bsn' ? opBsn : opNaam}
          sleutel={(i) => i.id}
          adres={(i) => `/inwoners/${i.id}`}
          leeg={
            <Leeg titel={zoekt ? 'Niemand gevonden met deze gegevens.' : 'Uw team helpt nog geen inwoners.'}>
              <p>
                {!zoekt
                  ? 'Zoek iemand op, of leg een nieuwe inwoner vast.'
                  : gezocht.soort === 'naam'
                    ? 'Zoek op het begin van de achternaam, op geboortedatum (12-04-1950) of op BSN.'
                    : 'Kijk de gegevens na, of zoek op het begin van de achternaam.'}
                {zoekt && nieuw && ' Is de inwoner er echt niet, voeg die dan toe.'}
              </p>
              {nieuw && (
                <p className="md-knoppen">
                  <KnopLink naar="/inwoners/nieuw">Nieuwe inwoner</KnopLink>
                </p>
              )}
            </Leeg>
          }
        />
      )}
    </Pagina>
  )
}

/** Het nummer gaat in het lichaam van het verzoek, en de uitkomst blijft niet in het geheugen hangen. */
function gebruikBsnZoeken(gezocht: Gezocht): Lijst<Identiteitantwoord> {
  const bsn = gezocht.soort === 'bsn' ? gezocht.bsn : ''
  const vraag = useQuery({
    queryKey: [...sleutels.inwoners(), 'bsn', bsn],
    queryFn: async () => (await roepApi<Bladzijde<Identiteitantwoord>>('POST', '/inwonerzoekopdrachten', { lichaam: { bsn } })).waarde,
    enabled: bsn !== '',
    gcTime: 0,
  })
  return {
    stand: vraag.data ? 'klaar' : vraag.isError ? 'fout' : 'laden',
    items: vraag.data?.items ?? [],
    telling: null,
    vanaf: 1,
    probleem: vraag.error ? alsProbleem(vraag.error) : null,
    ververst: false,
    opnieuw: () => void vraag.refetch(),
    volgende: null,
    vorige: null,
    eerste: null,
  }
}

const kolommen = (vandaag: string): readonly Kolom<Identiteitantwoord>[] => [
  { sleutel: 'naam', kop: 'Naam', cel: (i) => naamInLijst(i.naam) },
  { sleutel: 'voornamen', kop: 'Voornamen', cel: (i) => i.naam.voornamen ?? '' },
  {
    sleutel: 'geboren',
    kop: 'Geboren',
    cel: (i) => geboren(i.geboortedatum, vandaag, i.overledenOp) ?? <span className="md-onbekend">Nog niet bekend</span>,
  },
  { sleutel: 'woonplaats', kop: 'Woonplaats', cel: (i) => i.woonplaats ?? '' },
  {
    sleutel: 'team',
    kop: 'Team',
    cel: (i) => (i.team && <span data-eenregel>{i.team.naam}</span>) ?? <span className="md-onbekend">Nog geen team</span>,
  },
  {
    sleutel: 'bijzonder',
    kop: 'Bijzonder',
    cel: (i) => (
      <>
        {i.geheimAdres && <Badge soort="let-op">Geheim adres</Badge>}
        {i.overledenOp && <Badge>Overleden</Badge>}
      </>
    ),
  },
  { sleutel: 'relatie', kop: 'Uw toegang', cel: (i) => relatiewoord(i.relatie, i.team !== null), standaard: false },
]
