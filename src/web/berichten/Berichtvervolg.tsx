import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Vervolg, vervolgen } from '#core/toewijzing/berichtvervolg.ts'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { Intrekken } from './Intrekken.tsx'
import { Verbeteren } from './Verbeteren.tsx'
import { WatNietKan } from './WatNietKan.tsx'

const soorten = Object.keys(vervolgen) as Vervolg[]

/** Wat er nog met dit bericht kan. Wat de standaard niet toelaat staat er ook, met de regel en wat dan wel. */
export function Berichtvervolg({ bericht: b }: { bericht: Berichtantwoord }) {
  const client = useQueryClient()
  const [open, zetOpen] = useState<'verbeteren' | 'intrekken' | null>(null)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const { vervolg } = b
  if (vervolg === null) return null
  const kan = soorten.filter((s) => vervolg[s] === null)
  const niet = soorten.flatMap((s) => (vervolg[s] === null ? [] : [{ wat: vervolgen[s], ...vervolg[s] }]))
  const opnieuw = async () => {
    zetProbleem(null)
    try {
      await roepApi('POST', `/berichten/${b.id}/verzendingen`, { idempotentie: nieuweSleutel() })
      toonToast({ tekst: 'Het bericht gaat nog eens uit, onder hetzelfde nummer.' })
      await vervallen(client, 'berichten', 'berichttellingen')
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  return (
    <section aria-labelledby="vervolg" className="br-vervolg">
      <Kop niveau={2} als={3} id="vervolg">
        Wat u kunt doen
      </Kop>
      {probleem && <Probleemmelding probleem={probleem} />}
      {kan.length > 0 && (
        <p className="md-knoppen">
          {kan.map((s) =>
            s === 'opnieuw' ? (
              <Knop key={s} opKlik={() => void opnieuw()}>
                {vervolgen[s]}
              </Knop>
            ) : (
              <Knop key={s} uitgeklapt={open === s} opKlik={() => zetOpen(open === s ? null : s)}>
                {vervolgen[s]}
              </Knop>
            ),
          )}
        </p>
      )}
      {open === 'verbeteren' && <Verbeteren bericht={b} opKlaar={() => zetOpen(null)} />}
      {open === 'intrekken' && <Intrekken bericht={b} opKlaar={() => zetOpen(null)} />}
      <WatNietKan {...(kan.length === 0 && { kop: 'Waarom er niets meer kan' })} niet={niet} />
    </section>
  )
}
