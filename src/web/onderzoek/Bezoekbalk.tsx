import { useRef, useState } from 'react'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Keuzerondje } from '../onderdelen/Keuzerondje.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { BezoekIntrekken } from './BezoekIntrekken.tsx'
import { NieuwBezoek, VerbeterBezoek } from './Bezoekformulier.tsx'
import { bezoekInZin, Bezoekverloop, IngetrokkenBezoek, soortNaam } from './Bezoekverloop.tsx'
import type { Bezoek } from './beeld.ts'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'

const GEEN = 'geen'
type Bezig = { wat: 'nieuw' } | { wat: 'wijzigen' | 'intrekken'; bezoek: Bezoek }

/** Bij welk gesprek de antwoorden horen, wat daarover vastligt, en een nieuw bezoek. */
export function Bezoekbalk() {
  const { onderzoek, bezoek, kiesBezoek, vandaag } = gebruikOnderzoekstand()
  const [bezig, zetBezig] = useState<Bezig | null>(null)
  const knop = useRef<HTMLButtonElement>(null)
  // Bij een afspraak die nog komt, is nog niets verteld.
  const gelden = onderzoek.bezoeken.filter((b) => b.ingetrokken === null)
  const geweest = gelden.filter((b) => b.datum <= vandaag)
  const afspraken = gelden.filter((b) => b.datum > vandaag)
  const opties = [
    // Wie meeleest, geeft vandaag geen antwoord.
    ...(onderzoek.magWijzigen ? [{ waarde: GEEN, tekst: `Vandaag, ${schrijfDatum(vandaag)}` }] : []),
    ...geweest.map((b) => ({ waarde: b.id, tekst: `${soortNaam(b.soort)} ${schrijfDatum(b.datum)}` })),
  ]
  const sluit = () => {
    zetBezig(null)
    knop.current?.focus()
  }
  const doe = onderzoek.magWijzigen ? zetBezig : undefined
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
          <Knop
            ref={knop}
            soort="gewoon"
            uitgeklapt={bezig?.wat === 'nieuw'}
            opKlik={() => zetBezig(bezig?.wat === 'nieuw' ? null : { wat: 'nieuw' })}
          >
            Bezoek toevoegen
          </Knop>
        )}
      </div>
      {afspraken.map((b) => (
        <p key={b.id} className="md-bijtekst">
          Afgesproken: {bezoekInZin(b)}. <Knoppen bezoek={b} doe={doe} />
        </p>
      ))}
      {bezoek && <Gekozen bezoek={bezoek} doe={doe} />}
      {bezig?.wat === 'nieuw' && <NieuwBezoek klaar={sluit} />}
      {bezig?.wat === 'wijzigen' && <VerbeterBezoek key={bezig.bezoek.id} bezoek={bezig.bezoek} klaar={sluit} />}
      {bezig?.wat === 'intrekken' && <BezoekIntrekken key={bezig.bezoek.id} bezoek={bezig.bezoek} klaar={sluit} />}
      {onderzoek.bezoeken
        .filter((b) => b.ingetrokken !== null)
        .map((b) => (
          <IngetrokkenBezoek key={b.id} bezoek={b} />
        ))}
    </section>
  )
}

type Handelbaar = { bezoek: Bezoek; doe: ((bezig: Bezig) => void) | undefined }

function Knoppen({ bezoek, doe }: Handelbaar) {
  if (!doe) return null
  const van = <span className="md-onzichtbaar"> van {bezoekInZin(bezoek)}</span>
  return (
    <>
      <button type="button" className="md-linkknop" onClick={() => doe({ wat: 'wijzigen', bezoek })}>
        Wijzigen{van}
      </button>{' '}
      <button type="button" className="md-linkknop" onClick={() => doe({ wat: 'intrekken', bezoek })}>
        Intrekken{van}
      </button>
    </>
  )
}

function Gekozen({ bezoek, doe }: Handelbaar) {
  const { aanwezig, verslag, gemaaktDoor, gemaaktOp, eerdere } = bezoek
  return (
    <div className="md-bijtekst">
      <p>
        {aanwezig ? `Aanwezig: ${aanwezig}. ` : ''}
        {verslag ? `${verslag} ` : ''}
        {eerdere.length > 0 ? 'Gewijzigd' : 'Vastgelegd'} door {gemaaktDoor.naam}, {schrijfTijdstip(gemaaktOp)}.{' '}
        <Knoppen bezoek={bezoek} doe={doe} />
      </p>
      <Bezoekverloop bezoek={bezoek} />
    </div>
  )
}
