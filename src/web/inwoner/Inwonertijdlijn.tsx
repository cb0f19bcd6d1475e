import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Datum } from '#core/base/datum.ts'
import type { Baan, Tijdlijn as Tijdlijngegevens } from '#core/dossier/tijdlijn.ts'
import type { Wlzsignaalantwoord } from '#http/api/dossier/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { Wlzsignalen } from '../dossier/Wlzsignalen.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Tijdlijn, type Tijdlijnbaan } from '../onderdelen/Tijdlijn.tsx'

type Props = {
  inwoner: string
  vandaag: string
  /** Wie alleen indicaties leest, krijgt geen zaken; leeg betekent dan iets anders. */
  metZaken: boolean
  /** Het scherm staat op een ander deel dan het eerste. */
  elders: boolean
  /** Waar deze kijker vastlegt hoe het met de Wlz staat. */
  wlzAdres?: string
}

/** Voorzieningen, zaken en gebeurtenissen van één mens op één as. */
export function Inwonertijdlijn({ inwoner, vandaag, metZaken, elders, wlzAdres }: Props) {
  const vraag = useQuery({
    queryKey: sleutels.tijdlijn(inwoner),
    queryFn: () => roepApi<Tijdlijngegevens & { signalen: Wlzsignaalantwoord[] }>('GET', `/inwoners/${inwoner}/tijdlijn`),
  })
  return (
    <section aria-labelledby="tijdlijn" className="md-dossierdeel" data-elders={elders || undefined}>
      <Kop niveau={2} als={3} id="tijdlijn">
        Tijdlijn
      </Kop>
      <Deel vraag={vraag} wat="De tijdlijn wordt geladen">
        {(tijdlijn) => (
          <>
            <Wlzsignalen signalen={tijdlijn.signalen} />
            {tijdlijn.banen.length === 0 && tijdlijn.feiten.length === 0 ? (
              <Leeg titel={metZaken ? 'Er is nog niets gebeurd.' : 'Er is nog niets toegekend.'}>
                <p>{metZaken ? 'Zodra er een melding of indicatie is, staat die hier.' : 'Zodra er een indicatie is, staat die hier.'}</p>
              </Leeg>
            ) : (
              <Tijdlijn naam="Voorzieningen, zaken en gebeurtenissen" banen={naarBanen(tijdlijn)} vandaag={vandaag as Datum} />
            )}
            {wlzAdres && tijdlijn.banen.length > 0 && (
              <p>
                <Link to={wlzAdres}>Wlz-aanvraag of -besluit vastleggen</Link>
              </p>
            )}
          </>
        )}
      </Deel>
    </section>
  )
}

const soorten = { komt: 'nieuw', loopt: 'loopt', voorbij: 'voorbij' } as const

function naarBanen({ banen, feiten }: Tijdlijngegevens): Tijdlijnbaan[] {
  const momenten = feiten
    .filter((f) => f.geldt)
    .map((f) => ({
      sleutel: f.id,
      datum: f.datum,
      tekst: f.zin.replace(/\.$/, ''),
      ...(f.bericht !== null && { adres: `/berichten/${f.bericht}` }),
    }))
  return [...banen.map(naarBaan), ...(momenten.length > 0 ? [{ naam: 'Gebeurtenissen', momenten }] : [])]
}

const naarBaan = (baan: Baan): Tijdlijnbaan => ({
  naam: baan.naam,
  perioden: baan.stukken.flatMap((s) =>
    s.periode
      ? [
          {
            ...s.periode,
            sleutel: s.id,
            tekst: s.zin,
            soort: soorten[s.verloop],
            adres: `/${baan.soort === 'zaak' ? 'zaken' : 'indicaties'}/${s.id}`,
          },
        ]
      : [],
  ),
})
