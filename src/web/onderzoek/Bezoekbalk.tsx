import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { bezoeksoorten } from '#core/dossier/onderzoek.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { sleutels } from '../api/sleutels.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Keuzerondje } from '../onderdelen/Keuzerondje.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import type { Bezoek, Onderzoek } from './beeld.ts'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'

const GEEN = 'geen'
const soortNaam = (soort: string) => bezoeksoorten[soort as keyof typeof bezoeksoorten] ?? soort

/** Bij welk gesprek de antwoorden horen. Een nieuw bezoek wordt meteen gekozen. */
export function Bezoekbalk() {
  const { onderzoek, bezoek, kiesBezoek, vandaag } = gebruikOnderzoekstand()
  const [nieuw, zetNieuw] = useState(false)
  const knop = useRef<HTMLButtonElement>(null)
  // Bij een afspraak die nog komt, is nog niets verteld.
  const geweest = onderzoek.bezoeken.filter((b) => b.datum <= vandaag)
  const afspraken = onderzoek.bezoeken.filter((b) => b.datum > vandaag)
  const opties = [
    { waarde: GEEN, tekst: `Vandaag, ${schrijfDatum(vandaag)}` },
    ...geweest.map((b) => ({ waarde: b.id, tekst: `${soortNaam(b.soort)} ${schrijfDatum(b.datum)}` })),
  ]
  const sluit = () => {
    zetNieuw(false)
    knop.current?.focus()
  }
  if (!onderzoek.magWijzigen && onderzoek.bezoeken.length === 0) return null
  return (
    <section className="ond-bezoeken" aria-label="Bezoeken">
      <div className="ond-bezoekrij">
        <Keuzerondje
          legende={onderzoek.magWijzigen ? 'Nieuwe antwoorden horen bij' : 'Bezoeken'}
          vorm="knoppen"
          opties={opties}
          waarde={bezoek?.id ?? GEEN}
          opWijzig={(w) => kiesBezoek(w === GEEN ? null : w)}
        />
        {onderzoek.magWijzigen && (
          <Knop ref={knop} soort="gewoon" uitgeklapt={nieuw} opKlik={() => zetNieuw(!nieuw)}>
            Bezoek toevoegen
          </Knop>
        )}
      </div>
      {afspraken.length > 0 && (
        <p className="md-bijtekst">
          Afgesproken: {afspraken.map((b) => `${soortNaam(b.soort).toLowerCase()} ${schrijfDatum(b.datum)}`).join(', ')}.
        </p>
      )}
      {bezoek && <Gekozen bezoek={bezoek} />}
      {nieuw && <NieuwBezoek klaar={sluit} />}
    </section>
  )
}

function Gekozen({ bezoek: { aanwezig, verslag, gemaaktDoor } }: { bezoek: Bezoek }) {
  return (
    <p className="md-bijtekst">
      {aanwezig ? `Aanwezig: ${aanwezig}. ` : ''}
      {verslag ? `${verslag} ` : ''}
      Vastgelegd door {gemaaktDoor.naam}.
    </p>
  )
}

function NieuwBezoek({ klaar }: { klaar: () => void }) {
  const { onderzoek, vandaag, kiesBezoek } = gebruikOnderzoekstand()
  const client = useQueryClient()
  const aanmaken = gebruikAanmaken<unknown, Bezoek>(`/onderzoeken/${onderzoek.id}/bezoeken`, { formulier: `bezoek-${onderzoek.id}` })
  const f = gebruikFormulier({
    id: `bezoek-${onderzoek.id}`,
    begin: { datum: vandaag, soort: 'huisbezoek', aanwezig: '', verslag: '' },
    verstuur: async (w) => {
      const leeg = (t: string) => (t.trim() === '' ? undefined : t)
      const { waarde } = await aanmaken.mutateAsync({ ...w, aanwezig: leeg(w.aanwezig), verslag: leeg(w.verslag) })
      client.setQueryData<Onderzoek>(sleutels.onderzoek(onderzoek.id), (oud) => oud && { ...oud, bezoeken: [...oud.bezoeken, waarde] })
      if (waarde.datum <= vandaag) kiesBezoek(waarde.id)
      klaar()
    },
  })
  return (
    <form className="ond-bezoekformulier md-vlak" noValidate onSubmit={(e) => void f.verstuur(e)} aria-label="Bezoek toevoegen">
      <Foutoverzicht formulier={f} />
      <Conceptmelding formulier={f} />
      <div className="ond-velden-naast">
        <Datumveld label="Dag" {...f.veld('/datum')} />
        <Keuzelijst
          label="Hoe u de inwoner sprak"
          opties={Object.entries(bezoeksoorten).map(([waarde, tekst]) => ({ waarde, tekst }))}
          {...f.veld('/soort')}
        />
      </div>
      <Tekstveld label="Wie erbij waren" optioneel hoogstens={300} {...f.veld('/aanwezig')} />
      <Tekstvlak label="Verslag" optioneel regels={3} hoogstens={10_000} {...f.veld('/verslag')} />
      <div className="md-knoppen">
        <Knop soort="primair" type="submit">
          Bezoek vastleggen
        </Knop>
        <Knop opKlik={klaar}>Niet toevoegen</Knop>
      </div>
    </form>
  )
}
