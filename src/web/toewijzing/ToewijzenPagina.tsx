import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { Toewijzingskeuzes } from '#http/api/toewijzingroutes.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import type { VolledigeIndicatie } from '../indicatie/beeld.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { Opdrachtformulier } from './Opdrachtformulier.tsx'
import { Toewijsformulier } from './Toewijsformulier.tsx'
import '../indicatie/indicatie.css'
import './toewijzing.css'

/** Een indicatie toewijzen: kies een aanbieder, zie wat er verstuurd wordt, verstuur. Of leg vast dat het buitenom ging. */
export function ToewijzenPagina() {
  const { id = '' } = useParams()
  const indicatie = useQuery({
    queryKey: [...sleutels.indicatie(id), 'kop'],
    queryFn: ({ signal }) => roepApi<VolledigeIndicatie>('GET', `/indicaties/${id}`, { signaal: signal }),
  })
  const keuzes = useQuery({
    queryKey: sleutels.toewijzingskeuzes(id),
    queryFn: ({ signal }) => roepApi<Toewijzingskeuzes>('GET', `/indicaties/${id}/toewijzingskeuzes`, { signaal: signal }),
  })
  const terug = { naar: `/indicaties/${id}`, tekst: 'Terug naar de indicatie' }
  return (
    <MetGegevens vraag={indicatie} wat="Deze indicatie" terug={terug}>
      {({ waarde: i }) => (
        <MetGegevens vraag={keuzes} wat="De toewijzing" terug={terug}>
          {({ waarde: k }) => (
            <Pagina
              titel="Toewijzen aan een aanbieder"
              boven={
                <>
                  <Link to={`/inwoners/${i.inwoner.id}`}>{i.inwoner.naam}</Link> · <Link to={`/indicaties/${id}`}>{i.productnaam}</Link>
                </>
              }
              inleiding={k.omvang ? `Toegekend: ${k.omvang}.` : undefined}
            >
              <Stappen indicatie={id} inwoner={i.inwoner.id} keuzes={k} />
            </Pagina>
          )}
        </MetGegevens>
      )}
    </MetGegevens>
  )
}

const redenBij: Readonly<Record<string, string>> = { GEHEIM_ADRES: 'geheim_adres', GEEN_BSN: 'geen_bsn', DOORGEVEN_GEVAARLIJK: 'gevaar' }

/** Wat bij de inwoner zelf aan te vullen is; daarna kan het toewijzen verder. */
const bijDeInwoner = ['CONTACT_ONTBREEKT', 'GEEN_BSN']

function Stappen({ indicatie, inwoner, keuzes }: { indicatie: string; inwoner: string; keuzes: Toewijzingskeuzes }) {
  const { vandaag } = gebruikEigenSessie()
  const { belemmering: b } = keuzes
  const opdracht = (
    <Opdrachtformulier indicatie={indicatie} vandaag={vandaag} reden={redenBij[b?.code ?? ''] ?? ''} aanbieders={keuzes.aanbieders} />
  )
  if (b)
    return (
      <div className="toe-stappen">
        <Melding soort="waarschuwing" titel={b.tekst}>
          <p>{b.watNu}</p>
          {bijDeInwoner.includes(b.code) && <KnopLink naar={`/inwoners/${inwoner}/wijzigen`}>Gegevens van de inwoner aanvullen</KnopLink>}
        </Melding>
        {b.buitenom && opdracht}
      </div>
    )
  return (
    <div className="toe-stappen">
      <Toewijsformulier indicatie={indicatie} keuzes={keuzes} />
      <Uitklap kop="Mag dit niet door het berichtenverkeer?">{opdracht}</Uitklap>
    </div>
  )
}
