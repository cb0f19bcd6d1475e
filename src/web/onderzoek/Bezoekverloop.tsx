import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { bezoeksoorten } from '#core/dossier/onderzoek.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import type { Bezoek, Bezoekversie } from './beeld.ts'
import { neemBezoekOp, zetBezoekTerug } from './bezoekstand.ts'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'

export const soortNaam = (soort: string) => bezoeksoorten[soort as keyof typeof bezoeksoorten] ?? soort
export const bezoekInZin = (b: Bezoekversie) => `${soortNaam(b.soort).toLowerCase()} ${schrijfDatum(b.datum)}`

/** Wat er over een bezoek stond voordat het verbeterd of ingetrokken werd, het laatste eerst. */
export function Bezoekverloop({ bezoek }: { bezoek: Bezoek }) {
  if (bezoek.eerdere.length === 0) return null
  return (
    <details>
      <summary>Wat er eerder stond</summary>
      <ul>
        {[...bezoek.eerdere].reverse().map((e) => (
          <li key={e.versie}>
            <s>
              {soortNaam(e.soort)} {schrijfDatum(e.datum)}
              {e.aanwezig && `; aanwezig: ${e.aanwezig}`}
              {e.verslag && `. ${e.verslag}`}
            </s>{' '}
            {e.ingetrokken !== null && `Ingetrokken: ${e.ingetrokken}. `}
            {e.gemaaktDoor.naam}, {schrijfTijdstip(e.gemaaktOp)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Een ingetrokken bezoek blijft te zien, met de reden en de weg terug. */
export function IngetrokkenBezoek({ bezoek }: { bezoek: Bezoek }) {
  const { onderzoek } = gebruikOnderzoekstand()
  const client = useQueryClient()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const terug = () =>
    zetBezoekTerug(bezoek).then(
      (b) => neemBezoekOp(client, onderzoek.id, b),
      (fout: unknown) => zetProbleem(alsProbleem(fout)),
    )
  return (
    <div className="md-bijtekst">
      <p>
        Ingetrokken: <s>{bezoekInZin(bezoek)}</s>. {bezoek.ingetrokken} {bezoek.gemaaktDoor.naam}, {schrijfTijdstip(bezoek.gemaaktOp)}.{' '}
        {onderzoek.magWijzigen && (
          <button type="button" className="md-linkknop" onClick={() => void terug()}>
            Terugzetten<span className="md-onzichtbaar"> van {bezoekInZin(bezoek)}</span>
          </button>
        )}
      </p>
      {probleem && <Probleemmelding probleem={probleem} />}
      <Bezoekverloop bezoek={bezoek} />
    </div>
  )
}
