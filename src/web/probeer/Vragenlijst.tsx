import { useCallback, useMemo } from 'react'
import type { Antwoord } from '#core/advies/advies.ts'
import type { Vraag } from '#core/catalogus/vorm.ts'
import { Icoon, type Icoonnaam } from '#web/onderdelen/Icoon.tsx'
import { Afgeleid } from '#web/probeer/Afgeleid.tsx'
import { type Thema, themasMetVragen } from '#web/probeer/afgeleid-plaats.ts'
import { gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { voorstelVoor } from '#web/probeer/voorstel.ts'
import { beantwoord, overschrijf } from '#web/probeer/situatie.ts'
import { antwoordTekst, langsteAntwoord, vraagNaam } from '#core/advies/woorden.ts'
import { Vraagrij } from '#web/probeer/Vraagrij.tsx'

/** Alle vragen van deze catalogus, per thema, met hoeveel er bekend is. */
export function Vragenlijst() {
  const { catalogus } = gebruikProbeer()
  const themas = useMemo(() => themasMetVragen(catalogus), [catalogus])
  return (
    <div className="probeer-vragen">
      <Themabalk themas={themas} />
      {themas.map((thema) => (
        <Themablok key={thema.id} thema={thema} />
      ))}
    </div>
  )
}

type Stand = { readonly bekend: number; readonly totaal: number; readonly verschil: boolean }

function gebruikStand(): (thema: Thema) => Stand {
  const { geval, volgende } = gebruikProbeer()
  return (thema) => ({
    bekend: thema.vragen.filter((v) => geval.antwoorden[v] !== undefined).length,
    totaal: thema.vragen.length,
    verschil: volgende !== null && thema.vragen.includes(volgende.vraag),
  })
}

function teken(s: Stand): Icoonnaam {
  return s.verschil ? 'vol' : s.bekend === s.totaal ? 'vink' : s.bekend > 0 ? 'half' : 'leeg'
}

function Themabalk({ themas }: { themas: readonly Thema[] }) {
  const standVan = gebruikStand()
  return (
    <nav className="probeer-themabalk" aria-label="Onderwerpen">
      <ul>
        {themas.map((t) => {
          const s = standVan(t)
          return (
            <li key={t.id}>
              <a href={`#thema-${t.id}`} data-verschil={s.verschil || undefined}>
                <Icoon naam={teken(s)} tekst />
                {t.titel}{' '}
                <span className="md-bijtekst">
                  {s.bekend}/{s.totaal}
                  <span className="md-onzichtbaar"> bekend</span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function Themablok({ thema }: { thema: Thema }) {
  const { catalogus, bewaard, geval, situatie, afgeleid, volgende, inOnderzoek } = gebruikProbeer()
  const stand = gebruikStand()(thema)
  const { zet } = bewaard
  const antwoordOp = useCallback(
    (vraag: string, antwoord: Antwoord | null) => zet((s) => beantwoord(s, catalogus, vraag, antwoord), `antwoord ${vraag}`),
    [zet, catalogus],
  )
  return (
    <section className="probeer-thema" id={`thema-${thema.id}`} aria-labelledby={`thema-${thema.id}-kop`} tabIndex={-1}>
      <div className="probeer-thema-kop">
        <h2 id={`thema-${thema.id}-kop`}>
          <span aria-hidden="true" className="probeer-teken">
            <Icoon naam={teken(stand)} tekst />
          </span>
          {thema.titel}
        </h2>
        <p className="md-bijtekst">
          {stand.bekend} van {stand.totaal} bekend
        </p>
      </div>
      {thema.uitleg && <p className="probeer-thema-uitleg">{thema.uitleg}</p>}
      {thema.vragen.map((id) => {
        const vraag = catalogus.vragen[id]
        if (!vraag) return null
        const eigen = situatie.antwoorden[id]
        const gelezen = geval.antwoorden[id]
        const bron = vraag.soort === 'janee' ? vraag.bepaaldDoor?.vraag : undefined
        const uitBron = bron !== undefined && eigen === undefined && geval.antwoorden[bron] !== undefined
        const bronvraag = uitBron ? catalogus.vragen[bron] : undefined
        const zin = (v: Vraag, antwoord: Antwoord | null | undefined) =>
          `Volgt uit: ${vraagNaam(catalogus, bron as string)} (${antwoordTekst(v, antwoord)}).`
        const volgtUit = bronvraag ? zin(bronvraag, geval.antwoorden[bron as string]) : null
        const bepaler = bron === undefined ? undefined : catalogus.vragen[bron]
        return (
          <Vraagrij
            key={id}
            id={id}
            vraag={vraag}
            antwoord={eigen ?? (uitBron ? (gelezen ?? null) : null)}
            volgtUit={volgtUit}
            volgtUitRuimte={bepaler ? zin(bepaler, langsteAntwoord(bepaler)) : null}
            voorstel={voorstelVoor(catalogus, vraag, eigen === undefined ? geval.antwoorden : {})}
            isVolgende={volgende?.vraag === id}
            Voet={inOnderzoek?.Voet}
            antwoordOp={antwoordOp}
          />
        )
      })}
      {thema.afgeleid.map((id) => {
        const regel = catalogus.afgeleid?.[id]
        return regel ? (
          <Afgeleid
            key={id}
            id={id}
            regel={regel}
            waarde={afgeleid[id] ?? 'onbekend'}
            overschrijving={situatie.overschrijvingen[id] ?? null}
            overschrijf={(waarde, keuze) => zet((s) => overschrijf(s, waarde, keuze), `afwijking ${waarde}`)}
          />
        ) : null
      })}
    </section>
  )
}
