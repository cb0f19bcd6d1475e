import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { periodeInWoorden, type Datum } from '#core/base/datum.ts'
import type { Indicatieregel } from '#http/api/toewijzingroutes.ts'
import type { Bladzijde } from '../api/gebruik-lijst.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { omvangzin } from '../indicatie/omvangzin.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { Toewijzingstand } from '../toewijzing/Toewijzingstand.tsx'
import '../toewijzing/toewijzing.css'

/** Wat is toegekend, met periode, omvang, stand, en wie ermee op weg is. */
export function Indicatiesdeel({ inwoner }: { inwoner: string }) {
  const vraag = useQuery({
    queryKey: sleutels.indicaties(inwoner),
    queryFn: () => roepApi<Bladzijde<Indicatieregel>>('GET', `/inwoners/${inwoner}/indicaties`),
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
            koppen={['Product', 'Toewijzing', 'Periode', 'Omvang', 'Stand']}
            rijen={items.map((i) => ({
              sleutel: i.id,
              cellen: [
                <Link key="i" to={`/indicaties/${i.id}`}>
                  {i.productnaam}
                </Link>,
                <Toewijzingstand key="t" indicatie={i} />,
                periodeInWoorden({ van: i.van as Datum, ...(i.tot && { tot: i.tot as Datum }) }),
                omvangzin(i),
                `${i.standInWoorden}${i.standSinds ? ` sinds ${schrijfDatum(i.standSinds)}` : ''}`,
              ],
            }))}
          />
        )
      }
    </Deel>
  )
}
