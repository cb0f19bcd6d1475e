import { type FormEvent, useState } from 'react'
import type { MetBsnAntwoord } from '#http/api/berichten/vormen.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'

type Props = { bericht: string; getoond: boolean; opToon: (inhoud: MetBsnAntwoord | null) => void }

/** Leesbare nummers tonen is een eigen handeling met een reden; die staat in het logboek en de inwoner kan haar teruglezen. */
export function MetBsn({ bericht, getoond, opToon }: Props) {
  const [open, zetOpen] = useState(false)
  const [reden, zetReden] = useState('')
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const toon = async (e: FormEvent) => {
    e.preventDefault()
    zetProbleem(null)
    try {
      opToon((await roepApi<MetBsnAntwoord>('POST', `/berichten/${bericht}/bsn-inzagen`, { lichaam: { reden } })).waarde)
      zetOpen(false)
      zetReden('')
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
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
      {open && (
        <form className="br-metbsn__reden" onSubmit={(e) => void toon(e)}>
          <Tekstveld
            label="Waarvoor hebt u de nummers nodig?"
            uitleg="Minstens tien tekens. De inwoner kan dit teruglezen."
            hoogstens={300}
            waarde={reden}
            opWijzig={zetReden}
            fout={probleem?.fouten?.[0]?.tekst}
          />
          <Knop type="submit">Toon en leg vast</Knop>
        </form>
      )}
      {probleem && !probleem.fouten?.length && <Probleemmelding probleem={probleem} />}
    </div>
  )
}
