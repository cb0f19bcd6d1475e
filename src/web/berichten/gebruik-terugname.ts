import { useQueryClient } from '@tanstack/react-query'
import { alsProbleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { toonToast } from '../onderdelen/toast.ts'

/** Een antwoord op een verzoek terugnemen voor het weg is; is het te laat, dan staat er wat er nog kan. */
export function gebruikTerugname(): (bericht: string) => Promise<void> {
  const client = useQueryClient()
  return async (bericht) => {
    try {
      await roepApi('POST', `/berichten/${bericht}/terugnames`)
      toonToast({ tekst: 'Het antwoord is teruggenomen; de aanbieder krijgt het niet.' })
    } catch (fout) {
      const { tekst, watNu } = alsProbleem(fout)
      toonToast({ tekst: [tekst, watNu].filter(Boolean).join(' ') })
    }
    await vervallen(client, 'berichten', 'berichttellingen', 'verzoeken', 'werkvoorraad', 'inwoner')
  }
}
