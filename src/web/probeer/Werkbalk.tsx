import { useId, useRef, useState } from 'react'
import { bewaarAlsBestand, leesJsonBestand, type Leesfout } from '#web/bewaren/bestand.ts'
import { Knop } from '#web/onderdelen/Knop.tsx'
import { Melding } from '#web/onderdelen/Melding.tsx'
import { gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { leesSituatie } from '#web/probeer/lees-situatie.ts'
import { naarFragment } from '#web/probeer/link.ts'
import { isLeeg, legeSituatie, type Situatie } from '#web/probeer/situatie.ts'
import { bestandsnaam, naarBestand, vanBestand } from '#web/probeer/situatie-bestand.ts'

export type Bericht = { readonly tekst: string; readonly ongedaan?: boolean; readonly fouten?: readonly Leesfout[] }

/** Voorbeeld laden, openen, bewaren, delen, afdrukken en opnieuw beginnen. Alles is terug te draaien; niets vraagt om bevestiging. */
export function Werkbalk({ bericht, zeg }: { bericht: Bericht | null; zeg: (b: Bericht | null) => void }) {
  const { catalogus, bewaard, situatie } = gebruikProbeer()
  const [deelt, zetDeelt] = useState(false)
  const kiezer = useRef<HTMLInputElement>(null)
  const neemOver = (r: ReturnType<typeof leesSituatie>, gelukt: string, mislukt: string) => {
    if (!r.ok) return zeg({ tekst: mislukt, fouten: r.fout })
    bewaard.zet(() => r.value)
    zeg({ tekst: gelukt, ongedaan: true })
  }
  const open = async (bestand: File | undefined) => {
    if (!bestand) return
    const json = await leesJsonBestand(bestand)
    const r = json.ok ? vanBestand(catalogus, json.value) : json
    neemOver(r, `${bestand.name} is geopend.`, `${bestand.name} is niet geopend. Uw situatie is niet veranderd.`)
  }
  const laadVignet = (id: string) => {
    const vignet = catalogus.vignetten?.find((v) => v.id === id)
    if (!vignet) return
    const { gemeente, antwoorden, overschrijvingen } = vignet
    neemOver(
      leesSituatie(catalogus, { gemeente, antwoorden, overschrijvingen, vignet: id }),
      `Voorbeeld ${id} is geladen.`,
      `Voorbeeld ${id} is niet te laden.`,
    )
  }
  const bewaar = () => {
    bewaarAlsBestand(bestandsnaam(catalogus, situatie), naarBestand(catalogus, situatie))
    zeg({ tekst: 'De situatie staat als bestand in uw map met downloads.' })
  }
  const opnieuw = () => {
    bewaard.zet((s) => ({ ...legeSituatie(catalogus), gemeente: s.gemeente }))
    zeg({ tekst: 'Alles is leeg.', ongedaan: true })
  }
  return (
    <div className="probeer-werkbalk md-nietafdrukken">
      <div className="probeer-werkbalk-rij">
        <Gemeentekeuze />
        <Vignetkeuze laad={laadVignet} />
        <div className="probeer-knoppen">
          <Knop opKlik={() => kiezer.current?.click()}>Open</Knop>
          <Knop opKlik={bewaar}>Bewaar</Knop>
          <Knop icoon="deel" uitgeklapt={deelt} opKlik={() => zetDeelt(!deelt)}>
            Deel
          </Knop>
          <Knop icoon="afdrukken" opKlik={() => print()}>
            Druk af
          </Knop>
          {!isLeeg(situatie) && <Knop opKlik={opnieuw}>Begin opnieuw</Knop>}
        </div>
        <input
          ref={kiezer}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label="Bewaarde situatie openen"
          onChange={(e) => {
            void open(e.target.files?.[0])
            e.target.value = ''
          }}
        />
      </div>
      {deelt && <Deelpaneel situatie={situatie} />}
      <Berichtregel bericht={bericht} zeg={zeg} />
    </div>
  )
}

function Berichtregel({ bericht, zeg }: { bericht: Bericht | null; zeg: (b: Bericht | null) => void }) {
  const { bewaard } = gebruikProbeer()
  const stap = (doe: () => void, tekst: string) => {
    doe()
    zeg({ tekst })
  }
  return (
    <>
      <div className="probeer-bericht">
        {bewaard.kanTerug && (
          <button type="button" className="probeer-naar" onClick={() => stap(bewaard.draaiTerug, 'De laatste stap is teruggedraaid.')}>
            Ongedaan maken
          </button>
        )}
        {bewaard.kanOpnieuw && (
          <button type="button" className="probeer-naar" onClick={() => stap(bewaard.doeOpnieuw, 'De stap is weer gedaan.')}>
            Toch wel
          </button>
        )}
        <span role="status">{bericht && !bericht.fouten ? bericht.tekst : ''}</span>
        {!bewaard.kanTerug && !bewaard.kanOpnieuw && !bericht && (
          <span className="md-bijtekst">Wat u invult blijft in deze browser. Er gaat niets naar een server.</span>
        )}
      </div>
      {bericht?.fouten && (
        <Melding soort="fout" woord="Niet gelukt" titel={bericht.tekst} voorlezen>
          <ul>
            {bericht.fouten.slice(0, 8).map((f) => (
              <li key={`${f.plaats} ${f.tekst}`}>
                <strong>{f.plaats}</strong>: {f.tekst}
              </li>
            ))}
          </ul>
          {bericht.fouten.length > 8 && <p>En nog {bericht.fouten.length - 8} meldingen.</p>}
        </Melding>
      )}
    </>
  )
}

function Gemeentekeuze() {
  const { catalogus, situatie, bewaard } = gebruikProbeer()
  const id = useId()
  if (catalogus.gemeenten.length < 2) return null
  return (
    <div className="probeer-veld">
      <label htmlFor={id}>Gemeente</label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={situatie.gemeente ?? ''}
        onChange={(e) => {
          const gemeente = e.target.value === '' ? null : e.target.value
          bewaard.zet((s) => ({ ...s, gemeente }))
        }}
      >
        <option value="">Nog niet bekend</option>
        {catalogus.gemeenten.map((g) => (
          <option key={g.naam} value={g.naam}>
            {g.naam}
          </option>
        ))}
      </select>
    </div>
  )
}

function Vignetkeuze({ laad }: { laad: (id: string) => void }) {
  const { catalogus, situatie } = gebruikProbeer()
  const id = useId()
  if (!catalogus.vignetten?.length) return null
  return (
    <div className="probeer-veld probeer-veld--breed">
      <label htmlFor={id}>Voorbeeldsituatie</label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={situatie.vignet ?? ''}
        onChange={(e) => laad(e.target.value)}
      >
        <option value="" disabled>
          Kies een voorbeeld
        </option>
        {catalogus.vignetten.map((v) => (
          <option key={v.id} value={v.id}>
            {v.id} · {v.titel}
          </option>
        ))}
      </select>
    </div>
  )
}

/** De link draagt de antwoorden zelf; dat moet iemand weten voor hij haar verstuurt. */
function Deelpaneel({ situatie }: { situatie: Situatie }) {
  const { catalogus } = gebruikProbeer()
  const id = useId()
  const veld = useRef<HTMLInputElement>(null)
  const [gekopieerd, zet] = useState<string | null>(null)
  const link = `${location.origin}${location.pathname}#${naarFragment(catalogus, situatie)}`
  const kopieer = async () => {
    veld.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      zet(link)
    } catch {
      // Geen toestemming voor het klembord: de link staat geselecteerd, kopiëren kan met de hand.
      zet(null)
    }
  }
  return (
    <div className="probeer-deel">
      <label htmlFor={id}>Link naar deze situatie</label>
      <p className="md-bijtekst" id={`${id}-uitleg`}>
        Let op: de antwoorden staan in de link zelf. Wie de link heeft, kan ze lezen. Zet er geen naam bij en stuur hem alleen naar wie de
        situatie mag kennen. Motiveringen bij waarschuwingen gaan niet mee; bewaar daarvoor een bestand.
      </p>
      <div className="probeer-deel-rij">
        <input
          ref={veld}
          id={id}
          className="utrecht-textbox utrecht-textbox--html-input"
          readOnly
          value={link}
          aria-describedby={`${id}-uitleg`}
          onFocus={(e) => e.target.select()}
        />
        <Knop opKlik={() => void kopieer()}>Kopieer</Knop>
        <span role="status">{gekopieerd === link ? 'Gekopieerd.' : ''}</span>
      </div>
    </div>
  )
}
