import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type Datum, periodeInWoorden } from '#core/base/datum.ts'
import type { Verzoekvorm } from '#http/api/berichten/verzoekvormen.ts'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import type { Indicatieregel } from '#http/api/toewijzingroutes.ts'
import type { Bladzijde } from '../api/gebruik-lijst.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { omvangzin } from '../indicatie/omvangzin.ts'

type Props = { bericht: Berichtantwoord; verzoek: Verzoekvorm }

/** Toewijzen gaat vanuit een indicatie: hier staan die van deze inwoner waar dat kan, met het verzoek al ingevuld. */
export function Toewijskeuze({ bericht: { inwoner, aanbieder }, verzoek }: Props) {
  if (inwoner === null)
    return (
      <p className="br-vervolg__formulier">
        Deze cliënt staat niet in het dossier. Voeg de inwoner toe met zijn burgerservicenummer; na een onderzoek is er een indicatie om toe
        te wijzen.
      </p>
    )
  const vraag = new URLSearchParams({ ...(aanbieder && { aanbieder: aanbieder.code }), verzoek: verzoek.referentie })
  return <Indicaties inwoner={inwoner.id} vraag={`${vraag}`} />
}

function Indicaties({ inwoner, vraag }: { inwoner: string; vraag: string }) {
  const indicaties = useQuery({
    queryKey: sleutels.indicaties(inwoner),
    queryFn: () => roepApi<Bladzijde<Indicatieregel>>('GET', `/inwoners/${inwoner}/indicaties`),
  })
  return (
    <div className="br-vervolg__formulier">
      <Deel vraag={indicaties} wat="De indicaties worden geladen">
        {({ items }) => {
          const kan = items.filter((i) => i.toewijzing.aanzet)
          if (kan.length === 0)
            return (
              <p>
                Geen indicatie van deze inwoner wacht op toewijzing. Vraagt de aanbieder andere of langere hulp, dan is daar eerst een
                nieuwe indicatie voor nodig. Onderzoekt u dat, neem het verzoek dan in onderzoek.{' '}
                <Link to={`/inwoners/${inwoner}/indicaties`}>Bekijk de indicaties</Link>
              </p>
            )
          return (
            <>
              <p>Kies de indicatie die u toewijst. U ziet eerst wat er verstuurd wordt.</p>
              <ul className="br-toewijskeuze">
                {kan.map((i) => (
                  <li key={i.id}>
                    <Link to={`/indicaties/${i.id}/toewijzen?${vraag}`}>{i.productnaam}</Link>
                    <span>
                      {omvangzin(i)}, {periodeInWoorden({ van: i.van as Datum, ...(i.tot && { tot: i.tot as Datum }) })}
                    </span>
                    <span className="md-bijtekst">{i.toewijzing.zin}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Deel>
    </div>
  )
}
