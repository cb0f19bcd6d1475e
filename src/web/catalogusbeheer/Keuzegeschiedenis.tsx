import type { Keuzeantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { sleutels } from '../api/sleutels.ts'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'

const kolommen: readonly Kolom<Keuzeantwoord>[] = [
  { sleutel: 'titel', kop: 'Instelling', cel: (k) => k.titel },
  { sleutel: 'lezing', kop: 'Gekozen lezing', cel: (k) => k.inWoorden },
  { sleutel: 'vanaf', kop: 'Vanaf', cel: (k) => schrijfDatum(k.geldigVan), eenRegel: true },
  { sleutel: 'reden', kop: 'Waarom', cel: (k) => k.reden },
  { sleutel: 'door', kop: 'Door', cel: (k) => k.door },
  { sleutel: 'op', kop: 'Besloten', cel: (k) => schrijfTijdstip(k.gedaanOp, '') },
]

/** Elke keuze die ooit gemaakt is: wat, vanaf wanneer, door wie en waarom. */
export function Keuzegeschiedenis() {
  const lijst = gebruikLijst<Keuzeantwoord>('/instellingkeuzes', { sleutel: [...sleutels.instellingkeuzes(), 'geschiedenis'], limiet: 25 })
  return (
    <Gegevenstabel
      id="instellingkeuzes"
      bijschrift="Alle keuzes"
      kolommen={kolommen}
      lijst={lijst}
      sleutel={(k) => k.id}
      leeg={<Leeg titel="Uw gemeente koos nog geen eigen lezing">Overal geldt de standaard van de catalogus.</Leeg>}
    />
  )
}
