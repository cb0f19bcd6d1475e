import type { Toewijzingsvoorstel } from '#http/api/toewijzingroutes.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { periode } from './Toewijzingen.tsx'

type Regel = Toewijzingsvoorstel['regels'][number]
const woorden = {
  nieuw: { soort: 'accent', tekst: 'Nieuw' },
  wijzigt: { soort: 'let-op', tekst: 'Wijzigt' },
  blijft: { soort: 'gewoon', tekst: 'Blijft zo' },
} as const

/** Alles wat in het bericht komt te staan: ook wat er al loopt en niet wijzigt (OP087). */
export function Voorstel({ voorstel }: { voorstel: Toewijzingsvoorstel }) {
  return (
    <section className="md-deel" aria-labelledby="toe-voorstel">
      <h2 id="toe-voorstel">Dit wordt verstuurd aan {voorstel.aanbieder.naam}</h2>
      <p className="ind-tekst">
        {voorstel.uitleg.tekst}{' '}
        {voorstel.uitleg.regels.map((r) => (
          <span key={r} className="md-eis md-eis--los">
            {r}
          </span>
        ))}
      </p>
      <ul className="toe-lijst">
        {voorstel.regels.map((r) => (
          <Voorstelregel key={r.nummer ?? 'nieuw'} regel={r} />
        ))}
      </ul>
      {voorstel.regels.some((r) => r.wat === 'blijft') && (
        <p className="md-bijtekst">Een bericht noemt altijd alles wat deze inwoner bij deze aanbieder heeft. Wat blijft verandert niet.</p>
      )}
    </section>
  )
}

function Voorstelregel({ regel: r }: { regel: Regel }) {
  const { soort, tekst } = woorden[r.wat]
  return (
    <li className="toe-regel" data-wat={r.wat}>
      <span>
        <strong>{r.nummer === null ? 'Nieuwe toewijzing' : `Toewijzing ${r.nummer}`}</strong>
        <span> {[r.omvang, periode(r.van, r.tot), r.code && `code ${r.code}`].filter(Boolean).join(' · ')}</span>
        {r.was && (
          <>
            <br />
            <span className="md-bijtekst">
              Nu: {[r.was.omvang, r.was.tot === null ? 'zonder einde' : `tot en met ${schrijfDatum(r.was.tot)}`].filter(Boolean).join(', ')}
              .{r.reden && ` Reden in het bericht: ${r.reden.toLowerCase()}.`}
            </span>
          </>
        )}
        {r.referentie && (
          <>
            <br />
            <span className="md-bijtekst">Op verzoek van de aanbieder, referentie {r.referentie}.</span>
          </>
        )}
      </span>
      <Badge soort={soort}>{tekst}</Badge>
    </li>
  )
}
