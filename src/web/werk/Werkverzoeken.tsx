import { Link } from 'react-router'
import type { Datum } from '#core/base/datum.ts'
import { verzoeksoorten } from '#core/toewijzing/verzoek.ts'
import { Verzoekstand } from '../berichten/Verzoekstand.tsx'
import { naamInKop } from '../dossier/woorden.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import { Termijn } from '../onderdelen/Termijn.tsx'
import type { Werkantwoord } from './antwoord.ts'

type Props = { verzoeken: Werkantwoord['verzoeken']; vandaag: string }

/** Aanbieders die op een beslissing wachten: geen zaak, wel werk met een termijn. */
export function Werkverzoeken({ verzoeken: { aantal, items }, vandaag }: Props) {
  if (aantal === 0) return null
  return (
    <section className="md-werkblok" data-blok="verzoeken" aria-labelledby="blok-verzoeken">
      <Kop niveau={2} als={3} id="blok-verzoeken">
        Verzoeken van aanbieders <span className="md-werkblok__aantal">{aantal.toLocaleString('nl-NL')}</span>
      </Kop>
      <ul className="md-werklijst">
        {items.map((v) => (
          <li key={`${v.bericht} ${v.referentie}`} className="md-werkrij">
            <div className="md-werkrij__wie">
              <Link to={`/berichten/${v.bericht}`} className="md-werkrij__link">
                {v.inwoner ? naamInKop(v.inwoner.naam) : 'Niet in het dossier'}
              </Link>
              <span className="md-bijtekst">{v.aanbieder.naam ?? v.aanbieder.code}</span>
            </div>
            <span className="md-werkrij__stap">
              {verzoeksoorten[v.soort]} <Verzoekstand stand={v.stand} />
            </span>
            <span className="md-werkrij__termijn">
              <Termijn tot={v.termijn.uiterlijk as Datum} vandaag={vandaag as Datum} bijnaDagen={3} />
            </span>
          </li>
        ))}
      </ul>
      {aantal > items.length && (
        <p>
          <Link to="/berichten/verzoeken">Nog {(aantal - items.length).toLocaleString('nl-NL')} in de hele lijst</Link>
        </p>
      )}
    </section>
  )
}
