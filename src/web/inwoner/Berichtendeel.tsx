import { Link } from 'react-router'
import type { Berichtregelantwoord } from '#http/api/berichten/vormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { adresVanFilter } from '../berichten/berichtfilter.ts'
import { Standbadge } from '../berichten/Standbadge.tsx'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'

/** Wat de gemeente en aanbieders elkaar over deze inwoner stuurden. Declaraties gaan over meer inwoners en staan er niet bij. */
export function Berichtendeel({ inwoner }: { inwoner: string }) {
  const { vandaag } = gebruikEigenSessie()
  const lijst = gebruikLijst<Berichtregelantwoord>('/berichten', { sleutel: sleutels.berichten(), filter: { inwoner } })
  return (
    <>
      <Gegevenstabel
        id="inwonerberichten"
        bijschrift="Berichten"
        kolommen={kolommen(vandaag)}
        lijst={lijst}
        sleutel={(b) => b.id}
        adres={(b) => `/berichten/${b.id}`}
        leeg={
          <Leeg titel="Er zijn nog geen berichten over deze inwoner.">
            <p>Zodra hulp is toegewezen aan een aanbieder, staat het bericht daarover hier.</p>
          </Leeg>
        }
      />
      {lijst.items.length > 0 && (
        <p>
          <Link to={adresVanFilter({ inwoner })}>Filter deze berichten verder</Link>
        </p>
      )}
    </>
  )
}

const kolommen = (vandaag: string): readonly Kolom<Berichtregelantwoord>[] => [
  { sleutel: 'bericht', kop: 'Bericht', cel: (b) => `${b.naam} ${b.titel ?? ''}` },
  { sleutel: 'richting', kop: 'Richting', cel: (b) => (b.richting === 'in' ? 'Ontvangen' : 'Van ons') },
  { sleutel: 'stand', kop: 'Stand', cel: (b) => <Standbadge stand={b.stand} /> },
  { sleutel: 'aanbieder', kop: 'Aanbieder', cel: (b) => b.aanbieder?.naam ?? b.aanbieder?.code ?? '' },
  { sleutel: 'op', kop: 'Wanneer', cel: (b) => schrijfTijdstip(b.vastgelegdOp, vandaag), eenRegel: true },
]
