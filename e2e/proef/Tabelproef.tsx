import { useState } from 'react'
import { gebruikLijst } from '#web/api/gebruik-lijst.ts'
import { sleutels } from '#web/api/sleutels.ts'
import { Gegevenstabel, type Kolom, type Sortering } from '#web/onderdelen/Gegevenstabel.tsx'
import { Leeg } from '#web/onderdelen/Leeg.tsx'
import { Pagina } from '#web/onderdelen/Pagina.tsx'
import { Tekstveld } from '#web/onderdelen/Tekstveld.tsx'
import { Termijn } from '#web/onderdelen/Termijn.tsx'
import { schrijfDatum } from '#web/kader/schrijf-datum.ts'
import type { Datum } from '#core/base/datum.ts'

type Rij = { id: string; naam: string; geboren: string; plaats: string; tot: Datum; stap: string }
const vandaag = '2026-12-11' as Datum

const kolommen: Kolom<Rij>[] = [
  { sleutel: 'naam', kop: 'Naam', cel: (r) => r.naam, sorteer: 'naam' },
  { sleutel: 'geboren', kop: 'Geboren', cel: (r) => schrijfDatum(r.geboren), sorteer: 'geboren', eenRegel: true },
  { sleutel: 'plaats', kop: 'Woonplaats', cel: (r) => r.plaats },
  { sleutel: 'termijn', kop: 'Termijn', cel: (r) => <Termijn tot={r.tot} vandaag={vandaag} /> },
  { sleutel: 'stap', kop: 'Volgende stap', cel: (r) => r.stap },
  { sleutel: 'nummer', kop: 'Nummer', cel: (r) => r.id, getal: true, standaard: false },
]

export function Tabelproef() {
  const [naam, zetNaam] = useState(new URLSearchParams(location.search).get('naam') ?? '')
  const [sortering, zetSortering] = useState<Sortering>({ op: 'naam', richting: 'oplopend' })
  const [gekozen, zetGekozen] = useState<ReadonlySet<string>>(new Set())
  const lijst = gebruikLijst<Rij>('/inwoners', {
    sleutel: sleutels.inwoners(),
    telt: true,
    filter: { naam, sorteer: `${sortering.richting === 'aflopend' ? '-' : ''}${sortering.op}` },
  })
  return (
    <Pagina titel="Inwoners" breed>
      <Tekstveld label="Naam" waarde={naam} opWijzig={zetNaam} optioneel />
      <Gegevenstabel
        id="proef"
        bijschrift="Inwoners"
        kolommen={kolommen}
        lijst={lijst}
        sleutel={(r) => r.id}
        adres={(r) => `/elders/${r.id}`}
        sortering={sortering}
        opSorteer={zetSortering}
        keuze={{ gekozen, opWijzig: zetGekozen, naam: (r) => r.naam }}
        acties={<span>{gekozen.size} gekozen</span>}
        leeg={<Leeg titel="Niemand gevonden met deze gegevens.">Zoek op geboortedatum of maak een nieuwe inwoner.</Leeg>}
      />
    </Pagina>
  )
}
