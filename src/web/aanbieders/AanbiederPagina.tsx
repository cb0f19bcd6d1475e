import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Aanbiederantwoord } from '#http/api/keten/aanbiederroutes.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Kerngegevens } from '../onderdelen/Kerngegevens.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { Contractregels } from './Contractregels.tsx'
import { Regelformulier } from './Regelformulier.tsx'
import { dagen } from './regelzin.ts'
import { Verschil } from './Verschil.tsx'
import './aanbieders.css'

/** Eén aanbieder: wat er is afgesproken, wat elke regel draagt, en wat er eerder gold. */
export function AanbiederPagina() {
  const { agb = '' } = useParams()
  const vraag = useQuery({
    queryKey: sleutels.aanbieder(agb),
    queryFn: ({ signal }) => roepApi<Aanbiederantwoord>('GET', `/aanbieders/${agb}`, { signaal: signal }),
  })
  return (
    <MetGegevens vraag={vraag} wat="Deze aanbieder" terug={{ naar: '/aanbieders', tekst: 'Alle aanbieders' }}>
      {({ waarde }) => <Scherm aanbieder={waarde} />}
    </MetGegevens>
  )
}

/** De regel die iemand wijzigt; `null`: een nieuwe code. */
type Bezig = { readonly regel: Aanbiederantwoord['regels'][number] | null }

function Scherm({ aanbieder: a }: { aanbieder: Aanbiederantwoord }) {
  const { vandaag } = gebruikEigenSessie()
  const [bezig, zetBezig] = useState<Bezig | null>(null)
  return (
    <Pagina titel={a.naam} boven={<Link to="/aanbieders">Aanbieders</Link>} breed>
      <div className="md-delen">
        <Kerngegevens
          gegevens={[
            { naam: 'AGB-code', waarde: a.agb },
            { naam: 'Contract', waarde: dagen(a.contract.van, a.contract.tot) },
            { naam: 'Toewijzingen', waarde: lopend(a.toewijzingen) },
          ]}
        />
        <Contractregels regels={a.regels} vandaag={vandaag} wijzig={a.magWijzigen ? (regel) => zetBezig({ regel }) : undefined} />
        {bezig ? (
          <Regelformulier key={JSON.stringify(bezig)} aanbieder={a} regel={bezig.regel} klaar={() => zetBezig(null)} />
        ) : (
          a.magWijzigen && (
            <p className="md-knoppen">
              <Knop soort="primair" opKlik={() => zetBezig({ regel: null })}>
                Code toevoegen
              </Knop>
            </p>
          )
        )}
        <Geschiedenis aanbieder={a} />
      </div>
    </Pagina>
  )
}

const lopend = (n: number): string =>
  n === 0 ? 'Er loopt nu niets' : n === 1 ? '1 loopt of gaat nog in' : `${n.toLocaleString('nl-NL')} lopen of gaan nog in`

function Geschiedenis({ aanbieder: { geschiedenis } }: { aanbieder: Aanbiederantwoord }) {
  return (
    <section className="md-deel" aria-labelledby="aan-eerder">
      <h2 id="aan-eerder">Wijzigingen</h2>
      {geschiedenis.map((g, i) => (
        <Uitklap
          key={g.id}
          kop={`${schrijfTijdstip(g.op)}, ${g.door ?? 'vanaf de opdrachtregel'}: ${g.reden ?? 'zonder reden'}${i === 0 ? ' (geldt nu)' : ''}`}
        >
          <p className="md-bijtekst">
            {g.naam}, {dagen(g.van, g.tot)}.
          </p>
          <Verschil verschil={g.verschil} />
        </Uitklap>
      ))}
    </section>
  )
}
