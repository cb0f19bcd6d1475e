import { useId } from 'react'
import { Knop } from './Knop.tsx'

type VoortgangProps = {
  /** Wat er gebeurt: "Zaken overdragen". */
  tekst: string
  gedaan: number
  /** null: nog niet bekend hoeveel het er zijn. */
  totaal: number | null
  /** Stoppen laat staan wat al gedaan is; zeg dat in `stopUitleg`. */
  opStop?: () => void
  stopUitleg?: string
}

/** Lang werk: hoever het is, en een knop om te stoppen. */
export function Voortgang({ tekst, gedaan: geteld, totaal, opStop, stopUitleg = 'Wat al gedaan is, blijft gedaan.' }: VoortgangProps) {
  const id = useId()
  // Er kan werk bij gekomen zijn sinds het totaal geteld is; meer dan alles is er niet.
  const gedaan = totaal === null ? geteld : Math.min(geteld, totaal)
  const klaar = totaal !== null && gedaan >= totaal
  const stand = totaal === null ? `${gedaan.toLocaleString('nl-NL')} gedaan` : `${getal(gedaan)} van ${getal(totaal)}`
  return (
    <div className="md-voortgang">
      <div className="md-voortgang__regel">
        <strong id={id}>{tekst}</strong>
        <span>{klaar ? `Klaar: ${stand}` : stand}</span>
      </div>
      <progress aria-labelledby={id} value={totaal === null ? undefined : gedaan} max={totaal ?? undefined} />
      {/* Niet elke stap voorlezen: om de tien procent en aan het eind. */}
      <span role="status" className="md-onzichtbaar">
        {totaal ? `${tekst}: ${klaar ? 'klaar' : `${Math.floor((gedaan / totaal) * 10) * 10} procent`}` : tekst}
      </span>
      {opStop && !klaar && (
        <div className="md-voortgang__stop">
          <Knop opKlik={opStop}>Stoppen</Knop>
          <span className="md-bijtekst">{stopUitleg}</span>
        </div>
      )}
    </div>
  )
}

const getal = (n: number) => n.toLocaleString('nl-NL')
