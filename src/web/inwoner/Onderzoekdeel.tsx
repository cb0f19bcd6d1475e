import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Zaakkopantwoord } from '#http/api/dossier/vormen.ts'
import type { Bladzijde } from '../api/gebruik-lijst.ts'
import { type Antwoord, roepApi } from '../api/roep-api.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'

export type Onderzoeksregel = {
  readonly id: string
  readonly catalogus: string
  readonly catalogusVersie: string
  readonly gestartOp: string
  readonly afgerondOp: string | null
}
export const onderzoekenVan = (zaak: string) => ({
  queryKey: ['zaak', zaak, 'onderzoeken'],
  queryFn: () => roepApi<Bladzijde<Onderzoeksregel>>('GET', `/zaken/${zaak}/onderzoeken`),
})

/** De onderzoeken bij alle zaken van deze inwoner. */
export function Onderzoekdeel({ vraag, inwoner }: { vraag: UseQueryResult<Antwoord<Bladzijde<Zaakkopantwoord>>>; inwoner: string }) {
  return (
    <Deel vraag={vraag} wat="Onderzoeken worden geladen">
      {({ items }) => <Onderzoeken zaken={items} inwoner={inwoner} />}
    </Deel>
  )
}

function Onderzoeken({ zaken, inwoner }: { zaken: readonly Zaakkopantwoord[]; inwoner: string }) {
  const vragen = useQueries({ queries: zaken.map((z) => onderzoekenVan(z.id)) })
  const rijen = zaken.flatMap((z, i) => (vragen[i]?.data?.waarde.items ?? []).map((o) => ({ zaak: z, onderzoek: o })))
  if (vragen.some((v) => v.isPending)) return <p role="status">Onderzoeken worden geladen…</p>
  if (rijen.length === 0)
    return (
      <Leeg titel="Er is nog geen onderzoek.">
        <p>Een onderzoek begint u bij de zaak, nadat de melding is bevestigd.</p>
      </Leeg>
    )
  return (
    <Tabel
      bijschrift="Onderzoeken"
      bijschriftVerborgen
      koppen={['Onderzoek', 'Gestart', 'Afgerond']}
      rijen={rijen.map(({ zaak, onderzoek }) => ({
        sleutel: onderzoek.id,
        cellen: [
          <Link key="o" to={`/inwoners/${inwoner}/onderzoek/${onderzoek.id}`}>{`Onderzoek bij ${zaak.nummer}`}</Link>,
          schrijfTijdstip(onderzoek.gestartOp, ''),
          onderzoek.afgerondOp ? schrijfTijdstip(onderzoek.afgerondOp, '') : 'Loopt',
        ],
      }))}
    />
  )
}
