import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Aansluitingantwoord } from '#http/api/keten/ketenroutes.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { Uitgaven } from './Uitgaven.tsx'
import './aanbieders.css'

type Soort = Aansluitingantwoord['soorten'][number]

/** Wat tussen indicaties, toewijzingen en berichten niet aansluit, met per soort wat te doen. */
export function AansluitingPagina() {
  const vraag = useQuery({
    queryKey: sleutels.ketenverschillen(),
    queryFn: ({ signal }) => roepApi<Aansluitingantwoord>('GET', '/ketenverschillen', { signaal: signal }),
  })
  return (
    <MetGegevens vraag={vraag} wat="De aansluiting" terug={{ naar: '/aanbieders', tekst: 'Aanbieders' }}>
      {({ waarde }) => <Scherm aansluiting={waarde} />}
    </MetGegevens>
  )
}

function Scherm({ aansluiting: a }: { aansluiting: Aansluitingantwoord }) {
  const client = useQueryClient()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const maak = gebruikAanmaken<undefined, Aansluitingantwoord>('/ketencontroles', { formulier: 'ketencontrole' })
  const kijkNa = async () => {
    zetProbleem(null)
    try {
      const antwoord = await maak.mutateAsync(undefined)
      client.setQueryData(sleutels.ketenverschillen(), antwoord)
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  return (
    <Pagina
      titel="Aansluiting"
      boven={<Link to="/aanbieders">Aanbieders</Link>}
      inleiding={
        a.gecontroleerdOp
          ? `Laatst nagekeken: ${schrijfTijdstip(a.gecontroleerdOp)}.`
          : 'Dit is nog niet nagekeken. Dat gebeurt vanzelf elke dag.'
      }
      acties={
        a.magNakijken && <Knop opKlik={() => void (maak.isPending || kijkNa())}>{maak.isPending ? 'Wordt nagekeken…' : 'Nu nakijken'}</Knop>
      }
      breed
    >
      {probleem && <Probleemmelding probleem={probleem} />}
      {a.gecontroleerdOp && a.aantal === 0 && (
        <Leeg titel="Alles sluit aan.">
          <p>Elke indicatie heeft haar toewijzing, elk bericht is verstuurd en beantwoord, en elke melding hoort ergens bij.</p>
        </Leeg>
      )}
      <div className="md-delen">
        {a.soorten.map((s) => (
          <Verschilsoort key={s.soort} soort={s} />
        ))}
        <Uitgaven />
      </div>
    </Pagina>
  )
}

function Verschilsoort({ soort: s }: { soort: Soort }) {
  return (
    <section className="md-deel" aria-labelledby={`ver-${s.soort}`}>
      <h2 id={`ver-${s.soort}`}>
        {s.titel} ({s.aantal.toLocaleString('nl-NL')})
      </h2>
      <p>
        {s.uitleg} <strong>{s.doe}</strong>
      </p>
      <Tabel
        bijschrift={s.titel}
        bijschriftVerborgen
        compact
        koppen={['Waarover', 'Aanbieder', 'Sinds']}
        rijen={s.items.map((i) => ({
          sleutel: `${i.kenmerk}|${i.aanbieder?.agb}|${i.indicatie ?? i.bericht}`,
          cellen: [<Waarover key="waarover" {...i} />, i.aanbieder?.naam ?? 'Nog geen', schrijfDatum(i.sinds)],
        }))}
      />
      {s.aantal > s.items.length && <p className="md-bijtekst">De eerste {s.items.length} staan hier.</p>}
    </section>
  )
}

function Waarover({ kenmerk, indicatie, bericht }: Soort['items'][number]) {
  const tekst = kenmerk.charAt(0).toUpperCase() + kenmerk.slice(1)
  if (indicatie) return <Link to={`/indicaties/${indicatie}`}>{tekst}</Link>
  return bericht ? <Link to={`/berichten/${bericht}`}>{tekst}</Link> : tekst
}
