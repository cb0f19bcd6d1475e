import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Termijnenantwoord } from '#http/api/keten/ketenroutes.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { Standbalk } from './Standbalk.tsx'
import './aanbieders.css'

/** Of het verkeer op tijd is: wat nu te laat is bovenaan, daarna per regel en per aanbieder. */
export function KetentermijnenPagina() {
  const vraag = useQuery({
    queryKey: sleutels.ketentermijnen(),
    queryFn: ({ signal }) => roepApi<Termijnenantwoord>('GET', '/ketentermijnen', { signaal: signal }),
  })
  return (
    <MetGegevens vraag={vraag} wat="De termijnen" terug={{ naar: '/aanbieders', tekst: 'Aanbieders' }}>
      {({ waarde }) => <Scherm termijnen={waarde} />}
    </MetGegevens>
  )
}

function Scherm({ termijnen: t }: { termijnen: Termijnenantwoord }) {
  const { bijwerken, bezig, probleem } = gebruikBijwerken()
  return (
    <Pagina
      titel="Termijnen"
      boven={<Link to="/aanbieders">Aanbieders</Link>}
      inleiding={`Bijgewerkt: ${schrijfTijdstip(t.bijgewerktOp)}. Wat klaar is telt mee vanaf ${schrijfDatum(t.sinds)}; wat nog niet klaar is telt altijd.`}
      acties={t.magBijwerken && <Knop opKlik={bijwerken}>{bezig ? 'Wordt bijgewerkt…' : 'Nu bijwerken'}</Knop>}
      breed
    >
      {probleem && <Probleemmelding probleem={probleem} />}
      <div className="md-delen">
        <TeLaat termijnen={t} />
        <section className="md-deel" aria-labelledby="ter-regels">
          <h2 id="ter-regels">Per regel</h2>
          <Tabel
            bijschrift="Reactietermijnen per regel"
            bijschriftVerborgen
            koppen={['Wat', 'Wie', 'Regel', 'Hoe het gaat']}
            rijen={t.regels.map((r) => ({
              sleutel: r.soort,
              cellen: [
                <span key="wat">
                  {r.titel}
                  <br />
                  <span className="md-bijtekst">{r.uitleg}</span>
                </span>,
                r.wie === 'wij' ? 'Wij' : 'Aanbieder',
                <span key="regel" className="md-eis md-eis--los">
                  {r.regel}
                </span>,
                <Standbalk key="stand" telling={r} />,
              ],
            }))}
          />
        </section>
        <section className="md-deel" aria-labelledby="ter-aanbieders">
          <h2 id="ter-aanbieders">Per aanbieder</h2>
          {t.aanbieders.length === 0 ? (
            <Leeg titel="Er is nog geen verkeer met een aanbieder." />
          ) : (
            <Tabel
              bijschrift="Wat aanbieders moeten melden, per aanbieder"
              bijschriftVerborgen
              koppen={['Aanbieder', 'Hoe het gaat']}
              rijen={t.aanbieders.map((a) => ({
                sleutel: a.agb,
                cellen: [
                  <Link key="naam" to={`/aanbieders/${a.agb}`}>
                    {a.naam}
                  </Link>,
                  <Standbalk key="stand" telling={a} />,
                ],
              }))}
            />
          )}
          <p className="md-bijtekst">Hier telt alleen wat de aanbieder moet doen: antwoorden, starts, stops en declaraties.</p>
        </section>
      </div>
    </Pagina>
  )
}

/** Wat terugkomt staat meteen op het scherm. */
function gebruikBijwerken() {
  const client = useQueryClient()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const maak = gebruikAanmaken<undefined, Termijnenantwoord>('/ketentermijnberekeningen', { formulier: 'ketentermijnen' })
  const bijwerken = async () => {
    if (maak.isPending) return
    zetProbleem(null)
    try {
      client.setQueryData(sleutels.ketentermijnen(), await maak.mutateAsync(undefined))
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  return { bijwerken: () => void bijwerken(), bezig: maak.isPending, probleem }
}

function TeLaat({ termijnen: { gevallen, gevallenInTotaal, regels } }: { termijnen: Termijnenantwoord }) {
  const titel = (soort: string) => regels.find((r) => r.soort === soort)?.titel ?? soort
  return (
    <section className="md-deel" aria-labelledby="ter-telaat">
      <h2 id="ter-telaat">Nu te laat ({gevallenInTotaal.toLocaleString('nl-NL')})</h2>
      {gevallen.length === 0 ? (
        <Leeg titel="Niets is te laat.">
          <p>Elke termijn die nu loopt, is nog niet voorbij.</p>
        </Leeg>
      ) : (
        <Tabel
          bijschrift="Wat nu te laat is"
          bijschriftVerborgen
          koppen={['Wat', 'Aanbieder', 'Waarover', 'Uiterlijk', 'Te laat']}
          rijen={gevallen.map((g) => ({
            sleutel: `${g.soort}|${g.aanbieder.agb}|${g.kenmerk}`,
            cellen: [
              titel(g.soort),
              g.aanbieder.naam,
              <Waarover key="waarover" geval={g} />,
              schrijfDatum(g.uiterlijk),
              <Badge key="laat" soort="fout">
                {g.dagenTeLaat === 1 ? '1 dag' : `${g.dagenTeLaat} dagen`}
              </Badge>,
            ],
          }))}
        />
      )}
      {gevallenInTotaal > gevallen.length && <p className="md-bijtekst">De {gevallen.length} die het langst te laat zijn staan hier.</p>}
    </section>
  )
}

/** "maand 2026-05" is mei 2026. */
const maandnaam = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const inWoorden = (kenmerk: string): string =>
  kenmerk.replace(/^maand (\d{4}-\d{2})$/, (_, maand: string) => maandnaam.format(new Date(`${maand}-01T00:00:00Z`)))

function Waarover({ geval: { kenmerk, indicatie, bericht } }: { geval: Termijnenantwoord['gevallen'][number] }) {
  if (indicatie) return <Link to={`/indicaties/${indicatie}`}>{kenmerk}</Link>
  if (bericht) return <Link to={`/berichten/${bericht}`}>{kenmerk}</Link>
  return inWoorden(kenmerk)
}
