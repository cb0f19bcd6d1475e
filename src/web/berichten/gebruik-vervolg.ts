import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { vervallen } from '../api/vraagclient.ts'
import { toonToast } from '../onderdelen/toast.ts'

type Gemaakt = { readonly bericht: string }

/** Een nieuw bericht dat op dit bericht volgt: maakt het en gaat erheen. */
export function gebruikVervolg(bericht: string, wat: 'verbeteringen' | 'intrekkingen') {
  const client = useQueryClient()
  const ga = useNavigate()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const maak = gebruikAanmaken<object, Gemaakt>(`/berichten/${bericht}/${wat}`, { formulier: `${wat}-${bericht}` })
  const verstuur = async (lichaam: object, klaar: string) => {
    zetProbleem(null)
    try {
      const { waarde } = await maak.mutateAsync(lichaam)
      toonToast({ tekst: klaar })
      await vervallen(client, 'berichten', 'berichttellingen', 'indicatie')
      await ga(`/berichten/${waarde.bericht}`)
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  return { probleem, bezig: maak.isPending, verstuur }
}
