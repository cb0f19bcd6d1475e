import { useEffect, useState } from 'react'
import { aantal } from '#core/advies/woorden.ts'
import { tijdInWoorden, parseTijdstip } from '#core/base/tijdstip.ts'
import { Icoon, type Icoonnaam } from '../onderdelen/Icoon.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'
import { aantalOpen } from './wachtrij.ts'

type Regel = { readonly icoon: Icoonnaam; readonly tekst: string; readonly stand: 'bewaard' | 'wacht' | 'let_op' }

/** Zegt steeds of alles bewaard is. Staat vast bovenaan; hij wordt nooit hoger of lager. */
export function Bewaarregel() {
  const { rij, rem, probleem, probeerNu } = gebruikOnderzoekstand()
  const regel = gebruikRegel()
  return (
    <>
      <div className="ond-bewaar" data-stand={regel.stand}>
        <p>
          <Icoon naam={regel.icoon} tekst /> {regel.tekst}
        </p>
        {rem !== null && rem !== 'sessie' && aantalOpen(rij) > 0 && (
          <Knop soort="stil" opKlik={probeerNu}>
            Probeer nu
          </Knop>
        )}
        <Aankondiging tekst={regel.tekst} />
      </div>
      {rem === 'probleem' && probleem && <Probleemmelding probleem={probleem} opnieuw={probeerNu} />}
    </>
  )
}

function gebruikRegel(): Regel {
  const { rij, rem, onderzoek } = gebruikOnderzoekstand()
  const open = aantalOpen(rij)
  const hoeveel = aantal(open, 'antwoord', 'antwoorden')
  if (open > 0 && rij.conflict) return { icoon: 'wissel', stand: 'let_op', tekst: `Kies hieronder: ${rij.conflict.wie} gaf ook antwoord.` }
  if (open > 0 && Object.keys(rij.geweigerd).length > 0)
    return { icoon: 'waarschuwing', stand: 'let_op', tekst: `Niet opgeslagen: ${hoeveel}. De reden staat bij de vraag.` }
  if (open > 0 && rem === 'verbinding')
    return { icoon: 'waarschuwing', stand: 'let_op', tekst: `Geen verbinding. Hier bewaard: ${hoeveel}, gaat mee zodra het kan.` }
  if (open > 0 && rem === 'sessie')
    return { icoon: 'waarschuwing', stand: 'let_op', tekst: `Hier bewaard: ${hoeveel}. Meld u opnieuw aan.` }
  if (open > 0 && rem === 'probleem') return { icoon: 'waarschuwing', stand: 'let_op', tekst: `Nog niet opgeslagen: ${hoeveel}.` }
  if (open > 0) return { icoon: 'half', stand: 'wacht', tekst: rij.onderweg ? 'Opslaan…' : `Nog niet opgeslagen: ${hoeveel}.` }
  const om = parseTijdstip(rij.bewaardOp ?? onderzoek.gewijzigdOp)
  return { icoon: 'vink', stand: 'bewaard', tekst: rij.bewaardOp && om ? `Opgeslagen om ${tijdInWoorden(om)}` : 'Alles is opgeslagen' }
}

/** Een schermlezer hoort het pas als het even zo blijft: niet bij elke letter. */
function Aankondiging({ tekst }: { tekst: string }) {
  const [gezegd, zeg] = useState('')
  useEffect(() => {
    const klok = setTimeout(() => zeg(tekst), 2_000)
    return () => clearTimeout(klok)
  }, [tekst])
  return (
    <span role="status" className="md-onzichtbaar">
      {gezegd}
    </span>
  )
}
