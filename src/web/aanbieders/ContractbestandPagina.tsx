import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Voorstellenantwoord } from '#http/api/keten/aanbiederroutes.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { Bestandveld } from '../onderdelen/Bestandveld.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { dagen } from './regelzin.ts'
import { Verschil } from './Verschil.tsx'
import './aanbieders.css'

/** Meer neemt de server niet aan. */
const GROOTSTE = 400_000

/** Een contractbestand laden: eerst zien wat er verandert, dan vastleggen met een reden. */
export function ContractbestandPagina() {
  const [yaml, zetYaml] = useState('')
  const [voorstel, zetVoorstel] = useState<Voorstellenantwoord | null>(null)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const laatste = useRef(yaml)
  const wijzig = (tekst: string) => {
    laatste.current = tekst
    zetYaml(tekst)
    zetVoorstel(null)
    zetProbleem(null)
  }
  const kijkNa = async () => {
    zetProbleem(null)
    // Een antwoord over een tekst die er niet meer staat, telt niet: wie vastlegt, legt vast wat er te zien was.
    const nog = () => laatste.current === yaml
    try {
      const { waarde } = await roepApi<Voorstellenantwoord>('POST', '/contractvoorstellen', { lichaam: { yaml } })
      if (nog()) zetVoorstel(waarde)
    } catch (fout) {
      if (!nog()) return
      zetVoorstel(null)
      zetProbleem(alsProbleem(fout))
    }
  }
  return (
    <Pagina
      titel="Contractbestand laden"
      boven={<Link to="/aanbieders">Aanbieders</Link>}
      inleiding="Kies een bestand of plak de tekst. Er verandert pas iets als u het vastlegt."
    >
      <div className="md-delen">
        <section className="md-deel" aria-labelledby="aan-bestand">
          <h2 id="aan-bestand">Het bestand</h2>
          <Bestandveld label="Kies een YAML-bestand" soorten=".yaml,.yml,text/yaml" opLees={wijzig} hoogstens={GROOTSTE} />
          <Tekstvlak label="Of plak de tekst hier" waarde={yaml} opWijzig={wijzig} regels={10} hoogstens={GROOTSTE} />
          <p className="md-knoppen">
            <Knop soort={voorstel ? 'gewoon' : 'primair'} opKlik={() => void kijkNa()}>
              Nakijken
            </Knop>
          </p>
        </section>
        {probleem && <Fouten probleem={probleem} />}
        {voorstel && <Vastleggen yaml={yaml} voorstel={voorstel} />}
      </div>
    </Pagina>
  )
}

function Fouten({ probleem }: { probleem: Probleem }) {
  if (probleem.fouten.length === 0) return <Probleemmelding probleem={probleem} />
  return (
    <Melding soort="fout" titel="Het bestand klopt nog niet." voorlezen>
      <ul className="aan-lijst">
        {probleem.fouten.map((f) => (
          <li key={f.plaats + f.tekst}>{f.tekst}</li>
        ))}
      </ul>
      <p>De vorm staat in docs/koppelingen.md bij de opdracht “contract laad”.</p>
    </Melding>
  )
}

function Vastleggen({ yaml, voorstel }: { yaml: string; voorstel: Voorstellenantwoord }) {
  const navigeer = useNavigate()
  const [reden, zetReden] = useState('')
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const maak = gebruikAanmaken<object, unknown>('/contracten', { formulier: 'contractbestand', verversen: ['aanbieders'] })
  const anders = voorstel.items.filter((i) => i.verandert)
  const leg = async () => {
    try {
      await maak.mutateAsync({ yaml, reden })
      toonToast({ tekst: 'De contracten zijn vastgelegd.' })
      void navigeer('/aanbieders')
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  return (
    <section className="md-deel" aria-labelledby="aan-voorstel">
      <h2 id="aan-voorstel">Dit verandert er</h2>
      {voorstel.overgeslagen.length > 0 && (
        <p className="md-bijtekst">
          Ook in het bestand, maar niet van uw gemeente: {voorstel.overgeslagen.join(', ')}. Daar verandert niets.
        </p>
      )}
      {voorstel.items.map((i) => (
        <div key={i.agb}>
          <h3>
            {i.naam} ({i.agb}){i.was === null ? ', nieuw' : i.verandert ? '' : ', verandert niet'}
          </h3>
          {i.verandert && (
            <>
              <p className="md-bijtekst">
                {i.was && i.was.naam !== i.naam && `Heette ${i.was.naam}. `}Contract {dagen(i.van, i.tot)}.
              </p>
              <Verschil verschil={i.verschil} />
            </>
          )}
          {i.letOp.map((t) => (
            <Melding key={t} soort="waarschuwing" titel={t} compact />
          ))}
        </div>
      ))}
      {anders.length === 0 ? (
        <p>Alles uit dit bestand ligt al zo vast.</p>
      ) : (
        <>
          <Tekstvlak
            label="Waarom"
            uitleg="Collega’s en toezicht lezen dit later terug."
            hoogstens={1000}
            fout={probleem?.fouten.find((f) => f.plaats === '/reden')?.tekst}
            waarde={reden}
            opWijzig={zetReden}
          />
          {probleem && !probleem.fouten.some((f) => f.plaats === '/reden') && <Probleemmelding probleem={probleem} />}
          <p className="md-knoppen">
            <Knop soort="primair" opKlik={() => void (maak.isPending || leg())}>
              {maak.isPending ? 'Wordt vastgelegd…' : `${anders.length === 1 ? 'Contract' : `${anders.length} contracten`} vastleggen`}
            </Knop>
          </p>
        </>
      )}
    </section>
  )
}
