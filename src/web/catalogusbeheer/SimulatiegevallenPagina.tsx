import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Simulatieantwoord, Simulatiegevalantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { naamInKop } from '../dossier/woorden.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { NietBewaard } from './NietBewaard.tsx'
import { stapelnamen } from './Simulatieuitkomst.tsx'

/** Wie er achter één getal van een doorrekening zitten, zoals zij het zag. */
export function SimulatiegevallenPagina() {
  const { id = '' } = useParams()
  const vraag = useQuery({
    queryKey: sleutels.simulatie(id),
    queryFn: () => roepApi<Simulatieantwoord>('GET', `/simulaties/${id}`),
  })
  return (
    <MetGegevens vraag={vraag} wat="Deze doorrekening" terug={{ naar: '/catalogusbeheer/doorrekenen', tekst: 'Naar alle doorrekeningen' }}>
      {({ waarde }) => <Gevallen simulatie={waarde} />}
    </MetGegevens>
  )
}

function Gevallen({ simulatie: s }: { simulatie: Simulatieantwoord }) {
  const [delen] = useSearchParams()
  const keuze = { deel: delen.get('deel'), tabel: delen.get('tabel'), van: delen.get('van'), naar: delen.get('naar') }
  const lijst = gebruikLijst<Simulatiegevalantwoord>(`/simulaties/${s.id}/gevallen`, {
    sleutel: ['simulaties', s.id, 'gevallen'],
    filter: keuze,
    limiet: 25,
  })
  const deel = delenvan[keuze.deel ?? ''] ?? onderzoeken
  const naam = (uitkomst: string | null) => stapelnamen[uitkomst ?? ''] ?? s.namen.uitkomsten[uitkomst ?? ''] ?? uitkomst
  const waarvan = s.namen.tabellen[keuze.tabel ?? '']
  return (
    <Pagina
      titel={`${deel.naam} die anders uitvallen`}
      boven={<Link to={`/catalogusbeheer/doorrekenen/${s.id}`}>{s.inWoorden.join('; ')}</Link>}
      inleiding={`${waarvan ? `${waarvan}: van` : 'Van'} “${naam(keuze.van)}” naar “${naam(keuze.naar)}”. Dit is wie het waren toen er werd doorgerekend; sindsdien kan er iets veranderd zijn.`}
      breed
    >
      <Gegevenstabel
        id="simulatiegevallen"
        bijschrift={deel.naam}
        kolommen={deel.kolommen}
        lijst={lijst}
        sleutel={(g) => g.id}
        adres={(g) => (g.zaak ? `/zaken/${g.zaak.id}` : `/inwoners/${g.inwoner.id}`)}
        leeg={
          s.gevallenBewaard === false ? (
            <NietBewaard />
          ) : (
            <Leeg titel="Bij dit getal staat niemand.">
              <Link to={`/catalogusbeheer/doorrekenen/${s.id}`}>Kies een getal in de doorrekening</Link>
            </Leeg>
          )
        }
      />
    </Pagina>
  )
}

const kolommen: readonly Kolom<Simulatiegevalantwoord>[] = [
  { sleutel: 'inwoner', kop: 'Inwoner', cel: (g) => naamInKop(g.inwoner.naam) },
  { sleutel: 'zaak', kop: 'Zaak', cel: (g) => g.zaak?.nummer ?? '', eenRegel: true },
  { sleutel: 'behandelaar', kop: 'Behandelaar', cel: (g) => g.behandelaar ?? <span className="md-onbekend">Nog niemand</span> },
  { sleutel: 'team', kop: 'Team', cel: (g) => g.team ?? '' },
]
const naarIndicatie: Kolom<Simulatiegevalantwoord> = {
  sleutel: 'indicatie',
  kop: 'Indicatie',
  cel: (g) => <Link to={`/indicaties/${g.id}`}>Bekijk de indicatie</Link>,
}
const onderzoeken = { naam: 'Onderzoeken', kolommen }
const delenvan: Readonly<Record<string, { naam: string; kolommen: readonly Kolom<Simulatiegevalantwoord>[] }>> = {
  onderzoeken,
  indicaties: { naam: 'Indicaties', kolommen: [...kolommen, naarIndicatie] },
  stapeling: { naam: 'Inwoners', kolommen: kolommen.filter(({ sleutel }) => sleutel === 'inwoner' || sleutel === 'team') },
}
