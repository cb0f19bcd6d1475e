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

/** Wie er achter één getal van een doorrekening zitten, op wat nu loopt. */
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
  const naam = (uitkomst: string | null) => s.namen.uitkomsten[uitkomst ?? ''] ?? uitkomst
  const indicaties = keuze.deel === 'indicaties'
  return (
    <Pagina
      titel={indicaties ? 'Indicaties die anders uitvallen' : 'Onderzoeken die anders uitvallen'}
      boven={<Link to={`/catalogusbeheer/doorrekenen/${s.id}`}>{s.inWoorden.join('; ')}</Link>}
      inleiding={`${s.namen.tabellen[keuze.tabel ?? ''] ?? ''}: van “${naam(keuze.van)}” naar “${naam(keuze.naar)}”. Dit is wat nu loopt; sinds het doorrekenen kan er iets veranderd zijn.`}
      breed
    >
      <Gegevenstabel
        id="simulatiegevallen"
        bijschrift={indicaties ? 'Indicaties' : 'Onderzoeken'}
        kolommen={indicaties ? [...kolommen, naarIndicatie] : kolommen}
        lijst={lijst}
        sleutel={(g) => g.id}
        adres={(g) => (g.zaak ? `/zaken/${g.zaak.id}` : `/inwoners/${g.inwoner.id}`)}
        leeg={<Leeg titel="Er loopt nu niets meer dat hierdoor anders uitvalt.">Sinds het doorrekenen is er iets veranderd.</Leeg>}
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
