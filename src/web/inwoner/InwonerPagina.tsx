import '../dossier/dossier.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { Inwonerantwoord, Zaakkopantwoord } from '#http/api/dossier/vormen.ts'
import type { Bladzijde } from '../api/gebruik-lijst.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { naamInKop } from '../dossier/woorden.ts'
import { NietGevonden } from '../kader/NietGevonden.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tabs } from '../onderdelen/Tabs.tsx'
import { Berichtendeel } from './Berichtendeel.tsx'
import { GeenToegang } from './GeenToegang.tsx'
import { Gegevensdeel } from './Gegevensdeel.tsx'
import { Indicatiesdeel } from './Indicatiesdeel.tsx'
import { Inwonerkop } from './Inwonerkop.tsx'
import { Inwonertijdlijn } from './Inwonertijdlijn.tsx'
import { Onderzoekdeel } from './Onderzoekdeel.tsx'
import { WieKeek } from './WieKeek.tsx'
import { openEerst, Zakendeel } from './Zakendeel.tsx'

type Deelnaam = 'zaken' | 'onderzoek' | 'indicaties' | 'berichten' | 'gegevens' | 'wie-keek'
const delen: readonly { deel: Deelnaam; tekst: string; mag: (i: Inwonerantwoord) => boolean }[] = [
  { deel: 'zaken', tekst: 'Zaken', mag: (i) => Boolean(i.mag.dossierLezen) },
  { deel: 'onderzoek', tekst: 'Onderzoek', mag: (i) => Boolean(i.mag.onderzoekLezen) },
  { deel: 'indicaties', tekst: 'Indicaties', mag: (i) => Boolean(i.mag.indicatiesLezen) },
  { deel: 'berichten', tekst: 'Berichten', mag: (i) => Boolean(i.mag.berichtenLezen) },
  { deel: 'gegevens', tekst: 'Gegevens', mag: () => true },
  { deel: 'wie-keek', tekst: 'Wie keek', mag: (i) => Boolean(i.mag.wieKeekLezen) },
]

/** Het dossier: een vaste kop, de tijdlijn, en daaronder de delen. Wat iemand niet mag zien, staat er niet. */
export function InwonerPagina() {
  const { id = '', deel } = useParams()
  const vraag = useQuery({
    queryKey: sleutels.inwoner(id),
    queryFn: ({ signal }) => roepApi<Inwonerantwoord>('GET', `/inwoners/${id}`, { signaal: signal }),
  })
  return (
    <MetGegevens vraag={vraag} wat="Deze inwoner" terug={{ naar: '/inwoners', tekst: 'Inwoners zoeken' }}>
      {({ waarde }) => <Dossier key={id} inwoner={waarde} deel={deel} />}
    </MetGegevens>
  )
}

function Dossier({ inwoner, deel }: { inwoner: Inwonerantwoord; deel: string | undefined }) {
  const sessie = gebruikEigenSessie()
  const zaken = useQuery({
    queryKey: [...sleutels.inwoner(inwoner.id), 'zaken'],
    queryFn: () => roepApi<Bladzijde<Zaakkopantwoord>>('GET', `/zaken?inwoner=${inwoner.id}&ookAfgesloten=true&limiet=200`),
    enabled: Boolean(inwoner.mag.dossierLezen),
  })
  const eigen = delen.filter((d) => d.mag(inwoner))
  const gevraagd = delen.find((d) => d.deel === deel)
  // Een deel dat niet voor u is (een link van een collega): het adres klopt wel, dus staat er wat u wél mag zien.
  const hier = gevraagd?.mag(inwoner) ? gevraagd : eigen[0]
  if (!hier || (deel !== undefined && !gevraagd)) return <NietGevonden />
  const open = zaken.data?.waarde.items.find((z) => z.afgeslotenOp === null)
  const laatste = [...(zaken.data?.waarde.items ?? [])].sort(openEerst)[0]
  const adres = `/inwoners/${inwoner.id}`
  return (
    <Pagina
      titel={naamInKop(inwoner.naam)}
      venstertitel={hier === eigen[0] ? 'Inwoner' : `${hier.tekst} · Inwoner`}
      boven={<Link to="/inwoners">Inwoners</Link>}
      breed
      acties={<Stap inwoner={inwoner} open={open} geladen={!zaken.isPending || !inwoner.mag.dossierLezen} />}
    >
      <Inwonerkop inwoner={inwoner} vandaag={sessie.vandaag} inTeam={sessie.team !== null} />
      {gevraagd && gevraagd !== hier && <Melding soort="info" titel={`“${gevraagd.tekst}” is bij deze inwoner niet voor u te zien.`} />}
      {!inwoner.mag.dossierLezen && <GeenToegang inwoner={inwoner} />}
      {inwoner.mag.indicatiesLezen && (
        <Inwonertijdlijn
          inwoner={inwoner.id}
          vandaag={sessie.vandaag}
          metZaken={Boolean(inwoner.mag.dossierLezen)}
          elders={hier !== eigen[0]}
          {...(inwoner.mag.dossierSchrijven && laatste && { wlzAdres: `/zaken/${laatste.id}?stap=wlz_vastgelegd` })}
        />
      )}
      <Tabs naam="Delen van het dossier" delen={eigen.map((d, i) => ({ naar: i === 0 ? adres : `${adres}/${d.deel}`, tekst: d.tekst }))} />
      {hier.deel === 'zaken' && <Zakendeel vraag={zaken} inwoner={inwoner} vandaag={sessie.vandaag} />}
      {hier.deel === 'onderzoek' && <Onderzoekdeel vraag={zaken} inwoner={inwoner.id} />}
      {hier.deel === 'indicaties' && <Indicatiesdeel inwoner={inwoner.id} />}
      {hier.deel === 'berichten' && <Berichtendeel inwoner={inwoner.id} />}
      {hier.deel === 'gegevens' && <Gegevensdeel inwoner={inwoner} />}
      {hier.deel === 'wie-keek' && <WieKeek inwoner={inwoner.id} />}
    </Pagina>
  )
}

/** De ene volgende stap: verder met wat loopt, of een nieuwe melding. */
function Stap({ inwoner, open, geladen }: { inwoner: Inwonerantwoord; open: Zaakkopantwoord | undefined; geladen: boolean }) {
  const nieuw = inwoner.mag.meldingMaken && !inwoner.overledenOp
  // De plaats van de knop is er al: op een telefoon schuift de rest dan niet omlaag.
  if (!geladen) return nieuw ? <span className="md-knopruimte" /> : null
  if (!open) {
    return nieuw ? (
      <KnopLink naar={`/inwoners/${inwoner.id}/melding`} soort="primair">
        Nieuwe melding
      </KnopLink>
    ) : null
  }
  return (
    <>
      {nieuw && <KnopLink naar={`/inwoners/${inwoner.id}/melding`}>Nieuwe melding</KnopLink>}
      <KnopLink naar={`/zaken/${open.id}`} soort="primair">
        {`${inwoner.mag.dossierSchrijven ? 'Verder met' : 'Bekijk'} ${open.nummer}`}
      </KnopLink>
    </>
  )
}
