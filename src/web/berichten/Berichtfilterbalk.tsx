import { Link } from 'react-router'
import { berichtstanden } from '#core/toewijzing/berichtstand.ts'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Filtervak } from '../onderdelen/Filtervak.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Aanbiederveld, Retourcodeveld } from './Codeveld.tsx'
import { type Berichtfilter, berichtsoorten, type Filterveld } from './berichtfilter.ts'

type Props = { filter: Berichtfilter; opWijzig: (nieuw: Partial<Berichtfilter>) => void; opWissen: () => void; inwonernaam: string | null }

const uit = (tabel: Readonly<Record<string, string>>) => Object.entries(tabel).map(([waarde, tekst]) => ({ waarde, tekst }))
const soorten = Object.entries(berichtsoorten).map(([waarde, tekst]) => ({ waarde, tekst: `${waarde} ${tekst}` }))

/** De voorwaarden naast elkaar; alles staat in het adres, zodat een lijst te delen en te bewaren is. */
export function Berichtfilterbalk({ filter, opWijzig, opWissen, inwonernaam }: Props) {
  const kies = (veld: Filterveld) => (waarde: string) => opWijzig({ [veld]: waarde || null })
  const dag = (veld: 'van' | 'tot') => (waarde: string) => {
    if (waarde === '' || /^\d{4}-\d{2}-\d{2}$/.test(waarde)) opWijzig({ [veld]: waarde || null })
  }
  return (
    <Filtervak gekozen={Object.values(filter).filter((w) => w !== null).length} opWissen={opWissen}>
      <Keuzelijst
        label="Richting"
        optioneel="vanzelf"
        leeg="Alles"
        waarde={filter.richting ?? ''}
        opWijzig={kies('richting')}
        opties={[
          { waarde: 'in', tekst: 'Ontvangen' },
          { waarde: 'uit', tekst: 'Van ons' },
        ]}
      />
      <Keuzelijst
        label="Bericht"
        optioneel="vanzelf"
        leeg="Elk bericht"
        waarde={filter.bericht ?? ''}
        opWijzig={kies('bericht')}
        opties={soorten}
      />
      <Keuzelijst
        label="Stand"
        optioneel="vanzelf"
        leeg="Elke stand"
        waarde={filter.stand ?? ''}
        opWijzig={kies('stand')}
        opties={uit(berichtstanden)}
      />
      <Datumveld label="Vanaf (dd-mm-jjjj)" optioneel="vanzelf" uitleg="" waarde={filter.van ?? ''} opWijzig={dag('van')} />
      <Datumveld label="Tot en met (dd-mm-jjjj)" optioneel="vanzelf" uitleg="" waarde={filter.tot ?? ''} opWijzig={dag('tot')} />
      <Retourcodeveld waarde={filter.code} opKies={kies('code')} />
      <Aanbiederveld waarde={filter.aanbieder} opKies={kies('aanbieder')} />
      {filter.inwoner && (
        <p className="md-filtervak__heel">
          Alleen over <Link to={`/inwoners/${filter.inwoner}`}>{inwonernaam ?? 'één inwoner'}</Link>.
          <Knop soort="stil" opKlik={() => opWijzig({ inwoner: null })}>
            Over iedereen
          </Knop>
        </p>
      )}
    </Filtervak>
  )
}
