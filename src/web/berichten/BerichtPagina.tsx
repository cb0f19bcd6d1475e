import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { standuitleg } from '#core/toewijzing/berichtstand.ts'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { naamInKop } from '../dossier/woorden.ts'
import { NietGevonden } from '../kader/NietGevonden.tsx'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Kerngegevens } from '../onderdelen/Kerngegevens.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tabs } from '../onderdelen/Tabs.tsx'
import './berichten.css'
import { Bestand } from './Bestand.tsx'
import { Berichtketen } from './Berichtketen.tsx'
import { Berichtvervolg } from './Berichtvervolg.tsx'
import { Leesbaar } from './Leesbaar.tsx'
import { Oefenen } from './Oefenen.tsx'
import { Retourcodes } from './Retourcodes.tsx'
import { Standbadge } from './Standbadge.tsx'
import { Uitslag } from './Uitslag.tsx'
import { Verzoeken } from './Verzoeken.tsx'
import { Xmldeel } from './Xmldeel.tsx'

/** Eén bericht: hoe het ervoor staat, wat eraan mis is en wat te doen, wat erin staat, en wat erbij hoort. */
export function BerichtPagina() {
  const { id = '', deel } = useParams()
  const vraag = useQuery({
    queryKey: sleutels.bericht(id),
    queryFn: ({ signal }) => roepApi<Berichtantwoord>('GET', `/berichten/${id}`, { signaal: signal }),
  })
  if (deel !== undefined && deel !== 'xml') return <NietGevonden />
  return (
    <MetGegevens vraag={vraag} wat="Dit bericht" terug={{ naar: '/berichten', tekst: 'Alle berichten' }}>
      {({ waarde }) => <Bericht key={id} bericht={waarde} deel={deel} />}
    </MetGegevens>
  )
}

function Bericht({ bericht: b, deel }: { bericht: Berichtantwoord; deel: 'xml' | undefined }) {
  const titel = b.naam === null ? 'Onleesbaar bestand' : `${b.naam} ${b.titel ?? ''}`
  const adres = `/berichten/${b.id}`
  return (
    <Pagina titel={titel} boven={<Link to="/berichten">Berichten</Link>} breed>
      <p className="br-stand">
        <Standbadge stand={b.stand} /> <span>{standuitleg[b.stand]}</span>
      </p>
      <Uitslag bericht={b} />
      <div className="br-bericht">
        <div className="br-bericht__hoofd">
          <Retourcodes bericht={b} />
          {b.verzoeken.length > 0 ? <Verzoeken bericht={b} /> : <Berichtvervolg bericht={b} />}
          <Oefenen bericht={b} />
          <Tabs
            naam="Weergave van het bericht"
            delen={[
              { naar: adres, tekst: 'Leesbaar' },
              { naar: `${adres}/xml`, tekst: 'XML' },
            ]}
          />
          <Bestand bericht={b} />
          {deel === 'xml' ? <Xmldeel bericht={b} /> : <Leesbaar bericht={b} />}
        </div>
        <div className="br-bericht__zij">
          <Kerngegevens compact gegevens={gegevens(b)} />
          <Berichtketen bericht={b} />
        </div>
      </div>
    </Pagina>
  )
}

function gegevens(b: Berichtantwoord) {
  const wie = (code: string | null) =>
    code === null ? 'Niet te lezen' : code === b.aanbieder?.code && b.aanbieder.naam ? `${b.aanbieder.naam} (${code})` : code
  return [
    { naam: 'Richting', waarde: b.richting === 'in' ? 'Ontvangen' : b.verzondenOp ? 'Verstuurd' : 'Van ons' },
    { naam: 'Van', waarde: wie(b.afzender) },
    { naam: 'Aan', waarde: wie(b.ontvanger) },
    ...(b.inwoner ? [{ naam: 'Inwoner', waarde: <Link to={`/inwoners/${b.inwoner.id}`}>{naamInKop(b.inwoner.naam)}</Link> }] : []),
    { naam: 'Kenmerk', waarde: b.identificatie ?? 'Niet te lezen' },
    ...(b.dagtekening ? [{ naam: 'Dagtekening', waarde: schrijfDatum(b.dagtekening) }] : []),
    { naam: 'Vastgelegd', waarde: schrijfTijdstip(b.vastgelegdOp, '') },
    ...(b.bezorging && b.stand !== 'teruggenomen' ? bezorging(b.bezorging, b.verzondenOp) : []),
    { naam: 'Standaard', waarde: b.release ?? 'Niet te lezen' },
  ]
}

function bezorging({ pogingen, volgendeOp, ontvangenOp, fout }: NonNullable<Berichtantwoord['bezorging']>, verzondenOp: string | null) {
  return [
    { naam: 'Verzonden', waarde: verzondenOp ? schrijfTijdstip(verzondenOp, '') : 'Nog niet' },
    ...(ontvangenOp ? [{ naam: 'Ontvangst bevestigd', waarde: schrijfTijdstip(ontvangenOp, '') }] : []),
    ...(verzondenOp === null && pogingen > 0 ? [{ naam: 'Keer geprobeerd', waarde: pogingen }] : []),
    ...(volgendeOp ? [{ naam: 'Volgende poging', waarde: schrijfTijdstip(volgendeOp, '') }] : []),
    ...(fout ? [{ naam: 'Waarom nog niet', waarde: fout }] : []),
  ]
}
