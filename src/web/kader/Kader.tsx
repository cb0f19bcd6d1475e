import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'
import { gebruikSessie } from '../api/gebruik-sessie.ts'
import { leesAanwijzing } from '../api/sessiestand.ts'
import { Ongedaan } from '../onderdelen/Ongedaan.tsx'
import { LiveRegio } from '../onderdelen/LiveRegio.tsx'
import { Afdrukkop } from './Afdrukkop.tsx'
import { zoekAnker } from './anker.ts'
import { Bovenbalk } from './Bovenbalk.tsx'
import { gebruikGegevens } from './gebruik-gegevens.ts'
import { gebruikPlaats } from './gebruik-plaats.ts'
import { gebruikPlekNaLaden, plekSleutel } from './gebruik-plek-na-laden.ts'
import { haalIndex } from './haal-gegevens.ts'
import { Navigatie, Werknavigatie } from './Navigatie.tsx'
import { Proefband } from './Proefband.tsx'
import { SessieBewaker } from './SessieBewaker.tsx'
import { Verbindingsbalk } from './Verbindingsbalk.tsx'
import { SneltoetsenKader } from './Sneltoetsen.tsx'

/** Het frame om elk scherm: skiplink, kop, navigatie, inhoud. */
export function Kader() {
  const { adresdeel: deel, id } = gebruikPlaats()
  const index = gebruikGegevens('index', haalIndex)
  // Bij een catalogus die niet bestaat hoort geen menu: elke weg daarin loopt dood.
  const adresdeel = index.stand === 'klaar' && !index.waarde.catalogi.some((c) => c.id === id) ? null : deel
  const { stand, ...rest } = gebruikSessie()
  const sessie = 'sessie' in rest ? rest.sessie : null
  // Ook zolang de sessie nog onderweg is houdt het kader haar plaats vrij: er verspringt niets.
  const aangemeld = sessie !== null || stand === 'laden'
  const proef = sessie ? sessie.demo : stand === 'laden' && leesAanwijzing() === 'proef'
  gebruikKopFocus()
  gebruikPlekNaLaden()
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
      {sessie && <Afdrukkop sessie={sessie} />}
      {proef && <Proefband />}
      <Verbindingsbalk />
      <Bovenbalk adresdeel={adresdeel} sessie={sessie} wacht={sessie === null && aangemeld} />
      <div className={adresdeel || aangemeld ? 'md-kader' : 'md-kader md-kader--breed'}>
        {sessie ? (
          <Werknavigatie sessie={sessie} adresdeel={adresdeel} />
        ) : aangemeld ? (
          <div className="md-nav" />
        ) : (
          adresdeel && <Navigatie adresdeel={adresdeel} />
        )}
        <main id="inhoud" className="md-inhoud" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Ongedaan />
      <LiveRegio />
      <SessieBewaker />
      <ScrollRestoration getKey={plekSleutel} />
    </SneltoetsenKader>
  )
}

/**
 * Na een wissel van scherm gaat de focus naar de h1, zodat een schermlezer hoort waar hij is. Niet bij de eerste keer laden,
 * en niet als alleen het fragment of de zoekterm verandert. Een scherm dat nog laadt krijgt de focus zodra zijn kop er is, tenzij
 * iemand intussen zelf ergens heen ging: wie al typt in het zoekveld, wordt daar niet weggehaald.
 */
function gebruikKopFocus() {
  const { pathname } = useLocation()
  const vorige = useRef(pathname)
  const bijVertrek = useRef<Element | null>(null)
  useEffect(() => {
    // De klik of toets die een wissel begint; wat React daarvan weet komt later, als iemand misschien al verder is.
    const onthoud = (e: Event) => {
      if (!(e instanceof KeyboardEvent) || e.key === 'Enter') bijVertrek.current = document.activeElement
    }
    const soorten = ['click', 'keydown', 'popstate'] as const
    for (const soort of soorten) window.addEventListener(soort, onthoud, true)
    return () => {
      for (const soort of soorten) window.removeEventListener(soort, onthoud, true)
    }
  }, [])
  useEffect(() => {
    if (vorige.current === pathname) return
    vorige.current = pathname
    const begin = bijVertrek.current ?? document.activeElement
    bijVertrek.current = null
    const zet = () => {
      const nu = document.activeElement
      const kop = document.querySelector<HTMLElement>('main h1')
      if (nu !== begin && nu !== document.body && nu !== null && nu !== kop) return true
      if (!kop || kop.dataset.pad !== pathname) return false
      // Wijst het adres zelf een plek aan (een regel, een open punt), dan hoort de focus daar.
      const plek = zoekAnker(location.hash)
      if (nu !== kop) (plek ?? kop).focus({ preventScroll: true })
      // Een scherm dat nog laadt, zet straks een andere kop neer; tot dan is dit niet de laatste.
      return document.querySelector('main .md-laden') === null
    }
    if (zet()) return
    const wacht = new MutationObserver(() => zet() && wacht.disconnect())
    const main = document.querySelector('main')
    if (main) wacht.observe(main, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-pad'] })
    return () => wacht.disconnect()
  }, [pathname])
}
