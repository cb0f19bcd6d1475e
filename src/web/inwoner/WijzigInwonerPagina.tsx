import '../dossier/dossier.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import type { Inwonerantwoord } from '#http/api/dossier/vormen.ts'
import { alsProbleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { vervallen } from '../api/vraagclient.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { naamInKop, naamInZin } from '../dossier/woorden.ts'
import type { Basis } from '../formulier/gebruik-basis.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Formulierconflict } from '../onderdelen/Formulierconflict.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { meldOngedaan, toonToast } from '../onderdelen/toast.ts'
import { type Botsend, bewaakBsn, laatBsnStaan, naastElkaar } from './bsn-conflict.ts'
import { GeenToegang } from './GeenToegang.tsx'
import { conflictvelden, type Inwonerwaarden, naarFormulier, naarWijziging } from './inwonerformulier.ts'
import { Inwonervelden } from './Inwonervelden.tsx'
import { AlBekend } from './NieuweInwonerPagina.tsx'

/** Gegevens van een inwoner wijzigen. Was een collega eerder, dan staan beide versies naast elkaar. */
export function WijzigInwonerPagina() {
  const { id = '' } = useParams()
  const vraag = useQuery({ queryKey: sleutels.inwoner(id), queryFn: () => roepApi<Inwonerantwoord>('GET', `/inwoners/${id}`) })
  return (
    <MetGegevens vraag={vraag} wat="Deze inwoner" terug={{ naar: '/inwoners', tekst: 'Inwoners zoeken' }}>
      {({ waarde, etag }) => (waarde.mag.wijzigen ? <Wijzigen key={id} inwoner={waarde} etag={etag} /> : <NietWijzigen inwoner={waarde} />)}
    </MetGegevens>
  )
}

/** Wie niet mag wijzigen, krijgt geen formulier dat hij niet kan bewaren, maar wat er wel kan. */
function NietWijzigen({ inwoner }: { inwoner: Inwonerantwoord }) {
  return (
    <Pagina titel="U kunt deze gegevens niet wijzigen" boven={<Link to={`/inwoners/${inwoner.id}`}>{naamInKop(inwoner.naam)}</Link>}>
      <GeenToegang inwoner={inwoner} />
    </Pagina>
  )
}

function Wijzigen({ inwoner, etag }: { inwoner: Inwonerantwoord; etag: string | null }) {
  const client = useQueryClient()
  const navigeer = useNavigate()
  const terug = `/inwoners/${inwoner.id}`
  const bewaar = async (wordt: Inwonerwaarden, { waarden: was, etag: teken }: Basis<Inwonerwaarden>) => {
    const lichaam = naarWijziging(was, wordt, inwoner.bsn.aanwezig)
    const antwoord = await roepApi<Inwonerantwoord>('PATCH', `/inwoners/${inwoner.id}`, { lichaam, etag: teken ?? null }).catch(
      (fout: unknown) => {
        throw bewaakBsn(alsProbleem(fout), wordt)
      },
    )
    // Een BSN gaat niet terug te draaien door het scherm: dat kent het oude nummer niet.
    if (Object.hasOwn(lichaam, 'bsn')) toonToast({ tekst: 'Opgeslagen.' })
    else
      meldOngedaan('Opgeslagen.', () =>
        roepApi('PATCH', `/inwoners/${inwoner.id}`, { lichaam: naarWijziging(wordt, was, true), etag: antwoord.etag }).then(() =>
          vervallen(client, 'inwoner'),
        ),
      )
    await vervallen(client, 'inwoner', 'inwoners')
    void navigeer(terug)
  }
  const f = gebruikFormulier({
    id: `inwoner-${inwoner.id}`,
    begin: naarFormulier(inwoner),
    etag,
    vorm: (huidig) => naastElkaar(huidig as Botsend),
    verstuur: bewaar,
  })
  const geheim = inwoner.contactGeweigerd === 'geheim_adres'
  return (
    <Pagina
      titel="Gegevens wijzigen"
      boven={<Link to={terug}>{naamInZin(inwoner.naam)}</Link>}
      inleiding="Vul alle velden in. Als een veld niet verplicht is, staat dit erbij."
    >
      <Conceptmelding formulier={f} />
      <Formulierconflict
        formulier={{ ...f, verstuurKeuze: (w, teken) => f.verstuurKeuze(laatBsnStaan(w), teken) }}
        velden={conflictvelden}
      />
      {f.probleem?.code === 'BSN_BESTAAT' ? <AlBekend key={f.poging} probleem={f.probleem} /> : <Foutoverzicht formulier={f} />}
      {geheim && (
        <Melding soort="info" titel="Het adres van deze inwoner is geheim.">
          <p>Adres en bereikbaarheid wijzigt het team dat de inwoner helpt.</p>
        </Melding>
      )}
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Inwonervelden f={f} heeftBsn={inwoner.bsn.aanwezig} metContact={inwoner.contact !== null} />
        <fieldset className="md-veldgroep">
          <legend>Overleden</legend>
          <Datumveld label="Overleden op" optioneel {...f.veld('/overledenOp')} />
        </fieldset>
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            Gegevens bewaren
          </Knop>
          <Link to={terug}>Terug zonder bewaren</Link>
        </p>
      </form>
    </Pagina>
  )
}
