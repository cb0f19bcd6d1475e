import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Medewerkerantwoord } from '#http/api/beheerroutes.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { vervallen } from '../api/vraagclient.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { meldOngedaan, toonToast } from '../onderdelen/toast.ts'

/** Het account sluiten of openen, en losmaken van wie het gebruikte. Beide tellen meteen. */
export function Accountdeel({ medewerker: m, etag }: { medewerker: Medewerkerantwoord; etag: string | null }) {
  const client = useQueryClient()
  const [mislukt, zetMislukt] = useState<Probleem | null>(null)
  const zet = async (lichaam: object, teken: string | null) => {
    const antwoord = await roepApi<Medewerkerantwoord>('PATCH', `/medewerkers/${m.id}`, { lichaam, etag: teken })
    client.setQueryData(sleutels.medewerker(m.id), antwoord)
    await vervallen(client, 'medewerkers', 'teams')
    return antwoord
  }
  const probeer = async (doe: () => Promise<unknown>) => {
    zetMislukt(null)
    await doe().catch((fout: unknown) => zetMislukt(alsProbleem(fout)))
  }
  const wissel = () =>
    probeer(async () => {
      const na = await zet({ actief: !m.actief }, etag)
      meldOngedaan(m.actief ? 'Account gesloten.' : 'Account weer open.', () => zet({ actief: m.actief }, na.etag))
    })
  const maakLos = () =>
    probeer(async () => {
      await zet({ gekoppeld: false }, etag)
      toonToast({ tekst: 'Losgemaakt. De volgende die zich met deze aanmeldnaam aanmeldt, krijgt dit account.' })
    })
  return (
    <section className="bh-deel" aria-labelledby="account">
      <Kop niveau={2} id="account">
        Account
      </Kop>
      {mislukt && <Probleemmelding probleem={mislukt} opnieuw={() => void vervallen(client, 'medewerkers').then(() => zetMislukt(null))} />}
      <p>
        {m.actief
          ? 'Het account is open. Sluit u het, dan is deze medewerker meteen overal afgemeld. Dossiers en logboek blijven zoals zij zijn.'
          : 'Het account is gesloten: aanmelden kan niet.'}
      </p>
      <p className="md-knoppen">
        <Knop opKlik={() => void wissel()}>{m.actief ? 'Account sluiten' : 'Account openen'}</Knop>
      </p>
      {m.gekoppeld && (
        <>
          <p>
            Het account is van de persoon die zich er het eerst mee aanmeldde. Kreeg iemand een nieuw werkaccount, of is het e-mailadres van
            een ander geworden, maak het dan los.
          </p>
          <p className="md-knoppen">
            <Knop opKlik={() => void maakLos()}>Losmaken van deze persoon</Knop>
          </p>
        </>
      )}
    </section>
  )
}
