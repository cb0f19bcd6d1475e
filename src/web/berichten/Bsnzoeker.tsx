import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import type { Berichtregelantwoord } from '#http/api/berichten/vormen.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { BsnVeld } from '../onderdelen/BsnVeld.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { meldAan } from '../onderdelen/LiveRegio.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { Standbadge } from './Standbadge.tsx'

type Gevonden = { readonly items: readonly Berichtregelantwoord[]; readonly volgende: string | null }

/** Berichten over één burgerservicenummer, ook van wie niet in het dossier staat. Het nummer komt niet in het adres. */
export function Bsnzoeker({ opInwoner }: { opInwoner: (inwoner: string) => void }) {
  const [bsn, zetBsn] = useState('')
  const [gevonden, zetGevonden] = useState<Gevonden | null>(null)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const zoek = async (e: FormEvent) => {
    e.preventDefault()
    zetProbleem(null)
    zetGevonden(null)
    try {
      const { waarde } = await roepApi<Gevonden>('POST', '/berichtzoekopdrachten', { lichaam: { bsn } })
      const inwoner = waarde.items[0]?.inwoner
      if (inwoner) return opInwoner(inwoner.id)
      zetGevonden(waarde)
      meldAan(`${waarde.items.length} berichten gevonden.`)
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  return (
    <Uitklap kop="Zoek op burgerservicenummer">
      <form className="br-bsn" onSubmit={(e) => void zoek(e)}>
        <BsnVeld waarde={bsn} opWijzig={zetBsn} />
        <Knop type="submit" icoon="zoek">
          Zoek berichten
        </Knop>
      </form>
      {probleem && <Probleemmelding probleem={probleem} />}
      {gevonden && (
        <div className="br-bsn__gevonden">
          <p>
            {gevonden.items.length === 0
              ? 'Er zijn geen berichten over dit nummer die u mag zien.'
              : 'Deze persoon staat niet in het dossier. De laatste berichten over dit nummer:'}
          </p>
          <ul>
            {gevonden.items.map((b) => (
              <li key={b.id}>
                <Link to={`/berichten/${b.id}`}>{`${b.naam} ${b.titel}`}</Link> <Standbadge stand={b.stand} />{' '}
                {schrijfTijdstip(b.vastgelegdOp)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Uitklap>
  )
}
