import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { meldOngedaan } from '../onderdelen/toast.ts'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'
import { aantalOpen } from './wachtrij.ts'

/** Klaar met vragen: daarna komt er niets meer bij, tot iemand het onderzoek heropent. */
export function Afronden() {
  const { onderzoek, rij } = gebruikOnderzoekstand()
  const sessie = gebruikEigenSessie()
  const client = useQueryClient()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const dicht = onderzoek.afgerondOp !== null
  if (!heeftRol(sessie, 'consulent', 'teamleider') || (!dicht && !onderzoek.magWijzigen)) return null
  const zet = async (afgerond: boolean, versie: number): Promise<number> => {
    const { waarde } = await roepApi<{ versie: number }>('PATCH', `/onderzoeken/${onderzoek.id}`, {
      lichaam: { afgerond },
      etag: `"v${versie}"`,
    })
    await client.invalidateQueries({ queryKey: sleutels.onderzoek(onderzoek.id) })
    return waarde.versie
  }
  const wissel = async () => {
    zetProbleem(null)
    try {
      const versie = await zet(!dicht, Math.max(rij.versie, onderzoek.versie))
      if (!dicht) meldOngedaan('Het onderzoek is afgerond.', () => zet(false, versie))
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  if (!dicht && aantalOpen(rij) > 0) return null
  return (
    <div className="ond-afronden">
      {probleem && <Probleemmelding probleem={probleem} />}
      {dicht && onderzoek.zaak && <p>Het onderzoek is afgerond. De volgende stap staat bij de zaak.</p>}
      <div className="md-knoppen">
        {dicht && onderzoek.zaak && (
          <KnopLink soort="primair" naar={`/zaken/${onderzoek.zaak.id}`}>
            Naar de zaak
          </KnopLink>
        )}
        <Knop opKlik={() => void wissel()}>{dicht ? 'Heropen het onderzoek' : 'Rond het onderzoek af'}</Knop>
      </div>
    </div>
  )
}
