import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { periodeInWoorden, type Datum } from '#core/base/datum.ts'
import { minutenInWoorden } from '#core/indicatie/normregels.ts'
import type { Bladzijde } from '../api/gebruik-lijst.ts'
import { roepApi } from '../api/roep-api.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'

type Indicatie = {
  readonly id: string
  readonly productnaam: string
  readonly van: string
  readonly tot: string | null
  readonly standInWoorden: string
  readonly standSinds: string | null
  readonly minutenPerWeek: number | null
  readonly dagdelenPerWeek: number | null
}

/** Wat is toegekend, met periode, omvang en stand. */
export function Indicatiesdeel({ inwoner }: { inwoner: string }) {
  const vraag = useQuery({
    queryKey: ['inwoner', inwoner, 'indicaties'],
    queryFn: () => roepApi<Bladzijde<Indicatie>>('GET', `/inwoners/${inwoner}/indicaties`),
  })
  return (
    <Deel vraag={vraag} wat="Indicaties worden geladen">
      {({ items }) =>
        items.length === 0 ? (
          <Leeg titel="Er is nog geen indicatie.">
            <p>Een indicatie komt er aan het eind van een onderzoek.</p>
          </Leeg>
        ) : (
          <Tabel
            bijschrift="Indicaties"
            bijschriftVerborgen
            koppen={['Product', 'Periode', 'Omvang', 'Stand']}
            rijen={items.map((i) => ({
              sleutel: i.id,
              cellen: [
                <Link key="i" to={`/indicaties/${i.id}`}>
                  {i.productnaam}
                </Link>,
                periodeInWoorden({ van: i.van as Datum, ...(i.tot && { tot: i.tot as Datum }) }),
                omvang(i),
                `${i.standInWoorden}${i.standSinds ? ` sinds ${schrijfDatum(i.standSinds)}` : ''}`,
              ],
            }))}
          />
        )
      }
    </Deel>
  )
}

function omvang({ minutenPerWeek, dagdelenPerWeek }: Indicatie): string {
  if (minutenPerWeek !== null) return minutenInWoorden(minutenPerWeek)
  return dagdelenPerWeek === null ? 'Nog niet bekend' : `${dagdelenPerWeek} ${dagdelenPerWeek === 1 ? 'dagdeel' : 'dagdelen'} per week`
}
