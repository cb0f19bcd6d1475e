import { type ReactNode, useState } from 'react'
import type { Result } from '#core/base/result.ts'
import { bewaarAlsBestand, type Leesfout, leesJsonBestand } from '#web/bewaren/bestand.ts'
import { Deelpaneel } from '#web/bewaren/Deelpaneel.tsx'
import type { Bewaard } from '#web/bewaren/gebruik-bewaard.ts'
import { Bestandsknop } from '#web/onderdelen/Bestandsknop.tsx'
import { Knop } from '#web/onderdelen/Knop.tsx'
import { Melding } from '#web/onderdelen/Melding.tsx'
import './bewaren.css'

export type Bericht = { readonly tekst: string; readonly fouten?: readonly Leesfout[] }

type Eigenschappen<T> = {
  readonly bewaard: Bewaard<T>
  /** De stand waarmee iemand opnieuw begint. */
  readonly begin: () => T
  readonly bestand: { readonly naam: string; readonly inhoud: () => string }
  readonly lees: (ruw: unknown) => Result<T, Leesfout[]>
  readonly fragment: () => string
  /** Wat er wel en niet in de link staat. */
  readonly deeluitleg: string
  /** Wat er bewaard wordt, voor in een zin: "de situatie". */
  readonly wat: string
  readonly bericht: Bericht | null
  readonly zeg: (b: Bericht | null) => void
  readonly children?: ReactNode
}

/** Openen, bewaren, delen, afdrukken en opnieuw beginnen. Alles is terug te draaien; niets vraagt om bevestiging. */
export function Bewaarbalk<T>(p: Eigenschappen<T>) {
  const [deelt, zetDeelt] = useState(false)
  const open = async (bestand: File) => {
    const json = await leesJsonBestand(bestand)
    const r = json.ok ? p.lees(json.value) : json
    if (!r.ok) return p.zeg({ tekst: `${bestand.name} is niet geopend. Wat er stond is niet veranderd.`, fouten: r.fout })
    p.bewaard.zet(() => r.value)
    p.zeg({ tekst: `${bestand.name} is geopend.` })
  }
  const bewaar = () => {
    bewaarAlsBestand(p.bestand.naam, p.bestand.inhoud())
    p.zeg({ tekst: `Bewaard als ${p.bestand.naam} in uw map met downloads.` })
  }
  const opnieuw = () => {
    p.bewaard.zet(p.begin)
    p.zeg({ tekst: 'Alles is leeg. U kunt het ongedaan maken.' })
  }
  return (
    <div className="bewaar md-nietafdrukken">
      <div className="bewaar-rij">
        {p.children}
        <div className="bewaar-knoppen">
          <Bestandsknop soorten="application/json,.json" opKies={(bestand) => void open(bestand)}>
            Open<span className="md-onzichtbaar"> een bestand met {p.wat}</span>
          </Bestandsknop>
          <Knop opKlik={bewaar}>Bewaar</Knop>
          <Knop icoon="deel" uitgeklapt={deelt} opKlik={() => zetDeelt(!deelt)}>
            Deel
          </Knop>
          <Knop icoon="afdrukken" opKlik={() => print()}>
            Afdrukken
          </Knop>
          <Knop opKlik={opnieuw}>Begin opnieuw</Knop>
        </div>
      </div>
      {deelt && <Deelpaneel wat={p.wat} fragment={p.fragment()} uitleg={p.deeluitleg} />}
      <Berichtregel bewaard={p.bewaard} bericht={p.bericht} zeg={p.zeg} />
    </div>
  )
}

type Regeleigenschappen = {
  readonly bewaard: Pick<Bewaard<unknown>, 'kanTerug' | 'kanOpnieuw' | 'draaiTerug' | 'doeOpnieuw'>
  readonly bericht: Bericht | null
  readonly zeg: (b: Bericht | null) => void
}

const uitleg = 'Wat u invult blijft in deze browser. Er gaat niets naar een server.'

/** Altijd zo hoog als de uitleg die er eerst staat, zodat een bericht de vragen eronder niet verschuift. */
function Berichtregel({ bewaard, bericht, zeg }: Regeleigenschappen) {
  const stap = (doe: () => void, tekst: string) => {
    doe()
    zeg({ tekst })
  }
  const stil = !bewaard.kanTerug && !bewaard.kanOpnieuw && !bericht
  return (
    <>
      <div className="bewaar-bericht" data-uitleg={uitleg}>
        <div className="bewaar-berichtregel">
          {bewaard.kanTerug && (
            <button
              type="button"
              className="bewaar-tekstknop"
              onClick={() => stap(bewaard.draaiTerug, 'De laatste stap is teruggedraaid.')}
            >
              Ongedaan maken
            </button>
          )}
          {bewaard.kanOpnieuw && (
            <button type="button" className="bewaar-tekstknop" onClick={() => stap(bewaard.doeOpnieuw, 'De stap is weer gedaan.')}>
              Toch wel doen
            </button>
          )}
          <span role="status">{bericht && !bericht.fouten ? bericht.tekst : ''}</span>
          {stil && <span className="md-bijtekst">{uitleg}</span>}
        </div>
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
