import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Toewijzingsregel } from '#http/api/toewijzingroutes.ts'
import type { Bladzijde } from '../api/gebruik-lijst.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Vervolg } from './Vervolg.tsx'
import './toewijzing.css'

type Props = {
  indicatie: string
  /** De dagen waarop de indicatie geldt, als er een aanbieder voor te kiezen is. */
  toewijsbaar: Looptijd | null
  pgb: boolean
}
export type Looptijd = { readonly van: string; readonly tot: string | null }

/** Bij een indicatie: wat ervan is toegewezen, aan wie, hoe het met het bericht staat, en wat er nu nog kan. */
export function Toewijzingen({ indicatie, toewijsbaar, pgb }: Props) {
  const vraag = useQuery({
    queryKey: sleutels.toewijzingen(indicatie),
    queryFn: ({ signal }) => roepApi<Bladzijde<Toewijzingsregel>>('GET', `/indicaties/${indicatie}/toewijzingen`, { signaal: signal }),
  })
  return (
    <section className="md-deel" aria-labelledby="toe-kop">
      <h2 id="toe-kop">Toewijzing aan een aanbieder</h2>
      <Deel vraag={vraag} wat="De toewijzingen worden geladen">
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <p>
                {pgb
                  ? 'Met een persoonsgebonden budget koopt de inwoner zelf in: er gaat geen toewijzing uit.'
                  : 'Deze indicatie is aan geen aanbieder toegewezen.'}
              </p>
            ) : (
              <ul className="toe-lijst">
                {items.map((t) => (
                  <Regel key={t.nummer} toewijzing={t} />
                ))}
              </ul>
            )}
            {toewijsbaar && <Vervolg indicatie={indicatie} looptijd={toewijsbaar} toewijzingen={items} />}
          </>
        )}
      </Deel>
    </section>
  )
}

const standen = {
  wacht: { soort: 'onbekend', tekst: 'Wordt verstuurd' },
  verzonden: { soort: 'info', tekst: 'Verstuurd, nog geen antwoord' },
  aangenomen: { soort: 'goed', tekst: 'Aangenomen' },
  afgewezen: { soort: 'fout', tekst: 'Afgewezen door de aanbieder' },
} as const

const ingetrokken = { soort: 'gewoon', tekst: 'Ingetrokken' } as const

function Regel({ toewijzing: t }: { toewijzing: Toewijzingsregel }) {
  const stand = t.ingetrokken ? ingetrokken : standen[t.stand]
  return (
    <li className="toe-regel">
      <span>
        <strong>{t.aanbieder.naam}</strong>, toewijzing {t.nummer}
        <span className="md-bijtekst">
          {' '}
          {[t.omvang, t.ingetrokken ? null : periode(t.van, t.tot), t.code && `code ${t.code}`].filter(Boolean).join(' · ')}
        </span>
        <br />
        <span className="md-bijtekst">{levering(t)}</span> <Link to={`/berichten/${t.bericht}`}>Bekijk het bericht</Link>
      </span>
      <Badge soort={stand.soort}>{stand.tekst}</Badge>
    </li>
  )
}

export const periode = (van: string, tot: string | null): string =>
  tot === null ? `vanaf ${schrijfDatum(van)}` : `${schrijfDatum(van)} tot en met ${schrijfDatum(tot)}`

function levering(t: Toewijzingsregel): string {
  if (t.ingetrokken)
    return t.stand === 'aangenomen' ? 'De aanbieder nam de intrekking aan.' : 'De aanbieder antwoordde nog niet op de intrekking.'
  if (t.gestoptOp) return `De aanbieder meldde dat de hulp stopte op ${schrijfDatum(t.gestoptOp)}.`
  if (t.onderbrokenOp) return `De aanbieder meldde een tijdelijke stop na ${schrijfDatum(t.onderbrokenOp)}; de toewijzing blijft bij hem.`
  if (t.gestartOp) return `De aanbieder meldde dat de hulp begon op ${schrijfDatum(t.gestartOp)}.`
  return t.verstuurdOp ? `Verstuurd ${schrijfTijdstip(t.verstuurdOp)}. De start is nog niet gemeld.` : 'De start is nog niet gemeld.'
}
