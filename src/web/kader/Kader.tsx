import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'
import { LiveRegio } from '../onderdelen/LiveRegio.tsx'
import { zoekAnker } from './anker.ts'
import { Bovenbalk } from './Bovenbalk.tsx'
import { gebruikGegevens } from './gebruik-gegevens.ts'
import { gebruikPlaats } from './gebruik-plaats.ts'
import { haalIndex } from './haal-gegevens.ts'
import { Navigatie } from './Navigatie.tsx'
import { SneltoetsenKader } from './Sneltoetsen.tsx'

/** Het frame om elk scherm: skiplink, kop, navigatie, inhoud. */
export function Kader() {
  const { adresdeel: deel, id } = gebruikPlaats()
  const index = gebruikGegevens('index', haalIndex)
  // Bij een catalogus die niet bestaat hoort geen menu: elke weg daarin loopt dood.
  const adresdeel = index.stand === 'klaar' && !index.waarde.catalogi.some((c) => c.id === id) ? null : deel
  gebruikKopFocus()
  return (
    <SneltoetsenKader>
      <a
        className="nl-skip-link md-skiplink"
        href="#inhoud"
        onClick={(e) => {
          // Het fragment van het adres blijft zo van het scherm: daar staan de zoekterm en de antwoorden.
          e.preventDefault()
          document.getElementById('inhoud')?.focus()
        }}
      >
        Naar de inhoud
      </a>
      <Bovenbalk adresdeel={adresdeel} />
      <div className={adresdeel ? 'md-kader' : 'md-kader md-kader--breed'}>
        {adresdeel && <Navigatie adresdeel={adresdeel} />}
        <main id="inhoud" className="md-inhoud" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <LiveRegio />
      <ScrollRestoration />
    </SneltoetsenKader>
  )
}

/**
 * Na een wissel van scherm gaat de focus naar de h1, zodat een schermlezer hoort waar hij is. Niet bij de eerste keer laden,
 * en niet als alleen het fragment of de zoekterm verandert. Een scherm dat nog laadt krijgt de focus zodra zijn kop er is.
 */
function gebruikKopFocus() {
  const { pathname } = useLocation()
  const vorige = useRef(pathname)
  useEffect(() => {
    if (vorige.current === pathname) return
    vorige.current = pathname
    const zet = () => {
      const kop = document.querySelector<HTMLElement>('main h1')
      if (!kop || kop.dataset.pad !== pathname) return false
      // Wijst het adres zelf een plek aan (een regel, een open punt), dan hoort de focus daar.
      const plek = zoekAnker(location.hash)
      ;(plek ?? kop).focus({ preventScroll: true })
      return true
    }
    if (zet()) return
    const wacht = new MutationObserver(() => zet() && wacht.disconnect())
    const main = document.querySelector('main')
    if (main) wacht.observe(main, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-pad'] })
    return () => wacht.disconnect()
  }, [pathname])
}
