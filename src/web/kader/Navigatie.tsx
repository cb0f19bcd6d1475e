import { Link, NavLink, useLocation } from 'react-router'
import { Icoon, type Icoonnaam } from '../onderdelen/Icoon.tsx'
import type { Sessie } from '../api/sessie.ts'
import { gebruikOpenUitval } from '../berichten/gebruik-open-uitval.ts'
import { heeftRol } from '../api/gebruik-sessie.ts'
import { Uitklapmenu } from '../onderdelen/Uitklapmenu.tsx'
import { gebruikPlaats } from './gebruik-plaats.ts'
import { ingangVan, type Menupunt, menuVoor } from './menu.ts'

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

/** Het menu van wie niet is aangemeld: de delen van één catalogus. */
export function Navigatie({ adresdeel }: { adresdeel: string }) {
  return (
    <nav className="md-nav" aria-label="Hoofdmenu">
      <ul className="md-nav__lijst">
        <Catalogusdelen adresdeel={adresdeel} delen={hoofddelen} />
      </ul>
    </nav>
  )
}

/** Onder 640 beeldpunten passen er vijf naast elkaar; de rest staat dan achter "Meer". */
const inBalk = 4

/** Het menu van de werkplek, per rol, met de catalogus ertussen. Zonder catalogus vallen die delen weg. */
export function Werknavigatie({ sessie, adresdeel }: { sessie: Sessie; adresdeel: string | null }) {
  const { boven, onder } = menuVoor(sessie.rollen)
  // Wie het verkeer doet, ziet bij de ingang of er werk ligt.
  const open = gebruikOpenUitval(sessie.vandaag, heeftRol(sessie, 'administratie'))
  const catalogus = adresdeel ?? sessie.gemeente.catalogus
  const delen = catalogus ? hoofddelen : []
  const punten = [...boven, ...onder]
  const hier = ingangVan(punten, useLocation().pathname)
  const voorbijBalk = punten.length + delen.length > inBalk + 1
  const delenInBalk = voorbijBalk ? Math.max(0, inBalk - punten.length) : delen.length
  const meer = delen.slice(delenInBalk)
  return (
    <nav className="md-nav" aria-label="Hoofdmenu">
      <ul className="md-nav__lijst">
        {boven.map((p) => (
          <Punt key={p.naar} punt={p} hier={hier} teller={p.naar === '/berichten' ? open : undefined} />
        ))}
        {catalogus && <Catalogusdelen adresdeel={catalogus} delen={delen} buitenBalkVanaf={delenInBalk} />}
        {onder.map((p) => (
          <Punt key={p.naar} punt={p} hier={hier} />
        ))}
        {catalogus && meer.length > 0 && (
          <li className="md-nav__meer">
            <Uitklapmenu knop="Meer" icoon="meer" klasse="md-nav__meermenu" rechts>
              <ul className="md-nav__meerlijst">
                {meer.map((deel) => (
                  <li key={deel.tekst}>
                    <NavLink to={adresVan(catalogus, deel.pad)} className="md-nav__sublink" end>
                      {deel.tekst}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </Uitklapmenu>
          </li>
        )}
      </ul>
    </nav>
  )
}

type Puntdeel = { punt: Menupunt; hier: Menupunt | undefined; teller?: number | undefined }

/** `hier`: de ingang waar het scherm onder valt. Zo is er altijd één aangewezen, ook als een adres onder twee ingangen past. */
function Punt({ punt, hier, teller }: Puntdeel) {
  const { pathname } = useLocation()
  return (
    <li>
      <Link to={punt.naar} className="md-nav__link" aria-current={punt !== hier ? undefined : pathname === punt.naar ? 'page' : 'true'}>
        <Icoon naam={punt.icoon} />
        <span>{punt.tekst}</span>
        {teller !== undefined && teller > 0 && (
          <span className="md-nav__teller">
            {teller.toLocaleString('nl-NL')}
            <span className="md-onzichtbaar"> open uitval</span>
          </span>
        )}
      </Link>
    </li>
  )
}

const adresVan = (adresdeel: string, pad: string) => `/${adresdeel}${pad && `/${pad}`}`

function Catalogusdelen({ adresdeel, delen, buitenBalkVanaf }: { adresdeel: string; delen: typeof hoofddelen; buitenBalkVanaf?: number }) {
  const { adresdeel: hier, onderdeel } = gebruikPlaats()
  const inProductboek = hier !== null && !['probeer', 'omvang', 'stapeling'].includes(onderdeel)
  return delen.map((deel, i) => (
    <li key={deel.tekst} className={buitenBalkVanaf !== undefined && i >= buitenBalkVanaf ? 'md-nav__buitenbalk' : undefined}>
      <NavLink
        to={adresVan(adresdeel, deel.pad)}
        className={() => 'md-nav__link'}
        end
        data-binnen={deel.pad === '' && inProductboek ? 'ja' : undefined}
      >
        <Icoon naam={deel.icoon} />
        <span>{deel.tekst}</span>
      </NavLink>
      {deel.pad === '' && inProductboek && <Deelnavigatie adresdeel={adresdeel} naam="Onderdelen van het productboek" />}
    </li>
  ))
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
