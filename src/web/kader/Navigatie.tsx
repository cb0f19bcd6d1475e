import { NavLink, useLocation } from 'react-router'
import { Icoon, type Icoonnaam } from '../onderdelen/Icoon.tsx'
import { gebruikPlaats } from './gebruik-plaats.ts'

const hoofddelen: { pad: string; tekst: string; icoon: Icoonnaam }[] = [
  { pad: '', tekst: 'Productboek', icoon: 'boek' },
  { pad: 'probeer', tekst: 'Probeer', icoon: 'probeer' },
  { pad: 'omvang', tekst: 'Omvang', icoon: 'omvang' },
  { pad: 'stapeling', tekst: 'Stapeling', icoon: 'stapeling' },
]
const productboekdelen: { pad: string; tekst: string }[] = [
  { pad: '', tekst: 'Overzicht' },
  { pad: 'vergelijk', tekst: 'Vergelijken' },
  { pad: 'matrix', tekst: 'Samen inzetten' },
  { pad: 'tabellen', tekst: 'Beslistabellen' },
  { pad: 'instellingen', tekst: 'Instellingen' },
  { pad: 'versies', tekst: 'Versies' },
  { pad: 'bron', tekst: 'Brondocumenten' },
]

export function Navigatie({ adresdeel }: { adresdeel: string }) {
  const { onderdeel } = gebruikPlaats()
  const inProductboek = !['probeer', 'omvang', 'stapeling'].includes(onderdeel)
  return (
    <nav className="md-nav" aria-label="Hoofdmenu">
      <ul className="md-nav__lijst">
        {hoofddelen.map((deel) => (
          <li key={deel.tekst}>
            <NavLink
              to={`/${adresdeel}${deel.pad && `/${deel.pad}`}`}
              className={() => 'md-nav__link'}
              end
              data-binnen={deel.pad === '' && inProductboek ? 'ja' : undefined}
            >
              <Icoon naam={deel.icoon} />
              <span>{deel.tekst}</span>
            </NavLink>
            {deel.pad === '' && inProductboek && <Deelnavigatie adresdeel={adresdeel} naam="Onderdelen van het productboek" />}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** De delen van het productboek. In de zijbalk staan ze in het menu; op een smal scherm boven de inhoud. */
export function Deelnavigatie({ adresdeel, naam }: { adresdeel: string; naam: string }) {
  const { onderdeel } = gebruikPlaats()
  const { pathname } = useLocation()
  return (
    <ul className="md-nav__deel" aria-label={naam}>
      {productboekdelen.map((deel) => {
        const hier = deel.pad === onderdeel || (deel.pad === '' && onderdeel === '')
        return (
          <li key={deel.tekst}>
            <NavLink
              to={`/${adresdeel}${deel.pad && `/${deel.pad}`}`}
              className="md-nav__sublink"
              aria-current={hier ? (pathname.split('/').length > 3 ? 'true' : 'page') : undefined}
              end
            >
              {deel.tekst}
            </NavLink>
          </li>
        )
      })}
    </ul>
  )
}
