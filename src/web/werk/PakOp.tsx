import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { alsProbleem } from '../api/probleem.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import type { Werkitem } from './antwoord.ts'
import { draagOver, verversWerk } from './overdracht.ts'

/** Een zaak die nog niemand heeft in één klik nemen; terug kan ook in één klik. */
export function PakOp({ zaak }: { zaak: Pick<Werkitem, 'id' | 'versie' | 'nummer'> }) {
  const sessie = gebruikEigenSessie()
  const client = useQueryClient()
  const [bezig, zetBezig] = useState(false)
  if (!heeftRol(sessie, 'consulent', 'teamleider')) return null
  const neem = async () => {
    if (bezig) return
    zetBezig(true)
    try {
      await draagOver(
        client,
        zaak,
        { behandelaar: sessie.medewerker.id, team: null },
        null,
        `U behandelt nu ${zaak.nummer}.`,
        sessie.vandaag,
      )
    } catch (fout) {
      toonToast({ tekst: `Niet gelukt. ${alsProbleem(fout).tekst}` })
      await verversWerk(client)
    } finally {
      zetBezig(false)
    }
  }
  return (
    <Knop opKlik={() => void neem()}>
      Pak op<span className="md-onzichtbaar"> {zaak.nummer}</span>
    </Knop>
  )
}
