import { useRef, useState } from 'react'
import { bezoeksoorten } from '#core/dossier/onderzoek.ts'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Keuzerondje } from '../onderdelen/Keuzerondje.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { NieuwBezoek, VerbeterBezoek } from './Bezoekformulier.tsx'
import type { Bezoek, Bezoekversie } from './beeld.ts'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'

const GEEN = 'geen'
const soortNaam = (soort: string) => bezoeksoorten[soort as keyof typeof bezoeksoorten] ?? soort

/** Bij welk gesprek de antwoorden horen, wat daarover vastligt, en een nieuw bezoek. */
export function Bezoekbalk() {
  const { onderzoek, bezoek, kiesBezoek, vandaag } = gebruikOnderzoekstand()
  const [bezig, zetBezig] = useState<'nieuw' | Bezoek | null>(null)
  const knop = useRef<HTMLButtonElement>(null)
  // Bij een afspraak die nog komt, is nog niets verteld.
  const geweest = onderzoek.bezoeken.filter((b) => b.datum <= vandaag)
  const afspraken = onderzoek.bezoeken.filter((b) => b.datum > vandaag)
  const opties = [
    // Wie meeleest, geeft vandaag geen antwoord.
    ...(onderzoek.magWijzigen ? [{ waarde: GEEN, tekst: `Vandaag, ${schrijfDatum(vandaag)}` }] : []),
    ...geweest.map((b) => ({ waarde: b.id, tekst: `${soortNaam(b.soort)} ${schrijfDatum(b.datum)}` })),
  ]
  const sluit = () => {
    zetBezig(null)
    knop.current?.focus()
  }
  const wijzig = onderzoek.magWijzigen ? zetBezig : undefined
  if (!onderzoek.magWijzigen && onderzoek.bezoeken.length === 0) return null
  return (
    <section className="ond-bezoeken" aria-label="Bezoeken">
      <div className="ond-bezoekrij">
        {opties.length > 0 && (
          <Keuzerondje
            legende={onderzoek.magWijzigen ? 'Nieuwe antwoorden horen bij' : 'Bezoeken'}
            vorm="knoppen"
            opties={opties}
            waarde={bezoek?.id ?? GEEN}
            opWijzig={(w) => kiesBezoek(w === GEEN ? null : w)}
          />
        )}
        {onderzoek.magWijzigen && (
          <Knop ref={knop} soort="gewoon" uitgeklapt={bezig === 'nieuw'} opKlik={() => zetBezig(bezig === 'nieuw' ? null : 'nieuw')}>
            Bezoek toevoegen
          </Knop>
        )}
      </div>
      {afspraken.map((b) => (
        <p key={b.id} className="md-bijtekst">
          Afgesproken: {inZin(b)}. <Wijzigknop bezoek={b} opWijzig={wijzig} />
        </p>
      ))}
      {bezoek && <Gekozen bezoek={bezoek} opWijzig={wijzig} />}
      {bezig === 'nieuw' ? <NieuwBezoek klaar={sluit} /> : bezig && <VerbeterBezoek key={bezig.id} bezoek={bezig} klaar={sluit} />}
    </section>
  )
}

const inZin = (b: Bezoekversie) => `${soortNaam(b.soort).toLowerCase()} ${schrijfDatum(b.datum)}`

type Metwijziging = { bezoek: Bezoek; opWijzig: ((bezoek: Bezoek) => void) | undefined }

function Wijzigknop({ bezoek, opWijzig }: Metwijziging) {
  if (!opWijzig) return null
  return (
    <button type="button" className="md-linkknop" onClick={() => opWijzig(bezoek)}>
      Wijzigen<span className="md-onzichtbaar"> van {inZin(bezoek)}</span>
    </button>
  )
}

function Gekozen({ bezoek, opWijzig }: Metwijziging) {
  const { aanwezig, verslag, gemaaktDoor, gemaaktOp, eerdere } = bezoek
  return (
    <div className="md-bijtekst">
      <p>
        {aanwezig ? `Aanwezig: ${aanwezig}. ` : ''}
        {verslag ? `${verslag} ` : ''}
        {eerdere.length > 0 ? 'Gewijzigd' : 'Vastgelegd'} door {gemaaktDoor.naam}, {schrijfTijdstip(gemaaktOp)}.{' '}
        <Wijzigknop bezoek={bezoek} opWijzig={opWijzig} />
      </p>
      {eerdere.length > 0 && (
        <details>
          <summary>Wat er eerder stond</summary>
          <ul>
            {[...eerdere].reverse().map((e) => (
              <li key={e.versie}>
                <s>
                  {soortNaam(e.soort)} {schrijfDatum(e.datum)}
                  {e.aanwezig && `; aanwezig: ${e.aanwezig}`}
                  {e.verslag && `. ${e.verslag}`}
                </s>{' '}
                {e.gemaaktDoor.naam}, {schrijfTijdstip(e.gemaaktOp)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
