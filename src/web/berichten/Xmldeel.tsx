import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Berichtantwoord, MetBsnAntwoord } from '#http/api/berichten/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { heeftAfgeschermd } from './afgeschermd.ts'
import { MetBsn } from './MetBsn.tsx'

/** Het bericht als XML. Bekijken staat in het logboek. */
export function Xmldeel({ bericht }: { bericht: Berichtantwoord }) {
  const [metBsn, zetMetBsn] = useState<MetBsnAntwoord | null>(null)
  const mag = bericht.mag.inhoud && bericht.inhoudOntbreekt !== 'te_groot'
  const vraag = useQuery({
    queryKey: [...sleutels.bericht(bericht.id), 'xml'],
    queryFn: ({ signal }) => roepApi<{ xml: string }>('GET', `/berichten/${bericht.id}/xml`, { signaal: signal }),
    enabled: mag,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!mag)
    return (
      <Leeg titel={bericht.mag.inhoud ? 'Dit bericht is te groot om hier te tonen.' : 'De XML is niet voor u te lezen.'}>
        <p>
          {bericht.mag.inhoud
            ? 'Wat er mis is staat hierboven, de regels van een declaratie bij Leesbaar. Het hele bestand kunt u hierboven bewaren.'
            : 'De inhoud bevat een burgerservicenummer. Alleen wie de inwoner helpt en de administratie lezen haar.'}
        </p>
      </Leeg>
    )
  return (
    <Deel vraag={vraag} wat="De XML wordt geladen">
      {({ xml }) => (
        <>
          {bericht.mag.bsnTonen && heeftAfgeschermd(xml) && <MetBsn bericht={bericht.id} getoond={metBsn !== null} opToon={zetMetBsn} />}
          <section className="br-xml" aria-label="XML van het bericht" tabIndex={0}>
            <pre>{metBsn?.xml ?? xml}</pre>
          </section>
        </>
      )}
    </Deel>
  )
}
