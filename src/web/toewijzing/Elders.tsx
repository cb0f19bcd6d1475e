import { Link } from 'react-router'
import { type Datum, type Periode, periodeInWoorden } from '#core/base/datum.ts'
import type { Probleem } from '../api/probleem.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'

type Dagen = { readonly van: string; readonly tot: string | null }
type Elders = Dagen & { readonly aanbieder: { readonly naam: string }; readonly nummer: number; readonly bericht: string }
type Huidig = { readonly elders: readonly Elders[]; readonly vrij: readonly Dagen[] }
type Props = { probleem: Probleem; neem: (dagen: Dagen) => void }

/** De gekozen dagen liggen al bij een ander: bij wie, en welke dagen met één klik wel te nemen zijn. */
export function Elders({ probleem, neem }: Props) {
  const { elders, vrij } = probleem.huidig as Huidig
  return (
    <Melding soort="waarschuwing" woord="Dit kan niet" titel="Deze dagen zijn al aan een andere aanbieder toegewezen" voorlezen>
      <ul className="ind-lijst">
        {elders.map((e) => (
          <li key={e.nummer}>
            <strong>{e.aanbieder.naam}</strong>, {inWoorden(e)}, toewijzing {e.nummer}.{' '}
            <Link to={`/berichten/${e.bericht}`}>Bekijk het bericht</Link>
          </li>
        ))}
      </ul>
      {vrij.length > 0 && (
        <p className="md-knoppen">
          {vrij.map((dagen) => (
            <Knop key={dagen.van} opKlik={() => neem(dagen)}>
              Neem {inWoorden(dagen)}
            </Knop>
          ))}
        </p>
      )}
      <p>{probleem.watNu}</p>
    </Melding>
  )
}

const inWoorden = ({ van, tot }: Dagen): string =>
  periodeInWoorden({ van: van as Datum, ...(tot !== null && { tot: tot as Datum }) } satisfies Periode)
