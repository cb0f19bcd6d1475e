import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Taakantwoord } from '#http/api/beheerroutes.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { vervallen } from '../api/vraagclient.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { BeheerKader } from './BeheerKader.tsx'

const standen = {
  wacht: { tekst: 'Wacht', soort: 'info' },
  loopt: { tekst: 'Loopt', soort: 'accent' },
  klaar: { tekst: 'Klaar', soort: 'goed' },
  mislukt: { tekst: 'Mislukt', soort: 'fout' },
  gestopt: { tekst: 'Gestopt', soort: 'gewoon' },
} as const

/** Werk dat op de achtergrond loopt. Er staan geen personen in, alleen verwijzingen. */
export function WachtrijPagina() {
  const client = useQueryClient()
  const [mislukt, zetMislukt] = useState<Probleem | null>(null)
  const taken = useQuery({
    queryKey: sleutels.wachtrij(),
    queryFn: () => roepApi<{ items: readonly Taakantwoord[] }>('GET', '/wachtrij'),
    refetchInterval: 5_000,
  })
  const opnieuw = async (t: Taakantwoord) => {
    zetMislukt(null)
    try {
      await roepApi('POST', `/wachtrij/${t.id}/pogingen`, { idempotentie: nieuweSleutel() })
      toonToast({ tekst: 'Staat weer in de rij.' })
    } catch (fout) {
      zetMislukt(alsProbleem(fout))
    }
    await vervallen(client, 'wachtrij')
  }
  return (
    <BeheerKader inleiding="Werk dat op de achtergrond loopt, zoals een doorrekening. Wat mislukt wordt vanzelf een paar keer opnieuw geprobeerd; blijft het mislukken, dan staat het hier bovenaan.">
      {mislukt && <Probleemmelding probleem={mislukt} />}
      <Deel vraag={taken} wat="Het achtergrondwerk wordt geladen">
        {({ items }) =>
          items.length === 0 ? (
            <Leeg titel="Er is geen achtergrondwerk">Zodra iemand iets laat doorrekenen, staat het hier.</Leeg>
          ) : (
            <Taken taken={items} opnieuw={opnieuw} />
          )
        }
      </Deel>
    </BeheerKader>
  )
}

function Taken({ taken, opnieuw }: { taken: readonly Taakantwoord[]; opnieuw: (t: Taakantwoord) => Promise<void> }) {
  return (
    <Tabel
      bijschrift="Achtergrondwerk"
      koppen={['Wat', 'Stand', 'Gevraagd', 'Keer geprobeerd', 'Waarom niet', 'Opnieuw']}
      rijen={taken.map((t) => ({
        sleutel: t.id,
        cellen: [
          t.titel,
          <Badge key="stand" soort={standen[t.stand].soort}>
            {standen[t.stand].tekst}
          </Badge>,
          schrijfTijdstip(t.gemaaktOp),
          t.pogingen,
          t.fout ?? '',
          t.stand === 'mislukt' && (
            <Knop key="opnieuw" opKlik={() => void opnieuw(t)}>
              Opnieuw<span className="md-onzichtbaar">: {t.titel}</span>
            </Knop>
          ),
        ],
      }))}
    />
  )
}
