import '../dossier/dossier.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { inWoorden, type Datum, parseDatum } from '#core/base/datum.ts'
import { kanalen, melders, zaaksoorten } from '#core/dossier/melding.ts'
import { zaaktermijnen } from '#core/dossier/wettelijke-termijnen.ts'
import type { Inwonerantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { naamInKop, naamInZin } from '../dossier/woorden.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Keuzerondjes } from '../onderdelen/Keuzerondjes.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { toonToast } from '../onderdelen/toast.ts'

type Bewijs = { id: string; nummer: string; onderzoekUiterlijk: Datum; team: { naam: string } | null; teOpenen: boolean }

const opties = (tabel: Readonly<Record<string, string>>) =>
  Object.entries(tabel).map(([waarde, tekst]) => ({ waarde, tekst: tekst.charAt(0).toUpperCase() + tekst.slice(1) }))

/** Een melding vastleggen bij een inwoner. De termijn staat er meteen bij. */
export function NieuweMeldingPagina() {
  const { id = '' } = useParams()
  const vraag = useQuery({ queryKey: sleutels.inwoner(id), queryFn: () => roepApi<Inwonerantwoord>('GET', `/inwoners/${id}`) })
  return (
    <MetGegevens vraag={vraag} wat="Deze inwoner" terug={{ naar: '/inwoners', tekst: 'Inwoners zoeken' }}>
      {({ waarde }) => <NieuweMelding key={id} inwoner={waarde} />}
    </MetGegevens>
  )
}

function NieuweMelding({ inwoner }: { inwoner: Inwonerantwoord }) {
  const { vandaag, medewerker } = gebruikEigenSessie()
  const navigeer = useNavigate()
  const maak = gebruikAanmaken<unknown, Bewijs>('/zaken', {
    formulier: `melding-${inwoner.id}`,
    verversen: ['zaken', 'werkvoorraad', 'inwoner'],
  })
  const eigen = Boolean(inwoner.mag.overdragen)
  const f = gebruikFormulier({
    id: `melding-${inwoner.id}`,
    begin: { soort: 'melding', kanaal: '', gemeldDoor: '', ontvangenOp: vandaag, hulpvraag: '', wie: eigen ? 'ik' : 'team' },
    verstuur: async ({ wie, ...w }) => {
      const { waarde } = await maak.mutateAsync({ inwoner: inwoner.id, ...w, behandelaar: wie === 'ik' && eigen ? medewerker.id : null })
      const termijn = `Het onderzoek is uiterlijk ${inWoorden(waarde.onderzoekUiterlijk)} klaar.`
      toonToast({
        tekst: waarde.teOpenen
          ? `Melding ${waarde.nummer} is vastgelegd. ${termijn}`
          : `Melding ${waarde.nummer} is vastgelegd en gaat naar ${waarde.team?.naam ?? 'de teamleider, want er is nog geen team bij'}.`,
      })
      void navigeer(waarde.teOpenen ? `/zaken/${waarde.id}` : `/inwoners/${inwoner.id}`)
    },
  })
  return (
    <Pagina
      titel="Nieuwe melding"
      boven={<Link to={`/inwoners/${inwoner.id}`}>{naamInKop(inwoner.naam)}</Link>}
      inleiding={`U legt dit vast voor ${naamInZin(inwoner.naam)}. Iedereen mag melden; een melding is nog geen aanvraag.`}
    >
      <Conceptmelding formulier={f} />
      {inwoner.overledenOp && <Melding soort="waarschuwing" titel="Deze inwoner is overleden." />}
      <Foutoverzicht formulier={f} />
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Keuzelijst label="Wat is het" opties={opties(zaaksoorten)} {...f.veld('/soort')} />
        <Keuzelijst label="Hoe kwam het binnen" leeg="Kies" opties={opties(kanalen)} {...f.veld('/kanaal')} />
        <Keuzelijst label="Wie meldde het" leeg="Kies" opties={opties(melders)} {...f.veld('/gemeldDoor')} />
        <Datumveld label="Ontvangen op" uitleg="Vanaf deze dag loopt de termijn." {...f.veld('/ontvangenOp')} />
        <Termijnzin ontvangenOp={f.waarden.ontvangenOp} vandaag={vandaag} />
        <Tekstvlak
          label="Hulpvraag"
          uitleg="In de eigen woorden van de inwoner, als het kan."
          regels={5}
          hoogstens={4000}
          {...f.veld('/hulpvraag')}
        />
        {eigen && (
          <Keuzerondjes
            label="Wie gaat ermee verder"
            opties={[
              { waarde: 'ik', tekst: 'Ikzelf' },
              { waarde: 'team', tekst: `${inwoner.team?.naam ?? 'Het team'}, nog zonder behandelaar` },
            ]}
            {...f.veld('/wie')}
          />
        )}
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            Melding vastleggen
          </Knop>
          <Link to={`/inwoners/${inwoner.id}`}>Terug zonder vastleggen</Link>
        </p>
      </form>
    </Pagina>
  )
}

/** De wettelijke termijnen bij deze dag. Dagen die bij besluit gelijkstaan aan een feestdag telt de server ook nog mee. */
function Termijnzin({ ontvangenOp, vandaag }: { ontvangenOp: string; vandaag: string }) {
  const dag = parseDatum(ontvangenOp)
  if (!dag || dag > vandaag) return null
  const { planTot, onderzoekUiterlijk } = zaaktermijnen(dag)
  return (
    <p className="md-bijtekst" role="status">
      Persoonlijk plan tot en met {inWoorden(planTot)}. Onderzoek uiterlijk {inWoorden(onderzoekUiterlijk)} (Wmo 2.3.2).
    </p>
  )
}
