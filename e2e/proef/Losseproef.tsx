import { useState } from 'react'
import type { Datum } from '#core/base/datum.ts'
import { roepApi } from '#web/api/roep-api.ts'
import { BsnTonen } from '#web/onderdelen/BsnTonen.tsx'
import { Kerngegevens } from '#web/onderdelen/Kerngegevens.tsx'
import { Knop } from '#web/onderdelen/Knop.tsx'
import { Kop } from '#web/onderdelen/Kop.tsx'
import { Pagina } from '#web/onderdelen/Pagina.tsx'
import { Tabs } from '#web/onderdelen/Tabs.tsx'
import { Termijn } from '#web/onderdelen/Termijn.tsx'
import { Tijdlijn, type Tijdlijnbaan } from '#web/onderdelen/Tijdlijn.tsx'
import { meldOngedaan } from '#web/onderdelen/toast.ts'
import { Voortgang } from '#web/onderdelen/Voortgang.tsx'

const d = (tekst: string) => tekst as Datum
const banen: Tijdlijnbaan[] = [
  {
    naam: 'Begeleiding regulier',
    perioden: [
      { sleutel: 'a', van: d('2025-03-01'), tot: d('2026-02-28'), tekst: '3 uur per week', soort: 'voorbij', adres: '/elders/a' },
      { sleutel: 'b', van: d('2026-03-01'), tekst: '4 uur per week', soort: 'loopt', adres: '/elders/b' },
    ],
  },
  {
    naam: 'Groepsbegeleiding met een lange naam',
    perioden: [
      { sleutel: 'c', van: d('2026-06-01'), tot: d('2026-12-31'), tekst: '4 dagdelen per week', soort: 'loopt' },
      { sleutel: 'e', van: d('2026-10-01'), tot: d('2027-09-30'), tekst: '2 dagdelen per week', soort: 'nieuw' },
      { sleutel: 'f', van: d('2025-10-01'), tot: d('2025-10-10'), tekst: 'ingetrokken', soort: 'vervallen' },
    ],
  },
  {
    naam: 'Gebeurtenissen',
    momenten: [
      { sleutel: 'm1', datum: d('2025-02-10'), tekst: 'Melding ontvangen' },
      { sleutel: 'm2', datum: d('2026-09-14'), tekst: 'Huisbezoek' },
    ],
  },
]

export function Losseproef() {
  const [gedaan, zetGedaan] = useState(120)
  const [keer, zetKeer] = useState(0)
  return (
    <Pagina titel="Losse onderdelen">
      <Tabs
        naam="Delen van het dossier"
        delen={[
          { naar: '/los', tekst: 'Onderzoek' },
          { naar: '/los/indicaties', tekst: 'Indicaties', aantal: 3 },
          { naar: '/los/plan', tekst: 'Plan en levering' },
          { naar: '/los/wie', tekst: 'Wie keek' },
        ]}
      />
      <Kerngegevens
        gegevens={[
          { naam: 'Geboren', waarde: '1 maart 1950 (76 jaar)' },
          { naam: 'Woonplaats', waarde: 'Westdorp-aan-de-lange-kreek' },
          { naam: 'Telefoon', waarde: null },
          {
            naam: 'BSN',
            waarde: <BsnTonen toon={async () => (await roepApi<{ bsn: string }>('POST', '/inwoners/1/bsn-inzagen')).waarde.bsn} />,
          },
        ]}
      />
      <p className="md-knoppen">
        {['2026-12-01', '2026-12-11', '2026-12-14', '2027-01-20'].map((tot) => (
          <Termijn key={tot} tot={d(tot)} vandaag={d('2026-12-11')} />
        ))}
      </p>
      <Kop niveau={2}>Voorzieningen</Kop>
      <Tijdlijn naam="Voorzieningen en gebeurtenissen" banen={banen} vandaag={d('2026-12-11')} />
      <Voortgang tekst="Zaken overdragen" gedaan={gedaan} totaal={300} opStop={() => zetGedaan(300)} />
      <Knop opKlik={() => meldOngedaan('Drie zaken overgedragen aan team Noord.', () => zetKeer((n) => n + 1))}>Overdragen</Knop>
      <p>Teruggedraaid: {keer}</p>
    </Pagina>
  )
}
