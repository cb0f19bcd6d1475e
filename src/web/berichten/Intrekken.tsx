import { type FormEvent, useState } from 'react'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import { gebruikVervolg } from './gebruik-vervolg.ts'

type Props = { bericht: Berichtantwoord; opKlaar: () => void }

/** Toewijzingen verwijderen alsof zij er nooit waren (reden 13). */
export function Intrekken({ bericht, opKlaar }: Props) {
  const lopend = bericht.toewijzingen.filter((t) => !t.ingetrokken)
  const [gekozen, zetGekozen] = useState<readonly number[]>(lopend.length === 1 ? lopend.map((t) => t.nummer) : [])
  const [reden, zetReden] = useState('')
  const [leeg, zetLeeg] = useState(false)
  const { probleem, bezig, verstuur } = gebruikVervolg(bericht.id, 'intrekkingen')
  const wissel = (nummer: number) => (aan: boolean) => zetGekozen((nu) => (aan ? [...nu, nummer] : nu.filter((n) => n !== nummer)))
  const stuur = (e: FormEvent) => {
    e.preventDefault()
    zetLeeg(gekozen.length === 0)
    if (!bezig && gekozen.length > 0) void verstuur({ nummers: gekozen, reden }, 'De intrekking staat klaar om te versturen.')
  }
  if (lopend.length === 0) return <p>Alle toewijzingen uit dit bericht zijn al ingetrokken.</p>
  return (
    <form className="br-vervolg__formulier" noValidate onSubmit={stuur}>
      <p>
        De aanbieder krijgt bericht dat de toewijzing er nooit was. Is er al hulp gegeven die moet blijven gelden, verander dan de einddatum
        bij Verbeteren.
      </p>
      <fieldset className="br-vervolg__keuze">
        <legend>Welke toewijzing</legend>
        {lopend.map((t) => (
          <Vinkje
            key={t.nummer}
            tekst={`Nummer ${t.nummer}: ${[t.product, t.omvang].filter(Boolean).join(', ')}, vanaf ${schrijfDatum(t.van)}`}
            aangevinkt={gekozen.includes(t.nummer)}
            opWijzig={wissel(t.nummer)}
          />
        ))}
        {leeg && <p className="md-foutregel">Kies minstens één toewijzing.</p>}
      </fieldset>
      <Tekstveld
        label="Waarom trekt u haar in?"
        uitleg="Minstens tien tekens. Dit staat in het logboek."
        hoogstens={500}
        waarde={reden}
        opWijzig={zetReden}
        fout={probleem?.fouten.find((f) => f.plaats === '/reden')?.tekst}
      />
      {probleem && probleem.fouten.length === 0 && <Probleemmelding probleem={probleem} />}
      <p className="md-knoppen">
        <Knop soort="primair" type="submit">
          Trek in
        </Knop>
        <Knop soort="stil" opKlik={opKlaar}>
          Toch niet
        </Knop>
      </p>
    </form>
  )
}
