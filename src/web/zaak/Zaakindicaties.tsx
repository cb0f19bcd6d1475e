import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type Datum, periodeInWoorden } from '#core/base/datum.ts'
import type { Zaakantwoord } from '#http/api/dossier/vormen.ts'
import type { Indicatieregel } from '#http/api/toewijzingroutes.ts'
import type { Bladzijde } from '../api/gebruik-lijst.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { omvangzin } from '../indicatie/omvangzin.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import { Toewijzingstand } from '../toewijzing/Toewijzingstand.tsx'
import '../toewijzing/toewijzing.css'

/** Wat uit deze zaak is toegekend, en of er al een aanbieder mee op weg is. Zonder indicatie staat er niets. */
export function Zaakindicaties({ zaak }: { zaak: Zaakantwoord }) {
  const vraag = useQuery({
    queryKey: sleutels.indicaties(zaak.inwoner.id, zaak.id),
    queryFn: ({ signal }) =>
      roepApi<Bladzijde<Indicatieregel>>('GET', `/inwoners/${zaak.inwoner.id}/indicaties?zaak=${zaak.id}`, { signaal: signal }),
  })
  // Ook zolang dat niet bekend is: bij de meeste zaken komt er niets, en dan mag er niets verspringen.
  if (vraag.isPending || vraag.data?.waarde.items.length === 0) return null
  return (
    <section aria-labelledby="zaakindicaties" className="md-dossierdeel">
      <Kop niveau={2} als={3} id="zaakindicaties">
        Wat is toegekend
      </Kop>
      <Deel vraag={vraag} wat="De indicaties worden geladen">
        {({ items }) => (
          <ul className="toe-lijst">
            {items.map((i) => (
              <li key={i.id} className="toe-regel toe-regel--breed">
                <span>
                  <Link to={`/indicaties/${i.id}`}>{i.productnaam}</Link>
                  <span className="md-bijtekst">
                    {' '}
                    {omvangzin(i)} · {periodeInWoorden({ van: i.van as Datum, ...(i.tot && { tot: i.tot as Datum }) })}
                  </span>
                </span>
                <Toewijzingstand indicatie={i} />
              </li>
            ))}
          </ul>
        )}
      </Deel>
    </section>
  )
}
