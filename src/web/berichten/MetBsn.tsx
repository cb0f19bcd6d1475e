import { useState } from 'react'
import type { MetBsnAntwoord } from '#http/api/berichten/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Redenvraag } from '../onderdelen/Redenvraag.tsx'

type Props = { bericht: string; getoond: boolean; opToon: (inhoud: MetBsnAntwoord | null) => void }

/** Leesbare nummers tonen is een eigen handeling met een reden; die staat in het logboek en de inwoner kan haar teruglezen. */
export function MetBsn({ bericht, getoond, opToon }: Props) {
  const [open, zetOpen] = useState(false)
  const toon = async (reden: string) => {
    opToon((await roepApi<MetBsnAntwoord>('POST', `/berichten/${bericht}/bsn-inzagen`, { lichaam: { reden } })).waarde)
    zetOpen(false)
  }
  if (getoond)
    return (
      <p className="br-metbsn">
        Burgerservicenummers zijn nu leesbaar; dat is vastgelegd. <Knop opKlik={() => opToon(null)}>Verberg de nummers</Knop>
      </p>
    )
  return (
    <div className="br-metbsn">
      <p className="md-bijtekst">Burgerservicenummers zijn afgeschermd.</p>
      <Knop soort="stil" uitgeklapt={open} opKlik={() => zetOpen(!open)}>
        Toon de nummers
      </Knop>
      {open && <Redenvraag label="Waarvoor hebt u de nummers nodig?" toon={toon} />}
    </div>
  )
}
