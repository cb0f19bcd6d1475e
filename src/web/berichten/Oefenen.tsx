import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { toonToast } from '../onderdelen/toast.ts'

type Wijze = 'neemt_aan' | 'keurt_af' | 'antwoordt_dubbel'

/** Alleen in een proefgemeente: kiezen wat de aanbieder met dit bericht doet. Niets kiezen is een aanbieder die niet antwoordt. */
export function Oefenen({ bericht: b }: { bericht: Berichtantwoord }) {
  const client = useQueryClient()
  const [code, zetCode] = useState(b.oefenen?.[0]?.code ?? '')
  const [bezig, zetBezig] = useState(false)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  if (b.oefenen === null) return null
  const speel = async (wat: Wijze) => {
    if (bezig) return
    zetBezig(true)
    zetProbleem(null)
    try {
      const lichaam = { wat, ...(wat === 'keurt_af' && { code }) }
      await roepApi('POST', `/berichten/${b.id}/oefenantwoorden`, { lichaam, idempotentie: nieuweSleutel() })
      toonToast({ tekst: 'Het nagespeelde antwoord is binnen.' })
      await vervallen(client, 'berichten', 'berichttellingen', 'uitval', 'oefenen')
      // Dit blok verdwijnt: de kop zegt hoe het bericht er nu voor staat.
      document.querySelector('h1')?.focus()
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    } finally {
      zetBezig(false)
    }
  }
  return (
    <section aria-labelledby="oefenen" className="br-oefenen">
      <Kop niveau={2} als={3} id="oefenen">
        Oefenen: speel de aanbieder
      </Kop>
      <p>
        <Badge soort="let-op">Proef</Badge> U kiest wat de aanbieder antwoordt. Het antwoord wordt verwerkt als elk ander. Kiest u niets,
        dan blijft het bericht wachten. In een echte gemeente is dit er niet. <Link to="/berichten/oefenen">Alle aanbieders spelen</Link>
      </p>
      {probleem && <Probleemmelding probleem={probleem} />}
      <p className="md-knoppen">
        <Knop opKlik={() => void speel('neemt_aan')}>Neemt het aan</Knop>
        <Knop opKlik={() => void speel('antwoordt_dubbel')}>Antwoordt twee keer</Knop>
      </p>
      <Keuzelijst
        label="Waarmee keurt hij het af?"
        waarde={code}
        opWijzig={zetCode}
        opties={b.oefenen.map((o) => ({ waarde: o.code, tekst: `${o.code}: ${o.tekst}` }))}
      />
      <p className="md-knoppen">
        <Knop opKlik={() => void speel('keurt_af')}>Keurt het af</Knop>
      </p>
    </section>
  )
}
