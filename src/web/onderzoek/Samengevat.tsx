import { Link } from 'react-router'
import { schrijfDag, schrijfDatum } from '../kader/schrijf-datum.ts'
import { Afwijking } from '../indicatie/Afwijking.tsx'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { Watermerk } from '../onderdelen/Watermerk.tsx'
import { onderbouwingkop } from './beeld.ts'
import { type Bevinding, groepeer } from './bevindingen.ts'
import type { Adviesuitleg, Antwoordregel, Indicatieuitleg, Samenvatting } from './samenvatting.ts'

/** De inhoud van de samenvatting: uitkomst eerst, dan waarop zij rust. */
export function Samengevat({ samenvatting: s }: { samenvatting: Samenvatting }) {
  // Waarop beslist is staat al bij de indicatie; het advies van nu alleen als dat iets anders zegt.
  const beslist = new Set(s.vastgesteld.map((i) => JSON.stringify(i.advies)))
  const adviezen = s.adviezen.filter((a) => !beslist.has(JSON.stringify(a)))
  return (
    <>
      {s.vastgesteld.length > 0 && <h2>Vastgesteld</h2>}
      {s.vastgesteld.map((i) => (
        <Indicatie key={i.id} indicatie={i} />
      ))}
      {s.daarnaast.length > 0 && (
        <section aria-labelledby="sam-daarnaast">
          <h2 id="sam-daarnaast">Loopt daarnaast</h2>
          <ul className="sam-lijst">
            {s.daarnaast.map((d) => (
              <li key={d.productnaam + d.periode}>
                {d.productnaam}, {d.periode} ({d.standInWoorden.toLowerCase()})
              </li>
            ))}
          </ul>
        </section>
      )}
      {adviezen.length > 0 && <h2>{s.vastgesteld.length > 0 ? 'Advies bij de antwoorden van nu' : 'Advies'}</h2>}
      {adviezen.map((a) => (
        <Advies key={a.tabel} advies={a} />
      ))}
      {s.overschrijvingen.length > 0 && (
        <section aria-labelledby="sam-afwijking">
          <h2 id="sam-afwijking">Eigen oordeel van de consulent</h2>
          <ul className="sam-lijst">
            {s.overschrijvingen.map((o) => (
              <li key={o.naam}>
                {o.naam}: <strong>{o.waarde}</strong>. {o.motivering} ({o.door})
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>Vragen en antwoorden</h2>
      {s.themas.map((t) => (
        <section key={t.titel} className="sam-thema">
          <h3>{t.titel}</h3>
          <dl>
            {t.vragen.map((v) => (
              <Antwoord key={v.vraag} regel={v} />
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

function Antwoord({ regel: r }: { regel: Antwoordregel }) {
  const herkomst = [
    r.datum && schrijfDatum(r.datum),
    r.bron && `bron: ${r.bron}`,
    r.door,
    r.bezoekIngetrokken && 'bezoek later ingetrokken',
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <div className="sam-antwoord" data-bekend={r.bekend}>
      <dt>{r.tekst}</dt>
      <dd>
        <strong>{r.antwoord}</strong>
        {r.toelichting && `. ${r.toelichting}`}
        {herkomst && <span className="md-bijtekst"> {herkomst}</span>}
      </dd>
    </div>
  )
}

const woorden = {
  voldaan: { icoon: 'vink', past: 'Dat past bij:', regel: 'Voldaan aan:' },
  niet_voldaan: { icoon: 'kruis', past: 'Dat past niet bij:', regel: 'Niet voldaan aan:' },
} as const

function Advies({ advies: a }: { advies: Adviesuitleg }) {
  const { bevindingen, nietGevraagd } = groepeer(a.redenen)
  return (
    <section className="sam-advies" aria-label={`Advies ${a.titel}`}>
      <h3>
        {a.titel}: {a.kop}
      </h3>
      <p>
        {a.zin}
        {a.rij && <span className="md-bijtekst"> Rij {a.rij} van de tabel.</span>}
      </p>
      {a.nogTeVragen.length > 0 && <p>Nog te vragen: {a.nogTeVragen.join(', ')}.</p>}
      {bevindingen.length > 0 && (
        <ul className="sam-redenen">
          {bevindingen.map((b) => (
            <Gevonden key={b.oordeel + b.redenen[0]?.eis} bevinding={b} />
          ))}
        </ul>
      )}
      {nietGevraagd.length > 0 && <p className="md-bijtekst">Nog niet bekend, en voor dit advies niet nodig: {nietGevraagd.join(', ')}.</p>}
      {a.waarschuwingen.map((w) => (
        <p key={w.eis + w.tekst}>
          <strong>Let op:</strong> {w.tekst} <span className="sam-eis">{w.eis}</span>
        </p>
      ))}
    </section>
  )
}

/** Eerst wat er gevonden is, dan de voorwaarden die dat raakt, in de woorden van de regeling. */
function Gevonden({ bevinding: { zin, oordeel, redenen } }: { bevinding: Bevinding }) {
  const { icoon, past, regel } = woorden[oordeel === 'voldaan' ? 'voldaan' : 'niet_voldaan']
  return (
    <li>
      <Icoon naam={icoon} tekst />
      <div>
        {zin && <strong className="sam-bevinding">{zin}</strong>} {zin ? past : regel}
        <ul className="sam-voorwaarden">
          {redenen.map((r) => (
            <li key={r.eis}>
              {r.tekst} <span className="sam-eis">{r.eis}</span>
              {r.citaten.map((c) => (
                <q key={c}>{c}</q>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}

function Indicatie({ indicatie: i }: { indicatie: Indicatieuitleg }) {
  return (
    <section className="sam-indicatie" aria-label={i.productnaam}>
      <h3>
        <Link to={`/indicaties/${i.id}`}>{i.productnaam}</Link>: {i.omvang}
      </h3>
      <p>
        Geldt {i.periode}. {i.standInWoorden !== 'Vastgesteld' && `${i.standInWoorden}. `}Vastgesteld op {schrijfDag(i.vastgesteldOp)} door{' '}
        {i.vastgesteldDoor.naam}.
      </p>
      {i.synthetisch && <Watermerk />}
      {i.afwijkingMotivering && <Afwijking advies={i.advies?.kop ?? null} motivering={i.afwijkingMotivering} />}
      {i.berekening.length > 0 && (
        <ul className="sam-lijst">
          {i.berekening.map((b) => (
            <li key={b}>{b}</li>
          ))}
          {i.afronding && <li>Samen {i.afronding}</li>}
        </ul>
      )}
      {i.resultaten.length > 0 && (
        <ul className="sam-lijst">
          {i.resultaten.map((r) => (
            <li key={r.tekst}>
              {r.tekst} <span className="sam-eis">{r.eis}</span>
            </li>
          ))}
        </ul>
      )}
      {i.onderbouwing.map((o) => (
        <p key={o.kop}>
          <strong>{onderbouwingkop(o.kop)}:</strong> {o.tekst}
        </p>
      ))}
      {i.motiveringen.length > 0 && (
        <ul className="sam-lijst">
          {i.motiveringen.map((m) => (
            <li key={m.tekst}>
              <strong>Motivering:</strong> {m.motivering}{' '}
              <span className="md-bijtekst">
                Bij de waarschuwing: {m.tekst} <span className="sam-eis">{m.eis}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {i.stapeling.map((s) => (
        <p key={s.tekst}>
          {s.tekst} <span className="sam-eis">{s.eis}</span>
        </p>
      ))}
      {i.advies && (
        <details className="md-uitklap sam-toen">
          <summary>Het advies waarop is beslist</summary>
          <Advies advies={i.advies} />
        </details>
      )}
    </section>
  )
}
