import { useState } from 'react'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { sleutels } from '../api/sleutels.ts'
import { voegSamen } from './inzagen-samen.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'

export type Inzage = {
  readonly id: string
  readonly op: string
  readonly wie: string
  readonly rol: string
  readonly wat: string
  readonly geweigerd: boolean
  readonly doel: string
  readonly reden: string | null
}

/** Wie dit dossier bekeek of wijzigde. Ook dit bekijken wordt vastgelegd. */
export function WieKeek({ inwoner }: { inwoner: string }) {
  const [ookLijsten, zet] = useState(false)
  const lijst = gebruikLijst<Inzage>(`/inwoners/${inwoner}/inzagen`, {
    sleutel: sleutels.inzagen(inwoner),
    filter: { ookLijsten: ookLijsten || null },
  })
  return (
    <Gegevenstabel
      id="inzagen"
      bijschrift="Wie keek er"
      kolommen={kolommen}
      lijst={{ ...lijst, items: voegSamen(lijst.items) }}
      sleutel={(i) => i.id}
      acties={<Vinkje tekst="Ook wie de inwoner in een lijst zag staan" aangevinkt={ookLijsten} opWijzig={zet} />}
      leeg={<Leeg titel="Nog niemand bekeek dit dossier." />}
    />
  )
}

const kolommen: readonly Kolom<Inzage>[] = [
  { sleutel: 'wie', kop: 'Wie', cel: (i) => i.wie },
  { sleutel: 'wat', kop: 'Wat', cel: (i) => i.wat },
  { sleutel: 'op', kop: 'Wanneer', cel: (i) => schrijfTijdstip(i.op, '') },
  { sleutel: 'waarom', kop: 'Waarvoor', cel: (i) => (i.reden ? `${i.doel}: ${i.reden}` : i.doel) },
  { sleutel: 'rol', kop: 'Rol', cel: (i) => i.rol, standaard: false },
]
