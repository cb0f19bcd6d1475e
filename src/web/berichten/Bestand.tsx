import { useRef, useState } from 'react'
import type { Berichtantwoord, Bestandsvraagantwoord } from '#http/api/berichten/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Redenvraag } from '../onderdelen/Redenvraag.tsx'
import { schrijfGrootte } from './schrijf-grootte.ts'

/** Het bestand meenemen, hoe groot ook. Er staan leesbare nummers in: dat is een eigen handeling met een reden. */
export function Bestand({ bericht: { id, grootte, mag } }: { bericht: Berichtantwoord }) {
  const [open, zetOpen] = useState(false)
  const [gevraagd, zetGevraagd] = useState(false)
  const knop = useRef<HTMLButtonElement>(null)
  if (!mag.inhoud || !mag.bsnTonen) return null
  const haal = async (reden: string) => {
    const { bewijs } = (await roepApi<Bestandsvraagantwoord>('POST', `/berichten/${id}/bestandsvragen`, { lichaam: { reden } })).waarde
    bewaar(`/api/v1/berichten/${id}/bestand?bewijs=${bewijs}`)
    sluit()
    zetGevraagd(true)
  }
  const sluit = () => {
    zetOpen(false)
    knop.current?.focus()
  }
  return (
    <div className="br-metbsn">
      <Knop ref={knop} uitgeklapt={open} opKlik={() => zetOpen(!open)}>
        Bewaar het bestand ({schrijfGrootte(grootte)})
      </Knop>
      <p role="status" className="md-bijtekst">
        {gevraagd && !open && 'Het bestand komt in uw map met downloads. Dat is vastgelegd.'}
      </p>
      {open && (
        <Redenvraag
          label="Waarvoor hebt u het bestand nodig? Alle burgerservicenummers zijn erin leesbaar."
          knop="Bewaar en leg vast"
          toon={haal}
          toch={sluit}
        />
      )}
    </div>
  )
}

/** De browser schrijft het meteen naar schijf; het komt nooit in zijn geheel in deze pagina. */
function bewaar(adres: string): void {
  const link = document.createElement('a')
  link.href = adres
  link.download = ''
  link.click()
}
