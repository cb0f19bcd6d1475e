import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Filterkeuze, filterzin, vanWie } from '#core/dossier/filterzin.ts'
import { zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'
import { zaaksoorten } from '#core/dossier/melding.ts'
import { alsProbleem } from '../api/probleem.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { Filtervak } from '../onderdelen/Filtervak.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { leegFilter } from './filteradres.ts'

type Props = { filter: Filterkeuze; opWijzig: (filter: Filterkeuze) => void; zoek: string; opZoek: (zoek: string) => void }

const uit = (tabel: Readonly<Record<string, string>>) => Object.entries(tabel).map(([waarde, tekst]) => ({ waarde, tekst }))
const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1)
const termijnen = { '0': 'Vandaag of al te laat', '3': 'Binnen 3 dagen', '7': 'Binnen 7 dagen', '14': 'Binnen 14 dagen' }

/** De voorwaarden naast elkaar. Wat gekozen is, staat boven de lijst als zin en is zo te bewaren. */
export function Filterbalk({ filter, opWijzig, zoek, opZoek }: Props) {
  const [getypt, zetGetypt] = useState(zoek)
  const zoekNu = (e: FormEvent) => {
    e.preventDefault()
    opZoek(getypt.trim())
  }
  const zet = (veld: keyof Filterkeuze) => (w: string) =>
    opWijzig({ ...filter, [veld]: w === '' ? null : veld === 'binnenDagen' ? Number(w) : veld === 'wacht' ? w === 'true' : w })
  return (
    <Filtervak gekozen={Object.values(filter).filter((w) => w !== null).length} opWissen={() => opWijzig(leegFilter)}>
      <Keuzelijst
        label="Van wie"
        leeg="Alles wat ik mag zien"
        waarde={filter.behandelaar ?? ''}
        opWijzig={zet('behandelaar')}
        opties={vanWieOpties}
      />
      <Keuzelijst label="Soort" leeg="Elke soort" waarde={filter.soort ?? ''} opWijzig={zet('soort')} opties={uit(zaaksoorten)} />
      <Keuzelijst label="Stand" leeg="Alles wat open is" waarde={filter.stand ?? ''} opWijzig={zet('stand')} opties={uit(zaakstanden)} />
      <Keuzelijst
        label="Termijn"
        leeg="Elke termijn"
        waarde={String(filter.binnenDagen ?? '')}
        opWijzig={zet('binnenDagen')}
        opties={uit(termijnen)}
      />
      <form className="md-filterbalk__zoek" onSubmit={zoekNu}>
        <Tekstveld label="Naam of nummer" optioneel="vanzelf" waarde={getypt} opWijzig={zetGetypt} hoogstens={100} />
        <Knop type="submit" icoon="zoek">
          Zoeken
        </Knop>
      </form>
      <BewaarFilter filter={filter} />
    </Filtervak>
  )
}

const vanWieOpties = uit(vanWie)
  .filter((o) => o.waarde !== 'alle')
  .map((o) => ({ ...o, tekst: hoofdletter(o.tekst) }))

function BewaarFilter({ filter }: { filter: Filterkeuze }) {
  const client = useQueryClient()
  if (Object.values(filter).every((w) => w === null)) return null
  const bewaar = async () => {
    try {
      await roepApi('POST', '/filters', { lichaam: { keuze: filter }, idempotentie: nieuweSleutel() })
      toonToast({ tekst: 'Filter bewaard. Het staat ook bij Mijn werk.' })
      await vervallen(client, 'filters')
    } catch (fout) {
      toonToast({ tekst: alsProbleem(fout).tekst })
    }
  }
  return (
    <p className="md-filterbalk__bewaar">
      <Knop soort="stil" opKlik={() => void bewaar()}>
        Bewaar “{filterzin(filter)}”
      </Knop>
    </p>
  )
}
