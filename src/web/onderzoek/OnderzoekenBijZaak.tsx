import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { onderzoekadres } from './beeld.ts'

type Regel = { readonly id: string; readonly catalogusVersie: string; readonly gestartOp: string; readonly afgerondOp: string | null }

/** De onderzoeken van een zaak, en zo nodig de knop om er een te beginnen. Voor op het scherm van de zaak. */
export function OnderzoekenBijZaak({ zaak, inwoner, magBeginnen }: { zaak: string; inwoner: string; magBeginnen: boolean }) {
  const client = useQueryClient()
  const navigeer = useNavigate()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const sleutel = ['onderzoeken', zaak]
  const vraag = useQuery({
    queryKey: sleutel,
    queryFn: async ({ signal }) =>
      (await roepApi<{ items: Regel[] }>('GET', `/zaken/${zaak}/onderzoeken`, { signaal: signal })).waarde.items,
    staleTime: 60_000,
  })
  const beginnen = gebruikAanmaken<undefined, { id: string }>(`/zaken/${zaak}/onderzoeken`, {
    formulier: `onderzoek-${zaak}`,
    verversen: ['zaak', 'zaken'],
  })
  const begin = async () => {
    zetProbleem(null)
    try {
      const { waarde } = await beginnen.mutateAsync(undefined)
      await vervallen(client, 'onderzoeken')
      await navigeer(onderzoekadres(inwoner, waarde.id))
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  if (vraag.error) return <Probleemmelding probleem={alsProbleem(vraag.error)} opnieuw={() => void vraag.refetch()} />
  if (!vraag.data) return <Laden wat="De onderzoeken worden geladen" />
  const loopt = vraag.data.some((o) => o.afgerondOp === null)
  return (
    <div className="ond-bijzaak">
      {vraag.data.length === 0 && <p>Er is nog geen onderzoek.</p>}
      <ul>
        {vraag.data.map((o) => (
          <li key={o.id}>
            <Link to={onderzoekadres(inwoner, o.id)}>
              Onderzoek van {schrijfDatum(o.gestartOp.slice(0, 10))}
              {o.afgerondOp ? `, afgerond ${schrijfDatum(o.afgerondOp.slice(0, 10))}` : ', loopt'}
            </Link>
          </li>
        ))}
      </ul>
      {probleem && <Probleemmelding probleem={probleem} />}
      {magBeginnen && !loopt && (
        <p className="md-knoppen">
          <Knop soort="primair" opKlik={() => void begin()}>
            Begin het onderzoek
          </Knop>
        </p>
      )}
    </div>
  )
}
