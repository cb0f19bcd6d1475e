import '../dossier/dossier.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Datum } from '#core/base/datum.ts'
import { zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'
import { kanalen, melders } from '#core/dossier/melding.ts'
import type { Zaakantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { Wlzsignalen } from '../dossier/Wlzsignalen.tsx'
import { naamInKop, soortnaam } from '../dossier/woorden.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Kerngegevens } from '../onderdelen/Kerngegevens.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { gebruikVakfocus } from '../onderdelen/gebruik-vakfocus.ts'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Termijn } from '../onderdelen/Termijn.tsx'
import { Hulpvraag } from './Hulpvraag.tsx'
import { Overdragen } from './Overdragen.tsx'
import { Stapformulier } from './Stapformulier.tsx'
import { Stappen } from './Stappen.tsx'
import { Verloop } from './Verloop.tsx'
import { Zaakindicaties } from './Zaakindicaties.tsx'
import { VolgendeStap } from './VolgendeStap.tsx'

/** Eén zaak: waar zij staat, wat er nu moet gebeuren, en wat er al gebeurd is. */
export function ZaakPagina() {
  const { id = '' } = useParams()
  const vraag = useQuery({
    queryKey: sleutels.zaak(id),
    queryFn: ({ signal }) => roepApi<Zaakantwoord>('GET', `/zaken/${id}`, { signaal: signal }),
  })
  return (
    <MetGegevens vraag={vraag} wat="Deze zaak" terug={{ naar: '/werk', tekst: 'Mijn werk' }}>
      {({ waarde }) => <Zaak key={id} zaak={waarde} />}
    </MetGegevens>
  )
}

type Bezig = { readonly wat: 'stap'; readonly soort: string; readonly label: string } | { readonly wat: 'overdragen' } | null

/** Van een ander scherm komt men hier met een stap in het adres; kan die niet, dan staat de zaak er gewoon. */
function stapUit(zaak: Zaakantwoord, soort: string | null): Bezig {
  const stap = zaak.mag.schrijven && zaak.stappen.find((s) => s.soort === soort && !s.weigering)
  return stap ? { wat: 'stap', soort: stap.soort, label: stap.label } : null
}

function Zaak({ zaak }: { zaak: Zaakantwoord }) {
  const { vandaag } = gebruikEigenSessie()
  const [zoek] = useSearchParams()
  const [bezig, zetBezig] = useState<Bezig>(() => stapUit(zaak, zoek.get('stap')))
  const vak = gebruikVakfocus<HTMLDivElement>(bezig === null ? '' : bezig.wat === 'stap' ? bezig.soort : bezig.wat)
  const klaar = () => zetBezig(null)
  const opStap = (soort: string, label: string) => zetBezig({ wat: 'stap', soort, label })
  return (
    <Pagina
      titel={`${soortnaam(zaak.soort)} ${zaak.nummer}`}
      boven={<Link to={`/inwoners/${zaak.inwoner.id}`}>{naamInKop(zaak.inwoner.naam)}</Link>}
      breed
    >
      <p className="md-inwonerkop__vlaggen">
        <Badge soort={zaak.afgeslotenOp ? 'gewoon' : 'accent'}>
          {zaakstanden[zaak.stand as keyof typeof zaakstanden]}
          {zaak.afgeslotenOp && ` op ${schrijfDatum(zaak.afgeslotenOp)}`}
        </Badge>
        {zaak.nu?.uiterlijk && <Termijn tot={zaak.nu.uiterlijk as Datum} vandaag={vandaag as Datum} waarvan={zaak.nu.termijnsoort} />}
        {zaak.wachtOp && <Badge soort="info">Wacht op {zaak.wachtOp}</Badge>}
      </p>
      <Wlzsignalen signalen={zaak.signalen} />
      <div className="md-zaak">
        <div className="md-zaak__werk">
          <div ref={vak} className="md-focusvlak">
            {bezig?.wat === 'stap' ? (
              <Stapformulier key={bezig.soort} zaak={zaak} soort={bezig.soort} label={bezig.label} opKlaar={klaar} />
            ) : bezig?.wat === 'overdragen' ? (
              <Overdragen zaak={zaak} opKlaar={klaar} />
            ) : (
              <VolgendeStap zaak={zaak} opStap={opStap} />
            )}
          </div>
          <Zaakindicaties zaak={zaak} />
          <Hulpvraag zaak={zaak} />
          <section aria-labelledby="verloop" className="md-dossierdeel">
            <Kop niveau={2} als={3} id="verloop">
              Wat er gebeurde
            </Kop>
            <Verloop zaak={zaak} />
          </section>
        </div>
        <aside className="md-zaak__naast">
          <Kerngegevens
            gegevens={[
              {
                naam: 'Ontvangen',
                waarde: `${schrijfDatum(zaak.ontvangenOp)}, ${kanalen[zaak.kanaal as keyof typeof kanalen] ?? zaak.kanaal}`,
              },
              { naam: 'Gemeld door', waarde: melders[zaak.gemeldDoor as keyof typeof melders] ?? zaak.gemeldDoor },
              { naam: 'Persoonlijk plan tot en met', waarde: schrijfDatum(zaak.planTot) },
              { naam: 'Onderzoek uiterlijk', waarde: schrijfDatum(zaak.onderzoekUiterlijk) },
              ...(zaak.besluitUiterlijk ? [{ naam: 'Besluit uiterlijk', waarde: schrijfDatum(zaak.besluitUiterlijk) }] : []),
              { naam: 'Behandelaar', waarde: zaak.behandelaar?.naam ?? null },
              { naam: 'Team', waarde: zaak.team?.naam ?? null },
              { naam: 'Berichten', waarde: <Link to={`/inwoners/${zaak.inwoner.id}/berichten`}>Over deze inwoner</Link> },
            ]}
          />
          <Stappen zaak={zaak} opStap={opStap} opOverdragen={() => zetBezig({ wat: 'overdragen' })} />
        </aside>
      </div>
    </Pagina>
  )
}
